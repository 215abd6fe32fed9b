//! Points in time.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use crate::{
    decode::{Decode, DecodeError, Failure, Json, Reader},
    describe::Shape,
    encode::{Encode, Encoder, Measure},
};

/// A point in time, in whole seconds since 1970-01-01 UTC.
///
/// On the wire it is a string of decimal digits. The vendor writes `"0"` where there is none, so an
/// `Option<UnixTime>` is `None` for that as well as for an absent field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct UnixTime(i64);

impl UnixTime {
    /// Makes a point in time from seconds.
    pub const fn from_secs(seconds: i64) -> Self {
        Self(seconds)
    }

    /// Returns the seconds.
    pub const fn as_secs(self) -> i64 {
        self.0
    }

    /// Returns the same point as the standard library's type, if that can hold it.
    pub fn to_system_time(self) -> Option<SystemTime> {
        let distance = Duration::from_secs(self.0.unsigned_abs());
        if self.0 < 0 { UNIX_EPOCH.checked_sub(distance) } else { UNIX_EPOCH.checked_add(distance) }
    }
}

/// The second in which the point lies.
impl From<SystemTime> for UnixTime {
    fn from(time: SystemTime) -> Self {
        let seconds = match time.duration_since(UNIX_EPOCH) {
            Ok(after) => i64::try_from(after.as_secs()).unwrap_or(i64::MAX),
            Err(before) => {
                let before = before.duration();
                let whole = i64::try_from(before.as_secs()).unwrap_or(i64::MAX);
                -whole - i64::from(before.subsec_nanos() > 0)
            }
        };
        Self(seconds)
    }
}

#[diagnostic::do_not_recommend]
impl Encode for UnixTime {
    const SHAPE: Shape = Shape::Text;

    fn encode(&self, out: &mut Encoder<'_>) {
        out.plain_text(self.0);
    }

    fn measure(&self) -> Measure<'_> {
        Measure::Int(i128::from(self.0))
    }
}

#[diagnostic::do_not_recommend]
impl Decode for UnixTime {
    const SHAPE: Shape = Shape::Text;

    fn decode(json: Json<'_>) -> Result<Self, DecodeError> {
        i64::decode(json).map(Self)
    }

    fn decode_option(json: Json<'_>) -> Result<Option<Self>, DecodeError> {
        Ok(Self::read_option(&mut Reader::new(json.as_str()))?)
    }

    fn read(reader: &mut Reader<'_>) -> Result<Self, Failure> {
        i64::read(reader).map(Self)
    }

    fn read_option(reader: &mut Reader<'_>) -> Result<Option<Self>, Failure> {
        let time = Option::<i64>::read(reader)?;
        Ok(time.filter(|seconds| *seconds != 0).map(Self))
    }
}
