use msdk::bit_mask;

bit_mask! {
    struct Kinds: u32 {
        MEMBER = 4,
        SUPER = 1 << 2,
    }
}

fn main() {}
