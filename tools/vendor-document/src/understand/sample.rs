//! Sample requests and sample answers.

use super::{heading::Role, path};
use crate::{
    json::{self, Json},
    page::{Field, Interface, Mention, Place, Sample},
};

/// Reads the samples in a piece of code. Those that are neither a request nor an answer are returned.
pub(super) fn read(
    first_line: usize,
    lines: &[String],
    role: Option<Role>,
    caption: &str,
    interface: &mut Interface,
) -> Vec<Json> {
    let mut fragments = Vec::new();
    read_request_line(first_line, lines, interface);
    let text = lines.join("\n");
    let text = if text.contains("&quot;") { text.replace("&quot;", "\"").replace("&amp;", "&") } else { text };
    if lines.iter().any(|line| ["struct ", "enum "].iter().any(|word| line.trim_start().starts_with(word))) {
        return fragments;
    }
    for sample in json::find(&text) {
        let before = lines.get(..sample.line).unwrap_or_default();
        let is_answer = sample.value.get("ret").is_some()
            || (is_behind_answer(before, caption) && !is_request(&sample.value, interface));
        if !is_answer && is_fragment(&sample.value, before, role, interface) {
            fragments.push(sample.value);
            continue;
        }
        for slip in &sample.slips {
            let what = if is_answer { "answer" } else { "request" };
            interface.slip(first_line + slip.line, format!("the sample {what} is no JSON: {}", slip.what));
        }
        let read = Sample { line: first_line + sample.line, value: sample.value };
        if is_answer {
            interface.sample_replies.push(read);
        } else {
            interface.sample_requests.push(read);
        }
    }
    fragments
}

/// Whether most keys of a sample are those of the request.
fn is_request(value: &Json, interface: &Interface) -> bool {
    let count = |fields: &[Field]| {
        let is_known = |name: &String| fields.iter().any(|field| field.name == *name);
        value.entries().iter().filter(|(name, _)| is_known(name)).count()
    };
    count(&interface.request) > count(&interface.reply)
}

/// Whether the nearest mark before a sample is that of an answer, in the code or above it.
fn is_behind_answer(before: &[String], caption: &str) -> bool {
    let is_mark =
        |line: &str| ["返回", "响应", "应答", "response"].iter().any(|word| line.to_lowercase().contains(word));
    let is_request = |line: &str| ["POST", "GET"].iter().any(|method| line.trim_start().starts_with(method));
    let nearest = before.iter().rev().find(|line| is_mark(line) || is_request(line));
    nearest.map_or_else(|| caption.lines().last().is_some_and(is_mark), |line| is_mark(line))
}

/// Whether a piece of JSON describes an object of the request: it stands among the fields, and has none of their names.
fn is_fragment(value: &Json, before: &[String], role: Option<Role>, interface: &Interface) -> bool {
    let fields = if role == Some(Role::Output) { &interface.reply } else { &interface.request };
    let is_known = |name: &String| fields.iter().any(|field| field.name == *name);
    !fields.is_empty()
        && !before.iter().any(|line| line.trim_start().starts_with("POST"))
        && !value.entries().iter().any(|(name, _)| is_known(name))
}

/// Reads the method and the address, which may have come to stand in the next line.
fn read_request_line(first_line: usize, lines: &[String], interface: &mut Interface) {
    for (number, line) in lines.iter().enumerate() {
        let Some(method) = ["POST", "GET"].into_iter().find(|method| line.trim_start().starts_with(method)) else {
            continue;
        };
        let next = lines.get(number + 1).map_or("", |next| next.trim());
        let address = if line.contains('/') { line.trim() } else { next };
        let address = address.strip_prefix(method).unwrap_or(address);
        let without_query = address.split('?').next().unwrap_or_default();
        if let Some(found) = path::of_url(without_query) {
            interface.mentions.push(Mention { line: first_line + number, place: Place::Sample, path: found });
            path::read_query(address, interface);
            if interface.method.is_none() {
                interface.method = Some(method.to_owned());
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_all(text: &str) -> Interface {
        let mut interface = Interface::default();
        let lines: Vec<String> = text.lines().map(str::to_owned).collect();
        read(100, &lines, None, "", &mut interface);
        interface
    }

    #[test]
    fn requests_and_answers_are_told_apart() {
        let interface = read_all("POST \n/share/qq/?timestamp=*&opua=x HTTP/1.0\n\n{\"a\":1}\n//返回结果\n{\"ret\":0}");
        assert_eq!((interface.sample_requests.len(), interface.sample_replies.len()), (1, 1));
        assert_eq!(interface.mentions, [Mention { line: 100, place: Place::Sample, path: "/share/qq/".into() }]);
        assert!(interface.query.contains("opua") && interface.method.as_deref() == Some("POST"));
    }

    #[test]
    fn there_may_be_several_requests() {
        let interface = read_all("POST /a_b/c/\n{\"a\":1}\n//返回\n{\"ret\":0}\nPOST /a_b/c/\n{\"b\":1}");
        assert_eq!((interface.sample_requests.len(), interface.sample_replies.len()), (2, 1));
    }

    #[test]
    fn an_answer_may_stand_alone_and_without_ret() {
        assert_eq!(read_all("//返回结果\n{\"a\":0}").sample_replies.len(), 1);
        assert_eq!(read_all("{\"ret\":0,}").slips[0].line, 100);
    }
}
