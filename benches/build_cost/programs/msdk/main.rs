use msdk::{
    Client, Session,
    qq::relation::{FriendScope, QqfriendsDetail},
};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), msdk::Error> {
    let client = Client::from_env()?;
    let session = Session::new("A3284A812ECA15269F85AE1C2D94EB37", "933FE8C9AB9C585D7EABD04373B7155F");
    let friends = client.call(&session, QqfriendsDetail { flag: FriendScope::WithoutSelf }).await?;
    println!("{}", friends.lists.len());
    Ok(())
}
