//! What goes wrong with one call.

use std::time::Duration;

use http::StatusCode;

use super::Fault;
use crate::{
    Refusal,
    deed::{Answer, Deed, Manner},
};

/// The faults that strike a call, mostly none.
#[derive(Debug, Default)]
pub(crate) struct Plan {
    pub(crate) faults: Vec<Fault>,
    pub(crate) delay: Duration,
}

impl Plan {
    /// Adds a fault.
    pub(crate) fn strike(&mut self, fault: Fault, rng: &mut fastrand::Rng) {
        if let Fault::Latency { ms, jitter_ms } = fault {
            self.wait(ms.saturating_add(rng.u64(0..=jitter_ms)));
        }
        self.faults.push(fault);
    }

    /// Has the answer come later.
    fn wait(&mut self, ms: u64) {
        self.delay = self.delay.saturating_add(Duration::from_millis(ms));
    }

    pub(crate) fn has(&self, fault: &Fault) -> bool {
        self.faults.contains(fault)
    }

    /// By how many seconds the gateway's clock is off.
    pub(crate) fn skew(&self) -> i64 {
        let skews = self.faults.iter().filter_map(|fault| match fault {
            Fault::ClockSkew { seconds } => Some(*seconds),
            _ => None,
        });
        skews.fold(0, i64::saturating_add)
    }

    /// What happens in the endpoint's place, before it does anything; the first fault decides.
    pub(crate) fn instead(&self) -> Option<Instead> {
        self.faults.iter().find_map(|fault| match fault {
            Fault::Hang => Some(Instead::Deed(Deed::Hang)),
            Fault::Html { status } => Some(Instead::Deed(Deed::Answer(html(*status)))),
            Fault::Status { status, retry_after } => Some(Instead::Deed(Deed::Answer(Answer {
                status: status_of(*status),
                retry_after: *retry_after,
                ..Answer::text("text/plain; charset=utf-8", "")
            }))),
            Fault::Refuse { ret, msg } => Some(Instead::Refusal(Refusal::access(*ret, msg.clone()))),
            _ => None,
        })
    }

    /// Spoils an answer on its way.
    pub(crate) fn spoil(&self, mut answer: Answer) -> Deed {
        for fault in &self.faults {
            match fault {
                Fault::ResetUnanswered => return Deed::Reset,
                Fault::HalfAnswer => answer.manner = Manner::Half,
                Fault::Drip { bytes, ms } => {
                    answer.manner = Manner::Drip { bytes: *bytes, pause: Duration::from_millis(*ms) };
                }
                Fault::Gbk => {
                    let text = String::from_utf8_lossy(&answer.body).into_owned();
                    answer.body = encoding_rs::GBK.encode(&text).0.into_owned().into();
                }
                _ => {}
            }
        }
        Deed::Answer(answer)
    }
}

/// What happens in the place of a call.
pub(crate) enum Instead {
    /// Nothing that is JSON.
    Deed(Deed),
    /// A refusal in the usual form.
    Refusal(Refusal),
}

fn html(status: u16) -> Answer {
    let page = "<html><head><title>Bad Gateway</title></head><body><h1>Bad Gateway</h1></body></html>";
    Answer { status: status_of(status), ..Answer::text("text/html; charset=utf-8", page) }
}

fn status_of(status: u16) -> StatusCode {
    StatusCode::from_u16(status).unwrap_or(StatusCode::BAD_GATEWAY)
}
