use msdk::bit_mask;

bit_mask! {}

fn main() {}
