use msdk::bit_mask;

bit_mask! {
    struct Kinds: u32;
}

fn main() {}
