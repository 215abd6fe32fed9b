use msdk::wire_enum;

wire_enum! {
    enum Kind: int {
        Open = 1,
        Other = 2,
    }
}

fn main() {}
