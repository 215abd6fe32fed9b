//! An error as a structured value, for logs that are searched by field.

use serde_core::{Serialize, Serializer, ser::SerializeStruct as _};

use super::Error;

/// As an object with what the methods give: `kind`, `endpoint`, `advice`, `turn`, `may_have_acted`, `attempts`,
/// `elapsed_ms`, `retry_after_ms`, `ret`, `platform_code`, `plat_code`, `err_type`, `status`, `path`, and `message`, which
/// is the line that `Display` gives. What an error does not have is `null`. No secret is in it.
impl Serialize for Error {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let milliseconds = |time: std::time::Duration| u64::try_from(time.as_millis()).unwrap_or(u64::MAX);
        let mut object = serializer.serialize_struct("Error", 15)?;
        object.serialize_field("kind", &self.kind())?;
        object.serialize_field("endpoint", &self.endpoint())?;
        object.serialize_field("advice", &self.advice())?;
        object.serialize_field("turn", &self.turn())?;
        object.serialize_field("may_have_acted", &self.may_have_acted())?;
        object.serialize_field("attempts", &self.attempts())?;
        object.serialize_field("elapsed_ms", &milliseconds(self.elapsed()))?;
        object.serialize_field("retry_after_ms", &self.retry_after().map(milliseconds))?;
        object.serialize_field("ret", &self.ret())?;
        object.serialize_field("platform_code", &self.platform_code())?;
        object.serialize_field("plat_code", &self.plat_code())?;
        object.serialize_field("err_type", &self.err_type())?;
        object.serialize_field("status", &self.status())?;
        object.serialize_field("path", &self.path())?;
        object.serialize_field("message", &self.to_string())?;
        object.end()
    }
}
