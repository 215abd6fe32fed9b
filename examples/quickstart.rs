//! Calls the fifteen endpoints of the document for mobile QQ, and prints what came back.
//!
//! Without settings it starts a gateway of its own on this machine. With `MSDK_BASE_URL` it calls that one as the app
//! `MSDK_APP_ID` with `MSDK_APP_KEY`, on behalf of `MSDK_OPENID` with `MSDK_ACCESS_TOKEN`. Mind that some of the calls
//! write: a message is sent to a friend, a gift pack emptied, a guild parted from its group, a score reported.
//!
//! ```text
//! cargo run --example quickstart
//! ```

use std::{
    env,
    error::Error,
    future::IntoFuture,
    net::{IpAddr, Ipv4Addr},
    process::ExitCode,
    time::{Duration, Instant, SystemTime},
};

use comfy_table::{CellAlignment, ContentArrangement, Table, presets::UTF8_BORDERS_ONLY};
use msdk::{
    Client, ClientBuilder, OpenId, Session, UnixTime,
    qq::{auth::*, profile::*, relation::*, share::*},
};
use msdk_mock::{Gateway, demo};

/// The address of the player, and of this program.
const IP: IpAddr = IpAddr::V4(Ipv4Addr::LOCALHOST);

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<ExitCode, Box<dyn Error>> {
    let gateway = if env::var_os("MSDK_BASE_URL").is_some() { None } else { Some(Gateway::start().await?) };
    let settings = match &gateway {
        Some(gateway) => {
            let client = Client::builder().app_id(gateway.app_id()).app_key(gateway.app_key());
            client.base_url(gateway.base_url())
        }
        None => ClientBuilder::from_env()?,
    };
    // Kept connections would add `conn=1` to the query, which the document of these endpoints does not list.
    let client = settings.connections(msdk::transport::HyperTransport::builder().keep_alive(false)).build()?;
    let var = |name: &str, default: &str| env::var(name).unwrap_or_else(|_| default.to_owned());
    let token = var("MSDK_ACCESS_TOKEN", demo::CALLER_TOKEN);
    let session = Session::new(var("MSDK_OPENID", demo::CALLER), token).with_opua("AndroidSDK_17_maguro_4.2.2");

    println!("{client:?}\n");
    let mut calls = Calls::new();
    let call = client.call(&session, VerifyLogin { userip: IP });
    calls.show("auth/verify_login", call, |()| "the login is valid".into()).await;
    let friend = relation(&mut calls, &client, &session).await;
    share(&mut calls, &client, &session, friend).await;
    profile(&mut calls, &client, &session).await;
    println!("{}", calls.table);
    println!("{} calls, {} failed", calls.made, calls.failed);
    Ok(if calls.failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

async fn share(calls: &mut Calls, client: &Client, session: &Session, friend: OpenId) {
    let message = ShareQq {
        preview_text: Some("我在天天连萌游戏".into()),
        game_tag: Some(GameTag::Invite),
        userip: Some(IP),
        ..ShareQq::new(
            friend,
            "来一局",
            "就差你了",
            game_center_url(client.app_id()),
            "http://mat1.gtimg.com/www/images/qq2012/erweimaVideoPic.png",
        )
    };
    calls.show("share/qq", client.call(session, message), |()| "one message sent".into()).await;
}

/// Returns a friend, to send a message to.
async fn relation(calls: &mut Calls, client: &Client, session: &Session) -> OpenId {
    let profile = |profile: &QqprofileReply| {
        format!("{}, {:?}, yellow diamond {}", profile.nick_name, profile.gender, yes_no(profile.yellow_vip))
    };
    calls.show("relation/qqprofile", client.call(session, Qqprofile), profile).await;

    let friends = client.call(session, QqfriendsDetail { flag: FriendScope::WithoutSelf });
    let names = |friends: &QqfriendsDetailReply| list(friends.lists.iter().map(|friend| friend.nick_name.clone()));
    let friends = calls.show("relation/qqfriends_detail", friends, names).await;
    let mut openids: Vec<OpenId> =
        friends.map_or_else(Vec::new, |friends| friends.lists.into_iter().map(|friend| friend.openid).collect());
    if openids.is_empty() {
        openids.push(demo::FRIEND.into());
    }
    openids.truncate(50);
    let friend = openids[0].clone();

    let vcopenid = openids.clone();
    let names = |players: &QqstrangeProfileReply| list(players.lists.iter().map(|player| player.nick_name.clone()));
    calls.show("relation/qqstrange_profile", client.call(session, QqstrangeProfile { vcopenid }), names).await;

    let vip = |friends: &QqfriendsVipReply| {
        let members = friends.lists.iter().filter(|friend| friend.is_qq_vip).count();
        format!("{members} of {} are members", friends.lists.len())
    };
    calls.show("relation/qqfriends_vip", client.call(session, QqfriendsVip::new(openids, IP)), vip).await;

    let dates = |vip: &GetVipRichInfoReply| match vip.qq_vip_end {
        Some(end) => format!("a member until {}", end.as_secs()),
        None => format!("member: {}", yes_no(vip.is_qq_vip)),
    };
    calls.show("relation/get_vip_rich_info", client.call(session, GetVipRichInfo), dates).await;
    guild(calls, client, session).await;
    friend
}

/// The group is unbound last, so that the others find it.
async fn guild(calls: &mut Calls, client: &Client, session: &Session) {
    let lookup = GroupLookup::by_guild(demo::UNION_ID, demo::ZONE_ID);
    let call = client.call(session, GetGroupopenid { lookup: lookup.clone() });
    let found = calls.show("relation/get_groupopenid", call, |group| group.group_openid.clone()).await;
    let group_openid = found.map_or_else(|| demo::GROUP_OPENID.to_owned(), |group| group.group_openid);

    let info = |group: &GetGroupinfoReply| {
        let [members, limit] = [group.member_num, group.max_num].map(Option::unwrap_or_default);
        format!("{}, {members} of {limit} members", group.group_name)
    };
    let call = client.call(session, GetGroupinfo { group_openid: group_openid.clone() });
    calls.show("relation/get_groupinfo", call, info).await;

    let detail = |group: &GetGroupDetailReply| format!("{}, {}", group.info.group_name, group.group_openid);
    calls.show("relation/get_group_detail", client.call(session, GetGroupDetail { lookup }), detail).await;

    let call = client.call(session, UnbindGroup { group_openid, unionid: demo::UNION_ID.into() });
    calls.show("relation/unbind_group", call, |_| "guild and group are apart".into()).await;
}

async fn profile(calls: &mut Calls, client: &Client, session: &Session) {
    let states =
        |vip: &LoadVipReply| list(vip.lists.iter().map(|vip| format!("{:?} {}", vip.kind(), yes_no(vip.is_vip()))));
    let vip = VipMask::NORMAL | VipMask::BLUE | VipMask::YELLOW;
    calls.show("profile/load_vip", client.call(session, LoadVip { vip }), states).await;

    let gifts = |gifts: &GetGiftReply| {
        list(gifts.gift_pack_list.iter().map(|gift| format!("gift {} × {}", gift.gift_id, gift.gift_count)))
    };
    calls.show("profile/get_gift", client.call(session, GetGift), gifts).await;
    let wifi = |wifi: &GetWifiReply| format!("entitled: {}", yes_no(wifi.wifi_vip));
    calls.show("profile/get_wifi", client.call(session, GetWifi), wifi).await;

    let settlement = UnixTime::from(SystemTime::now() + Duration::from_secs(7 * 24 * 3600));
    let param = vec![
        ScoreReport::new(ScoreType::Platform, 1),
        ScoreReport::new(ScoreType::Level, 42),
        ScoreReport::new(ScoreType::Score, 999).with_settlement(settlement),
    ];
    calls
        .show("profile/qqscore_batch", client.call(session, QqscoreBatch { param }), |()| "3 values kept".into())
        .await;
}

/// The table of what came back.
struct Calls {
    table: Table,
    made: usize,
    failed: usize,
}

impl Calls {
    fn new() -> Self {
        let mut table = Table::new();
        table
            .load_style(UTF8_BORDERS_ONLY)
            .set_content_arrangement(ContentArrangement::Dynamic)
            .set_width(120)
            .set_header(["endpoint", "what came back", "time"]);
        if let Some(time) = table.column_mut(2) {
            time.set_cell_alignment(CellAlignment::Right);
        }
        Self { table, made: 0, failed: 0 }
    }

    /// Makes a call and adds its row.
    async fn show<R>(
        &mut self,
        endpoint: &str,
        call: impl IntoFuture<Output = Result<R, msdk::Error>>,
        describe: impl Fn(&R) -> String,
    ) -> Option<R> {
        let start = Instant::now();
        let reply = call.await;
        let time = format!("{:.1} ms", start.elapsed().as_secs_f64() * 1000.0);
        let outcome = reply.as_ref().map_or_else(|error| format!("FAILED: {error}"), describe);
        self.table.add_row([endpoint, &outcome, &time]);
        self.made += 1;
        self.failed += usize::from(reply.is_err());
        reply.ok()
    }
}

fn list(items: impl Iterator<Item = String>) -> String {
    let items: Vec<String> = items.collect();
    if items.is_empty() { "nothing".into() } else { items.join(", ") }
}

const fn yes_no(yes: bool) -> &'static str {
    if yes { "yes" } else { "no" }
}
