use msdk::bit_mask;

bit_mask! {
    struct Kinds: u32 {
        MEMBER = 1,
        MEMBER = 2,
    }
}

fn main() {}
