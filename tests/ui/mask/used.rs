use msdk::bit_mask;

bit_mask! {
    struct Kinds: u32 {
        MEMBER = 1,
        SUPER = "2",
    }
}

fn both() -> Kinds {
    Kinds::MEMBER | Kinds::SUPER
}

fn main() {}
