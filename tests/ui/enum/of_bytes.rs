use msdk::wire_enum;

wire_enum! {
    enum Kind: u8 {
        Open = 1,
    }
}

fn main() {}
