use super::*;

const MS: fn(u64) -> Duration = Duration::from_millis;
const FAILURE: Outcome = Outcome::Failed(ErrorKind::NotSent);
const ANSWER: Outcome = Outcome::Answered(Duration::ZERO);

fn breaker(failures: u32) -> Breaker {
    Breaker::new(CircuitBreaker::new().failures(failures).look_every(MS(100)))
}

#[test]
fn opens_after_failures_in_a_row_only() {
    let breaker = breaker(3);
    for outcome in [FAILURE, FAILURE, ANSWER, FAILURE, Outcome::Failed(ErrorKind::Transport)] {
        assert_eq!(breaker.note(|| 1, outcome, MS(0)), None);
    }
    assert_eq!(breaker.admit(|| 1, MS(0)), Ok(()));
    assert_eq!(breaker.note(|| 1, Outcome::Failed(ErrorKind::Dns), MS(0)), Some(Transition::Opened));
    let stopped = Stopped { failures: 3, last: (ErrorKind::Dns, MS(7)) };
    assert_eq!((breaker.check(|| 1, MS(7)), breaker.admit(|| 1, MS(7))), (Err(stopped), Err(stopped)));
}

#[test]
fn lets_one_look_at_a_time_and_all_after_an_answer() {
    let breaker = breaker(1);
    breaker.note(|| 1, FAILURE, MS(1000));
    let admitted: Vec<u64> = (1000..1350).filter(|now| breaker.admit(|| 1, MS(*now)).is_ok()).collect();
    assert_eq!(admitted, [1100, 1200, 1300]);
    assert_eq!([1399, 1400].map(|now| breaker.check(|| 1, MS(now)).is_ok()), [false, true]);
    assert_eq!(breaker.note(|| 1, FAILURE, MS(1301)), None);
    assert!(breaker.admit(|| 1, MS(1399)).is_err());
    assert_eq!(breaker.note(|| 1, ANSWER, MS(1399)), Some(Transition::Closed));
    assert!(breaker.admit(|| 1, MS(1399)).is_ok());
    assert_eq!(breaker.note(|| 1, ANSWER, MS(1399)), None);
}

#[test]
fn never_means_never() {
    let breaker = Breaker::new(CircuitBreaker::never());
    for player in 0..10_000 {
        assert_eq!(breaker.note(|| player, FAILURE, MS(0)), None);
    }
    assert!(breaker.admit(|| 1, MS(0)).is_ok());
}

#[test]
fn one_player_stops_nobody_else() {
    let breaker = breaker(4);
    for _ in 0..100 {
        breaker.note(|| 1, FAILURE, MS(0));
        breaker.note(|| 2, FAILURE, MS(0));
    }
    assert_eq!([1, 2, 3].map(|player| breaker.admit(|| player, MS(1)).is_ok()), [false, false, true]);
    assert_eq!(breaker.note(|| 3, FAILURE, MS(1)), None, "it is open already");
    assert!(
        [1, 2, 3, 4].iter().all(|player| breaker.admit(|| *player, MS(1)).is_err()),
        "three players did not do that"
    );
}

#[test]
fn a_player_who_fails_now_and_then_is_not_stopped_by_another_who_always_does() {
    let breaker = breaker(4);
    breaker.note(|| 2, FAILURE, MS(0));
    for _ in 0..10 {
        breaker.note(|| 1, FAILURE, MS(0));
    }
    assert_eq!([1, 2].map(|player| breaker.admit(|| player, MS(1)).is_ok()), [false, true]);
}

#[test]
fn a_drop_counts_after_a_fair_share_of_the_time() {
    let second = MS(1000);
    // Nothing is known of the endpoint: a tenth of the time.
    for (after, counts) in [(99, false), (100, true), (1000, true)] {
        let breaker = breaker(1);
        let noted = breaker.note_dropped(|| 1, (MS(after), second), MS(0)).is_some();
        assert_eq!(noted, counts, "after {after} ms");
    }
    // It answers after 200 ms as a rule: twice that. Or after 700: half of the time at any rate.
    for (answer, after, counts) in [(200, 399, false), (200, 400, true), (700, 499, false), (700, 500, true)] {
        let breaker = breaker(1);
        breaker.note(|| 1, Outcome::Answered(MS(answer)), MS(0));
        let noted = breaker.note_dropped(|| 1, (MS(after), second), MS(0)).is_some();
        assert_eq!(noted, counts, "{answer} ms, after {after} ms");
    }
}

#[test]
fn a_slow_answer_is_forgotten_after_a_while() {
    let breaker = breaker(1);
    breaker.note(|| 1, Outcome::Answered(MS(400)), MS(0));
    for _ in 0..50 {
        breaker.note(|| 1, ANSWER, MS(0));
    }
    assert_eq!(breaker.note_dropped(|| 1, (MS(100), MS(1000)), MS(0)), Some(Transition::Opened));
}
