//! Generated code under lints that a strict crate denies.

#![deny(
    unused,
    missing_docs,
    unreachable_pub,
    unused_qualifications,
    absolute_paths_not_starting_with_crate,
    missing_debug_implementations,
    single_use_lifetimes,
    clippy::all,
    clippy::pedantic,
    clippy::nursery,
    clippy::absolute_paths,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::shadow_unrelated,
    clippy::missing_docs_in_private_items
)]
#![allow(clippy::redundant_pub_crate, reason = "the opposite of `unreachable_pub`")]

use std::collections::BTreeMap;

use msdk::{msdk_endpoint, msdk_object, msdk_reply};

/// Returns what a strict crate asks for.
#[msdk_endpoint(path = "/game/strict/", method = POST, appid = int, token = "openkey", fixed(a = 1), idempotent,
    attempt_timeout = 1s, codes(2001 = retry("it is computed"), -1 = ignore("it is over", "go on")))]
#[derive(Debug)]
pub(crate) struct Strict<'a> {
    /// Texts.
    #[msdk(items = 1..)]
    pub(crate) texts: Vec<&'a str>,
    /// An object.
    pub(crate) inner: Inner,
    /// A secret.
    #[msdk(secret)]
    pub(crate) pin: &'a str,
}

/// An object.
#[msdk_object]
#[derive(Debug)]
pub(crate) struct Inner {
    /// A number.
    #[msdk(range = 1..=2)]
    pub(crate) number: u8,
}

/// An object of two kinds.
#[msdk_object]
#[derive(Debug)]
pub(crate) enum Kinds {
    /// One.
    #[msdk(fixed(kind = 1))]
    One {
        /// A number.
        number: u8,
        /// A secret.
        #[msdk(secret)]
        pin: u8,
    },
    /// None.
    None,
}

/// Returns what is asked for in chunks, of the query.
#[msdk_endpoint(path = "/game/strict_chunks/", method = POST, deprecated = "strict", reply = StrictReply)]
#[derive(Debug)]
pub(crate) struct StrictChunks {
    /// Numbers.
    #[msdk(items = ..=2, chunk)]
    pub(crate) list: Vec<u8>,
    /// Kinds.
    #[msdk(flatten)]
    pub(crate) kinds: Kinds,
    /// A text.
    #[msdk(default = "x", one_of = ["x", "y"])]
    pub(crate) text: Option<String>,
    /// A number that is no longer sent.
    #[deprecated]
    pub(crate) old: Option<u8>,
    /// A secret that is no longer sent.
    #[deprecated]
    #[msdk(secret)]
    pub(crate) pin: Option<u8>,
}

msdk::bit_mask! {
    /// Bits.
    pub(crate) struct Bits: u32 {
        /// The first.
        FIRST = 1,
    }
}

/// One or several.
#[msdk_object(untagged)]
#[derive(Debug)]
pub(crate) enum Several {
    /// One.
    One(Bits),
    /// Several.
    Many(#[msdk(items = 1..)] Vec<Bits>),
}

/// An object with all kinds of values.
#[msdk_object(fixed(optype = 1))]
#[derive(Debug)]
pub(crate) struct Values<T: Clone> {
    /// By key.
    pub(crate) by_key: BTreeMap<String, Several>,
    /// In quotes.
    #[msdk(quoted)]
    pub(crate) quoted: u32,
    /// By serde.
    #[msdk(serde)]
    pub(crate) serde: Option<T>,
    /// Others.
    pub(crate) others: Vec<T>,
    /// The next one.
    pub(crate) next: Option<Box<Self>>,
}

/// A page.
#[msdk_reply]
#[derive(Debug)]
pub(crate) struct Page<T> {
    /// Items.
    pub(crate) items: Vec<T>,
    /// The first item.
    #[msdk(default)]
    pub(crate) first: T,
    /// By serde.
    #[msdk(serde, default)]
    pub(crate) extra: Option<T>,
    /// What is on it.
    pub(crate) found: Option<Found>,
}

/// What was found.
#[msdk_reply(untagged)]
#[derive(Debug)]
pub(crate) enum Found {
    /// A number.
    Count(u32),
    /// Bits.
    Bits(Vec<Bits>),
}

/// Asks for a page.
#[msdk_endpoint(path = "/game/strict_page/", method = POST, reply = Page<T>)]
#[derive(Debug)]
pub(crate) struct StrictPage<T>
where
    T: Clone + serde::Serialize,
{
    /// Values.
    pub(crate) values: Values<T>,
}

/// An object that is not printed.
#[msdk_object]
pub(crate) struct Unprinted<'a> {
    /// A secret.
    #[msdk(secret)]
    pub(crate) pin: &'a str,
}

/// What comes back.
#[msdk_reply(merge)]
#[derive(Debug)]
pub(crate) struct StrictReply {
    /// Texts.
    pub(crate) lists: Vec<String>,
    /// A secret.
    #[msdk(secret, keep)]
    pub(crate) pin: String,
}

#[test]
fn a_strict_declaration_is_used() {
    use msdk::declare::Endpoint as _;
    let request = Strict { texts: vec!["a"], inner: Inner { number: 1 }, pin: Unprinted { pin: "p" }.pin };
    assert_eq!(Strict::META.summary(), "Returns what a strict crate asks for.");
    drop(msdk::Client::builder());
    let call = |client, session| strict(client, session, request);
    let several = [Several::One(Bits::FIRST), Several::Many(vec![Bits::empty()])];
    let by_key = several.into_iter().map(|several| ("key".to_owned(), several)).collect();
    let values = Values { by_key, quoted: 1, serde: None, others: vec![1_u32], next: None };
    let _ = |client, session| strict_page(client, session, StrictPage { values });
    let page: Option<Page<u32>> = None;
    let is_found = |found: &Found| match found {
        Found::Count(count) => *count > 0,
        Found::Bits(bits) => !bits.is_empty(),
    };
    assert!(page.is_none_or(|page| {
        page.items.is_empty()
            && page.first == 0
            && page.extra.is_none()
            && page.found.is_some_and(|found| is_found(&found))
    }));
    let reply: Option<StrictReply> = None;
    assert!(reply.is_none_or(|reply| reply.lists.is_empty() && reply.pin.is_empty()));
    let _ = call;
    #[expect(deprecated, reason = "one of the fields is")]
    let chunks = [Kinds::One { number: 1, pin: 2 }, Kinds::None].map(|kinds| StrictChunks {
        list: vec![1],
        kinds,
        text: None,
        old: None,
        pin: None,
    });
    assert_eq!(chunks.len(), 2);
    #[expect(deprecated, reason = "it says that it is")]
    let chunked = |client, session, asked| strict_chunks(client, session, asked);
    let _ = chunked;
}
