use msdk::wire_enum;

wire_enum! {
    enum Kind {
        Open = 1,
    }
}

fn main() {}
