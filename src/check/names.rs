//! In: ids as written. Out: what they name, or a finding with the nearest known id.
//! Never: an id that names nothing gets past here.

use crate::diagnostics::{Kind, Problem, Report};
use crate::load::{Spanned, nearest};
use crate::model::{OrganisationRef, SourceRef};
use crate::source::Span;

/// The ids that the whole site shares.
pub struct Names {
    organisations: Known,
    /// The divisions' Japanese names, which people type in place of an id.
    organisation_names: Vec<String>,
    sources: Known,
}

impl Names {
    /// The divisions, by id and Japanese name, and the sources.
    pub fn of<'i>(
        organisations: impl Iterator<Item = (&'i str, &'i str)> + Clone,
        sources: impl Iterator<Item = &'i str>,
    ) -> Names {
        Names {
            organisations: Known::of(organisations.clone().map(|(id, _)| id)),
            organisation_names: organisations.map(|(_, name)| name.to_string()).collect(),
            sources: Known::of(sources),
        }
    }

    /// The source with this id.
    pub fn source(&self, id: &Spanned<String>, report: &mut Report) -> Option<SourceRef> {
        let found = self.sources.position(&id.value);
        let known = self.sources.ids();
        named(found, known, &id.value, id.span, Kind::Source, report).map(SourceRef)
    }

    /// The division with this id.
    pub fn organisation(
        &self,
        id: &Spanned<String>,
        report: &mut Report,
    ) -> Option<OrganisationRef> {
        let meant = || {
            let by_name = self.organisation_names.iter().position(|name| *name == id.value);
            let meant = by_name.and_then(|index| self.organisations.ids().nth(index));
            meant.map(str::to_string).or_else(|| nearest(&id.value, self.organisations.ids()))
        };
        let found = self.organisations.position(&id.value);
        known_as(found, &id.value, id.span, Kind::Organisation, meant, report).map(OrganisationRef)
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

/// Ids in the order of their list, found without going through it.
pub struct Known {
    ids: Vec<String>,
    sorted: Vec<usize>,
}

impl Known {
    /// These ids; of two equal ones the first counts.
    pub fn of<'i>(ids: impl Iterator<Item = &'i str>) -> Known {
        let ids: Vec<String> = ids.map(str::to_string).collect();
        let mut sorted: Vec<usize> = (0..ids.len()).collect();
        sorted.sort_by_key(|at| &ids[*at]);
        Known { ids, sorted }
    }

    fn ids(&self) -> impl Iterator<Item = &str> {
        self.ids.iter().map(String::as_str)
    }

    fn position(&self, id: &str) -> Option<usize> {
        let first = self.sorted.partition_point(|at| self.ids[*at].as_str() < id);
        self.sorted.get(first).copied().filter(|at| self.ids[*at] == id)
    }
}

/// The position of `id` among a few `known`; what is not there is reported with the nearest that is,
/// unless it is there and could not be read, which has been reported.
pub fn find<'k>(
    known: impl Iterator<Item = &'k str> + Clone,
    id: &str,
    span: Span,
    kind: Kind,
    report: &mut Report,
) -> Option<usize> {
    named(known.clone().position(|one| one == id), known, id, span, kind, report)
}

/// What was looked up by `id` already; where it was not found, that is reported as by [`find`].
pub fn named<'k, T>(
    found: Option<T>,
    known: impl Iterator<Item = &'k str>,
    id: &str,
    span: Span,
    kind: Kind,
    report: &mut Report,
) -> Option<T> {
    known_as(found, id, span, kind, || nearest(id, known), report)
}

/// As [`named`], with its own idea of what was meant.
fn known_as<T>(
    found: Option<T>,
    id: &str,
    span: Span,
    kind: Kind,
    meant: impl FnOnce() -> Option<String>,
    report: &mut Report,
) -> Option<T> {
    if found.is_none() && !report.is_broken(kind, id) {
        let problem = Problem::UnknownReference { kind, id: id.to_string(), suggestion: meant() };
        report.add(problem, span);
    }
    found
}
