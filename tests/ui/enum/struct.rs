use msdk::wire_enum;

wire_enum! {
    struct Kind {
        open: u32,
    }
}

fn main() {}
