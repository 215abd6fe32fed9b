//! What the handlers take and give back.

use std::fmt::Display;

use axum::{
    Json,
    extract::FromRequestParts,
    http::{StatusCode, request::Parts},
    response::{IntoResponse, Response},
};
use serde_json::json;

/// An answer, or what is wrong with the request.
pub(super) type Answer<T> = Result<T, Refused>;

/// What is wrong with a request.
#[derive(Debug)]
pub(super) struct Refused {
    status: StatusCode,
    pub(super) text: String,
}

impl IntoResponse for Refused {
    fn into_response(self) -> Response {
        (self.status, Json(json!({ "error": self.text }))).into_response()
    }
}

/// Refuses a request.
pub(super) fn error(status: StatusCode, text: impl Into<String>) -> Refused {
    Refused { status, text: text.into() }
}

/// The values of a path or a query; what is wrong with them is said like the rest.
pub(super) struct Given<T>(pub(super) T);

impl<S: Send + Sync, T> FromRequestParts<S> for Given<T>
where
    T: FromRequestParts<S>,
    T::Rejection: Display,
{
    type Rejection = Refused;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Answer<Self> {
        let given = T::from_request_parts(parts, state).await;
        given.map(Self).map_err(|rejection| error(StatusCode::BAD_REQUEST, rejection.to_string()))
    }
}
