//! In: the content. Out: what is to be translated or looked at again, by division.
//! Never: a translation.

use crate::load::{STAMP, front_matter};
use crate::model::{Lang, Site, Text};
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

/// Lists the work. A file is named once for each kind of work in it.
pub fn list<'s>(sources: &Sources, site: &'s Site, lang: Lang) -> ByDivision<'s> {
    let mut all: ByDivision<'s> = BTreeMap::new();
    let mut add = |division: Option<&'s str>, file: String, work: Work| {
        let list = all.entry(division).or_default();
        if !list.contains(&(file.clone(), work)) {
            list.push((file, work));
        }
    };
    for (_, file) in sources.iter() {
        let Some(stem) = file.path.strip_suffix(".ja.md") else { continue };
        if let Some(work) = work_of(sources, stem) {
            add(division(site, &file.path, lang), format!("{stem}.en.md"), work);
        }
    }
    for plan in &site.plans {
        for item in &plan.items {
            let path = format!("plans/{}/items/{}/item.yaml", plan.id, item.id);
            let names = item.indicators.iter().map(|indicator| &indicator.name);
            let titles = item.actions.iter().map(|action| &action.title);
            let texts = std::iter::once(&item.title).chain(names).chain(titles).chain(&item.notes);
            if texts.into_iter().any(|text: &Text| text.en.is_none()) {
                add(division(site, &path, lang), path, Work::Missing);
            }
        }
    }
    all
}

fn work_of(sources: &Sources, stem: &str) -> Option<Work> {
    let Some((english, _)) = sources.find(&format!("{stem}.en.md")) else {
        return Some(Work::Missing);
    };
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
