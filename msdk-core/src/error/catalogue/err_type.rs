//! The platform's own classes of failure, in `err_type`.

use super::{Code, codes, remedies::*};

pub(super) static ERR_TYPE: &[Code] = codes! { ErrType
    1 Retry Network Maybe "the network is unstable" "网络不稳定" LATER;
    2 LogInAgain Player No "the login is no longer good" "登录态失效" LOG_IN;
    3 RefreshToken Player No "the access token is no longer good" "accessToken 失效" REFRESH;
    5 AskSupport Platform Maybe "error of no known class" "未分类的错误" SUPPORT;
};
