//! Calls everything that can be called on an answer; fuzzing and property tests feed it arbitrary bytes.

use std::collections::BTreeMap;

use super::{Decode, Json, Manner, Parts, read_parts, text};
use crate::{
    describe::{CommaList, OpenId, PictureUrl, Secret, SharedText, UnixTime},
    error::Envelope,
};

/// Reads a body as every type that there is, and must not panic.
// Inlined, so that only a program which calls it compiles it.
#[inline]
pub fn read_answer(body: &[u8]) {
    for lossy in [false, true] {
        let Ok(text) = text(body, lossy) else { continue };
        let Ok(document) = Json::document(&text.text) else { continue };
        let manner = Manner { forgiving: lossy, ..Manner::default() };
        let parts = read_parts(&text.text, &mut |reader| reader.anything(), manner);
        if let Ok(Parts { envelope, .. }) = parts
            && let Ok(ret) = envelope.ret()
        {
            let envelope = Envelope::of(ret, &envelope);
            let _ = (envelope.platform_code(), envelope.to_string());
        }
        walk(document);
    }
}

#[inline]
fn walk(document: Json<'_>) {
    let mut left = vec![document];
    while let Some(json) = left.pop() {
        let _ = (json.text(), json.text_lossy(), json.int(), json.number(), json.flag());
        let _ = (<()>::decode(json), bool::decode(json), u8::decode(json), i64::decode(json), f32::decode(json));
        let _ =
            (Option::<UnixTime>::decode(json), OpenId::decode(json), PictureUrl::decode(json), Secret::decode(json));
        let _ = (Vec::<Option<SharedText>>::decode(json), CommaList::<String>::decode(json));
        let _ = (BTreeMap::<String, Option<Box<u64>>>::decode(json), BTreeMap::<i32, SharedText>::decode(json));
        let _ = Option::<BTreeMap<OpenId, Vec<bool>>>::decode(json);
        left.extend(json.items(Ok).unwrap_or_default());
        if let Ok(object) = json.object() {
            left.extend(object.values());
        }
    }
}
