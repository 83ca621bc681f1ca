//! In: what the build before noted of its pages, and the site as it is now. Out: the pages that would come
//! out the same, as they stand in the old site; a note for the build after.
//! Never: trusted. A page is taken over only if the program, the theme, the outline of the site and every item
//! it looked at are what they were, and the old file is what was written.

use crate::model::{Looked, Site};
use crate::publish::Sink;
use crate::render::Theme;
use crate::source::Digest;
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

/// What is remembered from build to build.
#[derive(Debug)]
pub struct Recall {
    /// All that every page is made from: program, theme, the site but for its items.
    outline: String,
    /// The hash of the content, which stands in the foot of every page and is no reason to make one anew.
    content: String,
    /// A digest of every item, plan by plan.
    items: Vec<Vec<String>>,
    before: Before,
    now: Mutex<BTreeMap<String, Note>>,
}

/// What the build before noted; nothing if it was made from another outline.
#[derive(Debug, Default)]
struct Before {
    content: String,
    notes: BTreeMap<String, Note>,
}

/// What is noted of pages that are made together.
#[derive(Clone, Debug)]
struct Note {
    looked: Vec<Run>,
    /// Of the items looked at.
    made_from: String,
    /// Of the files, but for the hash of the content.
    made: String,
}

/// Items of a plan that follow one another: the plan, the first, the last. Who looks at many looks at whole
/// plans.
type Run = (usize, usize, usize);

/// Files on their way: path and text.
pub(super) type Files = Vec<(String, String)>;

impl Recall {
    /// What `before`, the notes of an earlier build, says that still holds. `program` names this program as
    /// nothing else is named.
    pub fn new(site: &Site, theme: &Theme, program: &str, before: &str) -> Recall {
        let outline = outline(site, theme, program);
        let of_plan = |at: usize| {
            let items = &site.plans[at].items;
            let digest_of = |item: usize| Digest::of(&items[item]);
            (0..items.len()).into_par_iter().map(digest_of).collect()
        };
        Recall {
            before: Before::read(before, &outline).unwrap_or_default(),
            outline,
            content: site.content.clone(),
            items: (0..site.plans.len()).map(of_plan).collect(),
            now: Mutex::default(),
        }
    }

    /// The files of pages that were made together, the first of which stands at `first`, if they would come
    /// out the same.
    pub(super) fn files(&self, first: &str, paths: &[String], sink: &dyn Sink) -> Option<Files> {
        let note = self.before.notes.get(first)?;
        if self.made_from(&note.looked)? != note.made_from {
            return None;
        }
        let old = |path: &String| Some((path.clone(), String::from_utf8(sink.before(path)?).ok()?));
        let mut files = paths.iter().map(old).collect::<Option<Files>>()?;
        if made(&files, &self.before.content) != note.made {
            return None;
        }
        for (_, text) in &mut files {
            let (old, new) = (Site::short(&self.before.content), Site::short(&self.content));
            *text = text.replace(old, new);
        }
        self.lock().insert(first.to_string(), note.clone());
        Some(files)
    }

    /// Notes what pages came to, and which items they looked at.
    pub(super) fn note(&self, first: &str, files: &Files, looked: Looked) {
        let looked = runs(&looked);
        let made_from =
            self.made_from(&looked).expect("only items that are there can be looked at");
        let note = Note { looked, made_from, made: made(files, &self.content) };
        self.lock().insert(first.to_string(), note);
    }

    /// The notes for the next build.
    pub fn notes(&self) -> String {
        let mut notes = format!("{}\t{}\n", self.outline, self.content);
        for (first, note) in self.lock().iter() {
            let run = |(plan, from, to): &Run| format!("{plan}:{from}-{to}");
            let looked: Vec<String> = note.looked.iter().map(run).collect();
            let Note { made_from, made, .. } = note;
            notes.extend([first, "\t", made_from, "\t", made, "\t", &looked.join(" "), "\n"]);
        }
        notes
    }

    fn made_from(&self, looked: &[Run]) -> Option<String> {
        let items = |(plan, from, to): &Run| self.items.get(*plan)?.get(*from..=*to);
        let all = looked.iter().map(items).collect::<Option<Vec<_>>>()?;
        let mut digest = Digest::default();
        all.into_iter().flatten().for_each(|item| digest.add(item));
        Some(digest.done())
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, BTreeMap<String, Note>> {
        self.now.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Before {
    fn read(notes: &str, outline: &str) -> Option<Before> {
        let mut lines = notes.lines();
        let (made_from, content) = lines.next()?.split_once('\t')?;
        if made_from != outline {
            return None;
        }
        let note = |line: &str| {
            let mut cells = line.split('\t');
            let first = cells.next()?.to_string();
            let (made_from, made) = (cells.next()?.to_string(), cells.next()?.to_string());
            let run = |run: &str| {
                let (plan, items) = run.split_once(':')?;
                let (from, to) = items.split_once('-')?;
                Some((plan.parse().ok()?, from.parse().ok()?, to.parse().ok()?))
            };
            let looked = cells.next()?.split_terminator(' ').map(run).collect::<Option<_>>();
            Some((first, Note { looked: looked?, made_from, made }))
        };
        let notes = lines.map(note).collect::<Option<_>>()?;
        Some(Before { content: content.to_string(), notes })
    }
}

fn runs(looked: &Looked) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    for (plan, item) in looked {
        match runs.last_mut() {
            Some((of, _, to)) if of == plan && *to + 1 == *item => *to = *item,
            _ => runs.push((*plan, *item, *item)),
        }
    }
    runs
}

/// Everything but the items and the hash of the content.
fn outline(site: &Site, theme: &Theme, program: &str) -> String {
    // Taken apart, so that whatever is added to the site is asked for here.
    let Site {
        settings,
        organisations,
        sources,
        terms,
        pages,
        plans,
        updates,
        changes,
        meetings,
        audit,
        content: _,
    } = site;
    let site = (settings, organisations, sources, terms, pages, plans);
    Digest::of(&(program, theme.digest(), site, updates, changes, meetings, audit))
}

/// A digest of files, whatever the beginning of the hash of the content in them.
fn made(files: &Files, content: &str) -> String {
    let mut digest = Digest::default();
    for (path, text) in files {
        digest.add(path);
        for piece in text.split(Site::short(content)) {
            digest.add(piece);
        }
    }
    digest.done()
}

#[cfg(test)]
mod tests {
    use super::runs;

    #[test]
    fn items_that_follow_one_another_are_one_run() {
        let looked = [(0, 1), (0, 2), (0, 3), (0, 5), (1, 6)].into();
        assert_eq!(runs(&looked), [(0, 1, 3), (0, 5, 5), (1, 6, 6)]);
    }
}
