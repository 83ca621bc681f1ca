//! In: nothing. Out: what a publisher sets of the look, and what was tested of its accessibility.
//! Never: a rule of the style sheet.

use super::{Date, Text};
use std::fmt;

/// Logo, colours and links in the foot.
#[derive(Clone, Debug, Default)]
pub struct Look {
    /// A picture of `content/images/` beside the site's name.
    pub logo: Option<String>,
    /// The colour of links and of what was done.
    pub main: Option<Colour>,
    /// The colour of targets.
    pub target: Option<Colour>,
    /// Links of the publisher in the foot of every page.
    pub footer: Vec<FooterLink>,
}

/// A colour on a light ground and the same on a dark one.
#[derive(Clone, Copy, Debug)]
pub struct Colour {
    /// On white.
    pub light: Rgb,
    /// On near-black.
    pub dark: Rgb,
}

/// Red, green and blue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rgb(pub [u8; 3]);

impl Rgb {
    /// The ground of light pages.
    pub const WHITE: Rgb = Rgb([0xff, 0xff, 0xff]);
    /// The ground of dark pages.
    pub const NEAR_BLACK: Rgb = Rgb([0x1a, 0x1a, 0x1a]);

    /// Reads `#0017c1`.
    pub fn parse(text: &str) -> Option<Rgb> {
        let digits = text.strip_prefix('#').filter(|digits| digits.len() == 6)?;
        let part = |at: usize| u8::from_str_radix(digits.get(at..at + 2)?, 16).ok();
        Some(Rgb([part(0)?, part(2)?, part(4)?]))
    }
}

impl fmt::Display for Rgb {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Rgb([red, green, blue]) = self;
        write!(out, "#{red:02x}{green:02x}{blue:02x}")
    }
}

/// A link of the publisher.
#[derive(Clone, Debug)]
pub struct FooterLink {
    /// What it says.
    pub title: Text,
    /// Where it leads, outside the site.
    pub url: String,
}

/// A test of the site's accessibility, as its testers recorded it.
#[derive(Clone, Debug)]
pub struct Audit {
    /// When.
    pub tested: Date,
    /// With what.
    pub tool: Text,
    /// Which pages, under which conditions.
    pub scope: Text,
    /// What it came to.
    pub result: Text,
    /// What is known not to meet the standard.
    pub exceptions: Vec<Text>,
}
