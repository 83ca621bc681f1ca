//! In: the events of a text, the words of a glossary. Out: the same with each word's first mention linked.
//! Never: a word within a link, a heading or code; or a part of a longer English word.

use crate::model::is_kanji;
use pulldown_cmark::{CowStr, Event, LinkType, Tag, TagEnd};

/// A word of the glossary and its id.
pub type Term<'t> = (&'t str, &'t str);

/// Links the first mention of each term to `term:<id>`, which the page resolves.
pub(super) fn link_terms<'e>(events: Vec<Event<'e>>, terms: &[Term<'_>]) -> Vec<Event<'e>> {
    let mut open = mentioned(&events, terms);
    if open.is_empty() {
        return events;
    }
    let mut closed = 0_usize; // depth of places where no link may stand
    let mut linked = Vec::with_capacity(events.len());
    for event in events {
        match event {
            Event::Start(ref tag) if is_closed(tag) => closed += 1,
            Event::End(ref tag) if ends_closed(tag) => closed = closed.saturating_sub(1),
            Event::Text(text) if closed == 0 => {
                split(text, &mut open, &mut linked);
                continue;
            }
            _ => {}
        }
        linked.push(event);
    }
    linked
}

/// The terms that stand anywhere in the text: of a large glossary those are few.
fn mentioned<'t>(events: &[Event<'_>], terms: &[Term<'t>]) -> Vec<Term<'t>> {
    let mut all = String::new();
    for event in events {
        if let Event::Text(text) = event {
            all.extend([text, "\n"]);
        }
    }
    terms.iter().filter(|(word, _)| all.contains(word)).copied().collect()
}

fn is_closed(tag: &Tag<'_>) -> bool {
    matches!(tag, Tag::Link { .. } | Tag::Image { .. } | Tag::Heading { .. } | Tag::CodeBlock(_))
}

fn ends_closed(tag: &TagEnd) -> bool {
    matches!(tag, TagEnd::Link | TagEnd::Image | TagEnd::Heading(_) | TagEnd::CodeBlock)
}

/// Cuts a text at the terms it mentions for the first time.
fn split<'e>(text: CowStr<'e>, open: &mut Vec<Term<'_>>, out: &mut Vec<Event<'e>>) {
    let mut rest = text.as_ref();
    while let Some((at, index)) = first(rest, open) {
        let (word, id) = open.remove(index);
        if at > 0 {
            out.push(Event::Text(rest[..at].to_string().into()));
        }
        out.push(Event::Start(Tag::Link {
            link_type: LinkType::Inline,
            dest_url: format!("term:{id}").into(),
            title: CowStr::Borrowed(""),
            id: CowStr::Borrowed(""),
        }));
        out.push(Event::Text(word.to_string().into()));
        out.push(Event::End(TagEnd::Link));
        rest = &rest[at + word.len()..];
    }
    if rest.len() == text.len() {
        out.push(Event::Text(text));
    } else if !rest.is_empty() {
        out.push(Event::Text(rest.to_string().into()));
    }
}

/// The earliest term in a text; of those that begin at one place the longest.
fn first(text: &str, open: &[Term<'_>]) -> Option<(usize, usize)> {
    let places = open.iter().enumerate().filter_map(|(index, (word, _))| {
        let mut places = text.match_indices(word).map(|(at, _)| at);
        Some((places.find(|at| is_whole(text, *at, word.len()))?, index))
    });
    places.min_by_key(|(at, index)| (*at, std::cmp::Reverse(open[*index].0.len())))
}

/// Whether no letter of the Latin alphabet and no digit continues the word on either side, and no
/// reading (`《…》`) belongs to it: a link would part the reading from its kanji.
fn is_whole(text: &str, at: usize, length: usize) -> bool {
    let (before, word) = text.split_at(at);
    let (word, after) = word.split_at(length);
    if after.trim_start_matches(is_kanji).starts_with('《') {
        return false;
    }
    let joined = |left: Option<char>, right: Option<char>| {
        [left, right].iter().all(|one| one.is_some_and(|one| one.is_ascii_alphanumeric()))
    };
    let head = joined(before.chars().next_back(), word.chars().next());
    let tail = joined(word.chars().next_back(), after.chars().next());
    !head && !tail
}
