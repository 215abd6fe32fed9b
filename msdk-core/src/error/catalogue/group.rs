//! The endpoints about groups and chests: codes in `platCode`.

use super::{Bilingual, Code, codes, remedies::*};

pub(super) static GROUP_OPEN_ID: &[Code] = codes! { QqGroup
    2001 FixRequest Caller No "a parameter is wrong" "参数错误" CHECK_PARAMETERS;
    2002 Ignore (FixRequest) Nobody No "no group is bound to this guild and zone" "该公会与分区没有绑定记录" BIND_CHECK;
    2003 Ignore (FixRequest) Player No "the player is not in the group and may not see its openid"
        "玩家不是群成员，无权查看群 openid" NOT_JOINED;
    2004 FixRequest Caller No "the group is bound to another app" "群绑定的不是该 appid" OTHER_APP;
    2010 Retry (AskSupport) Platform No "system error of the group service" "群服务系统错误" RETRY;
};

pub(super) static GROUP_DETAIL: &[Code] = codes! { QqGroup
    2001 FixRequest Caller No "a parameter is wrong" "参数错误" CHECK_PARAMETERS;
    2002 FixRequest Caller No "the group's openid has no binding" "群 openid 没有绑定记录" UNBOUND;
    2003 Ignore (FixRequest) Player No "only members of the group may see it" "仅群成员可查看" NOT_JOINED;
    2006 FixRequest Caller No "the group's openid is another app's" "群 openid 不属于该应用" OTHER_APP;
    2007 FixRequest Caller No "the group was dissolved or never existed" "群已解散或不存在" DISSOLVED;
    2100 Retry (AskSupport) Platform No "system error of the group service" "群服务系统错误" RETRY;
};

pub(super) static UNBIND_GROUP: &[Code] = codes! { QqGroup
    2001 Ignore (FixRequest) Nobody Done "the group's openid has no binding to remove" "群 openid 没有可解除的绑定"
        Bilingual::new(
            "clear the stored binding; an earlier call may have removed it",
            "清除已存的绑定关系，可能已被先前的调用解除",
        );
    2002 FixRequest Caller No "the group's openid does not fit app id or guild" "群 openid 与 appid 或公会不匹配"
        Bilingual::new("read the group's openid anew, and check the guild's id", "重新查询群 openid，并检查公会 ID");
    2003 LogInAgain Player No "the player's login could not be verified" "登录态校验失败" LOG_IN;
    2004 SlowDown Player No "groups are unbound too often" "解绑过于频繁" SLOW_DOWN;
    2006 FixRequest Caller No "a parameter is wrong" "参数错误" CHECK_PARAMETERS;
    2007 Retry (AskSupport) Platform Maybe "system error of the group service" "群服务系统错误" RETRY;
    2008 Retry (AskSupport) Platform Maybe "system error of the group service" "群服务系统错误" RETRY;
    2009 Retry (AskSupport) Platform Maybe "system error of the group service" "群服务系统错误" RETRY;
    2010 Retry (AskSupport) Platform Maybe "system error of the group service" "群服务系统错误" RETRY;
};

pub(super) static CHEST: &[Code] = codes! { Chest
    1001 LogInAgain Player No "the player is not logged in, or no longer" "没有登录态或已过期" LOG_IN;
    1002 Ignore Nobody No "there are no data of chests" "没有宝箱数据" NOTHING;
};
