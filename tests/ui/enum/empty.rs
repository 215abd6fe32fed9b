use msdk::wire_enum;

wire_enum! {}

fn main() {}
