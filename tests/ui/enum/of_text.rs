use msdk::wire_enum;

wire_enum! {
    enum Kind: text {
        Open = "open",
    }
}

fn main() {}
