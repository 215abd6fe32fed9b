use msdk::bit_mask;

bit_mask! {
    struct Kinds: u8 {
        MEMBER = 1 << 8,
    }
}

fn main() {}
