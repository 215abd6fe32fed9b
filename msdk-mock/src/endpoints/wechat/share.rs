//! Messages to friends, and their pictures.

use percent_encoding::percent_decode_str;
use serde_json::json;

use super::super::{Outcome, share::day};
use crate::{Call, Message, Picture, Refusal, World};

/// How many messages of the game a player may send on one day.
const DAILY_MESSAGES: usize = 5;

/// Each byte of the file is percent-encoded; the size is counted before that.
pub(in super::super) fn upload_wx(world: &mut World, call: &Call<'_>) -> Outcome {
    let file: Vec<u8> = percent_decode_str(call.text("binary")).collect();
    if i64::try_from(file.len()) != Ok(call.int("filelength")) {
        return Err(Refusal::wechat(47001, format!("filelength must be {}, the bytes of the file", file.len())));
    }
    let ids = (world.wechat.pictures.len() + 1..).map(|number| format!("{}-{number}", call.now().as_secs()));
    let media_id = { ids }.find(|id| !world.wechat.pictures.contains_key(id)).unwrap_or_default();
    let picture = Picture::new(call.text("filename"), call.text("content_type"), file);
    world.wechat.pictures.insert(media_id.clone(), picture);
    Ok(json!({
        "type": "thumb",
        "media_id": media_id,
        "created_at": call.now().as_secs().to_string(),
        "access_token": "",
        "expire": "",
    }))
}

pub(in super::super) fn wx(world: &mut World, call: &Call<'_>) -> Outcome {
    let media_id = call.text("thumb_media_id");
    if !media_id.is_empty() && !world.wechat.pictures.contains_key(media_id) {
        return Err(Refusal::wechat(40007, "invalid media_id"));
    }
    send(world, call, call.text("fopenid"), call.text("description"), call.text("media_tag_name"))
}

pub(in super::super) fn wxgame(world: &mut World, call: &Call<'_>) -> Outcome {
    send(world, call, call.text("touser"), call.text("content"), call.text("msgtype"))
}

fn send(world: &mut World, call: &Call<'_>, to: &str, summary: &str, tag: &str) -> Outcome {
    if !world.find(call.openid())?.friends.contains(to) {
        return Err(Refusal::wechat(43005, "friend relation required"));
    }
    let is_today = |message: &&Message| message.from == call.openid() && day(message.sent_at) == day(call.now());
    if world.messages.iter().filter(is_today).count() >= DAILY_MESSAGES {
        return Err(Refusal::wechat(45009, format!("a player sends at most {DAILY_MESSAGES} messages a day")));
    }
    world.messages.push(Message {
        from: call.openid().to_owned(),
        to: to.to_owned(),
        sent_at: call.now(),
        title: call.text("title").to_owned(),
        summary: summary.to_owned(),
        preview_text: String::new(),
        target_url: String::new(),
        game_tag: tag.to_owned(),
    });
    Ok(json!({}))
}
