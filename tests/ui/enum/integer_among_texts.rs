use msdk::wire_enum;

wire_enum! {
    enum Kind: string {
        Open = 1,
    }
}

fn main() {}
