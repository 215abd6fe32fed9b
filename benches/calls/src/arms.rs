//! The ways to make the call.

mod by_hand;
mod hyper;
mod hyper_util;
mod memory;
mod msdk;
mod prepared;
mod raw;
mod shared;

pub(crate) use self::{
    by_hand::ReqwestByHand,
    hyper::Hyper,
    hyper_util::HyperUtil,
    memory::FromMemory,
    msdk::{Msdk, MsdkFromMemory, MsdkOnReqwest, session, settings},
    raw::{Raw, RawProfile},
    shared::MsdkSharedFromMemory,
};
