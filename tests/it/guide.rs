//! What doctests cannot check of the guide "When a call fails".

use std::fs;

use msdk::{
    Client, Session,
    declare::Endpoint,
    qq::profile::{GetGift, get_gift},
};
use msdk_mock::{Gateway, Refusal, demo};

fn pages() -> [String; 2] {
    ["docs/when-a-call-fails.md", "docs/when-a-call-fails.zh-CN.md"].map(|page| fs::read_to_string(page).unwrap())
}

/// The fenced blocks of a language, without comments.
fn blocks(page: &str, language: &str) -> Vec<String> {
    let fence = format!("```{language}\n");
    let blocks = page.split(&fence).skip(1).map(|rest| rest.split("```").next().unwrap());
    let code = |block: &str| {
        block.lines().map(|line| line.split("// ").next().unwrap().trim_end()).collect::<Vec<_>>().join("\n")
    };
    blocks.map(code).collect()
}

#[test]
fn both_pages_have_the_same_programs() {
    let [english, chinese] = pages();
    assert!(!blocks(&english, "rust").is_empty());
    assert_eq!(blocks(&english, "rust"), blocks(&chinese, "rust"));
}

/// The programs of the guide to tests are those of a file that is run.
#[test]
fn the_game_server_and_its_tests_are_run() {
    let program = include_str!("game_server.rs");
    for page in ["docs/testing-a-game-server.md", "docs/testing-a-game-server.zh-CN.md"] {
        let page = fs::read_to_string(page).unwrap();
        let blocks: Vec<&str> =
            page.split("```rust\n").skip(1).map(|rest| rest.split("\n```").next().unwrap()).collect();
        assert_eq!(blocks.len(), 2);
        for block in blocks {
            assert!(program.contains(block.trim_start_matches("#[cfg(test)]\n")), "{block}");
        }
    }
}

#[tokio::test]
async fn the_line_that_is_explained_is_the_one_that_is_printed() {
    let gateway = Gateway::builder().endpoint(GetGift::META, |_, _| Err(Refusal::access(-306, "timed out")));
    let gateway = gateway.start().await.unwrap();
    let settings = Client::builder().app_id(gateway.app_id()).app_key(gateway.app_key());
    let client = settings.base_url(gateway.base_url()).build().unwrap();
    let error = get_gift(&client, &Session::without_token(demo::CALLER), GetGift).await.unwrap_err();

    let elapsed = format!("in {} ms", error.elapsed().as_millis());
    let line = error.to_string().replace(&elapsed, "in 12 ms") + "\n";
    for page in pages() {
        assert_eq!(blocks(&page, "text").first(), Some(&line.trim_end().to_owned()));
    }
}
