use msdk::msdk_object;

#[msdk_object]
enum Target {
    #[serde(rename = "guild")]
    Guild { unionid: String },
}

fn main() {}
