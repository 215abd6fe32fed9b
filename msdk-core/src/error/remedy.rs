//! What to do about failures that no code of the platform explains.

use super::ErrorKind;
use crate::Bilingual;

/// What to do where a kind of failure asks for the same every time.
pub(super) const fn remedy(kind: ErrorKind) -> Option<Bilingual> {
    Some(match kind {
        ErrorKind::Config => Bilingual::new("correct the setting that is named", "修正提示中的配置项"),
        ErrorKind::InvalidRequest => Bilingual::new("correct the fields that are named", "修正提示中的字段"),
        ErrorKind::Paced => Bilingual::new(
            "call less often about the same player; most interfaces take many players at once",
            "降低对同一玩家的调用频率，多数接口支持批量查询",
        ),
        ErrorKind::Overloaded => Bilingual::new(
            "look why calls are slow, then spread the load or raise `max_requests`",
            "先排查调用变慢的原因，再分散负载或调大 max_requests",
        ),
        ErrorKind::CircuitOpen => Bilingual::new(
            "see the errors that came before for the reason; calls go on by themselves once the platform answers",
            "原因见此前的错误；平台恢复应答后会自动放行",
        ),
        ErrorKind::Dns => Bilingual::new(
            "check the host of the base URL and this machine's resolver",
            "检查基础地址中的主机名与本机 DNS 解析",
        ),
        ErrorKind::NotSent => Bilingual::new(
            "check that this machine reaches the address, and call again",
            "检查本机到该地址的网络是否连通，然后再次调用",
        ),
        ErrorKind::Tls => Bilingual::new(
            "check the base URL, the server's certificate and this machine's clock",
            "检查基础地址、服务器证书与本机时间",
        ),
        ErrorKind::Transport
        | ErrorKind::TooLarge
        | ErrorKind::HttpStatus
        | ErrorKind::MalformedAnswer
        | ErrorKind::MismatchedAnswer
        | ErrorKind::Refused => return None,
    })
}
