use msdk::wire_enum;

wire_enum! {
    enum Kind: string {
        Open = "open",
        Closed = 2,
    }
}

fn is_open(kind: &Kind) -> bool {
    matches!(kind, Kind::Open) || Kind::from_code("closed") == Kind::Closed
}

fn main() {
    is_open(&Kind::Closed);
}
