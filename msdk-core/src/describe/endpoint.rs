//! What an endpoint is.

use crate::{decode::Decode, describe::Metadata, encode::Encoder};

/// One endpoint of the platform, with the values of one call.
///
/// `#[msdk_endpoint(...)]` on a struct implements it.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an endpoint",
    label = "not declared as an endpoint",
    note = "declare it with `#[msdk_endpoint(path = \"/...\", method = POST)]` above the struct"
)]
pub trait Endpoint {
    /// The typed answer.
    type Reply: Decode;

    /// What the declaration says; [`META`](Self::META) adds the reply.
    #[doc(hidden)]
    const DECLARED: Metadata;

    /// What is known of the endpoint without a call.
    const META: &'static Metadata = &Self::DECLARED.reply(<Self::Reply as Decode>::SHAPE);

    /// Writes the fields of the body and checks their rules.
    fn encode(&self, body: &mut Encoder<'_>);
}

#[diagnostic::do_not_recommend]
impl<E: Endpoint> Endpoint for &E {
    type Reply = E::Reply;

    const DECLARED: Metadata = E::DECLARED;

    fn encode(&self, body: &mut Encoder<'_>) {
        (**self).encode(body);
    }
}

/// An endpoint with a list that [`Client::call_in_chunks`](crate::client::Client::call_in_chunks) splits.
///
/// `#[msdk(chunk)]` on the list of a [`macro@crate::msdk_endpoint`] implements it.
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no list to split",
    label = "no field is declared as the list of chunks",
    note = "put `#[msdk(chunk, items = ..=50)]` on the list, with the platform's limit"
)]
pub trait ChunkedEndpoint: Endpoint {
    /// Returns the number of items of the list.
    fn item_count(&self) -> usize;
}

#[diagnostic::do_not_recommend]
impl<E: ChunkedEndpoint> ChunkedEndpoint for &E {
    fn item_count(&self) -> usize {
        (**self).item_count()
    }
}
