use msdk::wire_enum;

wire_enum! {
    enum Presence: int {
        Online = 1 |,
        Away = 2 | 3,
    }
}

fn main() {}
