//! 道のり (michinori)
#![forbid(unsafe_code)]

pub mod chart;
pub mod check;
pub mod cli;
pub mod diagnostics;
pub mod evaluate;
pub mod export;
pub mod load;
pub mod locale;
pub mod markdown;
pub mod model;
pub mod pages;
pub mod pipeline;
pub mod publish;
pub mod render;
pub mod source;
