// Written by msdk-document from wechat.zh.md. Docs are machine-made English, and the page's Chinese where that
// fails. Each to-do is a question that the page leaves open.

/// `/auth/refresh_token/`, section 3.1.1.
pub mod refresh_token {
    use msdk::{CommaList, OpenId, msdk_endpoint, msdk_reply};

    /// 用refreshToken换取新的accessToken，返回的refreshToken需要保存。
    ///
    /// Of the vendor's page: section 3.1.1, line 7.
    // TODO: the page does not say whether a repeated call does harm; add `idempotent` if it does not
    #[msdk_endpoint(path = "/auth/refresh_token/", method = POST, openid = none, token = none)]
    #[derive(Debug, Clone, PartialEq)]
    pub struct RefreshToken {
        /// The refresh token. The page says: 必填。用户刷新accessToken的凭证。
        // TODO: the page says `string(512)`, whose length is taken to be one in bytes
        #[msdk(name = "refreshToken", bytes = ..=512, secret)]
        pub refresh_token: String,
    }

    /// What [`RefreshToken`] is answered.
    #[msdk_reply]
    #[derive(Debug, Clone, PartialEq)]
    #[non_exhaustive]
    pub struct RefreshTokenReply {
        /// The player's token.
        #[msdk(name = "accessToken")]
        pub access_token: String,
        /// The refresh token. The page says: 新的刷新凭证。
        #[msdk(name = "refreshToken")]
        pub refresh_token: String,
        /// How long it is valid, in seconds.
        #[msdk(name = "expiresIn")]
        pub expires_in: i64,
        /// The player's openid.
        pub openid: OpenId,
        /// The scope. The page says: 用户授权的作用域，用“,”分隔。
        #[msdk(default)]
        pub scope: CommaList<String>,
    }
}

/// `/share/wxgame/`, section 3.2.1.
pub mod wxgame {
    use msdk::{msdk_endpoint, msdk_object};

    /// 点对点分享消息给微信好友。
    ///
    /// Of the vendor's page: section 3.2.1, line 66.
    ///
    /// Codes:
    ///
    /// - 40001: access_token无效
    /// - -10002: 参数错误
    // TODO: the page, line 118: the url row has the path /share/wx_game/ instead of /share/wxgame/
    // TODO: the page does not say whether a repeated call does harm; add `idempotent` if it does not
    // TODO: the page does not say what to do about its codes; add `codes(...)` with an advice for each
    #[msdk_endpoint(
        path = "/share/wxgame/",
        method = POST,
        token = "access_token",
        fixed(version = 2),
        unreleased,
        reply = (),
    )]
    #[derive(Debug, Clone, PartialEq)]
    pub struct Wxgame {
        /// The touser. The page says: 接收消息的好友openid。
        pub touser: String,
        /// The msgtype. The page says: 消息类型，取值：text、image、video、link。
        #[msdk(one_of = ["text", "image", "video", "link"])]
        pub msgtype: String,
        /// The title, at most 45 bytes.
        #[msdk(bytes = ..=45)]
        pub title: String,
        /// The content. The page says: 内容，不超过100个汉字。
        #[msdk(chars = ..=100)]
        pub content: Option<String>,
        /// The type info. The page says: 与msgtype对应的参数，见下文。
        pub type_info: Option<TypeInfo>,
        /// The button. The page says: 消息下方的按钮。
        pub button: Option<Button>,
        /// The extinfo. The page says: 透传的数据。
        // TODO: the page says `字节流`, which is no type
        // TODO: the page does not give a type that is understood; a string is a guess
        pub extinfo: Option<String>,
    }

    /// An object in `type_info`.
    #[msdk_object]
    #[derive(Debug, Clone, PartialEq)]
    pub struct TypeInfo {
        /// The picurl. The page says: 图片的URL。
        pub picurl: String,
        /// The width. The page says: 图片宽度。
        pub width: i64,
        /// The height. The page says: 图片高度。
        // TODO: the table says integer, the sample has string
        pub height: i64,
    }

    /// An object in `button`.
    #[msdk_object]
    #[derive(Debug, Clone, PartialEq)]
    pub struct Button {
        /// The type. The page says: 按钮类型。
        pub r#type: String,
        /// The name. The page says: 按钮文字。
        pub name: String,
        /// The rankview. The page says: 排行榜按钮的参数。
        pub rankview: RankView,
    }

    /// An object in `rankview`.
    #[msdk_object]
    #[derive(Debug, Clone, PartialEq)]
    pub struct RankView {
        /// `title`, which the page does not describe.
        pub title: String,
        /// `button_name`, which the page does not describe.
        pub button_name: String,
    }
}

/// `/relation/wxfriends_profile/`, section 3.3.1.1.
pub mod wxfriends_profile {
    use msdk::{OpenId, msdk_endpoint, msdk_reply};

    /// 获取微信个人及同玩好友基本信息。
    ///
    /// Of the vendor's page: section 3.3.1.1, line 152.
    // TODO: the page, line 152: the interface has no heading of its own
    // TODO: the page, line 169: the table has `list` where the sample has `lists`
    // TODO: the page does not say whether a repeated call does harm; add `idempotent` if it does not
    #[msdk_endpoint(path = "/relation/wxfriends_profile/", method = POST, appid = none)]
    #[derive(Debug, Clone, PartialEq)]
    pub struct WxfriendsProfile;

    /// What [`WxfriendsProfile`] is answered.
    #[msdk_reply]
    #[derive(Debug, Clone, PartialEq)]
    #[non_exhaustive]
    pub struct WxfriendsProfileReply {
        /// The lists. The page says: 好友列表，类型 vector\<WXInfo\>。
        // TODO: the table calls it `list`, the sample `lists`
        // TODO: the page does not show an empty list; without `default`, one has to be there
        #[msdk(default)]
        pub lists: Vec<WxInfo>,
        /// The privilege. The page says: 用户特权信息，json数组。
        // TODO: the page does not give a type of its items that is understood; a string is a guess
        pub privilege: Vec<String>,
        /// The country.
        pub country: String,
        /// The language.
        pub language: String,
        /// The is lost. The page says: is_lost为1的时候表示获取的数据做了降级处理。
        // TODO: the sample answer does not have it
        #[msdk(default)]
        pub is_lost: bool,
    }

    /// An object in `lists`.
    #[msdk_reply]
    #[derive(Debug, Clone, PartialEq)]
    #[non_exhaustive]
    pub struct WxInfo {
        /// The nickname.
        #[msdk(name = "nickName")]
        pub nick_name: String,
        /// The sex. The page says: 性别1男2女。
        pub sex: i64,
        /// The picture. The page says: 用户头像URL,必须在URL后追加以下参数/0，/132，/96，/64， 这样可以分别获得不同规格
        /// 的图片。
        pub picture: String,
        /// The province.
        pub provice: String,
        /// The city.
        pub city: String,
        /// `openid`, which the page does not describe.
        pub openid: OpenId,
    }
}
