//! English for the phrases that come again and again, put together by machine.

/// Phrases of the pages, and what they mean.
const PHRASES: &[(&str, &str)] = &[
    ("应用在QQ开放平台中的唯一id", "the app id on the platform"),
    ("应用在平台的唯一id", "the app id on the platform"),
    ("普通用户唯一标识（QQ平台）", "the player's openid on QQ"),
    ("用户在某个应用的唯一标识", "the player's openid"),
    ("普通用户唯一标识", "the player's openid"),
    ("授权用户唯一标识", "the player's openid"),
    ("用户标识", "the player's openid"),
    ("用户唯一标识", "the player's openid"),
    ("好友的openid", "the friend's openid"),
    ("好友openid", "the friend's openid"),
    ("好友openid列表", "the friends' openids"),
    ("授权凭证access_token", "the player's token"),
    ("授权凭证", "the player's token"),
    ("登录态", "the player's token"),
    ("用户登录态", "the player's token"),
    ("用户在应用中的登录凭据", "the player's token"),
    ("第三方调用凭证", "the player's token"),
    ("调用凭证", "the player's token"),
    ("通过获取凭证接口获得", "which the login gives"),
    ("用户客户端ip", "the address of the player's client"),
    ("调用方ip信息", "the address of the caller"),
    ("昵称", "the nickname"),
    ("用户昵称", "the player's nickname"),
    ("性别", "the gender"),
    ("1表示男", "1 is male"),
    ("2表示女", "2 is female"),
    ("城市", "the city"),
    ("省份", "the province"),
    ("国家", "the country"),
    ("语言", "the language"),
    ("用户特权信息", "the player's privileges"),
    ("头像URL", "the address of the picture"),
    ("用户头像URL", "the address of the player's picture"),
    ("群名称", "the name of the group"),
    ("群的相关简介", "the description of the group"),
    ("群成员数", "how many members the group has"),
    ("该群可容纳的最多成员数", "how many members the group can have"),
    ("群主openid", "the openid of the group's owner"),
    ("与该QQ群绑定的公会ID", "the id of the guild that the group is bound to"),
    ("和游戏公会ID绑定的QQ群的groupOpenid", "the openid of the group that the guild is bound to"),
    ("QQ群的原始号码", "the number of the group"),
    ("大区ID", "the id of the zone"),
    ("加群用的group_key", "the key for joining the group"),
    ("礼包id", "the id of the gift"),
    ("对应礼包个数", "how many of the gift"),
    ("黄钻等级", "the level of the yellow diamond"),
    ("标准时间戳", "in seconds since 1970"),
    ("分享标题", "the title"),
    ("分享图片url", "the address of the picture"),
    ("摘要", "the summary"),
    ("标题", "the title"),
    ("描述", "the description"),
    ("必填", "required"),
    ("非必填", "optional"),
    ("可选", "optional"),
    ("返回码", "the code"),
    ("错误信息", "what went wrong"),
    ("长度不超过45字节", "at most 45 bytes"),
    ("长度不能超过45字节", "at most 45 bytes"),
    ("每次最多可输入50个", "at most 50"),
    ("批量查询QQ会员信息", "looks up the QQ memberships of several friends"),
    ("获取用户QQ帐号基本信息", "returns the profile of the player"),
    ("获取QQ账号VIP信息", "returns the memberships of the player"),
    ("0：不是", "0 is no"),
    ("1：是", "1 is yes"),
    ("0：否", "0 is no"),
    ("0否", "0 is no"),
    ("1是", "1 is yes"),
    ("成就值", "the value"),
    ("等级", "the level"),
    ("有效期", "how long it is valid"),
    ("单位为秒", "in seconds"),
    ("单位秒", "in seconds"),
];

/// Returns a text in English, none if a part of it is not in the list.
pub(super) fn of(text: &str) -> Option<String> {
    let separators = [',', '，', '。', ';', '；', '、', '(', '（', ')', '）', '.', ' '];
    if let Some(whole) = phrase(text) {
        return Some(sentence(whole));
    }
    let mut parts = Vec::new();
    for part in text.split(separators).map(str::trim).filter(|part| !part.is_empty()) {
        match phrase(part) {
            Some(english) => parts.push(english.to_owned()),
            None if part.is_ascii() => parts.push(part.to_owned()),
            None => return None,
        }
    }
    (!parts.is_empty()).then(|| sentence(&parts.join(", ")))
}

fn phrase(text: &str) -> Option<&'static str> {
    let text = text.trim_end_matches(['。', '.', ' ']);
    PHRASES.iter().find(|(chinese, _)| *chinese == text).map(|(_, english)| *english)
}

fn sentence(text: &str) -> String {
    let mut chars = text.chars();
    let first = chars.next().map(|first| first.to_ascii_uppercase());
    format!("{}{}.", first.map(String::from).unwrap_or_default(), chars.as_str().trim_end_matches('.'))
}

#[cfg(test)]
mod tests {
    use super::of;

    #[test]
    fn known_phrases_are_put_together() {
        assert_eq!(of("性别,1表示男,2表示女").as_deref(), Some("The gender, 1 is male, 2 is female."));
        assert_eq!(of("普通用户唯一标识（QQ平台）").as_deref(), Some("The player's openid on QQ."));
        assert_eq!(of("没见过的词"), None);
    }
}
