//! The latest requests, within bounds.

use std::collections::VecDeque;

use bytes::Bytes;
use http::{
    HeaderMap, Method,
    header::{HeaderName, HeaderValue},
    request::Parts,
};

use msdk::{UnixTime, metadata::Metadata};
use tokio::sync::watch;

use super::{Received, Verdict};
use crate::{Fault, access::query};

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
    /// The id of the latest request, of which there is one each.
    latest: u64,
    bounds: Bounds,
    /// The answer that a request would have had, and its id, if it got the one before instead.
    held: Option<(u64, Bytes)>,
    /// Counts what happens, for those who watch.
    changes: watch::Sender<u64>,
}

/// A request in copies of its own.
///
/// What hyper hands out are slices of its read buffer: one kept header would hold the whole buffer, which is many times
/// larger, in memory.
struct Kept {
    id: u64,
    at: UnixTime,
    method: Method,
    target: Box<str>,
    /// The headers as they are on the wire, so that they are one allocation until somebody looks.
    headers: Box<[u8]>,
    body: Bytes,
    end: End,
}

/// What became of a request.
#[derive(Default)]
pub(crate) struct End {
    pub(crate) endpoint: Option<&'static Metadata>,
    pub(crate) faults: Vec<Fault>,
    pub(crate) verdict: Option<Verdict>,
    pub(crate) answer: Bytes,
}

impl Journal {
    pub(crate) fn new(bounds: Bounds) -> Self {
        Self {
            kept: VecDeque::new(),
            bytes: 0,
            count: 0,
            latest: 0,
            bounds,
            held: None,
            changes: watch::Sender::new(0),
        }
    }

    /// Keeps a request, whose body is a copy already, and returns its id.
    pub(crate) fn keep(&mut self, head: &Parts, body: Bytes, at: UnixTime) -> u64 {
        self.count += 1;
        self.latest += 1;
        let target = head.uri.path_and_query().map_or("/", |target| target.as_str()).into();
        let (id, method, headers) = (self.latest, head.method.clone(), written(&head.headers));
        let kept = Kept { id, at, method, target, headers, body, end: End::default() };
        self.bytes += kept.size();
        self.kept.push_back(kept);
        self.shrink();
        id
    }

    /// Adds to a request what became of it, unless it is not kept any more.
    pub(crate) fn close(&mut self, id: u64, end: End) {
        if let Some(kept) = self.find_mut(id) {
            let answer = end.answer.len();
            kept.end = end;
            self.bytes += answer;
            self.shrink();
        }
    }

    fn find_mut(&mut self, id: u64) -> Option<&mut Kept> {
        // Their ids follow each other.
        let first = self.kept.front()?.id;
        self.kept.get_mut(usize::try_from(id.checked_sub(first)?).ok()?)
    }

    /// Lets the oldest requests go, as far as there is no room for them.
    fn shrink(&mut self) {
        // Telling nobody takes as long as telling somebody.
        if self.changes.receiver_count() > 0 {
            self.changes.send_modify(|changes| *changes += 1);
        }
        while self.kept.len() > self.bounds.requests || self.bytes > self.bounds.bytes {
            let Some(oldest) = self.kept.pop_front() else { break };
            self.bytes -= oldest.size();
        }
    }

    /// Returns the latest requests with greater ids, so many at most, the latest of them last.
    pub(crate) fn since(&self, id: u64, most: usize) -> Vec<Received> {
        let new = self.kept.iter().rev().take_while(|kept| kept.id > id).take(most);
        let mut received: Vec<Received> = new.map(Kept::read).collect();
        received.reverse();
        received
    }

    /// Returns one request, if it is still kept.
    pub(crate) fn get(&self, id: u64) -> Option<Received> {
        let first = self.kept.front()?.id;
        self.kept.get(usize::try_from(id.checked_sub(first)?).ok()?).map(Kept::read)
    }

    /// Returns the answer to the request before, if there was one with an answer.
    pub(crate) fn answer_before(&self, id: u64) -> Option<Bytes> {
        let before = self.kept.iter().rev().find(|kept| kept.id < id && kept.end.verdict.is_some())?;
        Some(match &self.held {
            Some((of, held)) if *of == before.id => held.clone(),
            _ => before.end.answer.clone(),
        })
    }

    /// Holds an answer back, in the place of which another was sent.
    pub(crate) fn hold(&mut self, id: u64, answer: Bytes) {
        self.held = Some((id, answer));
    }

    /// Returns what changes with every request that arrives and every one that is answered.
    pub(crate) fn changes(&self) -> watch::Receiver<u64> {
        self.changes.subscribe()
    }

    /// Returns the number of requests since the last clearing, those that are not kept any more included.
    pub(crate) const fn count(&self) -> u64 {
        self.count
    }

    pub(crate) fn clear(&mut self) {
        self.kept.clear();
        (self.bytes, self.count) = (0, 0);
        self.shrink();
    }
}

impl Kept {
    fn size(&self) -> usize {
        OVERHEAD + self.target.len() + self.headers.len() + self.body.len() + self.end.answer.len()
    }

    fn read(&self) -> Received {
        let (path, raw_query) = self.target.split_once('?').unwrap_or((&self.target, ""));
        let query = query::parse(raw_query).unwrap_or_default().into_iter();
        Received {
            id: self.id,
            at: self.at,
            method: self.method.clone(),
            path: path.to_owned(),
            raw_query: raw_query.to_owned(),
            query: query.map(|(name, value)| (name.into_owned(), value.into_owned())).collect(),
            headers: read(&self.headers),
            body: self.body.clone(),
            endpoint: self.end.endpoint,
            faults: self.end.faults.clone(),
            verdict: self.end.verdict.clone(),
            answer: self.end.answer.clone(),
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

    const NOW: UnixTime = UnixTime::from_secs(1_425_513_600);

    fn head(target: &str) -> Parts {
        let request = http::Request::post(target).header("a", "1").header("b", "").header("a", "2: 3");
        request.body(()).unwrap().into_parts().0
    }

    #[test]
    fn what_is_kept_reads_as_it_came() {
        let mut journal = Journal::new(Bounds { requests: 1, bytes: 10_000 });
        journal.keep(&head("/path/?a=%20&b=%GG"), Bytes::from_static(b"{}"), NOW);
        let [received] = &journal.since(0, usize::MAX)[..] else { panic!("one is kept") };
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
                journal.keep(&head(path), Bytes::from(vec![0; 1000]), NOW);
            }
            assert_eq!(journal.count(), 4);
            journal.since(0, usize::MAX).into_iter().map(|received| received.path).collect::<Vec<_>>()
        };
        assert_eq!(kept(Bounds { requests: 3, bytes: usize::MAX }), ["/2", "/3", "/4"]);
        assert_eq!(kept(Bounds { requests: 9, bytes: 2600 }), ["/3", "/4"]);
        assert!(kept(Bounds { requests: 0, bytes: usize::MAX }).is_empty());
        assert!(kept(Bounds { requests: 9, bytes: 999 }).is_empty());
    }

    #[test]
    fn what_became_of_a_request_is_added_to_it() {
        let end = |answer: &'static str| End {
            answer: Bytes::from_static(answer.as_bytes()),
            verdict: Some(Verdict { refusal: None, passed_over: Vec::new() }),
            ..End::default()
        };
        let mut journal = Journal::new(Bounds { requests: 3, bytes: usize::MAX });
        let [one, two, three, four] = ["/1", "/2", "/3", "/4"].map(|path| journal.keep(&head(path), Bytes::new(), NOW));
        journal.close(two, end("second"));
        journal.close(four, end("fourth"));
        journal.close(one, end("it is not kept any more"));
        let answers: Vec<Bytes> = journal.since(0, usize::MAX).into_iter().map(|received| received.answer).collect();
        assert_eq!(answers, ["second", "", "fourth"]);
        assert_eq!(journal.answer_before(four).unwrap(), "second");
        assert_eq!(journal.answer_before(two), None);
        let paths =
            |since, most| journal.since(since, most).into_iter().map(|received| received.path).collect::<Vec<_>>();
        assert_eq!((paths(two, 9), paths(0, 1)), (vec!["/3".to_owned(), "/4".to_owned()], vec!["/4".to_owned()]));
        assert_eq!((journal.get(three).unwrap().id, journal.get(one).is_none()), (three, true));
    }

    #[test]
    fn an_answer_takes_room_too() {
        let mut journal = Journal::new(Bounds { requests: 9, bytes: 2600 });
        let ids = [0, 1].map(|_| journal.keep(&head("/"), Bytes::from(vec![0; 500]), NOW));
        journal.close(ids[1], End { answer: Bytes::from(vec![0; 1500]), ..End::default() });
        assert_eq!(journal.since(0, usize::MAX).len(), 1);
    }

    #[test]
    fn clearing_starts_anew() {
        let mut journal = Journal::new(Bounds { requests: 9, bytes: 2600 });
        for _ in 0..3 {
            journal.keep(&head("/"), Bytes::from(vec![0; 1000]), NOW);
            journal.clear();
        }
        assert_eq!((journal.count(), journal.bytes, journal.since(0, usize::MAX).len()), (0, 0, 0));
    }
}
