use msdk::wire_enum;

wire_enum! {
    enum Kind: int {}
}

fn main() {}
