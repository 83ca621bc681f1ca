//! In: the part of `site.yaml` about the look, and `accessibility.yaml`. Out: both as settings.
//! Never: whether the logo is there; `check` sees to that.

use super::fields::{Fields, Spanned, list, scalar, spanned, text};
use super::values::{date, url};
use super::yaml::{Node, parse};
use crate::chart::contrast;
use crate::diagnostics::{Problem, Report};
use crate::model::{Audit, Colour, FooterLink, Look, Rgb};
use crate::source::Sources;

/// Text and what carries meaning must stand out this much, in tenths. (WCAG 2.2, 1.4.3.)
const ENOUGH: u32 = 45;

/// What `site.yaml` says of the look, the logo with its place.
pub fn look(fields: &mut Fields<'_, '_>, report: &mut Report) -> (Look, Option<Spanned<String>>) {
    let logo = fields.optional("logo").and_then(|node| spanned(node, report));
    let (main, target) =
        fields.optional("colours").and_then(|node| colours(node, report)).unwrap_or_default();
    let footer = fields.optional("footer").map(|node| list(node, report, footer_link));
    let path = logo.as_ref().map(|logo| logo.value.clone());
    (Look { logo: path, main, target, footer: footer.unwrap_or_default() }, logo)
}

fn colours(node: &Node<'_>, report: &mut Report) -> Option<(Option<Colour>, Option<Colour>)> {
    let mut fields = Fields::of(node, report)?;
    let main = fields.optional("main").and_then(|node| colour(node, report));
    let target = fields.optional("target").and_then(|node| colour(node, report));
    fields.finish(report);
    Some((main, target))
}

/// A colour is written for both grounds, because one that stands out on white is lost on black.
fn colour(node: &Node<'_>, report: &mut Report) -> Option<Colour> {
    let mut fields = Fields::of(node, report)?;
    let light = fields.required("light", report);
    let light = light.and_then(|node| on(node, Rgb::WHITE, report));
    let dark = fields.required("dark", report);
    let dark = dark.and_then(|node| on(node, Rgb::NEAR_BLACK, report));
    fields.finish(report);
    Some(Colour { light: light?, dark: dark? })
}

fn on(node: &Node<'_>, ground: Rgb, report: &mut Report) -> Option<Rgb> {
    let found = scalar(node, report)?;
    let Some(colour) = Rgb::parse(found) else {
        report.add(Problem::BadColour { found: found.to_string() }, node.span);
        return None;
    };
    let tenths = contrast(colour, ground);
    if tenths < ENOUGH {
        let ratio = format!("{}.{}", tenths / 10, tenths % 10);
        let (found, ground) = (found.to_string(), ground.to_string());
        report.add(Problem::PaleColour { found, ground, ratio }, node.span);
    }
    Some(colour)
}

fn footer_link(node: &Node<'_>, report: &mut Report) -> Option<FooterLink> {
    let mut fields = Fields::of(node, report)?;
    let title = fields.required("title", report).and_then(|node| text(node, report));
    let url = fields.required("url", report).and_then(|node| url(node, report));
    fields.finish(report);
    Some(FooterLink { title: title?, url: url? })
}

/// Reads `accessibility.yaml`, which a site has once it was tested.
pub fn audit(sources: &Sources, report: &mut Report) -> Option<Audit> {
    let (file, _) = sources.find("accessibility.yaml")?;
    let root = parse(sources, file, report)?;
    let mut fields = Fields::of(&root, report)?;
    let tested = fields.required("tested", report).and_then(|node| date(node, report));
    let tool = fields.required("tool", report).and_then(|node| text(node, report));
    let scope = fields.required("scope", report).and_then(|node| text(node, report));
    let result = fields.required("result", report).and_then(|node| text(node, report));
    let exceptions = fields.optional("exceptions").map(|node| list(node, report, text));
    fields.finish(report);
    let exceptions = exceptions.unwrap_or_default();
    Some(Audit { tested: tested?, tool: tool?, scope: scope?, result: result?, exceptions })
}
