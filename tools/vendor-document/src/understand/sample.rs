//! Sample requests and sample answers.

use super::path;
use crate::{
    json,
    page::{Interface, Mention, Place},
};

/// Reads the samples in a piece of code.
pub(super) fn read(first_line: usize, lines: &[String], interface: &mut Interface) {
    read_request_line(first_line, lines, interface);
    let text = lines.join("\n");
    let text = if text.contains("&quot;") { text.replace("&quot;", "\"").replace("&amp;", "&") } else { text };
    if lines.iter().any(|line| ["struct ", "enum "].iter().any(|word| line.trim_start().starts_with(word))) {
        return;
    }
    for sample in json::find(&text) {
        let is_answer = sample.value.get("ret").is_some()
            || lines[..sample.line.min(lines.len())].iter().any(|line| line.contains("返回"))
            || !interface.sample_requests.is_empty();
        for slip in &sample.slips {
            let what = if is_answer { "answer" } else { "request" };
            interface.slip(first_line + slip.line, format!("the sample {what} is no JSON: {}", slip.what));
        }
        if is_answer {
            interface.sample_replies.push(sample.value);
        } else {
            interface.sample_requests.push(sample.value);
        }
    }
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
        read(100, &lines, &mut interface);
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
    fn an_answer_may_stand_alone_and_without_ret() {
        assert_eq!(read_all("//返回结果\n{\"a\":0}").sample_replies.len(), 1);
        assert_eq!(read_all("{\"ret\":0,}").slips[0].line, 100);
    }
}
