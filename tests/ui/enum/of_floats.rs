use msdk::wire_enum;

wire_enum! {
    enum Kind: f64 {
        Open = 1.5,
    }
}

fn main() {}
