//! The console in a real browser. It needs chromium and chromedriver (Debian: `chromium`, `chromium-driver`):
//! `cargo test -p msdk-cli --test console -- --ignored`. With `MSDK_SCREENSHOTS` set to a folder, pages are drawn into it at
//! two widths.

use std::{
    env, fs,
    io::{BufRead as _, BufReader},
    net::TcpListener,
    path::PathBuf,
    process::{Child, Command, Stdio},
    time::Duration,
};

use fantoccini::{Client, ClientBuilder, Locator, wd::Capabilities};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::json;

const OPENID: &str = "A3284A812ECA15269F85AE1C2D94EB37";
const TOKEN: &str = "933FE8C9AB9C585D7EABD04373B7155F";
const KEY: &str = "0123456789abcdef0123456789abcdef";

/// Nothing takes as long as this unless it is broken.
const NEVER: Duration = Duration::from_secs(60);

/// A process that is killed in the end.
struct Killed(Child);

impl Drop for Killed {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn msdk(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_msdk"));
    command.args(arguments).env_remove("MSDK_GATEWAY_TOKEN");
    command.env("MSDK_APP_ID", "100703379").env("MSDK_APP_KEY", KEY);
    command
}

fn gateway(store: &str) -> (Killed, String) {
    let mut child = msdk(&["gateway", "--store", store]).stdout(Stdio::piped()).spawn().unwrap();
    let mut line = String::new();
    BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
    (Killed(child), line.trim().strip_prefix("listening on ").unwrap().to_owned())
}

/// Starts a driver and a browser without a window.
async fn browser(width: u32) -> (Killed, Client) {
    let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let driver = Command::new("chromedriver").arg(format!("--port={port}")).stdout(Stdio::null()).spawn();
    let driver = Killed(driver.expect("chromedriver is there"));
    let arguments = ["--headless=new", "--no-sandbox", "--disable-gpu", "--lang=en"];
    // A window has a least width, the screen of a phone has none.
    let screen = json!({ "deviceMetrics": { "width": width, "height": 900, "pixelRatio": 1.0, "mobile": false } });
    let mut capabilities = Capabilities::new();
    capabilities.insert("goog:chromeOptions".to_owned(), json!({ "args": arguments, "mobileEmulation": screen }));
    let mut builder = ClientBuilder::new(HttpConnector::new());
    builder.capabilities(capabilities);
    let url = format!("http://127.0.0.1:{port}");
    for _ in 0..600 {
        if let Ok(client) = builder.connect(&url).await {
            return (driver, client);
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    panic!("chromedriver gives no browser");
}

/// The console in a browser.
struct Console {
    client: Client,
    url: String,
    width: u32,
}

impl Console {
    async fn open(&self, path: &str) {
        self.client.goto(&format!("{}{path}", self.url)).await.unwrap();
    }

    async fn click(&self, css: &str) {
        self.client
            .find(Locator::Css(css))
            .await
            .unwrap_or_else(|error| panic!("{css}: {error}"))
            .click()
            .await
            .unwrap();
    }

    /// Presses the button with a text.
    async fn press(&self, text: &str) {
        let button = self.client.find(Locator::XPath(&format!("//button[normalize-space()='{text}']"))).await;
        button.unwrap_or_else(|error| panic!("{text}: {error}")).click().await.unwrap();
    }

    async fn fill(&self, css: &str, text: &str) {
        let input = self.client.find(Locator::Css(css)).await.unwrap_or_else(|error| panic!("{css}: {error}"));
        input.clear().await.unwrap();
        input.send_keys(text).await.unwrap();
    }

    /// Waits for an element that has a text.
    async fn sees(&self, css: &str, text: &str) {
        let mut seen = String::new();
        for _ in 0..NEVER.as_millis() / 50 {
            if let Ok(element) = self.client.find(Locator::Css(css)).await {
                seen = element.text().await.unwrap_or_default();
                if seen.contains(text) {
                    return;
                }
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        panic!("{css} has no {text:?} but {seen:?}");
    }

    async fn text(&self) -> String {
        self.client.source().await.unwrap()
    }

    async fn draw(&self, name: &str) {
        let Ok(folder) = env::var("MSDK_SCREENSHOTS") else { return };
        fs::create_dir_all(&folder).unwrap();
        let picture = self.client.screenshot().await.unwrap();
        fs::write(PathBuf::from(folder).join(format!("{name}-{}.png", self.width)), picture).unwrap();
        // Nothing is wider than the window.
        let wider = "return document.documentElement.scrollWidth > document.documentElement.clientWidth";
        assert_eq!(self.client.execute(wider, Vec::new()).await.unwrap(), json!(false), "{name} at {}", self.width);
    }
}

fn call(url: &str, arguments: &[&str]) {
    let mut command = msdk(&[&["call"], arguments, &["--openid", OPENID]].concat());
    command.env("MSDK_BASE_URL", url).stdout(Stdio::null()).stderr(Stdio::null()).status().unwrap();
}

#[tokio::test]
#[ignore = "needs chromium and chromedriver; .ci/run has them"]
async fn somebody_works_with_the_console() {
    for width in [1200, 390] {
        let store = env::temp_dir().join(format!("msdk-console-{}-{width}.redb", std::process::id()));
        let _ = fs::remove_file(&store);
        let store = store.to_str().unwrap();
        let (running, url) = gateway(store);
        let (_driver, client) = browser(width).await;
        let console = Console { client, url, width };
        work(&console).await;

        // The player is there again after a restart.
        drop(running);
        let (_running, url) = gateway(store);
        let console = Console { url, ..console };
        console.open(&format!("/_msdk/console/players/{OPENID}")).await;
        console.sees("h1", "改了名").await;
        console.client.close().await.unwrap();
        fs::remove_file(store).unwrap();
    }
}

async fn work(console: &Console) {
    // A call arrives while the page is open, and its verdict can be read.
    console.open("/").await;
    call(&console.url, &["qqprofile", "--token", "WRONG-TOKEN"]);
    console.sees("#calls li", "100013").await;
    call(&console.url, &["get_wifi", "--token", TOKEN]);
    console.sees("#calls li", "accepted").await;
    console.draw("calls").await;
    console.click("#calls li:nth-child(2) a").await;
    console.sees(".notice.failed", "log in again").await;
    console.sees("#curl", "curl -X POST").await;
    console.draw("call").await;
    let text = console.text().await;
    for secret in [TOKEN, KEY, "WRONG-TOKEN"] {
        assert!(!text.contains(secret), "a secret is on the page");
    }

    // A call is sent from the form, and is in the record.
    console.open("/_msdk/console/endpoints/qqfriends_detail").await;
    console.click(&format!("select[name=player] option[value='{OPENID}']")).await;
    console.fill("input[name='f.flag']", "2").await;
    console.press("Send").await;
    console.sees("#result pre", "张鸿").await;
    console.draw("endpoint").await;
    console.fill("input[name='f.flag']", "3").await;
    console.press("Send").await;
    console.sees("#result .failed", "flag").await;

    // A player is edited.
    console.open(&format!("/_msdk/console/players/{OPENID}")).await;
    console.fill("input[name=nickname]", "改了名").await;
    console.press("Save").await;
    console.sees(".notice", "Saved.").await;
    console.draw("player").await;

    // A fault is injected, and strikes.
    console.open("/_msdk/console/faults").await;
    console.click("select[name=kind] option[value=refuse]").await;
    console.fill("input[name=ret]", "-10000").await;
    console.fill("input[name=msg]", "-73,changed").await;
    console.press("Add").await;
    console.sees("table", "refusal").await;
    console.draw("faults").await;
    call(&console.url, &["qqprofile", "--token", TOKEN]);
    console.open("/").await;
    console.sees("#calls li", "-73").await;
    console.open("/_msdk/console/faults").await;
    console.press("Remove").await;
    console.sees("main", "Nothing goes wrong on purpose.").await;

    // In Chinese too, with the other pages.
    console.open("/_msdk/console/language/zh").await;
    console.open("/_msdk/console/world").await;
    console.sees("h1", "玩家与群").await;
    console.draw("world-zh").await;
    console.open("/_msdk/console/reference").await;
    console.sees("h1", "接口文档").await;
    let drawn = "return document.querySelector('rapi-doc').shadowRoot?.textContent.includes('qqprofile') ?? false";
    for _ in 0..NEVER.as_millis() / 50 {
        if console.client.execute(drawn, Vec::new()).await.unwrap() == json!(true) {
            return;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    panic!("the viewer shows no endpoint");
}
