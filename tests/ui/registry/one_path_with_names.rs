use msdk::{chapter, msdk_endpoint};

#[msdk_endpoint(path = "/users/{id}/", method = POST, reply = ())]
struct ById {
    id: u32,
}

#[msdk_endpoint(path = "/users/{name}/", method = POST, reply = ())]
struct ByName {
    name: String,
}

chapter! {
    const USERS = "users": [ById, ByName];
}

fn main() {}
