//! Worlds that are written down, in TOML or JSON.

use std::{fs, path::Path};

use msdk_mock::{Problem, World};
use serde_json::Value;

use crate::failure::Failure;

/// The JSON Schema of a world.
pub(crate) fn schema() -> Value {
    schemars::schema_for!(World).to_value()
}

/// Reads a world, in JSON if the name of the file ends so, else in TOML.
pub(super) fn read(path: &Path) -> Result<World, Failure> {
    let is_json = path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("json"));
    let text = fs::read_to_string(path).map_err(|error| Failure::System(format!("{}: {error}", path.display())))?;
    let wrong = |what: String| Failure::usage(format!("{}: {what}", path.display()));
    let world = if is_json { of_json(&text) } else { of_toml(&text) }.map_err(wrong)?;
    match world.problems().first() {
        Some(problem) => Err(wrong(at_line(&text, problem))),
        None => Ok(world),
    }
}

fn of_json(text: &str) -> Result<World, String> {
    let mut json = serde_json::Deserializer::from_str(text);
    let world = serde_path_to_error::deserialize(&mut json).map_err(|error| {
        let (path, error) = (error.path().to_string(), error.into_inner());
        // serde_json says line and column.
        format!("{}{error}", field(&path))
    })?;
    json.end().map_err(|error| error.to_string())?;
    Ok(world)
}

fn of_toml(text: &str) -> Result<World, String> {
    let toml = toml::Deserializer::parse(text).map_err(|error| of_error(text, "", &error))?;
    serde_path_to_error::deserialize(toml).map_err(|error| {
        let (path, error) = (error.path().to_string(), error.into_inner());
        of_error(text, &path, &error)
    })
}

fn of_error(text: &str, path: &str, error: &toml::de::Error) -> String {
    let line = error.span().map(|span| line_of(text, span.start));
    let line = line.map(|line| format!(" at line {line}")).unwrap_or_default();
    format!("{}{}{line}", field(path), error.message())
}

fn field(path: &str) -> String {
    // Where it is not known, it is a point or has a question mark.
    if path.is_empty() || path == "." || path.contains('?') { String::new() } else { format!("{path}: ") }
}

/// Says a problem with the line where its value stands, if it can be found: behind the player whose friend it is, or where it
/// is for the last time.
fn at_line(text: &str, problem: &Problem) -> String {
    let player = problem
        .place
        .strip_prefix("players[")
        .and_then(|rest| serde_json::from_str::<String>(rest.split_once(']')?.0).ok());
    let at = match player {
        Some(player) => {
            let from = quoted(text, &player).map_or(0, |(at, _)| at);
            let rest = text.get(from..).unwrap_or_default();
            let friends = rest.find("friends").unwrap_or(0);
            quoted(rest.get(friends..).unwrap_or_default(), &problem.value).map(|(at, _)| from + friends + at)
        }
        None => quoted(text, &problem.value).map(|(_, last)| last),
    };
    match at {
        Some(at) => format!("{problem} at line {}", line_of(text, at)),
        None => problem.to_string(),
    }
}

/// Where a value stands in quotes for the first time, and for the last.
fn quoted(text: &str, value: &str) -> Option<(usize, usize)> {
    let spellings = [format!("\"{value}\""), format!("'{value}'")];
    let first = spellings.iter().filter_map(|spelling| text.find(spelling)).min()?;
    let last = spellings.iter().filter_map(|spelling| text.rfind(spelling)).max()?;
    Some((first, last))
}

fn line_of(text: &str, at: usize) -> usize {
    text.get(..at).map_or(1, |before| before.matches('\n').count() + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mistakes_are_told_with_line_and_field() {
        let wrong = |text: &str| of_toml(text).unwrap_err();
        let player = "[[players]]\nopenid = \"A\"\ntoken = \"t\"\n";
        assert_eq!(
            wrong(&format!("{player}nick = \"x\"\n")).split(", expected").next().unwrap(),
            "players[0].nick: unknown field `nick`"
        );
        assert_eq!(
            wrong(&format!("{player}wifi = 1\n")),
            "players[0].wifi: invalid type: integer `1`, expected a boolean at line 4"
        );
        assert!(wrong("[[players]\n").ends_with("at line 1"), "{}", wrong("[[players]\n"));
        let json = of_json("{\n\"players\": [{\"openid\": \"A\", \"token\": 3}]}").unwrap_err();
        assert_eq!(json, "players[0].token: invalid type: integer `3`, expected a string at line 2 column 38");
    }
}
