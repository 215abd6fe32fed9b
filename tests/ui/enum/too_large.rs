use msdk::wire_enum;

wire_enum! {
    enum Kind: int {
        Open = 99999999999999999999,
    }
}

fn main() {}
