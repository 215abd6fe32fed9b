use msdk::wire_enum;

wire_enum! {
    enum Kind: int {
        Open = 1,
        Closed,
    }
}

fn main() {}
