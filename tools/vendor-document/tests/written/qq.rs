// Written by msdk-document from qq-interfaces.zh.md. Docs are the page's own Chinese. Each to-do is a question that
// the page leaves open.

/// `/auth/verify_login/`, section 2.1.1.
pub mod verify_login {
    use msdk::msdk_endpoint;

    /// 验证用户的登录态，判断openkey是否过期，没有过期则对openkey有效期进行续期（一次调用续期2小时）。 url中带上
    /// msdkExtInfo=xxx（请求序列号），可以在后回内容中，将msdkExtInfo原数据带回来，即可实现纯异常请求。msdkExtInfo为可
    /// 选参数。
    ///
    /// Of the vendor's page: section 2.1.1, line 6.
    // TODO: the page does not say whether a repeated call does harm; add `idempotent` if it does not
    #[msdk_endpoint(path = "/auth/verify_login/", method = POST, appid = int, token = "openkey", reply = ())]
    #[derive(Debug, Clone, PartialEq)]
    pub struct VerifyLogin {
        /// 用户客户端ip。
        pub userip: String,
    }
}

/// `/share/qq/`, section 2.2.1.
pub mod share_qq {
    use msdk::{OpenId, msdk_endpoint, msdk_object};

    /// 点对点定向分享(分享消息给手机QQ好友，在公众账号“QQ手游”中显示)。 PS：分享的内容只有手机QQ上才可以看到，PCQQ上
    /// 看不到。接收方需要关注“QQ手游”公众号才能接收到，同一用户同一天收到的同一款游戏能接收的在20条消息左右。
    ///
    /// Of the vendor's page: section 2.2.1, line 63.
    ///
    /// Codes:
    ///
    /// - 100000: 鉴权错误！uin,skey错误
    /// - 100001: 参错错误！缺少必要参数，或者参数类型不对
    /// - 100003: 服务错误！请联系相关开发人员
    /// - 100004: 脏词错误！关键字涉黄、涉政等
    /// - 100100: CGI只能用post方式请求
    /// - 100101: CGI有Referer限制
    /// - 100012: 服务超时错误！请联系相关开发人员
    /// - 111111: 未知错误！请联系相关开发人员
    /// - 99999: 频率限制错误
    // TODO: the page, line 84: the table of the request has `openid` twice
    // TODO: the page, line 91: the table of the request has `appid` twice
    // TODO: the page, line 108: the url row has the path /auth/share/qq/ instead of /share/qq/
    // TODO: the page does not say whether a repeated call does harm; add `idempotent` if it does not
    // TODO: the page does not say what to do about its codes; add `codes(...)` with an advice for each
    #[msdk_endpoint(
        path = "/share/qq/",
        method = POST,
        appid = int,
        appid_also = "oauth_consumer_key",
        token = "openkey",
        token_also = "access_token",
        fixed(dst = 1001, flag = 1),
        reply = (),
    )]
    #[derive(Debug, Clone, PartialEq)]
    pub struct ShareQq {
        /// 用户客户端ip。
        // TODO: the sample request does not have it
        pub userip: String,
        /// 跳转行为(0: URL跳转；1:APP跳转,默认:0)。
        #[msdk(one_of = [0, 1], default = 0)]
        pub act: Option<i64>,
        /// 分享图片url (图片尺寸规格为128\*128；需要保证网址可访问；且图片大小不能超过2M)。
        pub image_url: String,
        /// 消息来源 (默认值:0)。
        #[msdk(default = 0)]
        pub src: Option<i64>,
        /// 摘要，长度不超过45字节。
        #[msdk(bytes = ..=45)]
        pub summary: String,
        /// 游戏中心详情页的URL
        /// `http://gamecenter.qq.com/gcjump?appid={YOUR_APPID}&pf=invite&from=iphoneqq&plat=qq&originuin=111&ADTAG=gameobj.msg_invite`
        /// ，长度不超过1024字节。
        #[msdk(bytes = ..=1024)]
        pub target_url: String,
        /// 分享标题,长度不能超过45字节。
        #[msdk(bytes = ..=45)]
        pub title: String,
        /// Json数组，数据格式为 \[{"openid":"","type":0}\]，openid为好友openid，type固定传0 .只支持分享给一个好友。
        // TODO: the page gives a choice of types, `vector<jsonObject>或者json字符串(兼容)`, of which the first is taken
        #[msdk(items = ..=1)]
        pub fopenids: Vec<Fopenids>,
        /// 非必填。分享的文字内容，可为空。如“我在天天连萌”，长度不能超过45字节。
        #[msdk(name = "previewText", bytes = ..=45)]
        pub preview_text: Option<String>,
        /// 非必填。game_tag 用于平台对分享类型的统计，比如送心分享、超越分享，该值由游戏制定并同步给手Q平台，目前的值
        /// 有： MSG_INVITE //邀请 MSG_FRIEND_EXCEED //超越炫耀 MSG_HEART_SEND //送心 MSG_SHARE_FRIEND_PVP //PVP对战。
        #[msdk(one_of = ["MSG_INVITE", "MSG_FRIEND_EXCEED", "MSG_HEART_SEND", "MSG_SHARE_FRIEND_PVP"])]
        pub game_tag: Option<String>,
    }

    /// An object in `fopenids`.
    #[msdk_object]
    #[derive(Debug, Clone, PartialEq)]
    pub struct Fopenids {
        /// `openid`, which the page does not describe.
        // TODO: the sample request has it, the table does not
        pub openid: OpenId,
        /// `type`, which the page does not describe.
        // TODO: the sample request has it, the table does not
        pub r#type: i64,
    }
}

/// `/relation/qqprofile/`, section 2.3.1.1.
pub mod qqprofile {
    use msdk::{msdk_endpoint, msdk_reply};

    /// 获取用户QQ帐号基本信息。
    ///
    /// Of the vendor's page: section 2.3.1.1, line 169.
    // TODO: the page, line 169: the interface has no heading of its own
    // TODO: the page does not say whether a repeated call does harm; add `idempotent` if it does not
    #[msdk_endpoint(path = "/relation/qqprofile/", method = POST)]
    #[derive(Debug, Clone, PartialEq)]
    pub struct Qqprofile;

    /// What [`Qqprofile`] is answered.
    #[msdk_reply]
    #[derive(Debug, Clone, PartialEq)]
    #[non_exhaustive]
    pub struct QqprofileReply {
        /// 用户在QQ空间的昵称（和手机QQ昵称是同步的）。
        #[msdk(name = "nickName")]
        pub nick_name: String,
        /// 性别 如果获取不到则默认返回"男"。
        pub gender: String,
        /// 大小为40×40像素的QQ头像URL。
        pub picture40: String,
        /// 大小为100×100像素的QQ头像URL，需要注意，不是所有的用户都拥有QQ的100x100的头像，但40x40像素则是一定会有。
        pub picture100: String,
        /// 是否是黄钻用户，0表示没有黄钻。
        pub yellow_vip: i64,
        /// 黄钻等级。
        pub yellow_vip_level: i64,
        /// 是否是年费黄钻用户，0表示否。
        pub yellow_year_vip: i64,
        /// is_lost为1的时候表示获取的数据做了降级处理：此时业务层有缓存数据时，可以先用缓存数据；如果没有的话，再使用当
        /// 前的数据。并且该标志打上1时，不要对这个数据进行缓存。
        #[msdk(default)]
        pub is_lost: bool,
    }
}

/// `/relation/qqfriends_detail/`, section 2.3.2.
pub mod qqfriends_detail {
    use msdk::{OpenId, msdk_endpoint, msdk_reply};

    /// 获取QQ同玩好友详细的个人信息接口。
    ///
    /// Of the vendor's page: section 2.3.2, line 230.
    // TODO: the page, line 250: the table has `list` where the sample has `lists`
    // TODO: the page does not say whether a repeated call does harm; add `idempotent` if it does not
    #[msdk_endpoint(path = "/relation/qqfriends_detail/", method = POST)]
    #[derive(Debug, Clone, PartialEq)]
    pub struct QqfriendsDetail {
        /// flag=1时，返回不包含自己在内的好友关系链; flag=2时，返回包含自己在内的好友关系链。其它值无效，使用当前逻辑。
        #[msdk(one_of = [1, 2])]
        pub flag: i64,
    }

    /// What [`QqfriendsDetail`] is answered.
    #[msdk_reply]
    #[derive(Debug, Clone, PartialEq)]
    #[non_exhaustive]
    pub struct QqfriendsDetailReply {
        /// QQ同玩好友个人信息列表，类型 vector\<QQGameFriendsList\>。
        // TODO: the table calls it `list`, the sample `lists`
        // TODO: the page does not show an empty list; without `default`, one has to be there
        #[msdk(default)]
        pub lists: Vec<QqGameFriendsList>,
        /// is_lost为1的时候表示获取的数据做了降级处理：此时业务层有缓存数据时，可以先用缓存数据；如果没有的话，再使用当
        /// 前的数据。并且该标志打上1时，不要对这个数据进行缓存。
        #[msdk(default)]
        pub is_lost: bool,
    }

    /// An object in `lists`.
    #[msdk_reply]
    #[derive(Debug, Clone, PartialEq)]
    #[non_exhaustive]
    pub struct QqGameFriendsList {
        /// 好友的openid。
        pub openid: OpenId,
        /// 昵称(优先输出备注，无则输出昵称)。
        #[msdk(name = "nickName")]
        pub nick_name: String,
        /// 性别，用户未填则默认返回男。
        pub gender: String,
        /// 好友QQ头像URL,必须在URL后追加以下参数/40，/100这样可以分别获得不同规格的图片： 40\*40(/40)、100\*100(/100)。
        pub figureurl_qq: String,
    }
}

/// `/relation/qqstrange_profile/`, section 2.3.3.
pub mod qqstrange_profile {
    use msdk::{OpenId, msdk_endpoint, msdk_reply};

    /// 获取同玩陌生人（包括好友）个人信息。 PS：1.此接口目前仅供开发了“附近的人”等功能的游戏使用 2. 即需要先在客户端
    /// 获取到同玩陌生人openid列表才能调用此接口。
    ///
    /// Of the vendor's page: section 2.3.3, line 294.
    // TODO: the page, line 320: the table has `list` where the sample has `lists`
    // TODO: the page does not say whether a repeated call does harm; add `idempotent` if it does not
    #[msdk_endpoint(path = "/relation/qqstrange_profile/", method = POST)]
    #[derive(Debug, Clone, PartialEq)]
    pub struct QqstrangeProfile {
        /// 需要查询的同玩陌生人（包括好友）的openid列表，如：vcopenid:\[“${openid}”,”${openid1}”\]。
        pub vcopenid: Vec<OpenId>,
    }

    /// What [`QqstrangeProfile`] is answered.
    #[msdk_reply]
    #[derive(Debug, Clone, PartialEq)]
    #[non_exhaustive]
    pub struct QqstrangeProfileReply {
        /// QQ同玩陌生人（包括好友）个人信息信息列表，类型vector\< QQStrangeList\>。
        // TODO: the table calls it `list`, the sample `lists`
        // TODO: the page does not show an empty list; without `default`, one has to be there
        #[msdk(default)]
        pub lists: Vec<QqStrangeList>,
        /// is_lost为1的时候表示获取的数据做了降级处理：此时业务层有缓存数据时，可以先用缓存数据；如果没有的话，再使用当
        /// 前的数据。并且该标志打上1时，不要对这个数据进行缓存。
        #[msdk(default)]
        pub is_lost: bool,
    }

    /// An object in `lists`.
    #[msdk_reply]
    #[derive(Debug, Clone, PartialEq)]
    #[non_exhaustive]
    pub struct QqStrangeList {
        /// openid。
        pub openid: OpenId,
        /// 性别 "1"。
        pub gender: String,
        /// 昵称。
        #[msdk(name = "nickName")]
        pub nick_name: String,
        /// 用户头像大小为50×50像素的好友QQ空间头像URL。
        pub qzonepicture50: String,
        /// 用户头像大小为40×40像素的好友QQ头像URL。
        pub qqpicture40: String,
        /// 用户头像大小为100×100像素的好友QQ头像URL。
        pub qqpicture100: String,
        /// 用户头像大小为自适应像素的好友QQ头像URL，必须在URL后追加以下参数/40，/100这样可以分别获得不同规格的图片：
        /// 40\*40(/40)、100\*100(/100)。
        pub qqpicture: String,
    }
}

/// `/relation/qqfriends_vip/`, section 2.3.4.
pub mod qqfriends_vip {
    use msdk::{CommaList, OpenId, msdk_endpoint, msdk_reply};

    /// 批量查询QQ会员信息。
    ///
    /// Of the vendor's page: section 2.3.4, line 372.
    // TODO: the page, line 397: the table has `list` where the sample has `lists`
    // TODO: the page does not say whether a repeated call does harm; add `idempotent` if it does not
    #[msdk_endpoint(path = "/relation/qqfriends_vip/", method = POST)]
    #[derive(Debug, Clone, PartialEq)]
    pub struct QqfriendsVip {
        /// 好友openid列表，每次最多可输入50个。
        #[msdk(items = ..=50)]
        pub fopenids: Vec<OpenId>,
        /// VIP业务查询标识。目前只支持查询QQ会员信息：qq_vip。后期会支持更多业务的用户VIP信息查询。如果要查询多种VIP业
        /// 务，通过“,”分隔。如果不输入该值，默认为全部查询。
        pub flags: Option<CommaList<String>>,
        /// 调用方ip信息。
        pub userip: String,
        /// 玩家登录平台，默认openmobile，有openmobile_android/openmobile_ios/openmobile_wp等，该值来自客户端手Q登录返
        /// 回。
        #[msdk(default = "openmobile")]
        pub pf: Option<String>,
    }

    /// What [`QqfriendsVip`] is answered.
    #[msdk_reply]
    #[derive(Debug, Clone, PartialEq)]
    #[non_exhaustive]
    pub struct QqfriendsVipReply {
        /// 类型：vector\<QQFriendsVipInfo\>,QQ游戏好友vip信息列表(见下文)。
        // TODO: the table calls it `list`, the sample `lists`
        // TODO: the page does not show an empty list; without `default`, one has to be there
        #[msdk(default)]
        pub lists: Vec<QqFriendsVipInfo>,
        /// is_lost为1时表示oidb获取数据超时，建议游戏业务检测到is_lost为1时做降级处理，直接读取缓存数据或默认数据。
        #[msdk(default)]
        pub is_lost: bool,
    }

    /// An object in `lists`.
    #[msdk_reply]
    #[derive(Debug, Clone, PartialEq)]
    #[non_exhaustive]
    pub struct QqFriendsVipInfo {
        /// 好友openid。
        pub openid: Option<OpenId>,
        /// 是否为QQ会员（0：不是; 1：是）。
        #[msdk(default)]
        pub is_qq_vip: bool,
        /// QQ会员等级（如果是QQ会员才返回此字段）。
        pub qq_vip_level: Option<i64>,
        /// 是否为年费QQ会员（0：不是; 1：是）。
        #[msdk(default)]
        pub is_qq_year_vip: bool,
    }
}

/// `/relation/get_groupopenid/`, section 2.3.5.
pub mod get_groupopenid {
    use msdk::{OpenId, msdk_endpoint, msdk_reply};

    /// 获取QQ公会绑群相关信息。
    ///
    /// Of the vendor's page: section 2.3.5, line 451.
    ///
    /// Codes:
    ///
    /// - 2001: 参数错误。
    /// - 2002: 没有绑定记录，请检查传入的公会ID和分区ID是否正确。
    /// - 2003: 输入的openid不是群成员，需要群成员才能查看到group_openid。
    /// - 2004: 该群与appid没有绑定关系。
    /// - 2010: 系统错误，请通过企业QQ联系技术支持，调查问题原因并获得解决方案。
    // TODO: the page does not say whether a repeated call does harm; add `idempotent` if it does not
    // TODO: the page does not say what to do about its codes; add `codes(...)` with an advice for each
    #[msdk_endpoint(path = "/relation/get_groupopenid/", method = POST, opua)]
    #[derive(Debug, Clone, PartialEq)]
    pub struct GetGroupopenid {
        /// 功能选项；传0或者不传（兼容之前的调用情况）：使用公会id和区id换取groupOpenid；opt为1时：即使用QQ群号换取
        /// group_openid。
        #[msdk(one_of = ["0", "1"])]
        pub opt: Option<String>,
        /// 跟groupOpenid绑定的游戏公会ID，opt不传或者opt=0时必须要。
        pub unionid: Option<String>,
        /// 游戏大区值，将公会ID与QQ群绑定时，传入参数“zoneid”的值。
        pub zoneid: String,
        /// QQ群的原始号码。
        #[msdk(name = "groupCode")]
        pub group_code: String,
    }

    /// What [`GetGroupopenid`] is answered.
    #[msdk_reply]
    #[derive(Debug, Clone, PartialEq)]
    #[non_exhaustive]
    pub struct GetGroupopenidReply {
        /// 判断是否有数据丢失。如果应用不使用cache，不需要关心此参数。0或者不返回：没有数据丢失，可以缓存。1：有部分数
        /// 据丢失或错误，不要缓存。
        #[msdk(default)]
        pub is_lost: bool,
        /// 和游戏公会ID绑定的QQ群的groupOpenid，获取群成员信息、解绑群的时候作为输入参数。
        #[msdk(name = "groupOpenid")]
        pub group_openid: OpenId,
    }
}

/// `/relation/get_groupinfo/`, section 2.3.5.
pub mod get_groupinfo {
    use msdk::{CommaList, OpenId, msdk_endpoint, msdk_reply};

    /// QQ获取游戏公会绑定QQ群基本信息。
    ///
    /// Of the vendor's page: section 2.3.5, line 525.
    // TODO: the page does not say whether a repeated call does harm; add `idempotent` if it does not
    #[msdk_endpoint(path = "/relation/get_groupinfo/", method = POST, opua)]
    #[derive(Debug, Clone, PartialEq)]
    pub struct GetGroupinfo {
        /// 和游戏公会ID绑定的QQ群的groupOpenid。
        #[msdk(name = "groupOpenid")]
        pub group_openid: OpenId,
    }

    /// What [`GetGroupinfo`] is answered.
    #[msdk_reply]
    #[derive(Debug, Clone, PartialEq)]
    #[non_exhaustive]
    pub struct GetGroupinfoReply {
        /// 判断是否有数据丢失。如果应用不使用cache，不需要关心此参数。0或者不返回：没有数据丢失，可以缓存。1：有部分数
        /// 据丢失或错误，不要缓存。
        #[msdk(default)]
        pub is_lost: bool,
        /// 群名称。
        #[msdk(name = "groupName")]
        pub group_name: String,
        /// 群的相关简介。
        #[msdk(name = "fingerMemo")]
        pub finger_memo: String,
        /// 群成员数。
        #[msdk(name = "memberNum")]
        pub member_num: String,
        /// 该群可容纳的最多成员数。
        #[msdk(name = "maxNum")]
        pub max_num: String,
        /// 群主openid。
        #[msdk(name = "ownerOpenid")]
        pub owner_openid: OpenId,
        /// 与该QQ群绑定的公会ID。
        pub unionid: String,
        /// 大区ID。
        pub zoneid: String,
        /// 管理员openid。如果管理员有多个的话，用“,”隔开，例
        /// 如:0000000000000000000000002329FBEF,0000000000000000000000002329FAFF。
        #[msdk(name = "adminOpenids", default)]
        pub admin_openids: CommaList<String>,
    }
}

/// `/relation/unbind_group/`, section 2.3.6.
pub mod unbind_group {
    use msdk::{OpenId, msdk_endpoint, msdk_reply};

    /// QQ游戏公会解绑QQ群息。
    ///
    /// Of the vendor's page: section 2.3.6, line 600.
    ///
    /// Codes:
    ///
    /// - 2001: 查不到该QQ群openid的绑定记录。
    /// - 2002: 验证QQ群openid和appid或者公会id的对应关系失败。
    /// - 2003: 验证登录态失败。
    /// - 2004: 操作过于频繁，请稍后再解绑qq群。
    /// - 2006: 参数错误。
    /// - 2007 to 2010: 系统错误，请通过企业QQ联系技术支持，调查问题原因并获得解决方案。
    // TODO: the page does not say whether a repeated call does harm; add `idempotent` if it does not
    // TODO: the page does not say what to do about its codes; add `codes(...)` with an advice for each
    #[msdk_endpoint(path = "/relation/unbind_group/", method = POST, opua)]
    #[derive(Debug, Clone, PartialEq)]
    pub struct UnbindGroup {
        /// 和游戏公会ID绑定的QQ群的groupOpenid。
        #[msdk(name = "groupOpenid")]
        pub group_openid: OpenId,
        /// 与该groupOpenid绑定的公会ID。
        pub unionid: String,
    }

    /// What [`UnbindGroup`] is answered.
    #[msdk_reply]
    #[derive(Debug, Clone, PartialEq)]
    #[non_exhaustive]
    pub struct UnbindGroupReply {
        /// 判断是否有数据丢失。如果应用不使用cache，不需要关心此参数。0或者不返回：没有数据丢失，可以缓存。1：有部分数
        /// 据丢失或错误，不要缓存。
        #[msdk(default)]
        pub is_lost: bool,
    }
}

/// `/relation/get_group_detail`, section 2.3.7.
pub mod get_group_detail {
    use msdk::{CommaList, OpenId, msdk_endpoint, msdk_reply};

    /// QQ游戏公会绑群详细信息接口。
    ///
    /// Of the vendor's page: section 2.3.7, line 670.
    ///
    /// Codes:
    ///
    /// - 2001: 参数错误。
    /// - 2002: 该群openid没有绑定记录。
    /// - 2003: 需要群成员才能查看。
    /// - 2006: 该群openid和应用验证对应关系失败。
    /// - 2007: 该群已被解散或者不存在。
    /// - 2100: 系统错误，请通过企业QQ联系技术支持，调查问题原因并获得解决方案。
    // TODO: the page does not say whether a repeated call does harm; add `idempotent` if it does not
    // TODO: the page does not say what to do about its codes; add `codes(...)` with an advice for each
    #[msdk_endpoint(path = "/relation/get_group_detail", method = POST, opua, unreleased)]
    #[derive(Debug, Clone, PartialEq)]
    pub struct GetGroupDetail {
        /// 功能选项；传0或者不传（兼容之前的调用情况）：使用公会id和区id换取groupOpenid；opt为1时：即使用QQ群号换取
        /// groupOpenid。
        #[msdk(one_of = ["0", "1"])]
        pub opt: Option<String>,
        /// 跟groupOpenid绑定的游戏公会ID，opt不传或者opt=0时必须要。
        pub unionid: Option<String>,
        /// 游戏大区值，将公会ID与QQ群绑定时，传入参数“zoneid”的值。
        pub zoneid: String,
        /// QQ群的原始号码。
        #[msdk(name = "groupCode")]
        pub group_code: String,
    }

    /// What [`GetGroupDetail`] is answered.
    #[msdk_reply]
    #[derive(Debug, Clone, PartialEq)]
    #[non_exhaustive]
    pub struct GetGroupDetailReply {
        /// 判断是否有数据丢失。如果应用不使用cache，不需要关心此参数。0或者不返回：没有数据丢失，可以缓存。1：有部分数
        /// 据丢失或错误，不要缓存。
        #[msdk(default)]
        pub is_lost: bool,
        /// 群名称。
        #[msdk(name = "groupName")]
        pub group_name: String,
        /// 群的相关简介。
        #[msdk(name = "fingerMemo")]
        pub finger_memo: String,
        /// 群成员数。
        #[msdk(name = "memberNum")]
        pub member_num: String,
        /// 该群可容纳的最多成员数。
        #[msdk(name = "maxNum")]
        pub max_num: String,
        /// 群主openid。
        #[msdk(name = "ownerOpenid")]
        pub owner_openid: OpenId,
        /// 与该QQ群绑定的公会ID。
        pub unionid: String,
        /// 大区ID。
        pub zoneid: String,
        /// 管理员openid。如果管理员有多个的话，用“,”隔开，例如
        /// 0000000000000000000000002329FBEF,0000000000000000000000002329FAFF。
        #[msdk(name = "adminOpenids", default)]
        pub admin_openids: CommaList<String>,
        /// 和游戏公会ID绑定的QQ群的groupOpenid。
        #[msdk(name = "groupOpenid")]
        pub group_openid: OpenId,
        /// 加群用的group_key。
        #[msdk(name = "joinGroupKey")]
        pub join_group_key: String,
    }
}

/// `/relation/get_vip_rich_info/`, section 2.3.8.
pub mod get_vip_rich_info {
    use msdk::{UnixTime, msdk_endpoint, msdk_reply};

    /// 查询手Q会员详细信息（充值时间&到期时间）。
    ///
    /// Of the vendor's page: section 2.3.8, line 765.
    // TODO: the page does not say whether a repeated call does harm; add `idempotent` if it does not
    #[msdk_endpoint(path = "/relation/get_vip_rich_info/", method = POST, unreleased)]
    #[derive(Debug, Clone, PartialEq)]
    pub struct GetVipRichInfo;

    /// What [`GetVipRichInfo`] is answered.
    #[msdk_reply]
    #[derive(Debug, Clone, PartialEq)]
    #[non_exhaustive]
    pub struct GetVipRichInfoReply {
        /// 判断是否有数据丢失。如果应用不使用cache，不需要关心此参数。0或者不返回：没有数据丢失，可以缓存。1：有部分数
        /// 据丢失或错误，不要缓存。
        #[msdk(default)]
        pub is_lost: bool,
        /// 标识是否QQ会员（0：不是； 1：是）。
        pub is_qq_vip: bool,
        /// QQ会员最后一次充值时间，标准时间戳。
        pub qq_vip_start: Option<UnixTime>,
        /// QQ会员期限，标准时间戳。
        pub qq_vip_end: Option<UnixTime>,
        /// QQ年费会员最后一次充值时间，标准时间戳。
        pub qq_year_vip_start: Option<UnixTime>,
        /// QQ SVIP最后一次充值时间，预留字段，当前信息无效，标准时间戳。
        pub qq_year_vip_end: Option<UnixTime>,
        /// QQ SVIP期限，预留字段，当前信息无效，标准时间戳。
        pub qq_svip_end: Option<UnixTime>,
        /// 标识是否QQ年费会员（0：不是； 1：是）。
        pub is_qq_year_vip: bool,
        /// 标识是否QQ超级会员（0：不是； 1：是）。
        pub is_svip: bool,
        /// `qq_svip_start`, which the page does not describe.
        // TODO: the sample answer has it, the table does not
        pub qq_svip_start: Option<String>,
    }
}

/// `/profile/load_vip/`, section 2.4.1.
pub mod load_vip {
    use msdk::{msdk_endpoint, msdk_reply};

    /// 获取QQ账号VIP信息。
    ///
    /// Of the vendor's page: section 2.4.1, line 842.
    // TODO: the page, line 863: the table has `list` where the sample has `lists`
    // TODO: the page does not say whether a repeated call does harm; add `idempotent` if it does not
    #[msdk_endpoint(path = "/profile/load_vip/", method = POST, appid = int)]
    #[derive(Debug, Clone, PartialEq)]
    pub struct LoadVip {
        /// 登录类型，默认填2。
        // TODO: the page says `login`, which is no type; the sample's is taken
        #[msdk(default = 2)]
        pub login: Option<i64>,
        /// 用户标识,如使用openid帐号体系则默认填0。
        #[msdk(default = 0)]
        pub uin: Option<i64>,
        /// 查询类型:(1会员；4蓝钻；8红钻；16超级会员;32游戏会员；64心悦；128黄钻；以上可任意组合， 如需同时查询会员和蓝
        /// 钻则输入5，如需同时查询蓝钻和红钻则输入12，如果三种都要查询则输入13).
        pub vip: i64,
    }

    /// What [`LoadVip`] is answered.
    #[msdk_reply]
    #[derive(Debug, Clone, PartialEq)]
    #[non_exhaustive]
    pub struct LoadVipReply {
        /// 信息列表vector\<VIP\> 类型（见下文），获取超级会员的时候，struct VIP中，只有isvip和flag参数有效.
        // TODO: the table calls it `list`, the sample `lists`
        // TODO: the page does not show an empty list; without `default`, one has to be there
        #[msdk(default)]
        pub lists: Vec<Vip>,
    }

    /// An object in `lists`.
    #[msdk_reply]
    #[derive(Debug, Clone, PartialEq)]
    #[non_exhaustive]
    pub struct Vip {
        /// 什么类型VIP 1: VIP_NORMAL(会员); 4: VIP_BLUE（蓝钻）; 8: VIP_RED （红钻）; 16: VIP_SUPER (超级会员); 32:
        /// VIP_GAME(游戏会员); 64: VIP_XINYUE 心悦俱乐部特权会员，该标志位请求时只有isvip及level有效; 128: VIP_YELLOW
        /// 黄钻会员，level字段无效，其它有效。
        pub flag: i64,
        /// 是否VIP(判断用户VIP状态的唯一标识，0否，1是)。
        pub isvip: bool,
        /// 是否年费(0否，1是)。
        pub year: bool,
        /// VIP等级(0否，1是)。
        pub level: bool,
        /// 是否豪华版(0否，1是)。
        pub luxury: bool,
        /// 是否是游戏会员,仅当查询游戏会员的时候有效。
        pub ispay: i64,
        /// QQ皇冠、太阳、月亮、星星的那个等级，只对VIP_NORMAL有效。
        #[msdk(name = "qqLevel")]
        pub qq_level: i64,
    }
}

/// `/profile/get_gift/`, section 2.4.2.
pub mod get_gift {
    use msdk::{msdk_endpoint, msdk_reply};

    /// 领取蓝钻礼包，调用一次过后就清空了礼包。
    ///
    /// Of the vendor's page: section 2.4.2, line 941.
    // TODO: the page, line 970: the url row has the path /relation/get_gift/ instead of /profile/get_gift/
    // TODO: the page does not say whether a repeated call does harm; add `idempotent` if it does not
    #[msdk_endpoint(path = "/profile/get_gift/", method = POST, token = none)]
    #[derive(Debug, Clone, PartialEq)]
    pub struct GetGift;

    /// What [`GetGift`] is answered.
    #[msdk_reply]
    #[derive(Debug, Clone, PartialEq)]
    #[non_exhaustive]
    pub struct GetGiftReply {
        /// vector\<GiftPackInfo\> 类型。
        // TODO: the page does not show an empty list; without `default`, one has to be there
        #[msdk(name = "GiftPackList", default)]
        pub gift_pack_list: Vec<GiftPackInfo>,
    }

    /// An object in `GiftPackList`.
    #[msdk_reply]
    #[derive(Debug, Clone, PartialEq)]
    #[non_exhaustive]
    pub struct GiftPackInfo {
        /// 礼包id。
        #[msdk(name = "giftId")]
        pub gift_id: String,
        /// 对应礼包个数。
        #[msdk(name = "giftCount")]
        pub gift_count: String,
    }
}

/// `/profile/get_wifi/`, section 2.4.3.
pub mod get_wifi {
    use msdk::{msdk_endpoint, msdk_reply};

    /// 获取随身wifi的资格。
    ///
    /// Of the vendor's page: section 2.4.3, line 996.
    // TODO: the page does not say whether a repeated call does harm; add `idempotent` if it does not
    #[msdk_endpoint(path = "/profile/get_wifi/", method = POST, token = none)]
    #[derive(Debug, Clone, PartialEq)]
    pub struct GetWifi;

    /// What [`GetWifi`] is answered.
    #[msdk_reply]
    #[derive(Debug, Clone, PartialEq)]
    #[non_exhaustive]
    pub struct GetWifiReply {
        /// 1:表示是wifivip资格，0:表示非wifivip资格。
        #[msdk(name = "wifiVip")]
        pub wifi_vip: bool,
    }
}

/// `/profile/qqscore_batch/`, section 2.4.4.
pub mod qqscore_batch {
    use msdk::{msdk_endpoint, msdk_object, msdk_reply};

    /// 上报玩家成就到QQ平台，在QQ游戏中心显示好友分数排行。（实时生效）。
    ///
    /// Of the vendor's page: section 2.4.4, line 1040.
    // TODO: the page, line 1053: the description of `param` has `expireds`, which is none of its fields
    // TODO: the page, line 1109: a table whose columns are not understood is passed over
    // TODO: the page does not say whether a repeated call does harm; add `idempotent` if it does not
    #[msdk_endpoint(path = "/profile/qqscore_batch/", method = POST)]
    #[derive(Debug, Clone, PartialEq)]
    pub struct QqscoreBatch {
        /// ReportParam结构体见下文。详细数据类型请参考2.4.4.6上报数据类型说明 1、data:成就值 2、expireds:超时时间，unix
        /// 时间戳，单位s，表示哪个时间点数据过期，0时标识永不超时，不传递则默认为0 3、bcover:1表示覆盖上报，本次上报会
        /// 覆盖以前的数据，不传递或者传递其它值表示增量上报，只会记录比上一次更高的数据 4、关于bcover，与排行榜有关的数
        /// 据bcover=0，其他bcover=1。游戏中心排行榜与游戏排行榜保持一致。
        pub param: Vec<ReportParam>,
    }

    /// What [`QqscoreBatch`] is answered.
    #[msdk_reply]
    #[derive(Debug, Clone, PartialEq)]
    #[non_exhaustive]
    pub struct QqscoreBatchReply {
        /// `type`, which the page does not describe.
        // TODO: the sample answer has it, the table does not
        pub r#type: Option<i64>,
    }

    /// An object in `param`.
    #[msdk_object]
    #[derive(Debug, Clone, PartialEq)]
    pub struct ReportParam {
        /// `type`, which the page does not describe.
        pub r#type: Option<i64>,
        /// 成就值。
        pub data: Option<String>,
        /// `expires`, which the page does not describe.
        pub expires: Option<String>,
        /// 1表示覆盖上报，本次上报会覆盖以前的数据，不传递或者传递其它值表示增量上报，只会记录比上一次更高的数据。
        pub bcover: Option<i64>,
    }
}
