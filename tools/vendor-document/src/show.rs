//! Prints what was understood of a page.

use std::fmt::{self, Display, Formatter};

use crate::page::{Field, Interface, Page, Prose};

/// Everything that was understood of a page.
impl Display for Page {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        for interface in &self.interfaces {
            writeln!(f, "{interface}")?;
        }
        Ok(())
    }
}

impl Display for Interface {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let method = self.method.as_deref().unwrap_or("(no method)");
        writeln!(f, "{method} {}   line {}", self.key(), self.line)?;
        for (title, fields) in [("request", &self.request), ("reply", &self.reply)] {
            if !fields.is_empty() {
                writeln!(f, "  {title}")?;
                show_fields(fields, 4, f)?;
            }
        }
        if !self.codes.is_empty() {
            let codes: Vec<String> = self.codes.iter().map(|code| range(code.codes)).collect();
            writeln!(f, "  codes {}", codes.join(", "))?;
        }
        for slip in &self.slips {
            writeln!(f, "  line {}: {}", slip.line, slip.what)?;
        }
        Ok(())
    }
}

/// Writes one code, or the ends of a range.
pub(crate) fn range((low, high): (i64, i64)) -> String {
    if low == high { low.to_string() } else { format!("{low} to {high}") }
}

fn show_fields(fields: &[Field], indent: usize, f: &mut Formatter<'_>) -> fmt::Result {
    for field in fields {
        let kind = field.kind.to_string();
        write!(f, "{:indent$}{} {kind}", "", field.name)?;
        match field.optional {
            Some(true) => f.write_str(", optional")?,
            Some(false) => f.write_str(", required")?,
            None => {}
        }
        write!(f, "{}", field.prose)?;
        if !field.in_table {
            f.write_str(", in the sample only")?;
        }
        if let Some(sampled) = &field.sampled
            && sampled.to_string() != kind
        {
            write!(f, ", {sampled} in the sample")?;
        }
        writeln!(f)?;
        show_fields(&field.fields, indent + 2, f)?;
    }
    Ok(())
}

impl Display for Prose {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        for (limit, unit) in [(self.bytes, "bytes"), (self.chars, "characters"), (self.items, "items")] {
            if let Some(limit) = limit {
                write!(f, ", at most {limit} {unit}")?;
            }
        }
        if !self.values.is_empty() {
            write!(f, ", one of {}{}", self.values.join(" "), if self.open { " and more" } else { "" })?;
        }
        if self.joined {
            f.write_str(", with commas")?;
        }
        if let Some(only) = &self.only {
            write!(f, ", always {only}")?;
        }
        if let Some(default) = &self.default {
            write!(f, ", default {default}")?;
        }
        Ok(())
    }
}
