#[msdk_endpoint(
    path = "/game/codes/", method = POST, reply = (), timeout = 3s, attempt_timeout = 750ms,
    done = -7, codes(
        2001 = retry("the ranking is being computed", "ask again in a minute"),
        -4001 = fix_request("the season does not exist"),
        7 = log_in_again("the season pass has ended"),
        8 = slow_down("too many questions"),
    ),
)]
struct Codes {
    season: u32,
}
