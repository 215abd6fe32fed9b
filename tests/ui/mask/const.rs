use msdk::bit_mask;

bit_mask! {
    struct Kinds: u32 {
        const MEMBER = 1;
    }
}

fn main() {}
