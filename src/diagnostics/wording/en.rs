//! In: a problem. Out: English. Never: another language.

use super::{Wording, helped, plain};
use crate::diagnostics::{Expected, Kind, Problem};

pub(super) fn words(problem: &Problem) -> Wording {
    use Problem as P;
    match problem {
        P::Unreadable { reason } => plain(format!("cannot be read ({reason})")),
        P::NotUtf8 { utf16 } => helped(
            if *utf16 { "the file is UTF-16" } else { "the file is not UTF-8 (Shift_JIS?)" },
            "save it again with the encoding UTF-8",
        ),
        P::TooLarge { limit_mib } => {
            helped(format!("the file is larger than {limit_mib} MiB"), "split it into item folders")
        }
        P::YamlSyntax { detail } => helped(
            format!("this is not valid YAML ({detail})"),
            "check indentation (spaces), the space after `:`, and unclosed brackets and quotes",
        ),
        P::YamlAnchor => helped("YAML anchors (`&`, `*`) are not allowed", "write the value itself"),
        P::YamlTag => helped("YAML tags (`!`) are not allowed", "remove the word that begins with `!`"),
        P::SecondDocument => {
            helped("a second document begins after `---`", "write one document in a file")
        }
        P::EmptyFile => helped("the file is empty", "fill it in or remove it"),
        P::MissingFile => helped("a necessary file is missing", "create this file"),
        P::UnknownFile { suggestion } => Wording {
            message: "this file is not used".into(),
            help: Some(match suggestion {
                Some(name) => format!("did you mean `{name}`?"),
                None => "check its name or move it elsewhere".into(),
            }),
        },
        P::WrongKind { expected } => plain(match expected {
            Expected::Text => "a single value belongs here",
            Expected::Map => "`key: value` pairs belong here",
            Expected::List => "a list of `- ` entries belongs here",
            Expected::Bilingual => "write this as `{ja: Japanese, en: English}`",
        }),
        P::UnknownKey { key, suggestion, known } => {
            choice(format!("unknown key `{key}`"), suggestion, known)
        }
        P::MissingKey { key } => helped(format!("`{key}` is missing"), format!("add `{key}: …`")),
        P::DuplicateKey { key } => helped(format!("`{key}` is written twice"), "remove one of them"),
        P::EmptyText => helped("the value is empty", "write a value or remove the key"),
        P::BadWord { found, suggestion, known } => {
            choice(format!("`{found}` is not allowed here"), suggestion, known)
        }
        P::BadId { found } => helped(
            format!("`{found}` cannot be an id"),
            "use lower-case letters, digits and hyphens, such as `online-procedures`",
        ),
        P::BadNumber { found, instead } => Wording {
            message: format!("not a number: `{found}`"),
            help: Some(match instead {
                Some(number) => format!("write `{number}` (no separators, no unit)"),
                None => "write digits only, such as `12.5`; where there is no value, write a state such as `pending` or leave the cell out".into(),
            }),
        },
        P::BadYear { found } => {
            helped(format!("not a fiscal year: `{found}`"), "write `R2`, `2020` or `FY2020`")
        }
        P::DuplicateYear { found } => helped(
            format!("the same fiscal year twice: `{found}`"),
            "remove one of them (`R1`, `R元` and `2019` are the same year)",
        ),
        P::BadQuarter { found } => helped(format!("not a quarter: `{found}`"), "write `R3Q1`"),
        P::BadPeriod { found } => helped(
            format!("not a period: `{found}`"),
            "write `R2Q4..R3Q2`, the earlier quarter first",
        ),
        P::BadDate { found } => {
            helped(format!("not a date: `{found}`"), "write `2021-09-30` or `2021-09`")
        }
        P::BadUrl { found } => {
            helped(format!("not usable as an address: `{found}`"), "begin with `https://` or `http://`")
        }
        P::UnknownReference { kind, id, suggestion } => Wording {
            message: format!("no {} has the id `{id}`", kind_name(*kind)),
            help: Some(match suggestion {
                Some(near) => format!("did you mean `{near}`?"),
                None => format!("register it in {}", kind_home(*kind)),
            }),
        },
        P::DuplicateId { kind, id } => helped(
            format!("two entries ({}) have the id `{id}`", kind_name(*kind)),
            "change one of the ids",
        ),
        P::ItemWithoutPlace { id } => helped(
            format!("item `{id}` stands nowhere in the groups of plan.yaml"),
            format!("add \"{id}\" to the items of its group"),
        ),
        P::ItemPlacedTwice { id } => {
            helped(format!("item `{id}` stands in two groups"), "remove one of them")
        }
        P::TargetWithoutAim => helped(
            "there are targets but no `aim`",
            "add `aim: at_least`, `at_most` or `done`",
        ),
        P::AimNeedsBaseline => helped(
            "this indicator is judged against a baseline but names none",
            "add `baseline: R1`, the baseline year",
        ),
        P::BaselineWithoutNumber { year } => helped(
            format!("the baseline year `{year}` has no number"),
            "add that year to `actual` or correct `baseline`",
        ),
        P::ValueOfWrongAim { done } => {
            if *done {
                helped("`done` in an indicator measured in numbers", "write a number or set `aim: done`")
            } else {
                helped("a number in an indicator with `aim: done`", "write `done` or `not_done`")
            }
        }
        P::StateWithValue => helped(
            "a state without value stands beside `value`",
            "beside a value, `state` is `provisional` or `estimated`",
        ),
        P::CellWithoutReading => {
            helped("neither `value` nor `state`", "write `value: 12.5` or `state: pending`")
        }
        P::NoPlans => helped("there is no plan", "create a folder with a plan.yaml below content/plans/"),
        P::MissingTitle => helped("the heading is missing", "write `# Heading` on the first line"),
        P::MissingSection { heading } => {
            helped(format!("the section `{heading}` is missing"), format!("add `## {heading}`"))
        }
        P::UnknownSection { found, suggestion, known } => {
            choice(format!("the heading `{found}` is not allowed here"), suggestion, known)
        }
        P::MissingTranslation { what } => helped(
            format!("{what} has no English (English pages show the Japanese)"),
            "add `en`",
        ),
        P::Template { detail } => plain(format!("a template is wrong\n{detail}")),
        P::DeadLink { target } => {
            helped(format!("this link leads nowhere: `{target}`"), "check the spelling of the target")
        }
    }
}

fn choice(message: String, suggestion: &Option<String>, known: &[String]) -> Wording {
    Wording {
        message,
        help: Some(match suggestion {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!("possible here: {}", known.join(", ")),
        }),
    }
}

fn kind_name(kind: Kind) -> &'static str {
    match kind {
        Kind::Organisation => "organisation",
        Kind::Source => "source",
        Kind::Label => "label",
        Kind::Kgi => "KGI",
        Kind::Indicator => "indicator",
        Kind::Item => "item",
        Kind::Group => "group",
        Kind::Plan => "plan",
        Kind::Term => "term",
    }
}

fn kind_home(kind: Kind) -> &'static str {
    match kind {
        Kind::Organisation => "organisations.yaml",
        Kind::Source => "sources.yaml",
        Kind::Label | Kind::Kgi | Kind::Group => "plan.yaml",
        Kind::Indicator => "the indicators of item.yaml",
        Kind::Item => "a folder below items/",
        Kind::Plan => "a folder below plans/",
        Kind::Term => "glossary.yaml",
    }
}
