//! In: `updates.yaml`. Out: drafts of its entries, corrections included.
//! Never: whether a corrected indicator exists or holds the new value; `check` sees to that.

use super::fields::{Fields, Spanned, list, spanned, text};
use super::indicator::value;
use super::values::{date, year};
use super::yaml::{Node, parse};
use crate::diagnostics::Report;
use crate::model::{Date, FiscalYear, Text, Value};
use crate::source::{Sources, Span};

/// An entry as written.
#[derive(Debug)]
pub struct UpdateDraft {
    pub date: Date,
    pub title: Text,
    pub text: Option<Text>,
    pub corrections: Vec<CorrectionDraft>,
}

/// A correction as written.
#[derive(Debug)]
pub struct CorrectionDraft {
    pub indicator: Spanned<String>,
    pub year: FiscalYear,
    pub from: Value,
    pub to: Value,
    pub to_span: Span,
    pub reason: Text,
}

/// Reads `updates.yaml`, which a site may do without.
pub fn updates(sources: &Sources, report: &mut Report) -> Vec<UpdateDraft> {
    let read = sources.find("updates.yaml").and_then(|(file, _)| {
        let root = parse(sources, file, report)?;
        let mut fields = Fields::of(&root, report)?;
        let updates = fields.required("updates", report).map(|node| list(node, report, update));
        fields.finish(report);
        updates
    });
    read.unwrap_or_default()
}

fn update(node: &Node<'_>, report: &mut Report) -> Option<UpdateDraft> {
    let mut fields = Fields::of(node, report)?;
    let date = fields.required("date", report).and_then(|node| date(node, report));
    let title = fields.required("title", report).and_then(|node| text(node, report));
    let said = fields.optional("text").and_then(|node| text(node, report));
    let corrections = fields.optional("corrections").map(|node| list(node, report, correction));
    fields.finish(report);
    let corrections = corrections.unwrap_or_default();
    Some(UpdateDraft { date: date?, title: title?, text: said, corrections })
}

fn correction(node: &Node<'_>, report: &mut Report) -> Option<CorrectionDraft> {
    let mut fields = Fields::of(node, report)?;
    let indicator = fields.required("indicator", report).and_then(|node| spanned(node, report));
    let year = fields.required("year", report).and_then(|node| year(node, report));
    let from = fields.required("from", report).and_then(|node| value(node, report));
    let to_node = fields.required("to", report);
    let to = to_node.and_then(|node| value(node, report));
    let reason = fields.required("reason", report).and_then(|node| text(node, report));
    fields.finish(report);
    Some(CorrectionDraft {
        indicator: indicator?,
        year: year?,
        from: from?,
        to: to?,
        to_span: to_node.map_or(node.span, |node| node.span),
        reason: reason?,
    })
}
