//! Sets of bits that are one integer on the wire.

use msdk::{bit_mask, declare::Endpoint, metadata::Shape, msdk_endpoint, msdk_reply};

use super::{read, says};
use crate::language::{sent, violations};

bit_mask! {
    /// Memberships.
    struct VipKinds: u32 {
        /// QQ membership.
        MEMBER = 1,
        BLUE = 0x4,
        SUPER = 1 << 4,
    }
}

bit_mask! {
    struct Wide: u64 {
        LAST = 1 << 63,
    }
}

#[test]
fn a_mask_is_a_set() {
    let both = VipKinds::MEMBER | VipKinds::SUPER;
    assert_eq!((both.bits(), VipKinds::all().bits(), VipKinds::empty().bits()), (17, 21, 0));
    assert!(both.contains(VipKinds::SUPER) && !both.contains(VipKinds::SUPER | VipKinds::BLUE));
    assert!(both.intersects(VipKinds::SUPER | VipKinds::BLUE) && !both.intersects(VipKinds::BLUE));
    assert!(both.contains(VipKinds::empty()) && VipKinds::default().is_empty() && !both.is_empty());
    assert_eq!((both & VipKinds::SUPER, both - VipKinds::SUPER), (VipKinds::SUPER, VipKinds::MEMBER));
    let mut grown = VipKinds::BLUE;
    grown |= both;
    assert_eq!(grown, VipKinds::all());
    grown -= VipKinds::BLUE;
    grown &= VipKinds::from_bits(1 | 64);
    assert_eq!(grown, VipKinds::MEMBER);
    let unknown = both | VipKinds::from_bits(0x140);
    assert_eq!(unknown.unknown(), VipKinds::from_bits(0x140));
    assert_eq!([VipKinds::MEMBER, VipKinds::SUPER].into_iter().collect::<VipKinds>(), both);
    let printed = [both, VipKinds::empty(), VipKinds::BLUE, unknown, unknown.unknown()].map(|mask| format!("{mask:?}"));
    let expected = ["MEMBER | SUPER", "empty", "BLUE", "MEMBER | SUPER | 0x140", "0x140"];
    assert_eq!(printed, expected.map(|names| format!("VipKinds({names})")));
    assert_eq!(Wide::LAST.bits(), 1 << 63);
}

#[msdk_endpoint(path = "/game/vips/", method = POST, idempotent)]
struct Vips {
    #[msdk(range = 1..)]
    vip: VipKinds,
    #[msdk(quoted, default = 0)]
    also: Option<VipKinds>,
    wide: Wide,
    each: Vec<VipKinds>,
}

#[msdk_reply]
#[derive(Debug, PartialEq)]
struct VipsReply {
    vip: VipKinds,
    wide: Option<Wide>,
}

#[test]
fn a_mask_is_sent_as_its_sum() {
    let vips = |vip, also| Vips { vip, also, wide: Wide::LAST, each: vec![VipKinds::BLUE, VipKinds::empty()] };
    let rest = r#""wide":9223372036854775808,"each":[4,0]}"#;
    let both = VipKinds::MEMBER | VipKinds::SUPER;
    assert_eq!(sent(vips(both, None)), format!(r#"{{"vip":17,"also":"0",{rest}"#));
    let unknown = VipKinds::from_bits(64);
    assert_eq!(
        sent(vips(unknown, Some(both))),
        format!(r#"{{"vip":64,"also":"17",{rest}"#),
        "bits may be newer than we are"
    );
    assert_eq!(violations(vips(VipKinds::empty(), None)), ["`vip` must be at least 1, is 0"]);

    let [vip, also, wide, ..] = Vips::META.fields else { panic!("several") };
    let Shape::Mask(bits) = vip.shape else { panic!("a mask") };
    let bits: Vec<_> = bits.iter().map(|bit| (bit.name, bit.value)).collect();
    assert_eq!(bits, [("MEMBER", 1), ("BLUE", 4), ("SUPER", 16)]);
    assert!(matches!(also.shape, Shape::Quoted(Shape::Mask(bits)) if bits.len() == 3));
    assert_eq!((also.limits.range, wide.limits.range), (Some((0, i64::from(u32::MAX))), None));
}

#[msdk_endpoint(path = "/game/read_vips/", method = POST, function = none, idempotent, reply = VipsReply)]
#[derive(Clone, Copy)]
struct ReadVips;

#[tokio::test]
async fn bits_without_a_name_are_kept() {
    let replies = read(
        ReadVips,
        &[
            r#"{"ret":0,"vip":"81","wide":18446744073709551615}"#,
            r#"{"ret":0,"vip":0,"wide":""}"#,
            r#"{"ret":0,"vip":-1}"#,
            r#"{"ret":0,"vip":4294967296}"#,
            r#"{"ret":0,"vip":"x"}"#,
        ],
    )
    .await;
    let vip = VipKinds::MEMBER | VipKinds::SUPER | VipKinds::from_bits(64);
    assert_eq!(replies[0], Ok(VipsReply { vip, wide: Some(Wide::from_bits(u64::MAX)) }));
    assert_eq!(replies[1], Ok(VipsReply { vip: VipKinds::empty(), wide: None }));
    for reply in &replies[2..4] {
        assert!(says(reply, "read_vips", "`vip`: expected an unsigned integer of 32 bits"), "{reply:?}");
    }
    assert!(says(&replies[4], "read_vips", "`vip`: expected an integer, found a string"), "{replies:?}");
}
