use msdk::bit_mask;

bit_mask! {
    struct Kinds {
        MEMBER = 1,
    }
}

fn main() {}
