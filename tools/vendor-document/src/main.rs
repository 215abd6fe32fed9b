//! The command line: lists what a page says, compares it with what is declared, and writes declarations from it.

use std::{
    fs,
    path::{Path, PathBuf},
    process::ExitCode,
};

use clap::{Parser, Subcommand, ValueEnum};
use msdk_document::{
    compare::compare,
    declared::declared,
    page::{Interface, Page},
    rulings::Rulings,
    understand::understand,
    write::{self, Language, declare_page},
};

/// Reads pages of the vendor's wiki.
#[derive(Debug, Parser)]
#[command(name = "msdk-document", version)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Prints what is understood of a page.
    List {
        /// The page, in Markdown.
        page: PathBuf,
    },
    /// Compares pages with what is declared; fails if they differ where no ruling says why.
    Check {
        /// The pages, in Markdown.
        #[arg(required = true)]
        pages: Vec<PathBuf>,
        /// The file with the reasons of known differences.
        #[arg(long)]
        rulings: Option<PathBuf>,
        /// Print the known differences too, each with its reason.
        #[arg(long)]
        all: bool,
    },
    /// Writes the declarations of a page's interfaces to the standard output.
    Declare {
        /// The page, in Markdown.
        page: PathBuf,
        /// The path of the one interface to declare.
        #[arg(long)]
        path: Option<String>,
        /// What the doc comments are made of.
        #[arg(long, value_enum, default_value_t = Docs::Chinese)]
        docs: Docs,
    },
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Docs {
    /// The page's own words.
    Chinese,
    /// English put together from a list of phrases, and the page's words where that knows none.
    English,
}

fn main() -> ExitCode {
    let done = match Arguments::parse().command {
        Command::List { page } => list(&page),
        Command::Check { pages, rulings, all } => check(&pages, rulings.as_deref(), all),
        Command::Declare { page, path, docs } => declare(&page, path.as_deref(), docs),
    };
    done.unwrap_or_else(|message| {
        eprintln!("{message}");
        ExitCode::from(2)
    })
}

fn read(file: &Path) -> Result<String, String> {
    fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()))
}

/// Reads a page that has interfaces.
fn page(file: &Path) -> Result<Page, String> {
    let page = understand(&read(file)?);
    if page.interfaces.is_empty() {
        return Err(format!(
            "{}: no interface was found; a heading with a path, or a table of fields, begins one",
            file.display()
        ));
    }
    Ok(page)
}

fn list(file: &Path) -> Result<ExitCode, String> {
    print!("{}", page(file)?);
    Ok(ExitCode::SUCCESS)
}

fn check(files: &[PathBuf], rulings: Option<&Path>, all: bool) -> Result<ExitCode, String> {
    let pages: Vec<Page> = files.iter().map(|file| page(file)).collect::<Result<_, _>>()?;
    let rulings = match rulings {
        Some(file) => Rulings::read(&read(file)?).map_err(|error| format!("{}: {error}", file.display()))?,
        None => Rulings::default(),
    };
    let differences = compare(&pages, &declared(&msdk::PLATFORMS));
    let verdict = rulings.judge(differences.iter().flatten());
    for (file, differences) in files.iter().zip(&differences) {
        for difference in differences {
            let line = if difference.line > 0 { format!(":{}", difference.line) } else { String::new() };
            let reason = rulings.reason(difference);
            if all || reason.is_none() {
                println!("{}{line}: {difference}", file.display());
            }
            if let Some(reason) = reason.filter(|_| all) {
                println!("    {reason}");
            }
        }
    }
    for ruling in &verdict.unused {
        println!("the ruling is about no difference any more: {}", ruling.difference);
    }
    let interfaces: usize = pages.iter().map(|page| page.interfaces.len()).sum();
    println!(
        "{interfaces} interfaces, {} differences: {} ruled, {} new; {} rulings unused",
        verdict.ruled.len() + verdict.new.len(),
        verdict.ruled.len(),
        verdict.new.len(),
        verdict.unused.len(),
    );
    let is_clean = verdict.new.is_empty() && verdict.unused.is_empty();
    Ok(if is_clean { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn declare(file: &Path, path: Option<&str>, docs: Docs) -> Result<ExitCode, String> {
    let page = page(file)?;
    let language = match docs {
        Docs::Chinese => Language::Chinese,
        Docs::English => Language::English,
    };
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    let Some(path) = path else {
        print!("{}", declare_page(&page, &name, language));
        return Ok(ExitCode::SUCCESS);
    };
    let is_meant = |interface: &&Interface| interface.key().trim_matches('/') == path.trim_matches('/');
    let interface = page.interfaces.iter().find(is_meant).ok_or_else(|| {
        let paths: Vec<String> = page.interfaces.iter().map(Interface::key).collect();
        format!("{}: no interface has the path {path}; there are {}", file.display(), paths.join(", "))
    })?;
    print!("{}", write::declare(interface, &name, language));
    Ok(ExitCode::SUCCESS)
}
