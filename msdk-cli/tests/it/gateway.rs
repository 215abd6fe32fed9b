//! The gateway as a team shares it: its world, its store, its games.

use std::{
    fs,
    io::{BufRead as _, BufReader, Write as _},
    net::TcpStream,
    path::PathBuf,
    process::Command,
    sync::atomic::{AtomicU32, Ordering::Relaxed},
    thread,
};

use serde_json::{Value, json};

use crate::support::{Gateway, OPENID, TOKEN, json_of, refused, run, stderr, stdout};

/// A file of a test, which is deleted in the end.
struct TestFile(PathBuf);

impl TestFile {
    fn new(name: &str) -> Self {
        static MADE: AtomicU32 = AtomicU32::new(0);
        let name = format!("msdk-{}-{}-{name}", std::process::id(), MADE.fetch_add(1, Relaxed));
        Self(std::env::temp_dir().join(name))
    }

    fn with(name: &str, text: &str) -> Self {
        let file = Self::new(name);
        fs::write(&file.0, text).unwrap();
        file
    }

    fn path(&self) -> &str {
        self.0.to_str().unwrap()
    }
}

impl Drop for TestFile {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.0);
    }
}

const WORLD: &str = r#"
[[players]]
openid = "A"
token = "token-of-a"
nickname = "甲"
friends = ["B"]
gifts = [{ id = "gold", count = 5 }]
vips.blue = { level = 2 }

[[players]]
openid = "B"
token = "token-of-b"
"#;

#[test]
fn a_world_comes_from_a_file() {
    let file = TestFile::with("world.toml", WORLD);
    let gateway = Gateway::with(&["--world", file.path()]);
    let profile = gateway.call(&["call", "qqprofile", "--openid", "A", "--token", "token-of-a"]);
    assert_eq!(json_of(&profile)["nickName"], "甲");
    // What the control interface gives can be given as a file.
    let file = TestFile::with("world.json", &gateway.control("GET", "/_msdk/world", &Value::Null).to_string());
    let gateway = Gateway::with(&["--world", file.path()]);
    assert_eq!(
        gateway.control("GET", "/_msdk/world/players/A", &Value::Null)["gifts"],
        json!([{"id": "gold", "count": 5}])
    );
}

#[test]
fn a_mistake_in_a_world_is_told_with_line_and_field() {
    let wrong = |text: &str| {
        let file = TestFile::with("wrong.toml", text);
        let output = refused(&["--world", file.path()]);
        assert_eq!(output.status.code(), Some(2));
        stderr(&output).trim().rsplit(".toml: ").next().unwrap().to_owned()
    };
    assert_eq!(wrong(&WORLD.replace("\"B\"]", "\"C\"]")), r#"players["A"].friends: "C" is no player at line 6"#);
    let second = WORLD.replace("甲", "B").replace("\"B\"]", "'X', \"B\"]");
    assert_eq!(wrong(&second), r#"players["A"].friends: "X" is no player at line 6"#);
    assert!(wrong(&WORLD.replace("nickname", "nick")).starts_with("players[0].nick: unknown field `nick`, expected"));
    assert!(wrong(&WORLD.replace("level = 2", "level = true")).starts_with("players[0].vips.blue.level: invalid type"));
}

#[test]
fn the_schema_of_a_world_admits_worlds_and_no_mistakes() {
    let schema = json_of(&run(&["gateway", "--world-schema"]));
    let validator = jsonschema::validator_for(&schema).unwrap();
    let gateway = Gateway::start();
    assert!(validator.is_valid(&gateway.control("GET", "/_msdk/world", &Value::Null)));
    let world: Value = toml::from_str(WORLD).unwrap();
    assert!(validator.is_valid(&world));
    let wrong: Value = toml::from_str(&WORLD.replace("nickname", "nick")).unwrap();
    assert!(!validator.is_valid(&wrong));
}

#[cfg(unix)]
fn kill(gateway: &mut Gateway, signal: &str) {
    let pid = gateway.child.id().to_string();
    assert!(Command::new("kill").args([signal, &pid]).status().unwrap().success());
    gateway.child.wait().unwrap();
}

/// Reports are made while the process dies; those that were answered are there afterwards.
#[test]
#[cfg(unix)]
fn what_was_acknowledged_survives_kill_9() {
    let file = TestFile::new("world.redb");
    let mut acknowledged = 0;
    for round in 0..3 {
        let mut gateway = Gateway::with(&["--store", file.path()]);
        let address = gateway.address().to_owned();
        let (say, acknowledgements) = std::sync::mpsc::channel();
        let writer = thread::spawn(move || {
            for number in 0.. {
                let body = json!({"nickname": format!("{round}-{number}")}).to_string();
                let request = format!(
                    "PATCH /_msdk/world/players/{OPENID} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\
                     Content-Length: {}\r\n\r\n{body}",
                    body.len()
                );
                let answer = TcpStream::connect(&address).and_then(|mut connection| {
                    connection.write_all(request.as_bytes())?;
                    let mut line = String::new();
                    BufReader::new(connection).read_line(&mut line)?;
                    Ok(line)
                });
                if !answer.is_ok_and(|line| line.starts_with("HTTP/1.1 204 ")) || say.send(number).is_err() {
                    break;
                }
            }
        });
        // Killed in the middle of it.
        for _ in 0..20 {
            acknowledgements.recv().unwrap();
        }
        kill(&mut gateway, "-9");
        writer.join().unwrap();
        acknowledged += 20 + acknowledgements.try_iter().count();
        let last = acknowledged_last(&file);
        let (found_round, number) = last.split_once('-').unwrap();
        assert_eq!(found_round, round.to_string());
        assert!(number.parse::<usize>().unwrap() + 1 >= 20, "{last}");
    }
    assert!(acknowledged >= 60);
}

/// The nickname that is kept.
fn acknowledged_last(file: &TestFile) -> String {
    let gateway = Gateway::with(&["--store", file.path()]);
    let player = gateway.control("GET", &format!("/_msdk/world/players/{OPENID}"), &Value::Null);
    player["nickname"].as_str().unwrap().to_owned()
}

#[test]
fn what_calls_change_is_kept_too_and_a_reset_brings_the_start_back() {
    let file = TestFile::new("world.redb");
    let gifts = |gateway: &Gateway| {
        let output = gateway.call(&["call", "get_gift", "--openid", OPENID, "--token", TOKEN]);
        json_of(&output)["GiftPackList"].as_array().unwrap().len()
    };
    let gateway = Gateway::with(&["--store", file.path()]);
    assert_eq!(gifts(&gateway), 1);
    drop(gateway);
    let gateway = Gateway::with(&["--store", file.path()]);
    assert_eq!(gifts(&gateway), 0);
    gateway.control("POST", "/_msdk/world/reset", &Value::Null);
    drop(gateway);
    assert_eq!(gifts(&Gateway::with(&["--store", file.path()])), 1);
    // A world without players is a world.
    let gateway = Gateway::with(&["--store", file.path()]);
    gateway.control("PUT", "/_msdk/world", &json!({}));
    drop(gateway);
    let world = Gateway::with(&["--store", file.path()]).control("GET", "/_msdk/world", &Value::Null);
    assert_eq!(world["players"], json!([]));
    let output = refused(&["--store", "/nowhere/at/all"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(stderr(&output).contains("/nowhere/at/all: "), "{}", stderr(&output));
}

#[test]
fn several_games_and_a_lenient_gateway() {
    let gateway = Gateway::with(&["--app", "7:key-of-seven", "--app", "8:key-of-eight", "--lenient"]);
    for (id, key) in [("7", "key-of-seven"), ("8", "key-of-eight")] {
        let mut command = gateway.command(&["call", "qqprofile", "--openid", OPENID, "--token", TOKEN]);
        let output = command.env("MSDK_APP_ID", id).env("MSDK_APP_KEY", key).output().unwrap();
        assert_eq!(json_of(&output)["ret"], 0, "{id}");
    }
    assert_eq!(refused(&["--app", "7:a", "--app", "7:b"]).status.code(), Some(2));
    let signature = stdout(&gateway.command(&["sign", "1"]).env("MSDK_APP_KEY", "key-of-seven").output().unwrap());
    let path = format!("/relation/qqprofile?timestamp=1&appid=7&sig={}&openid=A&encode=1&mine=2", signature.trim());
    gateway.http("POST", &path, &[], "{}");
    let calls = gateway.control("GET", "/_msdk/calls?limit=1", &Value::Null);
    let noted = calls["calls"][0]["verdict"]["passed_over"].clone();
    assert_eq!(noted[0], "no endpoint at /relation/qqprofile; did you mean /relation/qqprofile/?");
    assert_eq!(noted[1], "`mine` is not a parameter of qqprofile");
    let listed = gateway.http("GET", "/", &["Accept-Language: zh"], "").1;
    assert!(listed.contains(">已放过：`mine` 不是 qqprofile 的参数</span>"), "{listed}");
}

#[test]
fn requests_of_v3_are_taken_with_their_key() {
    let file = TestFile::with("v3.key", "key-of-v3\n");
    let gateway = Gateway::with(&["--v3-key-file", file.path()]);
    let time = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap().as_secs().to_string();
    let signature = stdout(&gateway.command(&["sign", &time]).env("MSDK_APP_KEY", "key-of-v3").output().unwrap());
    let query = format!("timestamp={time}&appid=100703379&sig={}&openid={OPENID}&encode=2", signature.trim());
    let body = json!({"appid": "100703379", "openid": OPENID, "accessToken": TOKEN}).to_string();
    let answer = gateway.http("POST", &format!("/relation/qqprofile?{query}"), &[], &body).1;
    assert!(answer.contains("憨特"), "{answer}");
}

#[test]
fn health_is_an_exit_code() {
    let gateway = Gateway::start();
    let url = format!("http://{}", gateway.address());
    assert_eq!(stdout(&run(&["health", &url])), "ok\n");
    drop(gateway);
    assert_eq!(run(&["health", &url]).status.code(), Some(5));
}
