//! The platform's hosts.

/// The platform's environments; `"production".parse()` reads the names of a configuration.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Environment {
    /// `msdktest.qq.com`, for development; some accounts must be put on its list of test numbers.
    Test,
    /// `msdk.qq.com`, for released games, from anywhere.
    Production,
    /// `msdk.tencent-cloud.net`, for released games whose servers stand in the vendor's data centres.
    Idc,
    /// `msdktest.tencent-cloud.net`, for development inside of the vendor's network.
    IdcTest,
    /// `ap6.ssl.msdk.qq.com`, for released games on Android, with [`V3Protocol`](crate::wire::V3Protocol).
    V3Android,
    /// `ip6.ssl.msdk.qq.com`, for released games on iOS, with [`V3Protocol`](crate::wire::V3Protocol).
    V3Ios,
    /// `ap6msdktest.ssl.msdk.qq.com`, for development on Android, with [`V3Protocol`](crate::wire::V3Protocol).
    V3AndroidTest,
    /// `ip6msdktest.ssl.msdk.qq.com`, for development on iOS, with [`V3Protocol`](crate::wire::V3Protocol).
    V3IosTest,
}

impl Environment {
    /// Returns the base URL.
    pub const fn base_url(self) -> &'static str {
        match self {
            Self::Test => "http://msdktest.qq.com",
            Self::Production => "http://msdk.qq.com",
            Self::Idc => "http://msdk.tencent-cloud.net",
            Self::IdcTest => "http://msdktest.tencent-cloud.net",
            Self::V3Android => "https://ap6.ssl.msdk.qq.com",
            Self::V3Ios => "https://ip6.ssl.msdk.qq.com",
            Self::V3AndroidTest => "https://ap6msdktest.ssl.msdk.qq.com",
            Self::V3IosTest => "https://ip6msdktest.ssl.msdk.qq.com",
        }
    }
}
