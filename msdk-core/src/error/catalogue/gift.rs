//! Gift packs: codes in `ret`, or in `msg` where `ret` is -10000; the documentation does not say which.

use super::{Bilingual, Code, codes, remedies::*};

pub(super) static GIFT: &[Code] = codes! { Gift
    -10002 LogInAgain (Retry) Player No "the openid belongs to no account" "openid 对应的帐号不存在" LOG_IN;
    -20001 Retry Platform Maybe "system error of the gift service" "礼包服务系统错误" RETRY;
    -20002 Retry Platform Maybe "error inside the gift service" "礼包内部接口返回错误" RETRY;
    -1 FixRequest Caller No "a parameter is wrong" "参数错误" CHECK_PARAMETERS;
    -2 FixRequest Caller No "the gift service finds the signature wrong" "礼包服务验签失败" CHECK_PARAMETERS;
    -3 FixRequest (AskSupport) Registration No "the gift service does not allow the caller's address" "礼包服务不允许该来源 IP" ALLOW_ADDRESS;
    -4 Retry Caller No "the time of the request is no longer valid" "请求时间戳已失效"
        Bilingual::new(
            "try once more with a new signature, and set the server's clock",
            "重新签名后重试一次，并校准服务器时钟",
        );
    -5 Ignore (Retry) Nobody No "gifts cannot be had at this hour" "不在开放时间内" NOTHING;
    -6 Retry Platform No "the gift service is closed, commonly for maintenance" "礼包系统关闭，通常为维护" LATER;
    -7 SlowDown Caller No "gifts are asked for too often" "调用次数超限" SLOW_DOWN;
};
