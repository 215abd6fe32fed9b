use msdk::wire_enum;

wire_enum! {
    enum Gender: string {
        Male = "男" | "1",
        Female = "女" | "1",
    }
}

wire_enum! {
    enum Presence: int {
        Online = 1 |,
        Away = 2 | "3",
        Busy = 4 | 5 6,
    }
}

fn main() {}
