//! Finds out what the pieces of a page are about.
//!
//! The pages have one scheme, which no page keeps to: a heading with the path, and below it sections for what the
//! interface does, the input, the output, how to call it, samples and codes. Sections go by their names here and not by
//! their level or number, since these are often wrong; where a heading is missing, the section that starts over tells
//! that another interface has begun.

mod fields;
mod heading;
mod kind;
mod merge;
mod nesting;
mod path;
mod prose;
mod sample;
mod structs;

use heading::{Heading, Role};

use crate::{
    page::{Code, Field, Interface, Mention, Page, Place, Slip},
    read::{self, Block, Content, Row},
};

/// Reads a page and finds its interfaces.
#[must_use]
pub fn understand(page: &str) -> Page {
    let mut reader = Reader::default();
    for block in read::read(page) {
        reader.take(block);
    }
    reader.close();
    Page { interfaces: reader.done }
}

/// Which side of a call a table is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    Request,
    Reply,
}

#[derive(Default)]
struct Reader {
    done: Vec<Interface>,
    current: Option<Open>,
    /// The last heading above all interfaces, for one that lost its own.
    above: String,
}

/// The interface that is being read.
#[derive(Default)]
struct Open {
    interface: Interface,
    level: usize,
    role: Option<Role>,
    side: Option<Side>,
    /// The texts since the last table or heading, which may say what the next table is about.
    caption: String,
    structs: structs::Structs,
    has_input: bool,
    has_output: bool,
    has_call: bool,
}

impl Reader {
    fn take(&mut self, block: Block) {
        match block.content {
            Content::Heading { level, text } => self.heading(block.line, level, &text),
            Content::Table(rows) => self.table(block.line, &rows),
            Content::Code(lines) => self.code(block.line, &lines),
            Content::Text(text) => self.text(block.line, &text),
        }
    }

    fn heading(&mut self, line: usize, level: usize, text: &str) {
        let heading = Heading::read(text);
        if let Some(open) = &mut self.current
            && heading.path.is_none()
            && matches!(heading.role, None | Some(Role::Input))
            && let Some(side) = open.object_of(&heading.title)
        {
            // `Parameters of button`: a section about an object of the open interface.
            open.role = Some(if side == Side::Request { Role::Input } else { Role::Output });
            open.side = Some(side);
            open.caption = heading.title;
            return;
        }
        if self.starts_interface(&heading, level) {
            self.open(line, level, &heading);
        } else if heading.role.is_none() && self.starts_chapter(&heading, level) {
            self.close();
            self.above = heading.title;
            return;
        }
        let Some(open) = &mut self.current else {
            self.above = heading.title;
            return;
        };
        if let Some(path) = heading.path.clone()
            && open.interface.mentions.is_empty()
        {
            // The path of an interface whose title stands in a heading of its own.
            open.interface.mentions.push(Mention { line, place: Place::Heading, path });
        }
        open.interface.unreleased |= heading.unreleased;
        open.caption.clone_from(&heading.title);
        if heading.role.is_some() || !heading.is_about_interface() {
            open.role = heading.role;
        }
        match heading.role {
            Some(Role::Input) => open.side = Some(Side::Request),
            Some(Role::Output) => open.side = Some(Side::Reply),
            _ => {}
        }
    }

    /// Whether a heading begins an interface: it has another path, or a section that the open one is past.
    fn starts_interface(&self, heading: &Heading, level: usize) -> bool {
        let Some(open) = &self.current else {
            return heading.path.is_some() || heading.role.is_some_and(Role::is_first) || heading.is_about_interface();
        };
        if let Some(path) = &heading.path {
            let is_known = open.interface.mentions.iter().any(|mention| path::is_same(&mention.path, path));
            let is_title = open.interface.mentions.is_empty() && !open.is_begun();
            return !is_title && (!is_known || (heading.role.is_none() && open.is_begun()));
        }
        match heading.role {
            Some(Role::Intro) => open.has_input || open.has_output || open.has_call,
            Some(Role::Input) => open.has_input && (open.has_output || open.has_call),
            Some(_) => false,
            None => {
                heading.is_about_interface()
                    && open.is_begun()
                    && (heading.depth == 3 || (level > 0 && open.level > 0 && level <= open.level))
            }
        }
    }

    /// Whether a heading without a section's name is above the open interface.
    fn starts_chapter(&self, heading: &Heading, level: usize) -> bool {
        let Some(open) = &self.current else { return true };
        let is_above = level > 0 && open.level > 0 && level < open.level;
        heading.path.is_none() && (matches!(heading.depth, 1 | 2) || (is_above && heading.depth == 0))
    }

    fn open(&mut self, line: usize, level: usize, heading: &Heading) {
        self.close();
        let own = heading.role.is_none() || heading.path.is_some();
        let mut interface = Interface {
            line,
            number: heading.number.clone(),
            title: if own { heading.title.clone() } else { std::mem::take(&mut self.above) },
            ..Interface::default()
        };
        if heading.role.is_some() && heading.path.is_none() {
            interface.slip(line, "the interface has no heading of its own");
        }
        self.current = Some(Open { interface, level, ..Open::default() });
    }

    fn close(&mut self) {
        let Some(mut open) = self.current.take() else { return };
        if open.interface.mentions.is_empty() && !open.has_input && !open.has_output {
            return;
        }
        open.interface.path = path::settle(&mut open.interface);
        open.structs.fill(&mut open.interface);
        merge::merge(&mut open.interface);
        open.interface.slips.sort_by_key(|slip| slip.line);
        self.done.push(open.interface);
    }

    fn table(&mut self, line: usize, rows: &[Row]) {
        let Some(open) = &mut self.current else { return };
        let caption = std::mem::take(&mut open.caption);
        if path::is_call(rows) {
            open.has_call = true;
            path::read_call(rows, &mut open.interface);
        } else if open.role == Some(Role::Codes) || fields::is_codes(rows) {
            open.interface.codes.extend(rows.iter().filter_map(read_code));
        } else if let Some(columns) = fields::Columns::read(rows, open.role) {
            let side = match open.role {
                Some(Role::Input) => Side::Request,
                Some(Role::Output) => Side::Reply,
                _ => open.side.unwrap_or(if open.has_input { Side::Reply } else { Side::Request }),
            };
            let (is_begun, known) = match side {
                Side::Request => (&mut open.has_input, &mut open.interface.request),
                Side::Reply => (&mut open.has_output, &mut open.interface.reply),
            };
            let (found, slips) = fields::read(rows, columns, side);
            nesting::add(found, known, &caption, *is_begun);
            *is_begun = true;
            open.interface.slips.extend(slips);
        } else {
            open.interface.slip(line, "a table whose columns are not understood is passed over");
        }
    }

    fn code(&mut self, line: usize, lines: &[String]) {
        let Some(open) = &mut self.current else { return };
        open.structs.read(line, lines);
        let fragments = sample::read(line, lines, open.role, &open.caption, &mut open.interface);
        let side = if open.role == Some(Role::Output) { Side::Reply } else { Side::Request };
        let fields = match side {
            Side::Request => &mut open.interface.request,
            Side::Reply => &mut open.interface.reply,
        };
        for fragment in &fragments {
            match nesting::find_parent(fields, &nesting::words_of(&open.caption)) {
                Some(parent) => merge::describe(parent, fragment, side),
                None => open.interface.slips.push(Slip {
                    line,
                    what: "a piece of JSON that describes no known field is passed over".to_owned(),
                }),
            }
        }
        if fragments.is_empty() {
            open.caption.clear();
        }
    }

    fn text(&mut self, line: usize, text: &str) {
        let Some(open) = &mut self.current else { return };
        if matches!(open.role, None | Some(Role::Intro)) && !open.has_input {
            if !open.interface.about.is_empty() {
                open.interface.about.push('\n');
            }
            open.interface.about.push_str(text);
        }
        open.interface.unreleased |= text.contains("仅供联调");
        if let Some(path) = path::of_url(text)
            && !open.has_call
            && text.contains("://")
            && (open.role == Some(Role::Call) || text.to_ascii_lowercase().contains("url"))
        {
            open.interface.mentions.push(Mention { line, place: Place::UrlRow, path });
        }
        open.caption.push('\n');
        open.caption.push_str(text);
    }
}

impl Open {
    /// The side that has an object which a title names.
    fn object_of(&self, title: &str) -> Option<Side> {
        let words = nesting::words_of(title);
        let named = |fields: &[Field]| nesting::names_object(fields, &words);
        let (request, reply) = (named(&self.interface.request), named(&self.interface.reply));
        match (request, reply, self.side) {
            (true, true, side) => side,
            (true, false, _) => Some(Side::Request),
            (false, true, _) => Some(Side::Reply),
            (false, false, _) => None,
        }
    }

    fn is_begun(&self) -> bool {
        self.has_input || self.has_output || self.has_call || self.role.is_some()
    }
}

/// `2001`, `2007-2010`; none of a row without a number.
fn read_code(row: &Row) -> Option<Code> {
    let cell = row.cells.first()?.replace(['－', '—', '~', '～'], "-").replace(' ', "");
    let is_negative = cell.starts_with('-');
    let parts: Vec<i64> = cell.trim_start_matches('-').split('-').map_while(|part| part.parse().ok()).collect();
    let sign = if is_negative { -1 } else { 1 };
    let (low, high) = match parts.as_slice() {
        [one] => (*one, *one),
        [low, high] => (*low, *high),
        _ => return None,
    };
    let meaning = row.cells.get(1).cloned().unwrap_or_default();
    Some(Code { line: row.line, codes: (low.min(high) * sign, low.max(high) * sign), meaning })
}

#[cfg(test)]
mod tests;
