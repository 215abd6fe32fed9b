//! Prints what each fault does to each client.

use std::{env, process::ExitCode};

use comfy_table::{ContentArrangement, Table};
use futures_util::{StreamExt, stream};
use msdk_faults::{Contestant, Msdk, MsdkOfWechat, MsdkOnReqwest, Plain, ROWS, Verdict, call_as_told, set_program};
use tokio::task::spawn_blocking;

const CONTESTANTS: [&dyn Contestant; 4] = [&Msdk, &MsdkOfWechat, &MsdkOnReqwest, &Plain];

#[tokio::main]
async fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    if let [word, call @ ..] = arguments.as_slice()
        && word == "call"
    {
        call_as_told(&CONTESTANTS, call).await;
        return ExitCode::SUCCESS;
    }
    let Ok(program) = env::current_exe() else { return ExitCode::FAILURE };
    set_program(program);
    let mut verdicts = Vec::new();
    for contestant in CONTESTANTS {
        verdicts.push(judge_all(contestant).await);
    }

    let mut table = Table::new();
    table.set_content_arrangement(ContentArrangement::Dynamic).set_width(150);
    table.set_header(["", "fault"].into_iter().chain(CONTESTANTS.map(Contestant::name)));
    for (index, row) in ROWS.iter().enumerate() {
        let cells = verdicts.iter().map(|verdicts| cell(&verdicts[index]));
        table.add_row([row.number.to_string(), row.fault.to_owned()].into_iter().chain(cells));
    }
    let no_cache = "no cache in this crate";
    table.add_row(["50", "cache down, slow, full of garbage", no_cache, no_cache, no_cache, "-"]);
    println!("{table}");
    for (contestant, verdicts) in CONTESTANTS.iter().zip(&verdicts) {
        let clean = verdicts.iter().filter(|verdict| verdict.is_clean()).count();
        let but_for_leaks = verdicts.iter().filter(|verdict| verdict.is_clean_but_for_leaks()).count();
        let (name, all) = (contestant.name(), ROWS.len());
        println!("{name}: {clean} of {all}; {but_for_leaks} if printed secrets do not count");
    }
    if verdicts.iter().take(2).flatten().all(Verdict::is_clean) { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Plays every row, some at once: most of their time they wait.
async fn judge_all(contestant: &'static dyn Contestant) -> Vec<Verdict> {
    const AT_ONCE: usize = 4;
    let judged = ROWS.iter().map(|row| spawn_blocking(|| row.judge(contestant)));
    stream::iter(judged).buffered(AT_ONCE).map(|verdict| verdict.expect("no row panics")).collect().await
}

fn cell(verdict: &Verdict) -> String {
    const SHOWN: usize = 4;
    let mut lines = verdict.lines();
    let more = lines.len().saturating_sub(SHOWN);
    lines.truncate(SHOWN);
    lines.extend((more > 0).then(|| format!("and {more} more")));
    if lines.is_empty() { "ok".to_owned() } else { lines.join("\n") }
}
