//! What to do about failures that no code of the platform explains.

use super::{Cause, ErrorKind};
use crate::{
    error::{Advice, Bilingual},
    wire::Fault,
};

/// What to do, where the advice alone says too little.
pub(super) fn of(cause: &Cause) -> Option<Bilingual> {
    match cause {
        Cause::Status { status: 300..=399, .. } => Some(Bilingual::new(
            "check the base URL: the server points elsewhere, and a request is not sent there",
            "检查基础地址：服务器要求跳转，而请求不会跟随跳转",
        )),
        Cause::Status { status: 404 | 405 | 410, .. } => Some(Bilingual::new(
            "check the base URL, and the path of the endpoint: nothing is there",
            "检查基础地址与接口路径：该处没有此接口",
        )),
        Cause::Status { status: 400..=499, .. } => Some(Bilingual::new(
            "look at the body, and at what stands between this machine and the platform",
            "查看应答内容，并检查本机与平台之间的代理或网关",
        )),
        Cause::Transport(error) if error.fault() == Fault::Protocol => Some(Bilingual::new(
            "check the host and the port of the base URL: what answers there does not speak HTTP as it should",
            "检查基础地址的主机与端口：对端没有按 HTTP 协议应答",
        )),
        // The fields are right, and what the player's client brought is not the program's to correct.
        Cause::Invalid(_) if cause.advice() == Advice::LogInAgain => Some(Advice::LogInAgain.remedy()),
        _ => of_kind(cause.kind()),
    }
}

/// What to do about something that may pass, and has not while the client tried again.
pub(super) const fn tried_again() -> Bilingual {
    Bilingual::new(
        "it was tried again already: call again in a while, and ask the platform's support if it stays",
        "客户端已自动重试；过一段时间再调用，持续出现请联系平台支持",
    )
}

const fn of_kind(kind: ErrorKind) -> Option<Bilingual> {
    Some(match kind {
        ErrorKind::Config => Bilingual::new("correct the setting that is named", "修正提示中的配置项"),
        ErrorKind::InvalidRequest => Bilingual::new("correct the fields that are named", "修正提示中的字段"),
        ErrorKind::Paced => Bilingual::new(
            "call less often about the same player; most endpoints take many players at once",
            "降低对同一玩家的调用频率，多数接口支持批量查询",
        ),
        ErrorKind::Overloaded => Bilingual::new(
            "look why calls are slow, then spread the load or raise `max_requests`",
            "先排查调用变慢的原因，再分散负载或调大 max_requests",
        ),
        ErrorKind::OutOfTime => Bilingual::new(
            "give the call more time, or find out why the calls before it are slow",
            "延长调用时限，或排查前面的调用为何变慢",
        ),
        ErrorKind::MismatchedAnswer => Bilingual::new(
            "look what mixes up answers on the way, such as a proxy; a gateway that repeats `msdkExtInfo` now and then \
             needs `ExtInfo::Never`",
            "排查途中串用应答的环节（如代理）；若网关只是偶尔返回 msdkExtInfo，请设置 ExtInfo::Never",
        ),
        ErrorKind::MalformedAnswer => Bilingual::new(
            "look whether something else answers in the platform's place, then send this line to its support",
            "检查是否有其他服务冒充平台应答，再将本行提供给平台支持",
        ),
        ErrorKind::CircuitOpen => Bilingual::new(
            "find out why the platform does not answer; calls go on by themselves once it does",
            "查明平台不应答的原因；恢复应答后会自动放行",
        ),
        ErrorKind::Dns => Bilingual::new(
            "check the host of the base URL, or of the proxy, and this machine's resolver",
            "检查基础地址（或代理地址）中的主机名与本机 DNS 解析",
        ),
        ErrorKind::NotSent => Bilingual::new(
            "check that this machine reaches the address, and call again",
            "检查本机到该地址的网络是否连通，然后再次调用",
        ),
        ErrorKind::Proxy => Bilingual::new(
            "check the user and the password in the URL of the proxy, what it allows, and that it reaches the platform",
            "检查代理地址中的用户名与密码、代理的访问规则，以及代理到平台的网络",
        ),
        ErrorKind::Machine => Bilingual::new(
            "set this machine's clock, or give the call what the line says is missing: open files, local ports, threads, \
             the firewall's leave, a Tokio runtime with time and I/O",
            "按本行所述处理：校正本机时间，或补足所缺的打开文件数、本地端口、线程、防火墙放行，或启用了 time 与 io 的 Tokio 运行时",
        ),
        ErrorKind::Tls => Bilingual::new(
            "check the base URL, the server's certificate and this machine's clock",
            "检查基础地址、服务器证书与本机时间",
        ),
        ErrorKind::Transport | ErrorKind::TooLarge | ErrorKind::HttpStatus | ErrorKind::Refused => return None,
    })
}
