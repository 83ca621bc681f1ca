//! In: what `pages` says of a chart, and the theme's looks. Out: drawings that leave the site whole:
//! a chart with its sentence, source and date in one SVG, a page's card for whoever shares it, and, with
//! the feature `png`, their pictures.
//! Never: a word or number of its own; a colour that is not the style sheet's.

mod card;
mod chart_file;
mod inline;
mod looks;
mod paper;
#[cfg(feature = "png")]
mod raster;
mod style;
mod wrap;

pub use card::card;
pub use chart_file::chart_file;
#[cfg(feature = "png")]
pub use raster::Raster;
pub use style::Style;
