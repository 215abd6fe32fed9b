use msdk::wire_enum;

wire_enum! {
    enum Gender: string {
        Male = "男" | "1",
        Female = "女" | "1",
    }
}

fn main() {}
