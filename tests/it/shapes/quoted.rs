//! Numbers that are strings on the wire.

use msdk::{
    declare::{Encode, Endpoint},
    metadata::Shape,
    msdk_endpoint,
};

use crate::language::{sent, violations};

#[msdk_endpoint(path = "/game/quoted/", method = POST, reply = ())]
struct Quoted {
    #[msdk(quoted, range = 1..=9)]
    zone: u32,
    #[msdk(quoted, default = -1)]
    rank: Option<i64>,
    #[msdk(quoted)]
    rate: f64,
    #[msdk(quoted, items = ..=3)]
    ids: Vec<u64>,
    #[msdk(quoted)]
    other: Foreign,
}

/// A type of which the attribute knows nothing.
struct Foreign(&'static str);

impl Encode for Foreign {
    const SHAPE: Shape = Shape::Any;

    fn encode(&self, out: &mut msdk::declare::Encoder<'_>) {
        match self.0.parse() {
            Ok(int) => out.int(int),
            Err(_) => out.text(self.0),
        }
    }
}

#[test]
fn a_number_is_sent_as_a_string() {
    let quoted = |zone, ids: &[u64], other| Quoted { zone, rank: None, rate: 0.5, ids: ids.to_vec(), other };
    assert_eq!(
        sent(quoted(3, &[1, u64::MAX], Foreign("-7"))),
        r#"{"zone":"3","rank":"-1","rate":"0.5","ids":["1","18446744073709551615"],"other":"-7"}"#
    );
    assert_eq!(
        sent(Quoted { rank: Some(5), ..quoted(3, &[], Foreign("0")) }),
        r#"{"zone":"3","rank":"5","rate":"0.5","ids":[],"other":"0"}"#
    );
    assert_eq!(
        violations(quoted(10, &[0; 4], Foreign("x"))),
        [
            "`zone` must be 1 to 9, is 10",
            "`ids` must have at most 3 items, has 4",
            "`other` is sent in quotes, so it must be a number",
        ]
    );
    let shapes: Vec<_> = Quoted::META.fields.iter().map(|field| field.shape).collect();
    assert!(matches!(
        shapes[..],
        [
            Shape::Quoted(Shape::Int),
            Shape::Quoted(Shape::Int),
            Shape::Quoted(Shape::Number),
            Shape::List(Shape::Quoted(Shape::Int)),
            Shape::Quoted(_),
        ]
    ));
}
