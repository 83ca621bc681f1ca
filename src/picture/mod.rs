//! In: what `pages` says of a chart, and the theme's looks. Out: drawings that leave the site whole:
//! a chart with its sentence, source and date in one SVG.
//! Never: a word or number of its own; a colour that is not the style sheet's.

mod chart_file;
mod inline;
mod look;
mod paper;
mod wrap;

pub use chart_file::chart_file;
pub use look::Look;
