//! An answer to typed values.

use std::{
    hint::black_box,
    sync::atomic::{AtomicU32, AtomicUsize, Ordering::Relaxed},
};

use common::{allocations, answers::body, hand::Answer};
use msdk::{
    declare::{Decode, DecodeError, Json},
    msdk_endpoint,
    qq::relation::QqfriendsDetailReply,
};

use crate::arms::{FromMemory, session, settings};

static TIMES: AtomicU32 = AtomicU32::new(0);
static ALLOCATIONS: AtomicUsize = AtomicUsize::new(0);

/// An endpoint whose reply is read again and again, since only an answer brings [`Json`].
#[msdk_endpoint(path = "/relation/qqfriends_detail/", method = POST, reply = Repeated)]
struct Friends {}

struct Repeated;

impl Decode for Repeated {
    const SHAPE: msdk::metadata::Shape = <QqfriendsDetailReply as Decode>::SHAPE;

    fn decode(json: Json<'_>) -> Result<Self, DecodeError> {
        let before = allocations::count();
        for _ in 0..TIMES.load(Relaxed) {
            black_box(QqfriendsDetailReply::decode(black_box(json))?);
        }
        ALLOCATIONS.store(allocations::count() - before, Relaxed);
        Ok(Self)
    }
}

/// Reads one answer so many times, and returns the allocations of that.
pub(super) fn alone(friends: usize, times: u32) -> usize {
    TIMES.store(times, Relaxed);
    let transport = FromMemory(body(friends).into());
    let client = settings("127.0.0.1:1").transport(transport).build().expect("a client");
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    runtime.block_on(async { client.call(&session(), Friends {}).await }).expect("an answer");
    ALLOCATIONS.load(Relaxed)
}

pub(super) fn with_serde(friends: usize) -> impl FnMut() {
    let body = body(friends);
    move || {
        let answer: Answer = serde_json::from_slice(black_box(body.as_bytes())).expect("JSON");
        answer.check(friends);
    }
}
