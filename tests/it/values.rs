//! Single values: which are refused before sending, which are kept as they come, and what an absent one means.

use msdk::{
    CommaList, ErrorKind, UnixTime,
    declare::{SharedText, Whole},
    msdk_endpoint, msdk_reply, wire_enum,
};

use crate::support::{Script, session, settings};

wire_enum! {
    /// A rank in a guild.
    pub enum Rank: string {
        /// The head.
        Head = "head",
        /// A member.
        Member = "member",
    }
}

wire_enum! {
    /// A season.
    pub enum Season: int {
        /// The first one.
        First = 1,
    }
}

#[msdk_endpoint(path = "/game/promote/", method = POST, reply = ())]
struct Promote {
    rank: Rank,
    season: Season,
    share: f64,
    shares: Vec<f32>,
}

fn violations(rank: Rank, season: Season, share: f64, shares: Vec<f32>) -> Vec<String> {
    let client = settings("http://127.0.0.1:1").build().unwrap();
    match client.prepare(&session(), Promote { rank, season, share, shares }) {
        Ok(_) => Vec::new(),
        Err(error) => error.violations().iter().map(ToString::to_string).collect(),
    }
}

#[test]
fn a_listed_code_is_not_called_another() {
    let other = |rank: &str, season| violations(Rank::Other(rank.into()), Season::Other(season), 0.5, vec![]);
    assert_eq!(other("deputy", 2), [""; 0]);
    let rule = "is a listed code, so `Other` must not hold it";
    assert_eq!(other("head", 2), [format!("`rank` {rule}")]);
    assert_eq!(other("deputy", 1), [format!("`season` {rule}")]);
}

#[test]
fn a_number_that_is_none_is_not_sent() {
    let sent = |share, shares: &[f32]| violations(Rank::Head, Season::First, share, shares.into());
    assert_eq!(sent(-0.5, &[f32::MAX]), [""; 0]);
    for share in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        assert_eq!(sent(share, &[]), ["`share` must be a finite number"]);
    }
    assert_eq!(sent(1.0, &[0.0, f32::NAN]), ["`shares[1]` must be a finite number"]);
}

#[msdk_endpoint(path = "/game/count/", method = POST, appid = int, reply = ())]
struct Count;

#[test]
fn an_app_id_that_is_an_int_has_no_leading_zero() {
    let rule = "`appid` is an int here, so the app id must be a decimal number and no guest's";
    for (app_id, expected) in [("7", None), ("0", None), ("007", Some(rule)), ("00", Some(rule))] {
        let client = settings("http://127.0.0.1:1").app_id(app_id).build().unwrap();
        let broken = client.prepare(&session(), Count).err().map(|error| error.violations()[0].to_string());
        assert_eq!(broken.as_deref(), expected, "{app_id}");
    }
}

#[msdk_endpoint(path = "/game/rank/", method = POST, idempotent)]
struct RankOf;

#[msdk_reply]
#[derive(Debug, PartialEq)]
struct RankOfReply {
    rank: Rank,
    ranks: Vec<Rank>,
}

#[tokio::test]
async fn codes_that_nobody_knows_are_kept() {
    let script = Script::bodies([r#"{"ret":0,"rank":"deputy","ranks":["head","ch\u00e9f",7]}"#]).await;
    let client = settings(&script.base_url).build().unwrap();
    let other = |code: &str| Rank::Other(code.into());
    let expected = RankOfReply { rank: other("deputy"), ranks: vec![Rank::Head, other("chéf"), other("7")] };
    assert_eq!(client.call(&session(), RankOf).await.unwrap(), expected);
}

/// Declares an endpoint whose reply has one field, and returns what an answer with that field is read as.
macro_rules! read {
    ($field:expr, $(#[$words:meta])? $kind:ty) => {{
        #[msdk_endpoint(path = "/game/read/", method = POST, idempotent, reply = OneReply)]
        struct Read;

        #[msdk_reply]
        struct OneReply {
            $(#[$words])?
            value: $kind,
        }

        let script = Script::bodies([&*format!(r#"{{"ret":0{}}}"#, $field)]).await;
        let client = settings(&script.base_url).build().unwrap();
        client.call(&session(), Read).await.map(|reply| reply.value)
    }};
}

#[tokio::test]
async fn a_shared_text_is_read_as_a_string_is() {
    for (json, expected) in [(r#""张鸿""#, "张鸿"), (r#""a\"b""#, "a\"b"), ("\"a\tb\"", "a\tb"), ("7", "7")] {
        let field = format!(r#","value":{json}"#);
        assert_eq!(read!(field, SharedText).unwrap(), expected);
        assert_eq!(read!(field, Option<SharedText>).unwrap().as_deref(), Some(expected));
    }
    assert_eq!(read!(r#","value":"""#, Option<SharedText>).unwrap(), None);
    assert_eq!(read!(r#","value":[]"#, SharedText).unwrap_err().path(), Some("value"));
}

#[tokio::test]
async fn a_field_is_there_unless_its_declaration_says_otherwise() {
    for field in ["", r#","value":null"#, r#","value":"""#] {
        let broken = [
            read!(field, bool).unwrap_err(),
            read!(field, u32).unwrap_err(),
            read!(field, UnixTime).unwrap_err(),
            read!(field, Vec<u32>).unwrap_err(),
            read!(field, Vec<OneOf>).unwrap_err(),
            read!(field, OneOf).unwrap_err(),
        ];
        for error in broken {
            assert_eq!((error.kind(), error.path()), (ErrorKind::MalformedAnswer, Some("value")), "{field}");
        }
        assert_eq!(read!(field, Option<bool>).unwrap(), None, "{field}");
        assert_eq!(read!(field, Option<Vec<u32>>).unwrap(), None, "{field}");
        assert!(
            !read!(
                field,
                #[msdk(default)]
                bool
            )
            .unwrap(),
            "{field}"
        );
        assert_eq!(read!(field, #[msdk(default)] Vec<u32>).unwrap(), [0; 0], "{field}");
        assert_eq!(read!(field, #[msdk(default)] CommaList<String>).unwrap(), CommaList::default(), "{field}");
    }
    // An empty text is a text, and a list in one string without items.
    for field in ["", r#","value":null"#] {
        assert_eq!(read!(field, String).unwrap_err().path(), Some("value"), "{field}");
        assert_eq!(read!(field, CommaList<String>).unwrap_err().path(), Some("value"), "{field}");
    }
    assert_eq!(read!(r#","value":"""#, String).unwrap(), "");
    assert_eq!(read!(r#","value":"""#, CommaList<String>).unwrap(), CommaList::default());
    assert_eq!(read!(r#","value":[]"#, Vec<u32>).unwrap(), [0; 0]);
}

#[msdk_reply]
#[derive(Debug)]
struct OneOf {
    #[expect(dead_code, reason = "it is only read")]
    id: u32,
}

#[tokio::test]
async fn an_answer_that_must_be_whole_has_lost_nothing() {
    for field in ["", r#","value":0"#, r#","value":"0""#, r#","value":"""#, r#","value":null"#, r#","value":"?""#] {
        assert_eq!(read!(field, Whole).unwrap(), Whole, "{field}");
    }
    for field in [r#","value":1"#, r#","value":"1""#, r#","value":true"#] {
        let error = read!(field, Whole).unwrap_err();
        assert_eq!((error.kind(), error.path()), (ErrorKind::MalformedAnswer, Some("value")), "{field}");
    }
}
