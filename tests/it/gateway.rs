//! Every documented endpoint, from its function over a real socket to the gateway and back into its typed reply.

use std::net::{IpAddr, Ipv4Addr};

use msdk::{
    Account, Client, PLATFORMS, Session, UnixTime,
    guest::*,
    qq::{profile::*, relation::*, share::*},
    wechat::{auth::*, profile::*, relation::*, share::*},
};
use msdk_mock::{Gateway, demo};

use crate::support::settings;

const IP: IpAddr = IpAddr::V4(Ipv4Addr::LOCALHOST);

async fn start() -> (Gateway, Client, Session) {
    let gateway = Gateway::builder().clock(UnixTime::from_secs(1_381_288_134)).start().await.unwrap();
    let wechat = Account::new(gateway.wechat_app_id(), gateway.wechat_app_key());
    let client = settings(gateway.base_url()).wechat(wechat).build().unwrap();
    let session = Session::new(demo::CALLER, demo::CALLER_TOKEN).with_opua("AndroidSDK_17_maguro_4.2.2");
    (gateway, client, session.with_ext_info("call_7"))
}

#[tokio::test]
async fn every_endpoint_is_answered() {
    let (gateway, client, session) = start().await;
    let (client, session) = (&client, &session);

    msdk::qq::auth::verify_login(client, session, msdk::qq::auth::VerifyLogin { userip: IP }).await.unwrap();
    let url = game_center_url(client.app_id());
    share_qq(client, session, ShareQq::new(demo::FRIEND, "标题", "摘要", url, "http://a.b/c.png")).await.unwrap();

    let profile = qqprofile(client, session, Qqprofile).await.unwrap();
    assert_eq!((profile.nick_name.as_str(), profile.yellow_vip_level, profile.is_lost), ("憨特", 4, false));
    let friends = qqfriends_detail(client, session, QqfriendsDetail { flag: FriendScope::WithoutSelf }).await.unwrap();
    let openids: Vec<_> = friends.lists.iter().map(|friend| friend.openid.clone()).collect();
    assert_eq!(openids, [demo::FRIEND.into(), demo::OTHER_FRIEND.into()]);
    let vcopenid = vec![demo::STRANGER.into()];
    let strangers = qqstrange_profile(client, session, QqstrangeProfile { vcopenid }).await.unwrap();
    assert_eq!(strangers.lists[0].nick_name, "路人甲");
    let vip = qqfriends_vip(client, session, QqfriendsVip::new(openids, IP)).await.unwrap();
    let levels: Vec<_> = vip.lists.iter().map(|friend| friend.qq_vip_level).collect();
    assert_eq!(levels, [Some(6), None]);
    let dates = get_vip_rich_info(client, session, GetVipRichInfo).await.unwrap();
    assert_eq!((dates.qq_vip_end, dates.qq_svip_end), (Some(UnixTime::from_secs(1_451_577_600)), None));

    let lookup = GroupLookup::by_guild(demo::UNION_ID, demo::ZONE_ID);
    let found = get_groupopenid(client, session, GetGroupopenid { lookup: lookup.clone() }).await.unwrap();
    let group_openid = found.group_openid;
    let info = get_groupinfo(client, session, GetGroupinfo { group_openid: group_openid.clone() }).await.unwrap();
    assert_eq!((info.member_num, info.admin_openids.as_slice()), (Some(3), &[demo::FRIEND.into()][..]));
    let detail = get_group_detail(client, session, GetGroupDetail { lookup }).await.unwrap();
    assert_eq!((detail.info, &detail.group_openid), (info, &group_openid));
    let unionid = demo::UNION_ID.into();
    assert!(!unbind_group(client, session, UnbindGroup { group_openid, unionid }).await.unwrap().is_lost);

    let vips = load_vip(client, session, LoadVip { vip: VipMask::BLUE | VipMask::RED }).await.unwrap();
    let vips: Vec<_> = vips.lists.iter().map(|vip| (vip.kind(), vip.is_vip())).collect();
    assert_eq!(vips, [(VipKind::Blue, true), (VipKind::Red, false)]);
    let gifts = get_gift(client, session, GetGift).await.unwrap().gift_pack_list;
    assert_eq!((gifts.len(), gifts[0].gift_id.as_str(), gifts[0].gift_count), (1, "1001", 1));
    assert!(get_wifi(client, session, GetWifi).await.unwrap().wifi_vip);
    let param = vec![ScoreReport::new(ScoreType::Platform, 1), ScoreReport::new(ScoreType::Level, 42)];
    qqscore_batch(client, session, QqscoreBatch { param }).await.unwrap();

    let key = get_group_key(client, session, GetGroupKey { group_openid: demo::GROUP_OPENID.into() }).await;
    assert_eq!(key.unwrap_err().plat_code(), Some(2002), "it was parted from its guild above");
    let chest = QqGainChest { pf: LoginPlatform::OpenmobileIos, actid: 16, num: 1, peoplenum: 5 };
    assert_eq!(qq_gain_chest(client, session, chest).await.unwrap().boxid, "1381288134-1");
    let vips =
        query_vip(client, session, QueryVip { vip: MembershipMask::QQ_LEVEL | MembershipMask::BLUE }).await.unwrap();
    let vips: Vec<_> = vips.lists.iter().map(|vip| (vip.kind(), vip.is_vip(), vip.level())).collect();
    assert_eq!(vips, [(MembershipKind::QqLevel, None, Some(21)), (MembershipKind::Blue, Some(true), Some(2))]);
    #[expect(deprecated, reason = "it is documented all the same")]
    let reported = qqscore(client, session, Qqscore { score: ScoreReport::new(ScoreType::Level, 43) }).await.unwrap();
    assert_eq!(reported.r#type, Some(1));

    call_as_players_of_wechat(client).await;
    let guest = Session::guest(demo::GUEST, demo::GUEST_TOKEN);
    guest_check_token(client, &guest, GuestCheckToken).await.unwrap();

    let mut called: Vec<_> = gateway.received().into_iter().map(|request| request.path).collect();
    let mut documented: Vec<_> = PLATFORMS
        .iter()
        .flat_map(|(_, chapters)| chapters.iter())
        .flat_map(|chapter| chapter.endpoints)
        .map(|endpoint| endpoint.path.to_owned())
        .collect();
    called.sort();
    documented.sort();
    assert_eq!(called, documented);
    assert_eq!(called.len(), 32);
}

async fn call_as_players_of_wechat(client: &Client) {
    let session = Session::wechat(demo::WX_CALLER, demo::WX_CALLER_TOKEN);
    check_token(client, &session, CheckToken).await.unwrap();
    let refresh = RefreshToken { refresh_token: demo::WX_CALLER_REFRESH_TOKEN.into() };
    let tokens = refresh_token(client, &session, refresh).await.unwrap();
    assert_eq!((tokens.expires_in, tokens.scope.len()), (Some(7200), 2));
    let session = &Session::wechat(demo::WX_CALLER, tokens.access_token);

    let picture = Thumbnail::new(*b"\xff\xd8 not really\xff\xd9");
    let upload = UploadWx { filename: "a.jpg".into(), content_type: PictureType::Jpeg, picture };
    let thumb_media_id = upload_wx(client, session, upload).await.unwrap().media_id;
    let message = ShareWx { thumb_media_id, ..ShareWx::new(demo::WX_FRIEND, "标题", "摘要") };
    share_wx(client, session, message).await.unwrap();
    let touser = demo::WX_FRIEND.into();
    let message =
        ShareWxgame { touser, message: WxMessage::Text, title: "t".into(), content: "c".into(), button: None };
    share_wxgame(client, session, message).await.unwrap();

    let friends = wxfriends(client, session, Wxfriends).await.unwrap().openids;
    assert_eq!(friends, [demo::WX_FRIEND.into()]);
    let profiles = wxprofile(client, session, Wxprofile { openids: friends }).await.unwrap();
    assert_eq!(profiles.lists[0].nick_name, "阿信");
    let profiles = wxfriends_profile(client, session, WxfriendsProfile).await.unwrap();
    assert_eq!((profiles.lists.len(), profiles.privilege.as_slice()), (2, &["chinaunicom".to_owned()][..]));
    let own = wxuserinfo(client, session, Wxuserinfo).await.unwrap();
    assert_eq!((own.nickname.as_str(), own.sex), ("小微", msdk::wechat::Gender::Female));
    wxscore(client, session, Wxscore { score: "2000".into(), expires: Expiry::Never }).await.unwrap();
    let battle = WxBattle::new(WxSystem::Ios).with_fact("rank", 3);
    wxbattle_report(client, session, WxbattleReport { json: battle.into() }).await.unwrap();
    let vips = wxget_vip(client, session, WxgetVip::new()).await.unwrap();
    assert_eq!(vips.vips()[0].level, 6);
}

#[tokio::test]
async fn a_refusal_keeps_its_codes() {
    let (_gateway, client, session) = start().await;
    let error = get_gift(&client, &Session::guest("ABCDEF", "token"), GetGift).await.unwrap_err();
    assert_eq!(error.ret(), Some(-901));

    let message = ShareQq::new(demo::STRANGER, "标题", "摘要", "http://a.b", "http://a.b/c.png");
    let error = share_qq(&client, &session, message).await.unwrap_err();
    assert_eq!((error.ret(), error.platform_code(), error.ext_info()), (Some(-10000), Some(100_030), Some("call_7")));

    let lookup = GroupLookup::by_group_code("1");
    let error = get_groupopenid(&client, &session, GetGroupopenid { lookup }).await.unwrap_err();
    assert_eq!((error.ret(), error.plat_code()), (Some(-10000), Some(2002)));
}
