//! Makes one kind of call again and again, or one part of a call, so that another program can count what it costs.

mod arms;
mod parts;

use std::process::ExitCode;

use common::command::{Command, USAGE};

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let done = match &arguments[..] {
        [part, name, items, times] if part == "part" => part_of_call(name, items, times),
        _ => whole_call(&arguments),
    };
    if done.is_some() {
        return ExitCode::SUCCESS;
    }
    eprintln!("usage:\n{USAGE}\npart  NAME ITEMS TIMES");
    ExitCode::FAILURE
}

fn part_of_call(name: &str, items: &str, times: &str) -> Option<()> {
    let allocations = parts::run(name, items.parse().ok()?, times.parse().ok()?)?;
    println!("{allocations}");
    Some(())
}

fn whole_call(arguments: &[String]) -> Option<()> {
    let (arm, command) = Command::parse(arguments)?;
    match arm {
        "raw" => command.run::<arms::Raw>(),
        "raw-profile" => command.run::<arms::RawProfile>(),
        "hyper" => command.run::<arms::Hyper>(),
        "hyper-util" => command.run::<arms::HyperUtil>(),
        "msdk" => command.run::<arms::Msdk>(),
        "msdk-on-reqwest" => command.run::<arms::MsdkOnReqwest>(),
        "msdk-from-memory" => command.run::<arms::MsdkFromMemory>(),
        "msdk-shared-from-memory" => command.run::<arms::MsdkSharedFromMemory>(),
        "reqwest-by-hand" => command.run::<arms::ReqwestByHand>(),
        _ => return None,
    }
    Some(())
}
