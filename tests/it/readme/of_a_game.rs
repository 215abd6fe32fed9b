use msdk::{
    Session,
    qq::profile::{GetGift, get_gift},
};
use msdk_mock::{Gateway, Player, World};

const OPENID: &str = "00112233445566778899AABBCCDDEEFF";

#[tokio::test]
async fn a_gift_pack_is_handed_out_once() -> Result<(), Box<dyn std::error::Error>> {
    let player = Player::new(OPENID, "token").with_gift("gold", 5);
    let gateway = Gateway::builder().world(World::empty().with_player(player)).start().await?;
    let client = gateway.client_builder().build()?;
    let session = Session::new(OPENID, "token");

    let pack = get_gift(&client, &session, GetGift).await?.gift_pack_list;
    assert_eq!((pack[0].gift_id.as_str(), pack[0].gift_count), ("gold", 5));
    assert_eq!(get_gift(&client, &session, GetGift).await?.gift_pack_list, []);

    assert!(gateway.received().iter().all(|request| request.path == "/profile/get_gift/"));
    gateway.with_world(|world| assert!(world.players[OPENID].gifts.is_empty()));
    Ok(())
}
