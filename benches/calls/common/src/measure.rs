//! Makes calls in different ways, and measures them.

mod count;
mod held;
mod load;
mod paced;

pub(crate) use count::count;
pub(crate) use held::held;
pub(crate) use load::load;
pub(crate) use paced::paced;
