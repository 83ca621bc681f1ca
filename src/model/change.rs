//! In: nothing. Out: what changed from one edition to the next, each thing by the id and name it had.
//! Never: a reference that must lead somewhere; what was told stays told when the thing is gone.

use super::{Date, FiscalYear, Reading, Text, Unit};

/// What changed from one edition to the next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changes {
    /// The edition that changed.
    pub date: Date,
    /// The edition it is held against.
    pub since: Date,
    /// Targets and results.
    pub figures: Vec<FigureChange>,
    /// Judgements that had been made and are now others.
    pub verdicts: Vec<VerdictChange>,
    /// What is new and what is gone.
    pub entries: Vec<EntryChange>,
    /// Texts and terms.
    pub texts: Vec<TextChange>,
}

impl Changes {
    /// Whether the two editions say the same.
    pub fn is_empty(&self) -> bool {
        self.figures.is_empty()
            && self.verdicts.is_empty()
            && self.entries.is_empty()
            && self.texts.is_empty()
    }
}

/// What a change is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subject {
    /// What it is.
    pub kind: SubjectKind,
    /// Its stable id, with the plan's before it where that is needed: `r3/window-wait`.
    pub id: String,
    /// Its name then; an opinion's is what was said.
    pub name: Text,
}

/// A target or result that changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FigureChange {
    /// The indicator.
    pub subject: Subject,
    /// Which year.
    pub year: FiscalYear,
    /// Target or result.
    pub series: Series,
    /// What kind of change.
    pub kind: FigureKind,
    /// What stood there, if anything.
    pub from: Option<Shown>,
    /// What stands there now.
    pub to: Option<Shown>,
    /// The unit of both.
    pub unit: Unit,
    /// The unit of what stood there, where that was another.
    pub unit_before: Option<Unit>,
}

/// What a cell showed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    /// The value, with the decimals it was shown with, or the state in its place.
    pub reading: Reading,
    /// When a value, or a final one, was expected.
    pub due: Option<Date>,
}

/// A judgement that changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VerdictChange {
    /// The indicator.
    pub subject: Subject,
    /// Which year.
    pub year: FiscalYear,
    /// As it was judged.
    pub from: Judgement,
    /// As it is judged now.
    pub to: Judgement,
}

/// Something new or gone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EntryChange {
    /// What.
    pub subject: Subject,
    /// New or gone.
    pub kind: EntryKind,
}

/// Texts and terms of one thing that changed in one way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextChange {
    /// What they belong to.
    pub subject: Subject,
    /// The year they are about, where they are about one.
    pub year: Option<FiscalYear>,
    /// In which way.
    pub kind: TextKind,
    /// Which, in the order of the page.
    pub parts: Vec<Part>,
}

/// An enumeration whose variants have words in files: read by the list, written by `word`.
macro_rules! spelt {
    ($(#[$meta:meta])* $name:ident { $($(#[$doc:meta])* $variant:ident = $word:literal,)* }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum $name { $($(#[$doc])* $variant,)* }

        impl $name {
            /// Every variant with its word.
            pub const WORDS: &[(&'static str, $name)] = &[$(($word, $name::$variant),)*];

            /// Its word.
            pub const fn word(self) -> &'static str {
                match self { $($name::$variant => $word,)* }
            }
        }
    };
}

spelt! {
    /// What a change can be about.
    SubjectKind {
        /// A plan.
        Plan = "plan",
        /// An item.
        Item = "item",
        /// An indicator.
        Indicator = "indicator",
        /// A meeting.
        Meeting = "meeting",
        /// An opinion; its id is its meeting's.
        Opinion = "opinion",
        /// A division.
        Organisation = "organisation",
        /// A free page.
        Page = "page",
        /// A word of the glossary.
        Term = "term",
    }
}

spelt! {
    /// Target or result.
    Series {
        /// The target in force.
        Target = "target",
        /// The target as first set.
        OriginalTarget = "original-target",
        /// The result.
        Actual = "actual",
    }
}

spelt! {
    /// How a figure changed, in the order in which changes are counted.
    FigureKind {
        /// A result where there was none.
        NewActual = "new-actual",
        /// A provisional or estimated value became final.
        Settled = "settled",
        /// Another value, and `updates.yaml` says why.
        Corrected = "corrected",
        /// Another value where one had been published, and nothing says why.
        Unexplained = "unexplained",
        /// No value where one had been published.
        Withdrawn = "withdrawn",
        /// Another state, or another date when a value is due.
        State = "state",
        /// A target where there was none.
        NewTarget = "new-target",
        /// Another target by a decision that is recorded.
        Revised = "revised",
    }
}

spelt! {
    /// A judgement, in short.
    Judgement {
        /// 達成.
        Achieved = "achieved",
        /// 未達成.
        Missed = "not-achieved",
        /// Neither.
        None = "not-assessed",
    }
}

spelt! {
    /// New or gone.
    EntryKind {
        /// It was not there.
        New = "new",
        /// It is there no more.
        Removed = "removed",
    }
}

spelt! {
    /// How a text changed.
    TextKind {
        /// There was none.
        New = "new",
        /// It says something else.
        Changed = "changed",
        /// There is none any more.
        Removed = "removed",
        /// Only in the other languages.
        Translated = "translated",
    }
}

spelt! {
    /// A text or term of a thing, in the order of the pages.
    Part {
        /// Name or title.
        Name = "name",
        /// Summary.
        Summary = "summary",
        /// 目指す姿.
        Vision = "vision",
        /// 推進期間.
        Period = "period",
        /// The tree: goals, their names, what stands where.
        Tree = "tree",
        /// 取組所属.
        Lead = "lead",
        /// 関係所属.
        Related = "related",
        /// Marks.
        Labels = "labels",
        /// 取組目標 or 参考指標.
        Role = "role",
        /// Definition.
        Definition = "definition",
        /// Unit.
        Unit = "unit",
        /// Which way is good.
        Aim = "aim",
        /// The rule of the rate.
        Rate = "rate",
        /// 単年 or 累計.
        Counting = "counting",
        /// The baseline year.
        Baseline = "baseline",
        /// 現状.
        Current = "current",
        /// 問題・課題.
        Problems = "problems",
        /// 改革内容.
        Reform = "reform",
        /// 事業例.
        Examples = "examples",
        /// 具体的取組及び工程.
        Actions = "actions",
        /// 要因分析.
        Analysis = "analysis",
        /// 次年度への課題.
        Issues = "issues",
        /// 課題を踏まえての対応.
        Measures = "measures",
        /// The answer to an opinion.
        Response = "response",
        /// What came of it.
        FollowUp = "follow-up",
        /// What a meeting was about.
        Themes = "themes",
        /// The text of a page, the meaning of a word.
        Body = "body",
        /// Notes.
        Notes = "notes",
    }
}
