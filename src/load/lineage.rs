//! In: the entries of `succeeds` and `became`. Out: their drafts, places kept.
//! Never: whether what they name exists.

use super::fields::{Fields, Spanned, list, spanned, text};
use super::values::{date, references};
use super::yaml::Node;
use crate::diagnostics::Report;
use crate::model::{Date, Text};

/// What something carries on, as written.
#[derive(Debug)]
pub struct BeforeDraft {
    /// `2020/01`, or an id of the same plan.
    pub of: Spanned<String>,
    /// What must be said of the change.
    pub note: Option<Text>,
}

/// What a division became, as written.
#[derive(Debug)]
pub struct BecameDraft {
    pub to: Vec<Spanned<String>>,
    pub date: Date,
    pub note: Option<Text>,
}

/// `succeeds: {plan: 2020, note: …}`.
pub fn plan_before(node: &Node<'_>, report: &mut Report) -> Option<BeforeDraft> {
    before(node, "plan", "note", report)
}

/// `succeeds: [{item: 2020/01, note: …}]`.
pub fn items_before(node: Option<&Node<'_>>, report: &mut Report) -> Vec<BeforeDraft> {
    let read = |node: &Node<'_>, report: &mut Report| before(node, "item", "note", report);
    node.map(|node| list(node, report, read)).unwrap_or_default()
}

/// `succeeds: [{indicator: 2020/kgi-5, redefined: …}]`.
pub fn indicators_before(node: Option<&Node<'_>>, report: &mut Report) -> Vec<BeforeDraft> {
    let read =
        |node: &Node<'_>, report: &mut Report| before(node, "indicator", "redefined", report);
    node.map(|node| list(node, report, read)).unwrap_or_default()
}

fn before(
    node: &Node<'_>,
    key: &'static str,
    remark: &'static str,
    report: &mut Report,
) -> Option<BeforeDraft> {
    let mut fields = Fields::of(node, report)?;
    let of = fields.required(key, report).and_then(|node| spanned(node, report));
    let note = fields.optional(remark).and_then(|node| text(node, report));
    fields.finish(report);
    Some(BeforeDraft { of: of?, note })
}

/// `became: {to: [digital], date: 2021-04, note: …}`.
pub fn became(node: &Node<'_>, report: &mut Report) -> Option<BecameDraft> {
    let mut fields = Fields::of(node, report)?;
    let to = references(fields.required("to", report), report);
    let date = fields.required("date", report).and_then(|node| date(node, report));
    let note = fields.optional("note").and_then(|node| text(node, report));
    fields.finish(report);
    Some(BecameDraft { to, date: date?, note })
}
