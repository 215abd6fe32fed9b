//! `Debug` of declarations with secrets: what it leaves out, and that it is `derive(Debug)` otherwise.

#![allow(dead_code, reason = "many fields are only printed")]

use std::fmt::Debug;

use msdk::{OpenId, Secret, declare::Endpoint, msdk_endpoint, msdk_object, msdk_reply};

/// A secret as a text and as a number.
const TEXT: &str = "s3cr3t";
const NUMBER: u32 = 90_210;

/// The two layouts of a value, which have no secret.
fn printed(value: &impl Debug) -> [String; 2] {
    let printed = [format!("{value:?}"), format!("{value:#?}")];
    for text in &printed {
        assert!(!text.contains(TEXT) && !text.contains(&NUMBER.to_string()), "{text}");
    }
    printed
}

#[msdk_endpoint(path = "/game/pay/", method = POST, reply = ())]
#[derive(Debug, Clone)]
struct Pay<'a> {
    r#type: u32,
    #[msdk(secret)]
    text: &'a str,
    #[msdk(secret, name = "pin")]
    number: u32,
    #[cfg(any())]
    gone: DoesNotExist,
    #[cfg(test)]
    names: Vec<String>,
    #[msdk(secret)]
    texts: Vec<String>,
    #[msdk(secret, default = 1)]
    option: Option<u32>,
    token: Secret,
}

fn secretive() -> Pay<'static> {
    let (names, texts) = (vec!["a".to_owned()], vec![TEXT.to_owned()]);
    Pay { r#type: 1, text: TEXT, number: NUMBER, names, texts, option: Some(NUMBER), token: TEXT.into() }
}

/// What is printed in the place of a secret.
struct Left;

impl Debug for Left {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("[redacted]")
    }
}

#[test]
fn a_secret_is_left_out_of_what_the_derive_would_print() {
    #[derive(Debug)]
    struct Pay {
        r#type: u32,
        text: Left,
        number: Left,
        names: Vec<String>,
        texts: Left,
        option: Left,
        token: Secret,
    }
    let names = vec!["a".to_owned()];
    let same = Pay { r#type: 1, text: Left, number: Left, names, texts: Left, option: Left, token: TEXT.into() };
    assert_eq!(printed(&secretive()), printed(&same));
    assert_eq!(printed(&secretive().clone())[0], format!("{same:?}"));
}

#[msdk_object]
#[derive(Clone, core::fmt::Debug)]
enum Proof<T: msdk::declare::Encode> {
    Password {
        user: T,
        #[msdk(secret)]
        phrase: String,
    },
    Number {
        #[msdk(secret)]
        pin: u32,
    },
    Nothing,
}

#[test]
fn each_variant_is_printed_as_the_derive_would() {
    #[derive(Debug)]
    enum Same {
        Password { user: u8, phrase: Left },
        Number { pin: Left },
        Nothing,
    }
    let proofs = [Proof::Password { user: 1, phrase: TEXT.into() }, Proof::Number { pin: NUMBER }, Proof::Nothing];
    let same = [Same::Password { user: 1, phrase: Left }, Same::Number { pin: Left }, Same::Nothing];
    assert_eq!(printed(&proofs), printed(&same));
}

/// As the vendor's documents list them, without a word that says what they are.
#[msdk_endpoint(path = "/auth/spelt_out/", method = POST, reply = ())]
#[derive(::std::fmt::Debug)]
struct SpeltOut {
    appid: i64,
    openid: OpenId,
    openkey: String,
    #[serde(rename = "access_token")]
    ticket: Option<String>,
}

#[test]
fn a_token_that_a_struct_spells_out_is_a_secret() {
    let request = SpeltOut { appid: 1, openid: OpenId::new("A328"), openkey: TEXT.into(), ticket: Some(TEXT.into()) };
    let openid = &request.openid;
    let expected = format!("SpeltOut {{ appid: 1, openid: {openid:?}, openkey: [redacted], ticket: [redacted] }}");
    assert_eq!(printed(&request)[0], expected);
}

#[msdk_reply(merge)]
#[derive(Debug, PartialEq, Default)]
struct PayReply {
    #[msdk(secret, keep)]
    order: u32,
    #[msdk(name = "payToken", keep)]
    ticket: String,
    lists: Vec<u8>,
}

#[test]
fn a_reply_keeps_its_secrets_to_itself() {
    let reply = PayReply { order: NUMBER, ticket: TEXT.into(), lists: vec![1] };
    assert_eq!(printed(&reply)[0], "PayReply { order: [redacted], ticket: [redacted], lists: [1] }");
    let msdk::metadata::Shape::Object(fields) = <PayReply as msdk::declare::Decode>::SHAPE else { panic!("an object") };
    assert_eq!(fields.iter().map(|field| field.secret).collect::<Vec<_>>(), [true, true, false]);
}

/// Sent and read alike: one of the attributes prints it.
#[msdk_object]
#[msdk_reply]
#[derive(Debug)]
struct Ticket {
    #[msdk(secret)]
    pin: u32,
    seat: u8,
}

#[msdk_reply]
#[derive(Debug)]
#[msdk_object]
struct Receipt {
    #[msdk(secret)]
    pin: u32,
    seat: u8,
}

#[test]
fn two_attributes_print_once() {
    assert_eq!(printed(&Ticket { pin: NUMBER, seat: 2 })[0], "Ticket { pin: [redacted], seat: 2 }");
    assert_eq!(printed(&Receipt { pin: NUMBER, seat: 2 })[0], "Receipt { pin: [redacted], seat: 2 }");
}

/// Neither asks for `Debug` nor has fields that could be printed.
#[msdk_endpoint(path = "/game/unasked/", method = POST, reply = ())]
struct Unasked<T: msdk::declare::Encode> {
    #[msdk(secret)]
    pin: u32,
    value: T,
}

struct Unprintable;

impl msdk::declare::Encode for Unprintable {
    const SHAPE: msdk::metadata::Shape = msdk::metadata::Shape::Int;

    fn encode(&self, out: &mut msdk::declare::Encoder<'_>) {
        1.encode(out);
    }
}

#[test]
fn what_nobody_asked_for_is_a_name() {
    assert_eq!(printed(&Unasked { pin: NUMBER, value: Unprintable })[0], "Unasked { .. }");
}

#[msdk_endpoint(path = "/game/generic/", method = POST, reply = ())]
#[derive(Debug)]
struct Generic<'a, T: IntoIterator, const N: usize>
where
    T::Item: msdk::declare::Encode,
{
    items: Vec<T::Item>,
    bytes: [u8; N],
    #[msdk(secret)]
    pin: &'a str,
}

#[test]
fn what_is_associated_with_a_parameter_is_printed() {
    let request = Generic::<Vec<u8>, 1> { items: vec![7], bytes: [8], pin: TEXT };
    assert_eq!(printed(&request)[0], "Generic { items: [7], bytes: [8], pin: [redacted] }");
}

macro_rules! declare {
    ($(#[$meta:meta])* struct $name:ident { $($(#[$field_meta:meta])* $field:ident: $ty:ty,)* }) => {
        #[msdk_endpoint(path = "/game/from_a_macro/", method = POST, reply = ())]
        $(#[$meta])*
        struct $name { $($(#[$field_meta])* $field: $ty,)* }
    };
}

declare! {
    /// Printed.
    #[derive(Clone, Debug)]
    struct FromAMacro {
        #[msdk(secret)]
        pin: u32,
        #[msdk(name = "accessToken")]
        ticket: String,
    }
}

#[msdk_object]
#[derive(Debug)]
struct Conditional {
    #[cfg_attr(test, msdk(secret))]
    pin: u32,
}

#[test]
fn a_secret_is_seen_behind_a_macro_and_a_condition() {
    let request = FromAMacro { pin: NUMBER, ticket: TEXT.into() };
    assert_eq!(printed(&request)[0], "FromAMacro { pin: [redacted], ticket: [redacted] }");
    assert_eq!(printed(&Conditional { pin: NUMBER })[0], "Conditional { pin: [redacted] }");
    assert_eq!(FromAMacro::META.fields.len(), 2);
}
