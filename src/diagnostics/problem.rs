//! In: nothing. Out: the list of all that can be wrong, each with its code and its evidence.
//! Never: a sentence; `wording` turns the evidence into words.

use crate::model::{FiscalYear, Period};

/// What is wrong, with the evidence a sentence about it needs.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs)] // the code of each variant, below, and its wording say it better
pub enum Problem {
    // Reading
    NotUtf8 { utf16: bool },
    TooLarge { limit_mib: u64 },
    YamlSyntax { likely: Likely, detail: String },
    Tab,
    TooDeep { limit: usize },
    YamlAnchor,
    YamlTag,
    SecondDocument,
    EmptyFile,
    MissingFile,
    UnknownFile { suggestion: Option<String> },
    // Shape
    WrongKind { expected: Expected },
    UnknownKey { key: String, suggestion: Option<String>, known: Vec<String> },
    MissingKey { key: String },
    DuplicateKey { key: String },
    EmptyText,
    BadWord { found: String, suggestion: Option<String>, known: Vec<String> },
    BadId { found: String },
    // Values
    BadNumber { found: String, slip: Slip, instead: Option<String> },
    BadRange { found: String },
    BadYear { found: String },
    DuplicateYear { found: String },
    BadQuarter { found: String },
    BadPeriod { found: String },
    BadDate { found: String },
    BadUrl { found: String },
    BadColour { found: String },
    PaleColour { found: String, ground: String, ratio: String },
    BadRegionCode { found: String, instead: Option<String> },
    BadCname { found: String, instead: Option<String> },
    // Sense
    UnknownReference { kind: Kind, id: String, suggestion: Option<String> },
    DuplicateId { kind: Kind, id: String },
    ItemWithoutPlace { id: String },
    ItemPlacedTwice { id: String },
    LevelsMismatch { levels: usize, depth: usize },
    TargetWithoutAim,
    AimNeedsBaseline,
    BaselineWithoutNumber { year: String },
    ValueOfWrongAim { wanted: Measured },
    StateWithValue,
    CellWithoutReading,
    NoPlans,
    ReservedAddress { id: String },
    TargetForBaseline,
    YearOutsidePlan { year: String, first: String, last: String },
    QuarterOutsidePlan { first: String, last: String },
    ActualInFuture { year: String, finished: String },
    LineageOrder { id: String },
    LineageCircle { id: String },
    GradesOutOfOrder,
    ResolvedBeforeRaised,
    CorrectionNotMade { year: String },
    MissingLanguage { code: &'static str },
    // Suspicions
    CnameDiffers { domain: String, host: String },
    PercentOver100,
    Jump { from: String, to: String },
    TargetRises,
    TargetFalls,
    CumulativeFalls,
    TargetMissing { year: String },
    MissingNarrative { year: String },
    IssueWithoutNarrative { year: String },
    // Prose
    MissingTitle,
    MissingSection { heading: String },
    UnknownSection { found: String, suggestion: Option<String>, known: Vec<String> },
    MissingTranslation { what: String, file: bool },
    StaleTranslation { original: String },
    JapaneseInEnglish,
    KanjiWithoutReading { kanji: String },
    UnsafeLink { found: String },
    LostFootnote { name: String },
    MissingPicture { found: String },
    PictureWithoutWords { found: String },
    // Output
    MissingGlyph { found: char },
    Template { detail: String },
    UnknownName { name: String, suggestion: Option<String> },
    DeadLink { target: String },
}

impl Problem {
    /// A year outside a plan's period.
    pub fn year_outside(year: FiscalYear, period: Period) -> Problem {
        Problem::YearOutsidePlan {
            year: year.0.to_string(),
            first: period.first.year.0.to_string(),
            last: period.last.year.0.to_string(),
        }
    }
}

/// How a number was mistyped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)] // the names say it
pub enum Slip {
    FullWidth,
    Triangle,
    Separator,
    Approximate,
    Percent,
    Kanji,
    Dash,
    Unit,
    Other,
}

/// What most likely went wrong where YAML cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)] // the names say it
pub enum Likely {
    Bracket,
    Quote,
    Colon,
    FullWidth,
    Indent,
    Other,
}

/// What kind of value the aim of a row measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)] // the names say it
pub enum Measured {
    Number,
    Range,
    Done,
}

/// What kind of value a place wants.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)] // the names say it
pub enum Expected {
    Text,
    Map,
    List,
    Bilingual,
}

/// What an id names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs)] // the names say it
pub enum Kind {
    Organisation,
    Source,
    Label,
    Kgi,
    Indicator,
    Item,
    Group,
    Plan,
    Level,
    Term,
    Issue,
}

/// Whether it stops the build.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// It does.
    Error,
    /// It does not.
    Warning,
}

/// One line a problem: its stable code, and whether it stops the build.
macro_rules! codes {
    ($($(#[$when:meta])? $name:ident $({ $($rest:tt)* })? => $code:literal, $severity:ident;)*) => {
        impl Problem {
            /// Every code, in the order of the list; a feature's only with it.
            pub const CODES: &[&str] = &[$($(#[$when])? $code),*];

            /// The stable code a person can search for.
            pub fn code(&self) -> &'static str {
                match self {
                    $(Problem::$name $({ $($rest)* })? => $code,)*
                }
            }

            /// Whether it stops the build.
            pub fn severity(&self) -> Severity {
                match self {
                    $(Problem::$name $({ $($rest)* })? => Severity::$severity,)*
                }
            }
        }
    };
}

codes! {
    NotUtf8 { .. } => "not-utf8", Error;
    TooLarge { .. } => "too-large", Error;
    YamlSyntax { .. } => "yaml-syntax", Error;
    Tab => "tab", Error;
    TooDeep { .. } => "too-deep", Error;
    YamlAnchor => "yaml-anchor", Error;
    YamlTag => "yaml-tag", Error;
    SecondDocument => "second-document", Error;
    EmptyFile => "empty-file", Error;
    MissingFile => "missing-file", Error;
    UnknownFile { .. } => "unknown-file", Warning;
    WrongKind { .. } => "wrong-kind", Error;
    UnknownKey { .. } => "unknown-key", Error;
    MissingKey { .. } => "missing-key", Error;
    DuplicateKey { .. } => "duplicate-key", Error;
    EmptyText => "empty-text", Error;
    BadWord { .. } => "bad-word", Error;
    BadId { .. } => "bad-id", Error;
    BadNumber { .. } => "bad-number", Error;
    BadRange { .. } => "bad-range", Error;
    BadYear { .. } => "bad-year", Error;
    DuplicateYear { .. } => "duplicate-year", Error;
    BadQuarter { .. } => "bad-quarter", Error;
    BadPeriod { .. } => "bad-period", Error;
    BadDate { .. } => "bad-date", Error;
    BadUrl { .. } => "bad-url", Error;
    BadColour { .. } => "bad-colour", Error;
    PaleColour { .. } => "pale-colour", Error;
    BadRegionCode { .. } => "bad-region-code", Error;
    BadCname { .. } => "bad-cname", Error;
    UnknownReference { .. } => "unknown-reference", Error;
    DuplicateId { .. } => "duplicate-id", Error;
    ItemWithoutPlace { .. } => "item-without-place", Error;
    ItemPlacedTwice { .. } => "item-placed-twice", Error;
    LevelsMismatch { .. } => "levels-mismatch", Error;
    TargetWithoutAim => "target-without-aim", Error;
    AimNeedsBaseline => "aim-needs-baseline", Error;
    BaselineWithoutNumber { .. } => "baseline-without-number", Error;
    ValueOfWrongAim { .. } => "value-of-wrong-aim", Error;
    StateWithValue => "state-with-value", Error;
    CellWithoutReading => "cell-without-reading", Error;
    NoPlans => "no-plans", Error;
    ReservedAddress { .. } => "reserved-address", Error;
    TargetForBaseline => "target-for-baseline", Error;
    YearOutsidePlan { .. } => "year-outside-plan", Error;
    QuarterOutsidePlan { .. } => "quarter-outside-plan", Error;
    ActualInFuture { .. } => "actual-in-future", Error;
    LineageOrder { .. } => "lineage-order", Error;
    LineageCircle { .. } => "lineage-circle", Error;
    GradesOutOfOrder => "grades-out-of-order", Error;
    ResolvedBeforeRaised => "resolved-before-raised", Error;
    CorrectionNotMade { .. } => "correction-not-made", Error;
    MissingLanguage { .. } => "missing-language", Error;
    CnameDiffers { .. } => "cname-differs", Warning;
    PercentOver100 => "percent-over-100", Warning;
    Jump { .. } => "jump", Warning;
    TargetRises => "target-rises", Warning;
    TargetFalls => "target-falls", Warning;
    CumulativeFalls => "cumulative-falls", Warning;
    TargetMissing { .. } => "target-missing", Warning;
    MissingNarrative { .. } => "missing-narrative", Warning;
    IssueWithoutNarrative { .. } => "issue-without-narrative", Warning;
    MissingTitle => "missing-title", Error;
    MissingSection { .. } => "missing-section", Error;
    UnknownSection { .. } => "unknown-section", Error;
    MissingTranslation { .. } => "missing-translation", Warning;
    StaleTranslation { .. } => "stale-translation", Warning;
    JapaneseInEnglish => "japanese-in-english", Warning;
    KanjiWithoutReading { .. } => "kanji-without-reading", Warning;
    UnsafeLink { .. } => "unsafe-link", Error;
    LostFootnote { .. } => "lost-footnote", Error;
    MissingPicture { .. } => "missing-picture", Error;
    PictureWithoutWords { .. } => "picture-without-words", Error;
    #[cfg(feature = "png")]
    MissingGlyph { .. } => "missing-glyph", Warning;
    Template { .. } => "template", Error;
    UnknownName { .. } => "unknown-name", Error;
    DeadLink { .. } => "dead-link", Error;
}
