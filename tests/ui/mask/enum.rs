use msdk::bit_mask;

bit_mask! {
    enum Kinds: u32 {
        MEMBER = 1,
    }
}

fn main() {}
