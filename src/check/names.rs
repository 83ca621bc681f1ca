//! In: ids as written. Out: what they name, or a finding with the nearest known id.
//! Never: an id that names nothing gets past here.

use crate::diagnostics::{Kind, Problem, Report};
use crate::load::{Spanned, nearest};
use crate::model::{OrganisationRef, SourceRef};
use crate::source::Span;

/// The ids that the whole site shares.
pub struct Names {
    pub organisations: Vec<String>,
    /// The divisions' Japanese names, which people type in place of an id.
    pub organisation_names: Vec<String>,
    pub sources: Vec<String>,
}

impl Names {
    /// The source with this id.
    pub fn source(&self, id: &Spanned<String>, report: &mut Report) -> Option<SourceRef> {
        let known = self.sources.iter().map(String::as_str);
        find(known, &id.value, id.span, Kind::Source, report).map(SourceRef)
    }

    /// The division with this id.
    pub fn organisation(
        &self,
        id: &Spanned<String>,
        report: &mut Report,
    ) -> Option<OrganisationRef> {
        let known = self.organisations.iter().map(String::as_str);
        let by_name = self.organisation_names.iter().position(|name| *name == id.value);
        let meant = by_name.map(|index| self.organisations[index].clone());
        let meant = || meant.or_else(|| nearest(&id.value, known.clone()));
        look_up(known.clone(), &id.value, id.span, Kind::Organisation, meant, report)
            .map(OrganisationRef)
    }

    /// The divisions with these ids.
    pub fn organisations(
        &self,
        ids: &[Spanned<String>],
        report: &mut Report,
    ) -> Vec<OrganisationRef> {
        ids.iter().filter_map(|id| self.organisation(id, report)).collect()
    }
}

/// The position of `id` among `known`; what is not there is reported with the nearest that is,
/// unless it is there and could not be read, which has been reported.
pub fn find<'k>(
    known: impl Iterator<Item = &'k str> + Clone,
    id: &str,
    span: Span,
    kind: Kind,
    report: &mut Report,
) -> Option<usize> {
    look_up(known.clone(), id, span, kind, || nearest(id, known), report)
}

/// As [`find`], with its own idea of what was meant.
fn look_up<'k>(
    mut known: impl Iterator<Item = &'k str>,
    id: &str,
    span: Span,
    kind: Kind,
    meant: impl FnOnce() -> Option<String>,
    report: &mut Report,
) -> Option<usize> {
    let found = known.position(|one| one == id);
    if found.is_none() && !report.is_broken(kind, id) {
        let problem = Problem::UnknownReference { kind, id: id.to_string(), suggestion: meant() };
        report.add(problem, span);
    }
    found
}
