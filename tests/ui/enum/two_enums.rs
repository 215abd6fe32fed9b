use msdk::wire_enum;

wire_enum! {
    enum Kind: int {
        Open = 1,
    }
    enum State: int {
        Closed = 1,
    }
}

fn main() {}
