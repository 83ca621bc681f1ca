//! In: the content. Out: what is to be translated or looked at again, by division.
//! Never: a translation.

use crate::diagnostics::{At, Problem, Report};
use crate::load::{STAMP, front_matter};
use crate::model::{Lang, Site};
use crate::source::Sources;
use std::collections::BTreeMap;

/// What is to be done with a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Work {
    /// There is no English.
    Missing,
    /// The Japanese has changed since.
    Stale,
    /// Nobody has said which Japanese it was made from.
    Unstamped,
}

/// The work, by division: (file, what is to be done). Texts without a division come under `None`.
pub type ByDivision<'s> = BTreeMap<Option<&'s str>, Vec<(String, Work)>>;

/// Lists the work: what `report` found to have no English, and English files to look at again. A
/// file is named once for each kind of work in it.
pub fn list<'s>(sources: &Sources, site: &'s Site, report: &Report, lang: Lang) -> ByDivision<'s> {
    let missing = report.sorted(sources).into_iter().filter_map(|one| {
        let path = match &one.at {
            At::Span(span) => &sources.file(span.file).path,
            At::Path(path) | At::Page(path) => path,
            At::Line(line) => &line.path,
        };
        let missing = matches!(one.problem, Problem::MissingTranslation { .. });
        missing.then(|| (path.clone(), Work::Missing))
    });
    let stems = sources.iter().filter_map(|(_, file)| file.path.strip_suffix(".ja.md"));
    let again = stems.filter_map(|stem| Some((format!("{stem}.en.md"), work_of(sources, stem)?)));
    let mut all: ByDivision<'s> = BTreeMap::new();
    for work in missing.chain(again) {
        let list = all.entry(division(site, &work.0, lang)).or_default();
        if !list.contains(&work) {
            list.push(work);
        }
    }
    all
}

fn work_of(sources: &Sources, stem: &str) -> Option<Work> {
    let (english, _) = sources.find(&format!("{stem}.en.md"))?;
    let (original, _) = sources.find(&format!("{stem}.ja.md"))?;
    match front_matter(sources.text(english)).0 {
        None => Some(Work::Unstamped),
        Some(stamp) => (stamp != sources.fingerprint(original)).then_some(Work::Stale),
    }
}

/// The division in charge of the item whose folder holds a file.
fn division<'s>(site: &'s Site, path: &str, lang: Lang) -> Option<&'s str> {
    let mut parts = path.strip_prefix("plans/")?.split('/');
    let (plan, items, item) = (parts.next()?, parts.next()?, parts.next()?);
    let plan = site.plans.iter().find(|one| one.id == plan && items == "items")?;
    let item = plan.items.iter().find(|one| one.id == item)?;
    Some(site.organisation(*item.lead.first()?).name.get(lang).0)
}

/// The text of an English file, stamped as made from the Japanese with this fingerprint.
pub fn stamped(english: &str, fingerprint: &str) -> String {
    let (_, body) = front_matter(english);
    format!("---\n{STAMP} {fingerprint}\n---\n{body}")
}

#[cfg(test)]
mod tests {
    use super::stamped;
    use crate::load::front_matter;

    #[test]
    fn a_stamp_replaces_the_one_before() {
        let once = stamped("## Factor analysis\n", "aaaa");
        let twice = stamped(&once, "bbbb");
        assert_eq!(front_matter(&twice), (Some("bbbb"), "## Factor analysis\n"));
        assert_eq!(twice.matches("---").count(), 2);
    }
}
