//! Declarations in hostile surroundings.

#![allow(dead_code, non_camel_case_types, non_upper_case_globals, reason = "compiling is the test")]

/// No prelude, the names that generated code might want taken, and fields named like what it might use.
#[rustfmt::skip]
mod shadowed {
    #![no_implicit_prelude]

    struct Option;
    struct Result;
    struct Ok;
    struct Err;
    struct String;
    struct Vec;
    struct Box;
    mod std {}
    mod core {}
    mod msdk {}
    const body: () = ();
    const fields: () = ();
    const json: () = ();

    ::msdk::wire_enum! {
        pub(super) enum Number: int { One = 1 }
    }
    ::msdk::wire_enum! {
        pub(super) enum Word: string { One = "one" }
    }

    ::msdk::bit_mask! {
        pub(super) struct Bits: u8 { ONE = 1, TWO = 1 << 1 }
    }

    #[::msdk::msdk_endpoint(path = "/game/taken/", method = POST, fixed(version = 1), timeout = 1s, check = rule,
        attempt_timeout = 1s, codes(1 = retry("a"), 2 = ignore("b", "c")))]
    pub(super) struct Taken<'a, T: ::msdk::declare::Encode> {
        pub(super) client: &'a ::core::primitive::str,
        pub(super) session: ::std::option::Option<::std::string::String>,
        #[msdk(range = 0..)]
        pub(super) url: u64,
        pub(super) body: ::std::vec::Vec<Inner>,
        pub(super) self_: bool,
        pub(super) request: u8,
        pub(super) r#type: T,
        pub(super) fields: [u8; 2],
    }

    fn rule<T: ::msdk::declare::Encode>(_: &Taken<'_, T>, _: &mut ::msdk::declare::Report<'_>) {}

    #[::msdk::msdk_object]
    pub(super) struct Inner {
        pub(super) out: u8,
        pub(super) json: u8,
    }

    struct usize;
    struct i64;
    struct str;

    #[::msdk::msdk_object]
    pub(super) enum Kinds {
        #[msdk(fixed(kind = 1, name = "x"))]
        Some { json: u8 },
        #[msdk(fixed(kind = 2))]
        None,
    }

    #[::msdk::msdk_endpoint(path = "/game/many/", method = POST, deprecated = "taken", app_key = "appkey")]
    pub(super) struct Many {
        #[msdk(items = ..=2, chunk)]
        pub(super) fields: ::std::vec::Vec<u8>,
        #[msdk(flatten)]
        pub(super) kinds: Kinds,
        #[msdk(default = 1, one_of = [1, 2])]
        pub(super) next: ::std::option::Option<u8>,
        #[msdk(json, secret)]
        pub(super) check: [u8; 1],
        #[msdk(join = ",")]
        pub(super) private: ::std::vec::Vec<u8>,
        #[msdk(quoted)]
        pub(super) bits: ::std::option::Option<Bits>,
        #[msdk(serde)]
        pub(super) serde: ::std::option::Option<u8>,
        pub(super) keys: ::std::collections::BTreeMap<u8, Choice>,
        pub(super) node: ::std::option::Option<Node>,
    }

    #[::msdk::msdk_object(untagged)]
    pub(super) enum Choice {
        Some(u8),
        None(#[msdk(items = 1..)] ::std::vec::Vec<Inner>),
    }

    #[::msdk::msdk_object(fixed(value = 1))]
    pub(super) struct Node {
        pub(super) next: ::std::option::Option<::std::boxed::Box<Self>>,
    }

    #[::msdk::msdk_reply(untagged)]
    pub(super) enum Found<T> {
        Some(u8),
        None(::std::vec::Vec<T>),
    }

    #[::msdk::msdk_reply(merge)]
    pub(super) struct ManyReply {
        pub(super) next: ::std::vec::Vec<u8>,
        #[msdk(keep)]
        pub(super) merge: u8,
        #[msdk(flatten, keep)]
        pub(super) inner: TakenReply,
        #[msdk(serde, keep)]
        pub(super) place: u8,
        #[msdk(serde, keep)]
        pub(super) flatten: ::std::option::Option<u8>,
        #[msdk(serde, keep, default)]
        pub(super) default: u8,
        #[msdk(keep)]
        pub(super) found: Found<Bits>,
    }

    struct Debug;
    struct fmt;
    struct Formatter;
    struct Redacted;
    struct Advice;
    struct Code;

    #[::msdk::msdk_endpoint(path = "/game/hidden/", method = POST, reply = HiddenReply)]
    #[derive(::core::prelude::v1::Debug)]
    pub(super) struct Hidden<T: ::msdk::declare::Encode> {
        pub(super) formatter: T,
        #[msdk(secret)]
        pub(super) fmt: u8,
    }

    #[::msdk::msdk_reply]
    #[derive(::std::fmt::Debug)]
    pub(super) struct HiddenReply {
        #[msdk(secret)]
        pub(super) f: u8,
    }

    #[::msdk::msdk_object]
    #[derive(::core::fmt::Debug)]
    pub(super) enum HiddenKinds {
        Debug {
            fmt: u8,
            #[msdk(secret)]
            f: u8,
        },
        Ok,
    }

    #[::msdk::msdk_reply]
    pub(super) struct TakenReply {
        pub(super) json: ::std::string::String,
        #[msdk(default)]
        pub(super) fields: u8,
        pub(super) r#type: ::std::option::Option<u8>,
    }
}

/// A re-exported `msdk` under another name.
mod games {
    pub(crate) extern crate msdk as platform;
}

#[games::platform::msdk_endpoint(path = "/game/renamed/", method = POST, crate = games::platform)]
#[derive(Debug)]
struct Renamed {
    #[msdk(secret)]
    #[cfg(any())]
    gone: DoesNotExist,
    there: u8,
}

#[games::platform::msdk_reply(crate = games::platform)]
#[derive(Debug)]
struct RenamedReply {
    #[cfg(any())]
    gone: DoesNotExist,
    #[msdk(secret)]
    there: u8,
}

macro_rules! declare {
    ($name:ident, $path:literal, $field:ident: $ty:ty) => {
        #[msdk::msdk_endpoint(path = $path, method = POST, reply = ())]
        struct $name {
            $field: $ty,
        }
    };
}

macro_rules! declare_checked {
    ($name:ident, $check:path) => {
        #[msdk::msdk_endpoint(path = "/game/checked/", method = POST, reply = (), check = $check)]
        struct $name;
    };
}

/// Declares an item that was written elsewhere, where `self` is another.
macro_rules! hand_on {
    ($item:item $reply:item) => {
        #[msdk::msdk_endpoint(path = "/game/handed_on/", method = POST)]
        $item
        #[msdk::msdk_reply(merge)]
        $reply
    };
}

hand_on! {
    #[derive(Debug)]
    struct HandedOn {
        #[msdk(items = ..=2, chunk)]
        list: Vec<u8>,
        #[msdk(secret)]
        pin: u8,
    }
    struct HandedOnReply {
        lists: Vec<u8>,
    }
}

declare_checked!(Checked, check);

fn check(_: &Checked, _: &mut msdk::declare::Report<'_>) {}

/// Deprecated, which its own code must not be warned of.
#[deprecated]
#[msdk::msdk_endpoint(path = "/game/old/", method = POST, reply = ())]
struct Old {
    there: u8,
}

declare!(FromAMacro, "/game/from_a_macro/", text: String);

#[msdk::msdk_endpoint(path = "/game/match/", method = POST, reply = ())]
struct Match;

#[msdk::msdk_endpoint(path = "/game/super/", method = POST, reply = ())]
struct Super;

#[test]
fn hostile_declarations_encode() {
    let client = crate::support::settings("http://127.0.0.1:1").build().unwrap();
    let session = crate::support::session();
    let body = |request: Result<http::Request<bytes::Bytes>, msdk::Error>| {
        let body = String::from_utf8(request.unwrap().into_body().into()).unwrap();
        body.split_once("B7155F\",").unwrap().1.to_owned()
    };
    let taken = shadowed::Taken {
        client: "c",
        session: None,
        url: 1,
        body: vec![shadowed::Inner { out: 1, json: 2 }],
        self_: true,
        request: 3,
        r#type: "t",
        fields: [4, 5],
    };
    let expected = r#""version":1,"client":"c","url":1,"body":[{"out":1,"json":2}],"self_":true,"request":3,"type":"t","fields":[4,5]}"#;
    assert_eq!(body(client.prepare(&session, taken)), expected);
    assert_eq!(body(client.prepare(&session, Renamed { there: 1 })), r#""there":1}"#);
    assert_eq!(body(client.prepare(&session, FromAMacro { text: "x".into() })), r#""text":"x"}"#);
    let handed_on = HandedOn { list: vec![1], pin: 2 };
    assert_eq!(format!("{handed_on:?}"), "HandedOn { list: [1], pin: [redacted] }");
    assert_eq!(body(client.prepare(&session, handed_on)), r#""list":[1],"pin":2}"#);
    let many = shadowed::Many {
        fields: vec![1, 2],
        kinds: shadowed::Kinds::Some { json: 3 },
        next: None,
        check: [4],
        private: vec![5, 6],
        bits: Some(shadowed::Bits::ONE | shadowed::Bits::TWO),
        serde: Some(7),
        keys: [(1, shadowed::Choice::Some(2)), (3, shadowed::Choice::None(vec![]))].into(),
        node: Some(shadowed::Node { next: Some(Box::new(shadowed::Node { next: None })) }),
    };
    let wrong = client.prepare(&session, &many).unwrap_err();
    assert_eq!(wrong.violations()[0].field(), "keys[1]");
    let many = shadowed::Many { keys: [(1, shadowed::Choice::Some(2))].into(), ..many };
    let request = client.prepare(&session, &many).unwrap();
    let expected = concat!(
        r#""fields":[1,2],"kind":1,"name":"x","json":3,"next":1,"check":"[4]","private":"5,6","bits":"3","#,
        r#""serde":7,"keys":{"1":2},"node":{"value":1,"next":{"value":1}}}"#,
    );
    assert!(std::str::from_utf8(request.body()).unwrap().ends_with(expected));
    drop(client.call_in_chunks(&session, many));
    let hidden = (shadowed::Hidden { formatter: 1, fmt: 2 }, shadowed::HiddenReply { f: 3 });
    let kinds = [shadowed::HiddenKinds::Debug { fmt: 1, f: 2 }, shadowed::HiddenKinds::Ok];
    let hidden = format!("{hidden:?} {kinds:?} {:?} {:?}", Renamed { there: 1 }, RenamedReply { there: 2 });
    let expected = "(Hidden { formatter: 1, fmt: [redacted] }, HiddenReply { f: [redacted] }) \
         [Debug { fmt: 1, f: [redacted] }, Ok] Renamed { there: 1 } RenamedReply { there: [redacted] }";
    assert_eq!(hidden, expected);
    drop(r#match(&client, &session, Match));
    drop(super_(&client, &session, Super));
}

/// The sources of a folder, without tests.
fn sources(folder: &std::path::Path) -> Vec<std::path::PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let wanted = entries.filter(|path| path.file_stem().is_none_or(|name| name != "tests"));
    wanted.flat_map(|path| if path.is_dir() { sources(&path) } else { vec![path] }).collect()
}

#[test]
fn the_core_does_io_in_its_transports_only() {
    const IO: [&str; 8] =
        ["TcpStream", "UdpSocket", "ToSocketAddrs", "lookup_host", "std::fs", "tokio::fs", "process::", "tokio::net"];
    let core = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("msdk-core/src");
    let (transport, rest): (Vec<_>, Vec<_>) =
        sources(&core).into_iter().partition(|path| path.starts_with(core.join("wire/transport")));
    let does_io = |path: &std::path::PathBuf| {
        let text = std::fs::read_to_string(path).unwrap();
        IO.iter().any(|word| text.contains(word))
    };
    assert!(transport.iter().any(does_io), "the words are those of the transports");
    assert_eq!(rest.into_iter().filter(does_io).collect::<Vec<_>>(), Vec::<std::path::PathBuf>::new());
}
