//! In: words and their type. Out: the SVG of their lines, one under the other.
//! Never: a chart, a colour by its number.

use super::style::Style;
use super::wrap;
use crate::chart::escape;

/// How words are set.
#[derive(Clone, Copy, Debug)]
pub(super) struct Type {
    /// Height of the letters.
    pub size: u32,
    /// From one line to the next.
    pub leading: u32,
    /// Name of the colour in the style sheet.
    pub colour: &'static str,
    pub bold: bool,
    /// Whether the lines are to be of like length.
    pub even: bool,
}

/// A column that is written from top to bottom.
#[derive(Debug)]
pub(super) struct Paper<'l> {
    pub style: &'l Style,
    pub left: u32,
    pub room: u32,
    /// Where the next thing begins.
    pub y: u32,
    /// The SVG so far.
    pub drawn: String,
}

impl<'l> Paper<'l> {
    pub fn new(style: &'l Style, left: u32, room: u32, y: u32) -> Paper<'l> {
        Paper { style, left, room, y, drawn: String::new() }
    }

    /// Writes a paragraph; `lang` where its language is not the picture's.
    pub fn write(&mut self, words: &str, set: Type, lang: Option<&str>) {
        for line in wrap::lines(words, set.size, self.room, set.even) {
            // The letters stand in the middle of their line.
            let baseline = self.y + (set.leading + set.size) / 2 - set.size / 8;
            self.line(&line, self.left, baseline, set, lang);
            self.y += set.leading;
        }
    }

    /// Writes one line at a place.
    pub fn line(&mut self, words: &str, x: u32, baseline: u32, set: Type, lang: Option<&str>) {
        let weight = if set.bold { " font-weight=\"700\"" } else { "" };
        let lang = lang.map(|lang| format!(" lang=\"{lang}\"")).unwrap_or_default();
        self.drawn.push_str(&format!(
            "<text x=\"{x}\" y=\"{baseline}\" font-size=\"{}\" fill=\"{}\"{weight}{lang}>{}</text>",
            set.size,
            escape(self.style.colour(set.colour)),
            escape(words),
        ));
    }

    /// Fills a rectangle: x, y, width, height.
    pub fn fill(&mut self, (x, y, w, h): (u32, u32, u32, u32), colour: &str) {
        let colour = escape(self.style.colour(colour));
        let rectangle = format!("<rect x=\"{x}\" y=\"{y}\" width=\"{w}\" height=\"{h}\"");
        self.drawn.push_str(&format!("{rectangle} fill=\"{colour}\"/>"));
    }

    /// Draws the frame of a rectangle.
    pub fn frame(&mut self, (x, y, w, h): (u32, u32, u32, u32), colour: &str) {
        let colour = escape(self.style.colour(colour));
        let rectangle = format!("<rect x=\"{x}\" y=\"{y}\" width=\"{w}\" height=\"{h}\"");
        self.drawn.push_str(&format!(
            "{rectangle} fill=\"none\" stroke=\"{colour}\" stroke-width=\"6\"/>"
        ));
    }

    /// The finished picture: a ground with all that was written on it.
    pub fn finish(self, (width, height): (u32, u32), lang: &str, name: &str, said: &str) -> String {
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" \
             lang=\"{lang}\" xml:lang=\"{lang}\" font-family=\"{}\" role=\"img\" aria-labelledby=\"t d\">\
             <title id=\"t\">{}</title><desc id=\"d\">{}</desc>\
             <rect width=\"{width}\" height=\"{height}\" fill=\"{}\"/>{}</svg>\n",
            self.style.fonts().replace('"', "'"),
            escape(name),
            escape(said),
            escape(self.style.colour("ground")),
            self.drawn,
        )
    }
}
