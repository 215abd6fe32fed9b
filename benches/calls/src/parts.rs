//! Parts of a call that need no server.

mod decode;
mod prepare;
mod sign;

use common::allocations;

/// Does a part so many times and returns the allocations of all of them; `items` is the length of a list in it.
pub(crate) fn run(name: &str, items: usize, times: u32) -> Option<usize> {
    let mut work: Box<dyn FnMut()> = match name {
        "prepare" if items == 0 => Box::new(prepare::small()),
        "prepare" => Box::new(prepare::openids(items)),
        "prepare-by-hand" => Box::new(prepare::by_hand(items)),
        "sign" => Box::new(sign::signature()),
        "md5-block" => Box::new(sign::one_block()),
        "decode-serde" => Box::new(decode::with_serde(items)),
        "decode" => return Some(decode::alone(items, times)),
        _ => return None,
    };
    let before = allocations::count();
    for _ in 0..times {
        work();
    }
    Some(allocations::count() - before)
}
