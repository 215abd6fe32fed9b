//! The page about error codes, which is made from the catalogue. To refresh it:
//! `MSDK_REFRESH=1 cargo test --test it error_codes`.

use std::{env, fmt::Write as _, fs};

use msdk::catalogue::{Code, CodeTable};

const FILE: &str = "docs/error-codes.md";
const START: &str = "<!-- codes: made from the catalogue -->\n";
const END: &str = "<!-- /codes -->\n";

fn row(row: &Code) -> String {
    let code = row.code.map_or("other".to_owned(), |code| code.to_string());
    let (meaning, remedy) = (row.meaning, row.remedy);
    let vendor = if row.advice == row.vendor_advice { String::new() } else { format!(" (`{:?}`)", row.vendor_advice) };
    let (advice, turn, acted) = (row.advice, row.turn, row.acted);
    format!(
        "| {code} | `{advice:?}`{vendor} | `{turn:?}` | `{acted:?}` | {} | {} | {} | {} |\n",
        meaning.en, meaning.zh, remedy.en, remedy.zh
    )
}

fn table(table: &CodeTable) -> String {
    let mut text = format!("\n## {}", heading(table));
    text.push_str("\n\n| code | advice | turn | acted | meaning | 含义 | remedy | 处理 |\n| ---: | --- | --- | --- | --- | --- | --- | --- |\n");
    text.extend(table.codes.iter().map(row));
    text
}

fn heading(table: &CodeTable) -> String {
    let mut heading = table.name.to_owned();
    if let Some(endpoint) = table.endpoint {
        write!(heading, ": `{endpoint}`").unwrap();
    }
    heading
}

#[test]
fn the_page_is_the_catalogue() {
    let page = fs::read_to_string(FILE).unwrap();
    let (before, rest) = page.split_once(START).unwrap();
    let (stands, after) = rest.split_once(END).unwrap();
    let tables: String = msdk::catalogue::tables().iter().map(table).collect();
    if env::var_os("MSDK_REFRESH").is_some() {
        fs::write(FILE, format!("{before}{START}{tables}\n{END}{after}")).unwrap();
    } else {
        assert!(
            stands == format!("{tables}\n"),
            "{FILE} is stale; refresh it with `MSDK_REFRESH=1 cargo test --test it error_codes`"
        );
    }
}
