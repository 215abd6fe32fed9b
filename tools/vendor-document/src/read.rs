//! Takes a page apart into headings, tables, code and text.
//!
//! This is done line by line and not by a Markdown parser, because the pages break the rules that such a parser goes by,
//! and readers understand them nevertheless. In CommonMark a row that is indented by four spaces is code, a struct right
//! below a table is its last row, a heading needs a space behind its `#`, and a table needs a row of dashes. Only within
//! a line, where the pages keep to the rules, a parser is used; see [`text`].

mod code;
mod heading;
mod html;
mod table;
pub mod text;

/// A piece of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// The line where it starts, from 1.
    pub line: usize,
    /// What it is.
    pub content: Content,
}

/// What a piece of a page is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Content {
    /// A heading.
    Heading {
        /// The number of `#`, or what stands for it where there are none; 0 for a line that only looks like a heading.
        level: usize,
        /// Its text, without markup.
        text: String,
    },
    /// The rows of a table; the first one may be its head.
    Table(Vec<Row>),
    /// Lines of code, as they are written.
    Code(Vec<String>),
    /// A line of text, without markup.
    Text(String),
}

/// A row of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The line where it stands, from 1.
    pub line: usize,
    /// Its cells, without markup.
    pub cells: Vec<String>,
}

/// Takes a page apart.
#[must_use]
pub fn read(page: &str) -> Vec<Block> {
    let page = page.trim_start_matches('\u{feff}').replace("\r\n", "\n").replace(['\r', '\u{2028}'], "\n");
    let lines: Vec<String> = page.lines().map(tidy).collect();
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    let mut blocks = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        // Whatever a page is like, the reader moves on.
        at = read_block(&lines, at, &mut blocks).max(at + 1);
    }
    blocks
}

/// Removes what nobody sees: spaces of other widths, and characters without any.
fn tidy(line: &str) -> String {
    line.replace('\u{a0}', " ").replace(['\u{200b}', '\u{200c}', '\u{200d}', '\u{feff}'], "")
}

/// Reads what starts at a line, and returns the line behind it.
fn read_block(lines: &[&str], at: usize, blocks: &mut Vec<Block>) -> usize {
    let line = lines[at];
    let mut push = |content| blocks.push(Block { line: at + 1, content });
    if line.trim().is_empty() {
        return at + 1;
    }
    if let Some((code, next)) = code::fenced(lines, at) {
        push(Content::Code(code));
        return next;
    }
    if let Some((rows, next)) = html::table(lines, at) {
        push(Content::Table(rows));
        return next;
    }
    if let Some((rows, next)) = table::read(lines, at) {
        push_rows(rows, at, blocks);
        return next;
    }
    if let Some((level, text, next)) = heading::read(lines, at) {
        push(Content::Heading { level, text });
        return next;
    }
    if let Some((code, next)) = code::bare(lines, at) {
        push(Content::Code(code));
        return next;
    }
    let text = text::plain(line);
    if !text.is_empty() {
        push(Content::Text(text));
    }
    at + 1
}

/// Adds a table. One without a head right behind another table goes on with it: somebody left a blank line.
fn push_rows(rows: Vec<Row>, at: usize, blocks: &mut Vec<Block>) {
    if let Some(Block { content: Content::Table(before), .. }) = blocks.last_mut()
        && !table::has_head(&rows)
        && before.first().map(|row| row.cells.len()) == rows.first().map(|row| row.cells.len())
    {
        before.extend(rows);
    } else {
        blocks.push(Block { line: at + 1, content: Content::Table(rows) });
    }
}

#[cfg(test)]
mod tests;
