// Written by msdk-document from slips.zh.md. Docs are the page's own Chinese. Each to-do is a question that the
// page leaves open.

/// `/game/keywords`, section 9.1.
pub mod keywords {
    use msdk::{OpenId, msdk_endpoint, msdk_object, msdk_reply};

    /// 用来检查名字。
    ///
    /// Of the vendor's page: section 9.1, line 3.
    // TODO: the page, line 3: only the heading has the path, so that its slash at the end is not known
    // TODO: the page, line 19: `2x` is no name of a field
    // TODO: the page does not say which method it has; all others have POST
    // TODO: the page does not say whether a repeated call does harm; add `idempotent` if it does not
    #[msdk_endpoint(path = "/game/keywords", method = POST, appid = int, openid = none, token = none)]
    #[derive(Debug, Clone, PartialEq)]
    pub struct Keywords {
        /// 类型(0:甲；1:乙，默认:0)。
        #[msdk(one_of = [0, 1], default = 0)]
        pub r#type: Option<i64>,
        /// 自己。
        #[msdk(name = "self")]
        pub self_: String,
        /// 默认http。
        pub r#match: String,
        /// 会话。
        #[msdk(secret)]
        pub session_key: String,
        /// 票据。
        #[msdk(name = "getTicket", secret)]
        pub get_ticket: String,
        /// 票据。
        #[msdk(secret)]
        pub jsapi_ticket: String,
        /// 群。
        #[msdk(name = "groupOpenid")]
        pub group_openid: OpenId,
        /// 群，重名。
        #[msdk(name = "group_openid")]
        pub group_openid_2: OpenId,
        /// 嵌套。
        pub ids: Vec<Vec<i64>>,
        /// 比例。
        pub ratio: f64,
        /// 开关。
        pub flags: bool,
        /// JSON数据。
        // TODO: the page says that it is JSON in a string, which is left as it is
        pub data: String,
        /// 列表。
        // TODO: the page does not give a type of its items that is understood; a string is a guess
        pub list: Vec<String>,
        /// 没有字段。
        // TODO: the page does not say which fields its object has
        pub free: Free,
    }

    /// What [`Keywords`] is answered.
    // TODO: the page has no sample of an answer, so that fields may be absent
    #[msdk_reply]
    #[derive(Debug, Clone, PartialEq)]
    #[non_exhaustive]
    pub struct KeywordsReply {
        /// 节点。
        pub node: Option<Node>,
        /// 节点。
        // TODO: the page does not show an empty list; without `default`, one has to be there
        #[msdk(default)]
        pub nodes: Vec<Node>,
        /// 名字。
        #[msdk(name = "String")]
        pub string: Option<String>,
        /// 凭证。
        pub token: Option<String>,
    }

    /// An object in `free`.
    #[msdk_object]
    #[derive(Debug, Clone, PartialEq)]
    pub struct Free {}

    /// An object in `node`.
    #[msdk_reply]
    #[derive(Debug, Clone, PartialEq)]
    #[non_exhaustive]
    pub struct Node {
        /// 名字。
        pub name: Option<String>,
        /// 自己。
        // TODO: it holds the struct that it is in, which no declaration can; no field of it is declared
        pub next: Option<Node2>,
        // TODO: `msg` is a name of the envelope, which no object of a reply may have
    }

    /// An object in `next`.
    #[msdk_reply]
    #[derive(Debug, Clone, PartialEq)]
    #[non_exhaustive]
    pub struct Node2 {}
}

/// `/game/search`, section 9.2.
pub mod search {
    use msdk::{msdk_endpoint, msdk_reply};

    /// 查询接口。
    ///
    /// Of the vendor's page: section 9.2, line 47.
    // TODO: the page does not say whether a repeated call does harm; add `idempotent` if it does not
    #[msdk_endpoint(path = "/game/search", method = GET, appid = none)]
    #[derive(Debug, Clone, PartialEq)]
    pub struct Search {
        // TODO: `sig` is written into every query by the client
        /// 大区，最多3个。
        #[msdk(items = ..=3, json)]
        pub zones: Option<Vec<i64>>,
        /// 页码。
        #[msdk(default = 1)]
        pub page: Option<i64>,
        /// 取值：a、b。
        #[msdk(default = "x")]
        pub kind: Option<String>,
    }

    /// What [`Search`] is answered.
    // TODO: the page has no sample of an answer, so that fields may be absent
    #[msdk_reply]
    #[derive(Debug, Clone, PartialEq)]
    #[non_exhaustive]
    pub struct SearchReply {
        /// 数据。
        pub data: Option<Data>,
    }

    /// An object in `data`.
    #[msdk_reply]
    #[derive(Debug, Clone, PartialEq)]
    #[non_exhaustive]
    pub struct Data {
        /// `list`, which the page does not describe.
        // TODO: the page does not show an empty list; without `default`, one has to be there
        #[msdk(default)]
        pub list: Vec<List>,
        /// 总数。
        // TODO: the page does not give a type that is understood; a string is a guess
        pub total: Option<String>,
    }

    /// An object in `list`.
    #[msdk_reply]
    #[derive(Debug, Clone, PartialEq)]
    #[non_exhaustive]
    pub struct List {
        /// 名字。
        // TODO: the page does not give a type that is understood; a string is a guess
        pub name: Option<String>,
    }
}

/// `(no path, line 72)`, line 72.
pub mod no_path_line72 {
    // TODO: the page has no path for this section, so that nothing is declared
}

/// `/game/empty`, section 9.4.
pub mod empty {
    use msdk::msdk_endpoint;

    /// 没有参数。
    ///
    /// Of the vendor's page: section 9.4, line 77.
    // TODO: the page, line 77: only the heading has the path, so that its slash at the end is not known
    // TODO: the page does not say which method it has; all others have POST
    // TODO: the page has no table of the request, so that it has the usual identity and nothing else
    // TODO: the page does not say whether a repeated call does harm; add `idempotent` if it does not
    #[msdk_endpoint(path = "/game/empty", method = POST, reply = ())]
    #[derive(Debug, Clone, PartialEq)]
    pub struct Empty;
}

/// `/game/broken/`, section 9.5.
pub mod broken {
    use msdk::{msdk_endpoint, msdk_object, msdk_reply};

    /// The page does not say what it does.
    ///
    /// Of the vendor's page: section 9.5, line 81.
    // TODO: the page does not say whether a repeated call does harm; add `idempotent` if it does not
    #[msdk_endpoint(path = "/game/broken/", method = POST)]
    #[derive(Debug, Clone, PartialEq)]
    pub struct Broken {
        /// `deep`, which the page does not describe.
        // TODO: the sample request has it, the table does not
        pub deep: Deep,
        /// `text`, which the page does not describe.
        // TODO: the sample request has it, the table does not
        pub text: String,
    }

    /// What [`Broken`] is answered.
    #[msdk_reply]
    #[derive(Debug, Clone, PartialEq)]
    #[non_exhaustive]
    pub struct BrokenReply {
        /// `data`, which the page does not describe.
        // TODO: the sample answer has it, the table does not
        pub data: Option<Data>,
    }

    /// An object in `deep`.
    #[msdk_object]
    #[derive(Debug, Clone, PartialEq)]
    pub struct Deep {
        /// `list`, which the page does not describe.
        // TODO: the sample request has it, the table does not
        pub list: Vec<List>,
        /// `none`, which the page does not describe.
        // TODO: the sample request has it, the table does not
        // TODO: the page does not give a type that is understood; a string is a guess
        pub none: String,
    }

    /// An object in `list`.
    #[msdk_object]
    #[derive(Debug, Clone, PartialEq)]
    pub struct List {
        /// `a`, which the page does not describe.
        // TODO: the sample request has it, the table does not
        pub a: f64,
        /// `b`, which the page does not describe.
        // TODO: the sample request has it, the table does not
        pub b: bool,
    }

    /// An object in `data`.
    #[msdk_reply]
    #[derive(Debug, Clone, PartialEq)]
    #[non_exhaustive]
    pub struct Data {
        /// `a`, which the page does not describe.
        // TODO: the sample answer has it, the table does not
        // TODO: the page does not show an empty list; without `default`, one has to be there
        #[msdk(default)]
        pub a: Vec<i64>,
        /// `b`, which the page does not describe.
        // TODO: the sample answer has it, the table does not
        // TODO: the page does not show an empty list; without `default`, one has to be there
        #[msdk(default)]
        pub b: Vec<String>,
        /// `when`, which the page does not describe.
        // TODO: the sample answer has it, the table does not
        pub when: Option<String>,
    }
}

/// `/game/identity`, section 9.6.
pub mod identity {
    use msdk::{OpenId, UnixTime, msdk_endpoint, msdk_object, msdk_reply};

    /// The page does not say what it does.
    ///
    /// Of the vendor's page: section 9.6, line 95.
    // TODO: the page, line 95: only the heading has the path, so that its slash at the end is not known
    // TODO: the page does not say which method it has; all others have POST
    // TODO: the page does not say whether a repeated call does harm; add `idempotent` if it does not
    #[msdk_endpoint(
        path = "/game/identity",
        method = POST,
        appid = string("oauth_consumer_key"),
        openid = "guestid",
        token = none,
        app_key = "secret",
        fixed(type = 3, access_token = "", self = 4),
    )]
    #[derive(Debug, Clone, PartialEq)]
    pub struct Identity {
        /// 支付凭证。
        #[msdk(name = "payToken", secret)]
        pub pay_token: Vec<String>,
        /// 战绩，格式如下。
        #[msdk(json)]
        pub json: Json,
    }

    /// What [`Identity`] is answered.
    // TODO: the page has no sample of an answer, so that fields may be absent
    #[msdk_reply]
    #[derive(Debug, Clone, PartialEq)]
    #[non_exhaustive]
    pub struct IdentityReply {
        /// 会话。
        #[msdk(name = "sessionToken")]
        pub session_token: Option<String>,
        /// 好友。
        // TODO: the page does not show an empty list; without `default`, one has to be there
        #[msdk(default)]
        pub friendlist: Vec<Friendlist>,
    }

    /// An object in `json`.
    #[msdk_object]
    #[derive(Debug, Clone, PartialEq)]
    pub struct Json {
        /// `baseinfo`, which the page does not describe.
        pub baseinfo: Baseinfo,
        /// `battles`, which the page does not describe.
        pub battles: Vec<Battles>,
    }

    /// An object in `baseinfo`.
    #[msdk_object]
    #[derive(Debug, Clone, PartialEq)]
    pub struct Baseinfo {
        /// `level`, which the page does not describe.
        pub level: i64,
        /// `name`, which the page does not describe.
        pub name: String,
    }

    /// An object in `battles`.
    #[msdk_object]
    #[derive(Debug, Clone, PartialEq)]
    pub struct Battles {
        /// `score`, which the page does not describe.
        pub score: f64,
    }

    /// An object in `friendlist`.
    #[msdk_reply]
    #[derive(Debug, Clone, PartialEq)]
    #[non_exhaustive]
    pub struct Friendlist {
        /// 好友。
        pub openid: Option<OpenId>,
        // TODO: `ret` is a name of the envelope, which no object of a reply may have
        /// 时间，unix时间戳。
        pub time: Option<UnixTime>,
    }
}
