//! In: a page's card. Out: its SVG.
//! Never: words cut off without a sign of it.

use super::paper::{Paper, Type};
use super::style::Style;
use super::wrap;
use crate::chart::escape;
use crate::pages::{CARD_SIZE, Card, CardFigure};

const MARGIN: u32 = 64;
const ROOM: u32 = CARD_SIZE.0 - 2 * MARGIN;
/// The band along the top.
const BAND: u32 = 14;

const SITE: Type = set(30, 44, "muted", true);
const PLAN: Type = set(28, 44, "muted", false);
const SAID: Type = set(36, 56, "ink", false);
const YEAR: Type = set(30, 44, "muted", false);
const VERDICT: Type = set(44, 60, "ink", true);
const TARGET: Type = set(40, 60, "target", true);
const FOOT: Type = Type { even: false, ..set(24, 34, "muted", false) };
const NOTICE: Type = Type { even: false, ..set(20, 28, "muted", false) };

/// Sizes a title is tried in, and a value: the largest that fits is taken.
const TITLES: [u32; 5] = [72, 60, 52, 44, 36];
const VALUES: [u32; 5] = [132, 108, 88, 72, 56];
const SQUARE: u32 = 40;

const fn set(size: u32, leading: u32, colour: &'static str, bold: bool) -> Type {
    Type { size, leading, colour, bold, even: true }
}

/// Draws the card: title from the top, what is known at the foot.
#[must_use]
pub fn card(card: &Card, style: &Style) -> String {
    let mut paper = Paper::new(style, MARGIN, ROOM, 0);
    paper.fill((0, 0, CARD_SIZE.0, BAND), "actual");
    let bottom = foot_at(card);
    let room = card.figure.as_ref().map_or(0, height) + 24;
    let figure = bottom.saturating_sub(room);
    paper.y = BAND + 34;
    if card.site != card.title {
        paper.write(&card.site, SITE, None);
    }
    if let Some(plan) = card.plan.as_ref().filter(|plan| !card.title.contains(plan.as_str())) {
        paper.write(plan, PLAN, None);
    }
    paper.y += 12;
    let height = figure.saturating_sub(paper.y);
    title(&mut paper, card, height);
    if let Some(said) = &card.said {
        paper.y += 16;
        paper.write(said, SAID, None);
    }
    if let Some(one) = &card.figure {
        paper.y = figure;
        value(&mut paper, one);
    }
    foot(&mut paper, card, bottom);
    let name = format!("{} | {}", card.title, card.site);
    paper.finish(CARD_SIZE, card.lang, &name, &name)
}

/// Where the foot begins, from the lines it takes.
fn foot_at(card: &Card) -> u32 {
    let height = |words: &str, set: Type| wrap::count(words, set.size, ROOM) * set.leading;
    let foot =
        height(&card.foot, FOOT) + card.notice.as_ref().map_or(0, |notice| height(notice, NOTICE));
    (CARD_SIZE.1 - 28).saturating_sub(foot)
}

/// Writes who published it when, and the notice.
fn foot(paper: &mut Paper<'_>, card: &Card, at: u32) {
    paper.fill((MARGIN, at.saturating_sub(10), ROOM, 2), "hairline");
    paper.y = at;
    paper.write(&card.foot, FOOT, None);
    if let Some(notice) = &card.notice {
        paper.write(notice, NOTICE, None);
    }
}

/// Writes the title as large as its height allows without a phrase torn, or torn if it must be; the smallest
/// that is still too high is cut, with a sign.
fn title(paper: &mut Paper<'_>, card: &Card, height: u32) {
    let height = if card.said.is_some() { height / 2 } else { height };
    let sized = |size: &u32| set(*size, size * 4 / 3, "ink", true);
    let fits = |set: &Type| wrap::count(&card.title, set.size, ROOM) * set.leading <= height;
    let fitting: Vec<Type> = TITLES.iter().map(sized).filter(fits).collect();
    let whole = fitting.iter().find(|set| !wrap::tears(&card.title, set.size, ROOM));
    let smallest = sized(&TITLES[TITLES.len() - 1]);
    let set = *whole.or(fitting.first()).unwrap_or(&smallest);
    let most = (height / set.leading).max(1);
    paper.write(&wrap::cut(&card.title, set.size, ROOM, most), set, card.title_lang);
}

fn height(figure: &CardFigure) -> u32 {
    let judged = figure.verdict.is_some() || figure.target.is_some();
    YEAR.leading + value_size(figure) + 30 + if judged { VERDICT.leading } else { 0 }
}

fn value_size(figure: &CardFigure) -> u32 {
    let fits = |size: &&u32| {
        wrap::width(&figure.value, **size) + wrap::width(&figure.unit, **size / 2) <= ROOM
    };
    *VALUES.iter().find(fits).unwrap_or(&VALUES[VALUES.len() - 1])
}

/// Writes the year, the value with its unit, and under it what came of the target.
fn value(paper: &mut Paper<'_>, figure: &CardFigure) {
    paper.write(&figure.year, YEAR, None);
    let size = value_size(figure);
    paper.drawn.push_str(&format!(
        "<text x=\"{MARGIN}\" y=\"{}\" font-size=\"{size}\" font-weight=\"700\" fill=\"{}\">{}\
         <tspan dx=\"12\" font-size=\"{}\">{}</tspan></text>",
        paper.y + size,
        escape(paper.style.colour("actual")),
        escape(&figure.value),
        size / 2,
        escape(&figure.unit),
    ));
    paper.y += size + 30;
    let baseline = paper.y + 46;
    let mut x = MARGIN;
    if let Some(verdict) = &figure.verdict {
        let (side, inset) = (SQUARE, 3);
        match verdict.code {
            "achieved" => paper.fill((x, baseline - side + 3, side, side), "actual"),
            _ => paper.frame((x + inset, baseline - side + 6, side - 6, side - 6), "actual"),
        }
        x += side + 16;
        paper.line(&verdict.words, x, baseline, VERDICT, None);
        x += wrap::width(&verdict.words, VERDICT.size) + 56;
    }
    if let Some(target) = &figure.target {
        paper.line(target, x, baseline, TARGET, None);
    }
}
