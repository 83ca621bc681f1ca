//! In: a chart with what must be said beside it. Out: one SVG that holds it all.
//! Never: a reference to anything outside the file.

use super::inline::inline;
use super::paper::{Paper, Type};
use super::style::Style;
use crate::chart;
use crate::pages::ChartFile;

/// Width of the picture, and how much larger than on a page its chart is drawn.
const WIDTH: u32 = 800;
const MARGIN: u32 = 40;
const SCALE: u32 = 2;

const PLAN: Type = Type { size: 20, leading: 30, colour: "muted", bold: false, even: true };
const NAME: Type = Type { size: 32, leading: 44, colour: "ink", bold: true, even: true };
const SENTENCE: Type = Type { size: 22, leading: 36, colour: "ink", bold: false, even: true };
const FOOT: Type = Type { size: 17, leading: 26, colour: "muted", bold: false, even: false };

/// Draws the file.
#[must_use]
pub fn chart_file(file: &ChartFile, style: &Style) -> String {
    let mut paper = Paper::new(style, MARGIN, WIDTH - 2 * MARGIN, MARGIN - 10);
    paper.write(&file.plan, PLAN, None);
    paper.write(&file.name, NAME, file.name_lang);
    paper.y += 8;
    paper.write(&file.sentence, SENTENCE, None);
    paper.y += 12;
    let drawing = inline(&chart::group(&file.chart), style);
    paper.drawn.push_str(&format!(
        "<g transform=\"translate({MARGIN} {}) scale({SCALE})\">{drawing}</g>",
        paper.y
    ));
    paper.y += chart::SIZE.1.unsigned_abs() * SCALE + 16;
    for paragraph in &file.foot {
        paper.write(paragraph, FOOT, None);
    }
    let size = (WIDTH, paper.y + MARGIN - 10);
    let description = &file.chart.description;
    paper.finish(size, file.lang, &file.chart.title, description)
}
