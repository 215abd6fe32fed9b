use msdk::bit_mask;

bit_mask! {
    struct Kinds: i32 {
        MEMBER = 1,
    }
}

fn main() {}
