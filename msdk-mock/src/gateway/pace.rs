//! How often a player may call.

use std::{
    collections::HashMap,
    time::{Duration, SystemTime},
};

use msdk::metadata::Metadata;

use crate::Refusal;

/// One call of an endpoint in this time, from one player.
const PAUSE: Duration = Duration::from_secs(1);
/// From how many players on those are forgotten who may call again.
const MANY: usize = 10_000;

/// When players called last.
#[derive(Default)]
pub(super) struct Pace(HashMap<(String, &'static str), SystemTime>);

impl Pace {
    /// Lets a call pass, or refuses it because it comes too soon.
    pub(super) fn check(&mut self, openid: &str, endpoint: &Metadata, now: SystemTime) -> Result<(), Refusal> {
        let is_recent = |last: &SystemTime| now.duration_since(*last).is_ok_and(|passed| passed < PAUSE);
        if self.0.len() >= MANY {
            self.0.retain(|_, last| is_recent(last));
        }
        let key = (openid.to_owned(), endpoint.path);
        if self.0.get(&key).is_some_and(is_recent) {
            let text = format!("the player called {} less than a second ago", endpoint.name);
            return Err(Refusal::access(-503, text));
        }
        self.0.insert(key, now);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use msdk::declare::Endpoint as _;
    use msdk_endpoints::qq::{profile::GetGift, relation::Qqprofile};

    use super::*;

    #[test]
    fn a_player_has_one_call_a_second_of_each_endpoint() {
        let mut pace = Pace::default();
        let at = |ms| SystemTime::UNIX_EPOCH + Duration::from_millis(ms);
        assert!(pace.check("a", Qqprofile::META, at(0)).is_ok());
        assert!(pace.check("b", Qqprofile::META, at(10)).is_ok());
        assert!(pace.check("a", GetGift::META, at(10)).is_ok());
        let refusal = pace.check("a", Qqprofile::META, at(999)).unwrap_err();
        assert_eq!((refusal.ret, refusal.msg.as_str()), (-503, "the player called qqprofile less than a second ago"));
        assert!(pace.check("a", Qqprofile::META, at(1000)).is_ok(), "a refused call does not count");
        assert!(pace.check("a", Qqprofile::META, at(500)).is_ok(), "the clock went back");
    }

    #[test]
    fn those_who_may_call_again_are_forgotten() {
        let mut pace = Pace::default();
        for player in 0..=2 * MANY {
            pace.check(
                &player.to_string(),
                Qqprofile::META,
                SystemTime::now() + PAUSE * 2 * u32::try_from(player).unwrap(),
            )
            .unwrap();
        }
        assert!(pace.0.len() <= MANY);
    }
}
