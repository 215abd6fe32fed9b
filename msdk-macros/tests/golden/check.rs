#[msdk_endpoint(path = "/game/trade/", method = POST, reply = (), check = rules::check_sides)]
struct Trade {
    gives: Option<u32>,
    takes: Option<u32>,
}

fn check_sides(_: &Trade, _: &mut Report<'_>) {}
