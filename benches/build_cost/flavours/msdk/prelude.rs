//! Endpoints declared with the attributes.

use msdk::{msdk_endpoint, msdk_reply};

pub type Error = msdk::Error;

pub struct Api {
    pub client: msdk::Client,
    pub session: msdk::Session,
}
