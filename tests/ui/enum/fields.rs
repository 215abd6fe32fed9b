use msdk::wire_enum;

wire_enum! {
    enum Kind: int {
        Open(u32) = 1,
    }
}

fn main() {}
