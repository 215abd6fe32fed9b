use super::*;
use crate::understand::understand;

fn written(page: &str, language: Language) -> String {
    let page = understand(page);
    declare(&page.interfaces[0], "page.md", language)
}

const PAGE: &str = "### 1.1 /game/gold\n\n|参数名称|类型|描述|\n|appid|string|应用在平台的唯一id|\n|openid|string|用户标识|\n|accessToken|string|登录态|\n|zone|int|大区ID|\n\n|参数名称|描述|\n|ret|返回码|\n|gold|金币|\n\n\tPOST /game/gold/?a=1\n\t{\"zone\": 1}\n\t{\"ret\":0,\"gold\":\"5\"}\n";

#[test]
fn the_language_of_the_docs_is_said() {
    let chinese = written(PAGE, Language::Chinese);
    assert!(chinese.contains("Docs are the page's own Chinese.") && chinese.contains("/// 大区ID。"), "{chinese}");
    let english = written(PAGE, Language::English);
    assert!(
        english.contains("Docs are machine-made English") && english.contains("/// The id of the zone."),
        "{english}"
    );
    assert!(english.contains("/// The gold. The page says: 金币。"), "{english}");
}

#[test]
fn lines_are_not_too_long() {
    let wide = PAGE.replace("金币", &"很长的说明，".repeat(40));
    let written = written(&wide, Language::Chinese);
    assert!(written.lines().all(|line| line.chars().count() <= 120), "{written}");
}

#[test]
fn a_section_without_a_path_declares_nothing() {
    let page = understand("### 1.1 接口\n\n#### 输入参数\n\n|参数名称|类型|描述|\n|a|int|b|\n");
    let written = declare_page(&page, "page.md", Language::Chinese);
    assert!(written.contains("// TODO: the page has no path") && !written.contains("struct"), "{written}");
}
