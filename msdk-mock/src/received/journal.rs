//! The latest requests, within bounds.

use std::collections::VecDeque;

use bytes::Bytes;
use http::{
    HeaderMap, Method,
    header::{HeaderName, HeaderValue},
    request::Parts,
};

use super::Received;
use crate::access::query;

/// What a kept request takes besides its texts, roughly.
const OVERHEAD: usize = 256;

/// How much is kept.
#[derive(Clone, Copy)]
pub(crate) struct Bounds {
    pub(crate) requests: usize,
    pub(crate) bytes: usize,
}

/// The latest requests. The oldest one goes first.
pub(crate) struct Journal {
    kept: VecDeque<Kept>,
    bytes: usize,
    count: u64,
    bounds: Bounds,
}

/// A request in copies of its own.
///
/// What hyper hands out are slices of its read buffer: one kept header would hold the whole buffer, which is many times
/// larger, in memory.
struct Kept {
    method: Method,
    target: Box<str>,
    /// The headers as they are on the wire, so that they are one allocation until somebody looks.
    headers: Box<[u8]>,
    body: Bytes,
}

impl Journal {
    pub(crate) fn new(bounds: Bounds) -> Self {
        Self { kept: VecDeque::new(), bytes: 0, count: 0, bounds }
    }

    /// Keeps a request, whose body is a copy already.
    pub(crate) fn keep(&mut self, head: &Parts, body: Bytes) {
        self.count += 1;
        let target = head.uri.path_and_query().map_or("/", |target| target.as_str()).into();
        let kept = Kept { method: head.method.clone(), target, headers: written(&head.headers), body };
        self.bytes += kept.size();
        self.kept.push_back(kept);
        while self.kept.len() > self.bounds.requests || self.bytes > self.bounds.bytes {
            let Some(oldest) = self.kept.pop_front() else { break };
            self.bytes -= oldest.size();
        }
    }

    pub(crate) fn received(&self) -> Vec<Received> {
        self.kept.iter().map(Kept::read).collect()
    }

    /// Returns the number of requests since the last clearing, those that are not kept any more included.
    pub(crate) const fn count(&self) -> u64 {
        self.count
    }

    pub(crate) fn clear(&mut self) {
        *self = Self::new(self.bounds);
    }
}

impl Kept {
    fn size(&self) -> usize {
        OVERHEAD + self.target.len() + self.headers.len() + self.body.len()
    }

    fn read(&self) -> Received {
        let (path, raw_query) = self.target.split_once('?').unwrap_or((&self.target, ""));
        let query = query::parse(raw_query).unwrap_or_default().into_iter();
        Received {
            method: self.method.clone(),
            path: path.to_owned(),
            raw_query: raw_query.to_owned(),
            query: query.map(|(name, value)| (name.into_owned(), value.into_owned())).collect(),
            headers: read(&self.headers),
            body: self.body.clone(),
        }
    }
}

/// Writes each header as a line. A header's value has no line break, so the lines can be told apart.
fn written(headers: &HeaderMap) -> Box<[u8]> {
    let size = headers.iter().map(|(name, value)| name.as_str().len() + value.len() + 2).sum();
    let mut lines = Vec::with_capacity(size);
    for (name, value) in headers {
        lines.extend_from_slice(name.as_str().as_bytes());
        lines.push(b':');
        lines.extend_from_slice(value.as_bytes());
        lines.push(b'\n');
    }
    lines.into_boxed_slice()
}

fn read(lines: &[u8]) -> HeaderMap {
    let headers = lines.split(|byte| *byte == b'\n').filter_map(|line| {
        let colon = line.iter().position(|byte| *byte == b':')?;
        let (name, value) = line.split_at_checked(colon)?;
        Some((HeaderName::from_bytes(name).ok()?, HeaderValue::from_bytes(value.get(1..)?).ok()?))
    });
    let mut map = HeaderMap::new();
    for (name, value) in headers {
        map.append(name, value);
    }
    map
}

#[cfg(test)]
mod tests {
    use super::*;

    fn head(target: &str) -> Parts {
        let request = http::Request::post(target).header("a", "1").header("b", "").header("a", "2: 3");
        request.body(()).unwrap().into_parts().0
    }

    #[test]
    fn what_is_kept_reads_as_it_came() {
        let mut journal = Journal::new(Bounds { requests: 1, bytes: 10_000 });
        journal.keep(&head("/path/?a=%20&b=%GG"), Bytes::from_static(b"{}"));
        let [received] = &journal.received()[..] else { panic!("one is kept") };
        assert_eq!((received.path.as_str(), received.raw_query.as_str()), ("/path/", "a=%20&b=%GG"));
        assert!(received.query.is_empty(), "it cannot be decoded");
        assert_eq!(received.headers, head("/").headers);
        assert_eq!((&received.method, &received.body[..]), (&Method::POST, &b"{}"[..]));
    }

    #[test]
    fn the_oldest_go_first() {
        let kept = |bounds| {
            let mut journal = Journal::new(bounds);
            for path in ["/1", "/2", "/3", "/4"] {
                journal.keep(&head(path), Bytes::from(vec![0; 1000]));
            }
            assert_eq!(journal.count(), 4);
            journal.received().into_iter().map(|received| received.path).collect::<Vec<_>>()
        };
        assert_eq!(kept(Bounds { requests: 3, bytes: usize::MAX }), ["/2", "/3", "/4"]);
        assert_eq!(kept(Bounds { requests: 9, bytes: 2600 }), ["/3", "/4"]);
        assert!(kept(Bounds { requests: 0, bytes: usize::MAX }).is_empty());
        assert!(kept(Bounds { requests: 9, bytes: 999 }).is_empty());
    }

    #[test]
    fn clearing_starts_anew() {
        let mut journal = Journal::new(Bounds { requests: 9, bytes: 2600 });
        for _ in 0..3 {
            journal.keep(&head("/"), Bytes::from(vec![0; 1000]));
            journal.clear();
        }
        assert_eq!((journal.count(), journal.bytes, journal.received().len()), (0, 0, 0));
    }
}
