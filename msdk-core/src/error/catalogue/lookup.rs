//! From the codes of an answer to what they mean.

#[cfg(test)]
mod tests;

use super::{
    Acted, Advice, Bilingual, Code, Layer, TABLES,
    access::ACCESS,
    err_type::ERR_TYPE,
    logic::{LEGACY, LOGIC, RANGES, range_of},
    mobile_qq::{MOBILE_QQ, QQ_CONNECT},
    numbers::{OF_MOBILE_QQ, OF_WECHAT, oidb_code, platform_code},
    oidb::{OIDB, OIDB_0X73A, OIDB_0X711},
    usual_remedy,
    wechat::{WECHAT, WECHAT_GROUP},
};
use crate::{
    describe::Metadata,
    error::{Envelope, Turn},
};

/// What the codes of a refusal come to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Diagnosis {
    /// The most telling row; none for a code that nothing is known of, not even by its range.
    pub(crate) code: Option<&'static Code>,
    /// What to do.
    pub(crate) advice: Advice,
    /// Whose turn it is.
    pub(crate) turn: Turn,
}

impl Diagnosis {
    /// Whether the platform did what it was asked; unknown for a code that is in no table.
    pub(crate) fn acted(&self) -> Acted {
        self.code.map_or(Acted::Maybe, |code| code.acted)
    }

    /// Returns where the failure comes from, as far as it is known.
    pub(crate) fn layer(&self) -> Option<Layer> {
        self.code.map(|code| code.layer)
    }

    /// Returns what happened.
    pub(crate) fn meaning(&self) -> Bilingual {
        self.code.map_or(Bilingual::new("a code that is in no table", "未收录的错误码"), |code| code.meaning)
    }

    /// Returns what to do, in words.
    pub(crate) fn remedy(&self) -> Bilingual {
        match self.code {
            Some(code) if code.advice == self.advice => code.remedy,
            // The row was overruled by `err_type`, and its remedy with it.
            _ => usual_remedy(self.advice),
        }
    }
}

/// Looks the codes of a refusal up, the most specific table first.
///
/// `err_type` is the platform's own word on what to do, so it decides the advice; what happened is still in the tables,
/// unless they have nothing better than a range. Its 5 says less than any of them.
pub(crate) fn diagnose(endpoint: &Metadata, refusal: &Envelope) -> Diagnosis {
    let class = match refusal.err_type {
        // Mobile QQ has no refresh token.
        Some(3) if refusal.ret != OF_WECHAT => find(ERR_TYPE, 2),
        Some(class) => find(ERR_TYPE, class),
        None => None,
    };
    let decided = class.filter(|class| class.advice != Advice::AskSupport);
    let code = exact(endpoint, refusal).or(decided).or_else(|| general(endpoint, refusal)).or(class);
    let decisive = decided.or(code);
    Diagnosis {
        code,
        advice: decisive.map_or(Advice::AskSupport, |code| code.advice),
        turn: decisive.map_or(Turn::Platform, |code| code.turn),
    }
}

/// Whether `ret` comes from checks of the access layer that are made before anything is done.
pub(crate) const fn surely_not_acted(ret: i64) -> bool {
    matches!(ret, -303 | -304 | -311 | -402 | -506..=-501 | -901)
}

/// The row of just this code.
fn exact(endpoint: &Metadata, refusal: &Envelope) -> Option<&'static Code> {
    let Envelope { ret, ref msg, plat_code, .. } = *refusal;
    let of_platform = platform_code(ret, msg);
    // Behind a platform's `ret` is always another code, and what that says must not be hidden by a row for `ret`.
    let numbers = [plat_code, of_platform, of_platform.is_none().then_some(ret)];
    let numbers = || numbers.into_iter().flatten();
    let platform: &[&'static [Code]] = match ret {
        OF_MOBILE_QQ => &[MOBILE_QQ, QQ_CONNECT],
        OF_WECHAT => &[WECHAT, WECHAT_GROUP],
        _ => &[],
    };
    numbers()
        .find_map(|code| find(endpoint.codes, code))
        .or_else(|| numbers().find_map(|code| tables_of(endpoint).find_map(|table| find(table, code))))
        .or_else(|| of_platform.and_then(|code| platform.iter().find_map(|table| find(table, code))))
        .or_else(|| oidb(ret, msg))
        // -101 is both layers' with the same advice, and the outer one speaks first.
        .or_else(|| [ACCESS, LOGIC, LEGACY].into_iter().find_map(|table| find(table, ret)))
        .or_else(|| says_too_often(msg).then(|| find(ACCESS, TOO_OFTEN))?)
}

/// The access layer's code for too many calls about one player.
const TOO_OFTEN: i64 = -503;

/// Whether a text without a code says that there were too many calls, in the words that are known of the platform.
fn says_too_often(msg: &str) -> bool {
    let msg = msg.to_ascii_lowercase();
    ["overly frequen", "too many times", "too frequent"].iter().any(|words| msg.contains(words))
}

/// The row of a whole range, or of everything that a table does not list.
fn general(endpoint: &Metadata, refusal: &Envelope) -> Option<&'static Code> {
    find(endpoint.codes, refusal.ret)
        .or_else(|| {
            platform_code(refusal.ret, &refusal.msg)?;
            tables_of(endpoint).flatten().find(|row| row.code.is_none())
        })
        .or_else(|| find(RANGES, range_of(refusal.ret)?))
}

fn oidb(ret: i64, msg: &str) -> Option<&'static Code> {
    let code = oidb_code(ret, msg)?;
    let msg = msg.to_ascii_lowercase();
    let of_command = [("0x73a", OIDB_0X73A), ("0x711", OIDB_0X711)];
    let of_command = of_command.into_iter().filter(|(command, _)| msg.contains(command)).map(|(_, table)| table);
    of_command.chain([OIDB]).find_map(|table| find(table, code).or_else(|| find_byte(table, code)))
}

/// Finds a code that was printed as an unsigned byte, or the other way round.
fn find_byte(table: &'static [Code], code: i64) -> Option<&'static Code> {
    let byte = (-256..256).contains(&code).then(|| code.rem_euclid(256));
    table.iter().find(|row| byte.is_some() && row.code.map(|code| code.rem_euclid(256)) == byte)
}

fn find(table: &'static [Code], code: i64) -> Option<&'static Code> {
    table.iter().find(|row| row.code == Some(code))
}

fn tables_of(endpoint: &Metadata) -> impl Iterator<Item = &'static [Code]> {
    let path = endpoint.path.trim_end_matches('/');
    TABLES.iter().filter(move |table| table.endpoint == Some(path)).map(|table| table.codes)
}
