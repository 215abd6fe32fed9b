//! The rules of a gateway, and which of them strike a call.

use super::{ActiveFault, FaultRule, Plan};

/// The rules in the order in which they were made.
#[derive(Default)]
pub(crate) struct Rules {
    made: u64,
    active: Vec<(ActiveFault, fastrand::Rng)>,
}

impl Rules {
    /// Adds a rule, and returns its id.
    pub(crate) fn add(&mut self, rule: FaultRule) -> u64 {
        self.made += 1;
        let rng = fastrand::Rng::with_seed(rule.seed);
        self.active.push((ActiveFault { id: self.made, rule, met: 0, struck: 0 }, rng));
        self.made
    }

    /// Takes a rule away, and says whether there was one.
    pub(crate) fn remove(&mut self, id: u64) -> bool {
        let before = self.active.len();
        self.active.retain(|(active, _)| active.id != id);
        self.active.len() < before
    }

    pub(crate) fn clear(&mut self) {
        self.active.clear();
    }

    pub(crate) fn list(&self) -> Vec<ActiveFault> {
        self.active.iter().map(|(active, _)| active.clone()).collect()
    }

    /// Counts a call, and says what goes wrong with it.
    pub(crate) fn strike(&mut self, path: &str, openid: &str) -> Plan {
        let mut plan = Plan::default();
        for (active, rng) in &mut self.active {
            if active.strikes(path, openid, rng) {
                plan.strike(active.rule.fault.clone(), rng);
            }
        }
        plan
    }
}

impl ActiveFault {
    fn strikes(&mut self, path: &str, openid: &str, rng: &mut fastrand::Rng) -> bool {
        let rule = &self.rule;
        let is_met = rule.path.as_deref().is_none_or(|wanted| wanted.trim_matches('/') == path.trim_matches('/'))
            && rule.openid.as_deref().is_none_or(|wanted| wanted == openid);
        if !is_met {
            return false;
        }
        self.met += 1;
        let is_struck = self.met >= rule.first
            && rule.times.is_none_or(|times| self.struck < times)
            && (rule.share >= 1.0 || rng.f64() < rule.share);
        self.struck += u64::from(is_struck);
        is_struck
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Fault;

    fn struck(rule: FaultRule, calls: &[(&str, &str)]) -> Vec<bool> {
        let mut rules = Rules::default();
        rules.add(rule);
        calls.iter().map(|(path, openid)| !rules.strike(path, openid).faults.is_empty()).collect()
    }

    #[test]
    fn a_rule_is_for_a_path_and_a_player() {
        let calls = [("/a/", "x"), ("/a/", "y"), ("/b/", "x")];
        assert_eq!(struck(FaultRule::new(Fault::Hang), &calls), [true, true, true]);
        assert_eq!(struck(FaultRule::new(Fault::Hang).at("/a/"), &calls), [true, true, false]);
        assert_eq!(struck(FaultRule::new(Fault::Hang).at("/a/").of_player("y"), &calls), [false, true, false]);
    }

    #[test]
    fn calls_are_counted_among_those_that_are_met() {
        let calls = [("/a/", "x"), ("/b/", "x"), ("/a/", "x"), ("/a/", "x"), ("/a/", "x")];
        assert_eq!(struck(FaultRule::new(Fault::Hang).at("/a/").nth(2), &calls), [false, false, true, false, false]);
        assert_eq!(struck(FaultRule::new(Fault::Hang).times(2), &calls), [true, true, false, false, false]);
    }

    #[test]
    fn the_same_seed_strikes_the_same_calls() {
        let calls = [("/a/", "x"); 400];
        let by = |seed| struck(FaultRule::new(Fault::Hang).share(0.25, seed), &calls);
        assert_eq!(by(7), by(7));
        assert_ne!(by(7), by(8));
        let count = by(7).into_iter().filter(|is_struck| *is_struck).count();
        assert!((60..=140).contains(&count), "{count} of 400");
    }

    #[test]
    fn what_cannot_strike_is_said() {
        let rules = [
            (FaultRule::new(Fault::Hang).share(1.5, 0), "`share` must be 0 to 1, and is 1.5"),
            (FaultRule::new(Fault::Hang).nth(0), "`first` counts from 1"),
            (FaultRule::new(Fault::Html { status: 99 }), "`status` must be 200 to 599, and is 99"),
            (FaultRule::new(Fault::Drip { bytes: 0, ms: 1 }), "`bytes` must be at least 1"),
            (FaultRule::new(Fault::Refuse { ret: 0, msg: String::new() }), "`ret` must not be 0, which is no refusal"),
        ];
        for (rule, expected) in rules {
            assert_eq!(rule.check(), Err(expected.to_owned()));
        }
        assert_eq!(FaultRule::new(Fault::Hang).share(0.0, 0).check(), Ok(()));
    }
}
