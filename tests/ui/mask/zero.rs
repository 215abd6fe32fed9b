use msdk::bit_mask;

bit_mask! {
    struct Kinds: u32 {
        NONE = 0,
        MEMBER = 1,
    }
}

fn main() {}
