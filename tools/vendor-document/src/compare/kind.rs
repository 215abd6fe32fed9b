//! Types: whether a declared one does what a documented one asks for.

use msdk::metadata::Shape;

use crate::page::{Field, Kind};

/// Whether a field is sent as the page has it.
pub(super) fn fits_request(kind: &Kind, shape: Shape) -> bool {
    match (kind, shape.resolved()) {
        (Kind::Unknown, _)
        | (Kind::Text, Shape::Text | Shape::JoinedText(_) | Shape::JsonText | Shape::Quoted(_))
        | (Kind::JsonText, Shape::JsonText | Shape::Text)
        | (Kind::Int, Shape::Int | Shape::Mask(_))
        | (Kind::Number, Shape::Number | Shape::Int)
        | (Kind::Bool, Shape::Bool)
        | (Kind::Object(_), Shape::Object(_) | Shape::Map(_)) => true,
        (Kind::List(item), Shape::List(shape)) => fits_request(item, *shape),
        (_, Shape::AnyOf(alternatives)) => alternatives.iter().any(|field| fits_request(kind, field.shape)),
        _ => false,
    }
}

/// Whether a field of an answer is read from what the page says is sent. Replies are read tolerantly: a number may stand
/// in quotation marks, and a yes or no may be a number.
pub(super) fn fits_reply(field: &Field, shape: Shape) -> bool {
    fits_value(&field.kind, field.sample.as_deref(), shape)
}

fn fits_value(kind: &Kind, sample: Option<&str>, shape: Shape) -> bool {
    match (kind, shape.resolved()) {
        (Kind::Text, Shape::Int | Shape::Mask(_) | Shape::Number | Shape::Flag) => {
            sample.is_none_or(|sample| sample.is_empty() || sample.parse::<f64>().is_ok())
        }
        (Kind::Int | Kind::Bool, Shape::Flag) | (Kind::Int, Shape::Number) => true,
        (Kind::List(item), Shape::List(shape)) => fits_value(item, None, *shape),
        (_, Shape::AnyOf(alternatives)) => alternatives.iter().any(|field| fits_value(kind, sample, field.shape)),
        _ => fits_request(kind, shape),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn requests_are_exact_and_replies_tolerant() {
        assert!(fits_request(&Kind::Text, Shape::JoinedText(",")) && !fits_request(&Kind::Text, Shape::Int));
        assert!(!fits_request(&Kind::List(Box::new(Kind::Text)), Shape::List(&Shape::Int)));
        assert!(fits_request(&Kind::Text, Shape::Quoted(&Shape::Int)) && fits_request(&Kind::Int, Shape::Mask(&[])));
        let field = |sample: &str| Field { kind: Kind::Text, sample: Some(sample.into()), ..Field::default() };
        assert!(fits_reply(&field("1000"), Shape::Int) && !fits_reply(&field("xxx"), Shape::Int));
    }
}
