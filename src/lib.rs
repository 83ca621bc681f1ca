//! 道のり (michinori)
#![forbid(unsafe_code)]

pub mod check;
pub mod diagnostics;
pub mod load;
pub mod model;
pub mod source;
