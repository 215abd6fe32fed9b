use super::*;
use crate::page::Field;

/// The paths, and the names of the fields of requests and answers.
fn shown(page: &str) -> Vec<(String, String, String)> {
    let names = |fields: &[Field]| fields.iter().map(|field| field.name.as_str()).collect::<Vec<_>>().join(" ");
    let page = understand(page);
    page.interfaces
        .iter()
        .map(|interface| (interface.key(), names(&interface.request), names(&interface.reply)))
        .collect()
}

const INPUT: &str = "|参数名称|类型|描述|\n|--|--|--|\n|a|int|x|\n";
const OUTPUT: &str = "|参数名称|描述|\n|--|--|\n|ret|返回码|\n|b|y|\n";
const CALL: &str = "|参数名称|描述|\n|--|--|\n|url|http://msdktest.qq.com/a_b/c_d/ |\n|请求方式|POST|\n";

#[test]
fn the_depth_of_headings_does_not_matter() {
    let expected = [("/a_b/c_d/".to_owned(), "a".to_owned(), "ret b".to_owned())];
    for headings in [
        ["# /a_b/c_d", "## 输入参数说明", "## 输出参数说明", "## 接口调用说明"],
        ["### 2.1.1 /a_b/c_d ###", "### 2.1.1.2输入参数说明", "#### 2.1.1.3输出参数说明", "# 2.1.1.4接口调用说明"],
        ["2.1.1./a_b/c_d/", "2.1.1.2输入参数说明", "2.1.1.3输出参数说明", "2.1.1.4 接口调用说明"],
        ["/a_b/c_d\n---", "输入参数：", "**返回参数**", "接口调用说明"],
        ["**获取 /a_b/c_d**\n==", "请求参数", "返回参数", "调用说明"],
        ["## 2.1.1 获取接口\n\n/a_b/c_d", "#### 输入参数", "#### 输出参数", "#### 接口调用说明"],
        ["## 2.1.1 获取接口", "#### 输入参数", "#### 输出参数", "#### 接口调用说明"],
    ] {
        let [interface, input, output, call] = headings;
        let page = format!("{interface}\n\n{input}\n\n{INPUT}\n{output}\n\n{OUTPUT}\n{call}\n\n{CALL}");
        assert_eq!(shown(&page), expected, "{page}");
    }
}

#[test]
fn an_interface_may_have_lost_its_heading() {
    let section = |number: u8, path: &str| {
        format!(
            "### 2.3.{number}.1接口说明\n\n获取\n\n#### 2.3.{number}.2输入参数说明\n\n{INPUT}\n#### 输出参数说明\n\n{OUTPUT}\n####调用说明\n\n{}",
            CALL.replace("/a_b/c_d/", path)
        )
    };
    let page = format!("## 2.3 服务\n\n{}\n{}", section(1, "/a_b/c_d/"), section(2, "/a_b/e_f/"));
    let paths: Vec<String> = shown(&page).into_iter().map(|(path, _, _)| path).collect();
    assert_eq!(paths, ["/a_b/c_d/", "/a_b/e_f/"]);
}

#[test]
fn chapters_are_no_interfaces() {
    let page = "# 3.微信接口\n\n文字\n\n## 3.1 Oauth服务\n\n文字\n\n|日期|修改|\n|--|--|\n|2015|x|\n";
    assert_eq!(shown(page), []);
}

#[test]
fn a_path_in_a_heading_twice_is_one_interface() {
    let page =
        format!("## /a_b/c_d\n\n### 输入参数\n\n{INPUT}\n### /a_b/c_d 请求示例\n\n\tPOST /a_b/c_d/?x\n\t{{\"a\":1}}\n");
    assert_eq!(shown(&page), [("/a_b/c_d/".to_owned(), "a".to_owned(), String::new())]);
}

#[test]
fn codes_may_be_ranges_and_negative() {
    let page = "## /a_b/c_d\n\n### 错误码\n\n|错误码|含义|\n|--|--|\n|2007-2010|a|\n|-10|b|\n|其他|c|\n";
    let codes: Vec<_> = understand(page).interfaces[0].codes.iter().map(|code| (code.line, code.codes)).collect();
    assert_eq!(codes, [(7, (2007, 2010)), (8, (-10, -10))]);
}

#[test]
fn a_piece_of_json_among_the_fields_describes_an_object() {
    let page = "## /a_b/c_d\n\n### 输入参数\n\n|参数名称|类型|描述|\n|--|--|--|\n|json|object|战绩|\n\njson格式：\n\n\t{\n\t\"level\": 1, //等级\n\t\"name\": \"x\"\n\t}\n";
    let page = understand(page);
    let json = &page.interfaces[0].request[0];
    let names: Vec<&str> = json.fields.iter().map(|field| field.name.as_str()).collect();
    assert_eq!((json.name.as_str(), names.as_slice()), ("json", ["level", "name"].as_slice()));
    assert_eq!(page.interfaces[0].sample_requests, []);
}

#[test]
fn any_piece_of_a_page_is_read() {
    let page = include_str!("../../pages/qq-interfaces.zh.md");
    let lines: Vec<&str> = page.lines().collect();
    // What is lost or added everywhere makes no reader fail, or go on for ever.
    let _ = understand(&lines.join("\n---\n"));
    let _ = understand(&lines.join(" | "));
    for mark in ["#", "|", "\"", "\t", "}", "//"] {
        let _ = understand(&page.replace(mark, ""));
        let _ = understand(&page.replace('\n', &format!("\n{mark}")));
    }
    for start in (0..lines.len()).step_by(97) {
        let _ = understand(&lines[start..].join("\n"));
        let _ = understand(&lines[..start].join("\n"));
    }
}
