//! In: nothing. Out: the list of all that can be wrong, each with its code and its evidence.
//! Never: a sentence; `wording` turns the evidence into words.

/// What is wrong, with the evidence a sentence about it needs.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs)] // the code of each variant, below, and its wording say it better
pub enum Problem {
    // Reading
    Unreadable { reason: String },
    NotUtf8 { utf16: bool },
    TooLarge { limit_mib: u64 },
    YamlSyntax { detail: String },
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
    BadNumber { found: String, instead: Option<String> },
    BadYear { found: String },
    DuplicateYear { found: String },
    BadQuarter { found: String },
    BadPeriod { found: String },
    BadDate { found: String },
    BadUrl { found: String },
    // Sense
    UnknownReference { kind: Kind, id: String, suggestion: Option<String> },
    DuplicateId { kind: Kind, id: String },
    ItemWithoutPlace { id: String },
    ItemPlacedTwice { id: String },
    TargetWithoutAim,
    AimNeedsBaseline,
    BaselineWithoutNumber { year: String },
    ValueOfWrongAim { done: bool },
    StateWithValue,
    CellWithoutReading,
    NoPlans,
    // Prose
    MissingTitle,
    MissingSection { heading: String },
    UnknownSection { found: String, suggestion: Option<String>, known: Vec<String> },
    MissingTranslation { what: String },
    // Output
    Template { detail: String },
    DeadLink { target: String },
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
    Term,
}

/// Whether it stops the build.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// It does.
    Error,
    /// It does not.
    Warning,
}

impl Problem {
    /// The stable code a person can search for.
    pub fn code(&self) -> &'static str {
        use Problem as P;
        match self {
            P::Unreadable { .. } => "unreadable",
            P::NotUtf8 { .. } => "not-utf8",
            P::TooLarge { .. } => "too-large",
            P::YamlSyntax { .. } => "yaml-syntax",
            P::YamlAnchor => "yaml-anchor",
            P::YamlTag => "yaml-tag",
            P::SecondDocument => "second-document",
            P::EmptyFile => "empty-file",
            P::MissingFile => "missing-file",
            P::UnknownFile { .. } => "unknown-file",
            P::WrongKind { .. } => "wrong-kind",
            P::UnknownKey { .. } => "unknown-key",
            P::MissingKey { .. } => "missing-key",
            P::DuplicateKey { .. } => "duplicate-key",
            P::EmptyText => "empty-text",
            P::BadWord { .. } => "bad-word",
            P::BadId { .. } => "bad-id",
            P::BadNumber { .. } => "bad-number",
            P::BadYear { .. } => "bad-year",
            P::DuplicateYear { .. } => "duplicate-year",
            P::BadQuarter { .. } => "bad-quarter",
            P::BadPeriod { .. } => "bad-period",
            P::BadDate { .. } => "bad-date",
            P::BadUrl { .. } => "bad-url",
            P::UnknownReference { .. } => "unknown-reference",
            P::DuplicateId { .. } => "duplicate-id",
            P::ItemWithoutPlace { .. } => "item-without-place",
            P::ItemPlacedTwice { .. } => "item-placed-twice",
            P::TargetWithoutAim => "target-without-aim",
            P::AimNeedsBaseline => "aim-needs-baseline",
            P::BaselineWithoutNumber { .. } => "baseline-without-number",
            P::ValueOfWrongAim { .. } => "value-of-wrong-aim",
            P::StateWithValue => "state-with-value",
            P::CellWithoutReading => "cell-without-reading",
            P::NoPlans => "no-plans",
            P::MissingTitle => "missing-title",
            P::MissingSection { .. } => "missing-section",
            P::UnknownSection { .. } => "unknown-section",
            P::MissingTranslation { .. } => "missing-translation",
            P::Template { .. } => "template",
            P::DeadLink { .. } => "dead-link",
        }
    }

    /// Whether it stops the build.
    pub fn severity(&self) -> Severity {
        match self {
            Problem::MissingTranslation { .. } | Problem::UnknownFile { .. } => Severity::Warning,
            _ => Severity::Error,
        }
    }
}
