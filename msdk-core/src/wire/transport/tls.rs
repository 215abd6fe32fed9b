//! How encrypted connections are made.

#[cfg(test)]
pub(super) mod testing;

use std::sync::Arc;

use rustls::{
    ClientConfig, RootCertStore,
    crypto::CryptoProvider,
    pki_types::{CertificateDer, pem::PemObject},
};

use super::wrong;
use crate::error::{Error, SettingsError};

/// TLS 1.2 and 1.3 with Mozilla's roots, so that neither a C library nor a store of certificates must be there.
pub(super) fn config(more_roots: &[CertificateDer<'static>]) -> Result<ClientConfig, String> {
    let mut roots = RootCertStore { roots: webpki_roots::TLS_SERVER_ROOTS.to_vec() };
    for root in more_roots {
        roots.add(root.clone()).map_err(|error| format!("a root certificate cannot be used: {error}"))?;
    }
    let builder = ClientConfig::builder_with_provider(Arc::new(provider()))
        .with_safe_default_protocol_versions()
        .map_err(|error| format!("no TLS: {error}"))?;
    Ok(builder.with_root_certificates(roots).with_no_client_auth())
}

/// The error of root certificates beside a configuration that has its own.
pub(super) fn own_roots() -> Error {
    let reason = "a TLS configuration of your own has its own roots; add the certificate to them";
    Error::config(SettingsError::without_effect("root_certificate_pem", reason))
}

/// The error of a root certificate that cannot be read.
pub(super) fn wrong_certificate(reason: String) -> Error {
    wrong("root_certificate_pem", reason)
}

/// Reads the certificates of a PEM file, of which there must be one at least.
pub(super) fn certificates(pem: &[u8]) -> Result<Vec<CertificateDer<'static>>, String> {
    let found = CertificateDer::pem_slice_iter(pem).collect::<Result<Vec<_>, _>>();
    let found = found.map_err(|error| format!("a root certificate is not PEM: {error}"))?;
    if found.is_empty() {
        return Err("a root certificate is not PEM: nothing in it is a certificate".into());
    }
    let mut store = RootCertStore::empty();
    for certificate in &found {
        store.add(certificate.clone()).map_err(|error| format!("a root certificate cannot be used: {error}"))?;
    }
    Ok(found)
}

/// Cryptography that runs on every processor which rustc builds for; it looks by itself for what this one can do faster.
pub(super) fn provider() -> CryptoProvider {
    rustls::crypto::ring::default_provider()
}
