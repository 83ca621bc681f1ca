//! In: the record of what changed. Out: its counts and tables in words, for the page and for the terminal.
//! Never: a link; a change is told in the same words where there is no page.

use super::sentence::quality_words;
use super::table::absence_words;
use crate::locale::{Locale, fill};
use crate::model::{
    Changes, EntryChange, EntryKind, FigureChange, FigureKind, Judgement, Part, Reading, Series,
    Shown, Subject, SubjectKind, TextChange, TextKind, Unit, VerdictChange,
};

/// A table of changes in words: for the page of updates and for the terminal.
#[derive(Debug)]
pub struct ChangeTable<'c> {
    /// What changed and how.
    pub caption: &'static str,
    /// Heads of the cells.
    pub heads: Vec<&'static str>,
    /// A row a change.
    pub rows: Vec<ChangeRow<'c>>,
}

/// One change in words.
#[derive(Debug)]
pub struct ChangeRow<'c> {
    /// What it is about.
    pub subject: &'c Subject,
    /// What is said of it.
    pub cells: Vec<String>,
    /// What stood there and what stands there now, where that can be said in a word.
    pub moved: Option<[String; 2]>,
}

/// How many changes of each kind, each with its count: 新しい実績 12件.
pub fn change_counts(locale: Locale, changes: &Changes) -> Vec<String> {
    let words = locale.words;
    let mut counts: Vec<(String, usize)> = Vec::new();
    for (_, kind) in FigureKind::WORDS {
        let of_kind = changes.figures.iter().filter(|one| one.kind == *kind);
        counts.push((figure_words(locale, *kind).to_string(), of_kind.count()));
    }
    counts.push((words.change_verdicts.to_string(), changes.verdicts.len()));
    for (_, kind) in EntryKind::WORDS {
        for (_, subject) in SubjectKind::WORDS {
            let of_kind = changes.entries.iter();
            let of_kind = of_kind.filter(|one| (one.kind, one.subject.kind) == (*kind, *subject));
            let said = match kind {
                EntryKind::New => words.change_new_of,
                EntryKind::Removed => words.change_removed_of,
            };
            let said = fill(said, &[("what", subject_words(locale, *subject))]);
            counts.push((said, of_kind.count()));
        }
    }
    counts.push((words.change_texts.to_string(), changes.texts.len()));
    let told = counts.into_iter().filter(|(_, count)| *count > 0);
    told.map(|(what, count)| {
        fill(words.change_count, &[("what", &what), ("count", &count.to_string())])
    })
    .collect()
}

/// Every change in a table of its kind, in the order of the counts; a table without rows is left out.
pub fn change_tables(locale: Locale, changes: &Changes) -> Vec<ChangeTable<'_>> {
    let words = locale.words;
    let figures = FigureKind::WORDS.iter().map(|(_, kind)| ChangeTable {
        caption: figure_words(locale, *kind),
        heads: vec![words.fiscal_year, words.change_series],
        rows: changes
            .figures
            .iter()
            .filter(|one| one.kind == *kind)
            .map(|one| figure_row(locale, one))
            .collect(),
    });
    let others = [
        ChangeTable {
            caption: words.change_verdicts,
            heads: vec![words.fiscal_year],
            rows: changes.verdicts.iter().map(|one| verdict_row(locale, one)).collect(),
        },
        ChangeTable {
            caption: words.change_entries,
            heads: vec![words.change_series, words.change_kind],
            rows: changes.entries.iter().map(|one| entry_row(locale, one)).collect(),
        },
        ChangeTable {
            caption: words.change_texts,
            heads: vec![words.fiscal_year, words.change_parts, words.change_kind],
            rows: changes.texts.iter().map(|one| text_row(locale, one)).collect(),
        },
    ];
    figures.chain(others).filter(|table| !table.rows.is_empty()).collect()
}

fn figure_row(locale: Locale, one: &FigureChange) -> ChangeRow<'_> {
    let before = one.unit_before.as_ref().unwrap_or(&one.unit);
    let series = series_words(locale, one.series);
    ChangeRow {
        subject: &one.subject,
        cells: vec![locale.year_both(one.year), series.to_string()],
        moved: Some([
            shown(locale, one.from.as_ref(), before),
            shown(locale, one.to.as_ref(), &one.unit),
        ]),
    }
}

fn verdict_row(locale: Locale, one: &VerdictChange) -> ChangeRow<'_> {
    let judged = |judgement| judgement_words(locale, judgement).to_string();
    ChangeRow {
        subject: &one.subject,
        cells: vec![locale.year_both(one.year)],
        moved: Some([judged(one.from), judged(one.to)]),
    }
}

fn entry_row(locale: Locale, one: &EntryChange) -> ChangeRow<'_> {
    let kind = match one.kind {
        EntryKind::New => locale.words.change_new,
        EntryKind::Removed => locale.words.change_removed,
    };
    let what = subject_words(locale, one.subject.kind);
    ChangeRow {
        subject: &one.subject,
        cells: vec![what.to_string(), kind.to_string()],
        moved: None,
    }
}

fn text_row(locale: Locale, one: &TextChange) -> ChangeRow<'_> {
    let year = one.year.map(|year| locale.year_both(year));
    let parts: Vec<&str> = one.parts.iter().map(|part| part_words(locale, *part)).collect();
    ChangeRow {
        subject: &one.subject,
        cells: vec![
            year.unwrap_or_else(|| locale.words.dash.to_string()),
            parts.join(locale.words.list_separator),
            text_words(locale, one.kind).to_string(),
        ],
        moved: None,
    }
}

/// A value with its unit and how firm it is, a state with its date, or a dash.
fn shown(locale: Locale, shown: Option<&Shown>, unit: &Unit) -> String {
    let words = locale.words;
    let Some(shown) = shown else { return words.dash.to_string() };
    let (mut said, quality) = match shown.reading {
        Reading::Value(value, _) => {
            (locale.value_with_unit(value, 0, unit), quality_words(locale, &shown.reading))
        }
        Reading::Absent(absence) => (absence_words(locale, absence).to_string(), None),
    };
    let due = shown.due.map(|due| fill(words.due, &[("date", &locale.date(due))]));
    let beside: Vec<&str> = quality.into_iter().chain(due.as_deref()).collect();
    if !beside.is_empty() {
        said.push_str(&fill(words.left_out, &[("words", &beside.join(words.list_separator))]));
    }
    said
}

fn figure_words(locale: Locale, kind: FigureKind) -> &'static str {
    let words = locale.words;
    match kind {
        FigureKind::NewActual => words.change_new_actual,
        FigureKind::Settled => words.change_settled,
        FigureKind::Corrected => words.change_corrected,
        FigureKind::Unexplained => words.change_unexplained,
        FigureKind::Withdrawn => words.change_withdrawn,
        FigureKind::State => words.change_state,
        FigureKind::NewTarget => words.change_new_target,
        FigureKind::Revised => words.change_target_revised,
    }
}

fn series_words(locale: Locale, series: Series) -> &'static str {
    match series {
        Series::Target => locale.words.target,
        Series::OriginalTarget => locale.words.original_target,
        Series::Actual => locale.words.actual,
    }
}

fn judgement_words(locale: Locale, judgement: Judgement) -> &'static str {
    match judgement {
        Judgement::Achieved => locale.words.achieved,
        Judgement::Missed => locale.words.missed,
        Judgement::None => locale.words.change_not_judged,
    }
}

fn subject_words(locale: Locale, kind: SubjectKind) -> &'static str {
    let words = locale.words;
    match kind {
        SubjectKind::Plan => words.change_plan,
        SubjectKind::Item => words.change_item,
        SubjectKind::Indicator => words.change_indicator,
        SubjectKind::Meeting => words.change_meeting,
        SubjectKind::Opinion => words.change_opinion,
        SubjectKind::Organisation => words.change_organisation,
        SubjectKind::Page => words.change_page,
        SubjectKind::Term => words.change_term,
    }
}

fn text_words(locale: Locale, kind: TextKind) -> &'static str {
    let words = locale.words;
    match kind {
        TextKind::New => words.change_new,
        TextKind::Changed => words.change_changed,
        TextKind::Removed => words.change_removed,
        TextKind::Translated => words.change_translated,
    }
}

fn part_words(locale: Locale, part: Part) -> &'static str {
    let words = locale.words;
    match part {
        Part::Name => words.change_name,
        Part::Summary => words.change_summary,
        Part::Vision => words.vision,
        Part::Period => words.period,
        Part::Tree => words.plan_structure,
        Part::Lead => words.lead,
        Part::Related => words.related,
        Part::Labels => words.change_labels,
        Part::Role => words.change_role,
        Part::Definition => words.definition,
        Part::Unit => words.unit,
        Part::Aim => words.aim,
        Part::Rate => words.rule,
        Part::Counting => words.counting,
        Part::Baseline => words.baseline_mark,
        Part::Current => words.current,
        Part::Problems => words.problems,
        Part::Reform => words.reform,
        Part::Examples => words.examples,
        Part::Actions => words.actions,
        Part::Analysis => words.analysis,
        Part::Issues => words.issues,
        Part::Measures => words.response,
        Part::Response => words.opinion_response,
        Part::FollowUp => words.opinion_follow_up,
        Part::Themes => words.meeting_themes,
        Part::Body => words.change_body,
        Part::Notes => words.notes,
    }
}
