use super::*;

const MS: fn(u64) -> Duration = Duration::from_millis;

const FAILURES: [Failure; 8] = [
    Failure::NotSent,
    Failure::Unknown,
    Failure::Busy { retry_after: None },
    Failure::Busy { retry_after: Some(MS_700) },
    Failure::Throttled { retry_after: None },
    Failure::Throttled { retry_after: Some(MS_700) },
    Failure::Passing,
    Failure::Final,
];
const MS_700: Duration = Duration::from_millis(700);

/// The rules once more, in other words: how many attempts a call makes that fails in this way again and again, with every
/// pause as long as it can be.
fn attempts_by_the_rules(failures: &[Failure], repeatable: bool) -> u32 {
    let mut left = 2000;
    let mut advised = 0;
    for (made, failure) in (1_u32..).zip(failures) {
        let harmless = repeatable || *failure == Failure::NotSent;
        let hopeless = matches!(failure, Failure::Final | Failure::Throttled { retry_after: None });
        if *failure == Failure::Passing {
            advised += 1;
        }
        let full = [50, 100, 200, 400][made as usize - 1];
        let asked = match failure {
            Failure::Busy { retry_after: Some(_) } | Failure::Throttled { retry_after: Some(_) } => 700,
            _ => 0,
        };
        let pause = full.max(asked);
        if !harmless || hopeless || advised > 1 || made == 4 || pause >= left {
            return made;
        }
        left -= pause;
    }
    u32::try_from(failures.len()).unwrap() + 1
}

fn attempts_by_the_policy(failures: &[Failure], repeatable: bool) -> u32 {
    let policy = RetryPolicy::new();
    let mut progress = Progress { attempts: 0, answer_repeated: false, left: MS(2000) };
    for failure in failures {
        progress.attempts += 1;
        match policy.decide(&progress, *failure, repeatable, u64::MAX) {
            Decision::Stop(_) => return progress.attempts,
            Decision::Again { pause } => progress.left -= pause,
        }
        progress.answer_repeated |= *failure == Failure::Passing;
    }
    progress.attempts + 1
}

#[test]
fn every_sequence_of_failures_ends_as_the_rules_say() {
    let mut sequences = vec![Vec::new()];
    for _ in 0..4 {
        let longer: Vec<Vec<Failure>> = sequences
            .iter()
            .flat_map(|sequence| FAILURES.map(|failure| [sequence.as_slice(), &[failure]].concat()))
            .collect();
        for sequence in &longer {
            for repeatable in [false, true] {
                assert_eq!(
                    attempts_by_the_policy(sequence, repeatable),
                    attempts_by_the_rules(sequence, repeatable),
                    "{sequence:?}, repeatable: {repeatable}"
                );
            }
        }
        sequences = longer;
    }
    assert_eq!(sequences.len(), 8_usize.pow(4));
}

fn pause(policy: RetryPolicy, attempts: u32, random: u64) -> Duration {
    let progress = Progress { attempts, answer_repeated: false, left: Duration::MAX };
    match policy.max_attempts(u32::MAX).decide(&progress, Failure::NotSent, false, random) {
        Decision::Again { pause } => pause,
        Decision::Stop(stop) => panic!("{stop:?}"),
    }
}

#[test]
fn pauses_double_up_to_the_longest_and_are_drawn_from_nothing_to_full() {
    let usual = RetryPolicy::new();
    let full: Vec<u128> = (1..8).map(|attempts| pause(usual, attempts, u64::MAX).as_micros()).collect();
    assert_eq!(full, [49_999, 99_999, 199_999, 399_999, 799_999, 999_999, 999_999]);
    assert_eq!(pause(usual, 3, u64::MAX / 2).as_micros(), 99_999);
    assert_eq!(pause(usual, 3, 0), Duration::ZERO);
    assert_eq!(pause(usual, u32::MAX - 1, u64::MAX).as_micros(), 999_999);
    let other = usual.first_pause(MS(10)).longest_pause(MS(15));
    assert_eq!([1, 2, 3].map(|attempts| pause(other, attempts, u64::MAX).as_micros()), [9_999, 14_999, 14_999]);
}

#[test]
fn a_pause_that_outlasts_the_call_is_not_begun() {
    let progress = Progress { attempts: 1, answer_repeated: false, left: MS(700) };
    let decide = |failure| RetryPolicy::new().decide(&progress, failure, true, 0);
    assert_eq!(decide(Failure::Busy { retry_after: Some(MS(700)) }), Decision::Stop(Stop::Time));
    assert_eq!(decide(Failure::Busy { retry_after: Some(MS(699)) }), Decision::Again { pause: MS(699) });
    assert_eq!(decide(Failure::Busy { retry_after: Some(Duration::MAX) }), Decision::Stop(Stop::Time));
}

#[test]
fn never_means_one_attempt() {
    let progress = Progress { attempts: 1, answer_repeated: false, left: MS(700) };
    for failure in FAILURES {
        assert!(matches!(RetryPolicy::never().decide(&progress, failure, true, 0), Decision::Stop(_)));
    }
    assert!(RetryPolicy::new().max_attempts(0).makes_none() && !RetryPolicy::never().makes_none());
}
