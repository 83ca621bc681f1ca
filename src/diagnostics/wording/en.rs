//! In: a problem. Out: English. Never: another language.

use super::{Wording, helped, plain};
use crate::diagnostics::{Expected, Kind, Likely, Measured, Problem, Slip};

pub(super) fn words(problem: &Problem) -> Wording {
    use Problem as P;
    match problem {
        P::NotUtf8 { utf16 } => helped(
            if *utf16 { "the file is UTF-16" } else { "the file is not UTF-8 (Shift_JIS?)" },
            "save it again with the encoding UTF-8",
        ),
        P::TooLarge { limit_mib } => {
            helped(format!("the file is larger than {limit_mib} MiB"), "split it into item folders")
        }
        P::YamlSyntax { likely, detail } => helped(
            format!("this is not valid YAML: {detail}"),
            match likely {
                Likely::Bracket => {
                    "match the brackets `[ ]` and `{ }` of this line and those before"
                }
                Likely::Quote => "close the quotation mark on this line or the one before",
                Likely::Colon => "write `key: value`, with a colon and a space",
                Likely::FullWidth => {
                    "write colons, commas, brackets and spaces half-width on this line"
                }
                Likely::Indent => {
                    "let lines that belong together begin in the same column, with spaces"
                }
                Likely::Other => "check indentation, colons, brackets and quotes here and above",
            },
        ),
        P::Tab => helped("there is a tab character", "indent with two spaces a level"),
        P::TooDeep { limit } => {
            helped(format!("nested more than {limit} levels deep"), "check for an unclosed bracket")
        }
        P::YamlAnchor => {
            helped("YAML anchors (`&`, `*`) are not allowed", "write the value itself")
        }
        P::YamlTag => {
            helped("YAML tags (`!`) are not allowed", "remove the word that begins with `!`")
        }
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
        P::DuplicateKey { key } => {
            helped(format!("`{key}` is written twice"), "remove one of them")
        }
        P::EmptyText => helped("the value is empty", "write a value or remove the key"),
        P::BadWord { found, suggestion, known } => {
            choice(format!("`{found}` is not allowed here"), suggestion, known)
        }
        P::BadId { found } => helped(
            format!("`{found}` cannot be an id"),
            "use lower-case letters, digits and hyphens, such as `online-procedures`",
        ),
        P::BadNumber { found, slip, instead } => number(found, *slip, instead.as_deref()),
        P::BadRange { found } => helped(
            format!("this is not a range: `{found}`"),
            "write the lower end, two dots, the upper end: `26.0..28.0`",
        ),
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
        P::BadUrl { found } => helped(
            format!("not usable as an address: `{found}`"),
            "begin with `https://` or `http://`",
        ),
        P::BadColour { found } => helped(
            format!("not a colour: `{found}`"),
            "write `#` and six hexadecimal digits within quotes, such as `\"#0017c1\"`",
        ),
        P::PaleColour { found, ground, ratio } => helped(
            format!("`{found}` stands out from the ground {ground} by only {ratio}:1"),
            "take a colour with at least 4.5:1, so that text and charts can be read (WCAG 1.4.3)",
        ),
        P::BadRegionCode { found, instead } => Wording {
            message: format!("not the code of a local public body: `{found}`"),
            help: Some(match instead {
                Some(code) => format!("write `{code}` (six digits, the last of which checks the others)"),
                None => "write six digits: two of the prefecture, three of the municipality, one to check them".into(),
            }),
        },
        P::BadCname { found, instead } => Wording {
            message: format!("not one line with a host name alone: `{found}`"),
            help: Some(match instead {
                Some(name) => format!("write `{name}` and nothing else"),
                None => "write one host name, such as `www.example.jp`, and nothing else; a Japanese name in its form that begins with `xn--`".into(),
            }),
        },
        P::UnknownReference { kind, id, suggestion } => Wording {
            message: format!("no {} has the id `{id}`", kind_name(*kind)),
            help: Some(match suggestion {
                Some(near) => format!("did you mean `{near}`?"),
                None if *kind == Kind::Item => {
                    format!("create the folder items/{id}/ with an item.yaml")
                }
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
        P::LevelsMismatch { levels, depth } => helped(
            format!("{levels} levels are named, but the tree has {depth}"),
            format!("name {depth} levels, top to bottom, the items' own included"),
        ),
        P::TargetWithoutAim => {
            helped("there are targets but no `aim`", "add `aim: at_least`, `at_most` or `done`")
        }
        P::AimNeedsBaseline => helped(
            "this indicator is judged against a baseline but names none",
            "add `baseline: R1`, the baseline year",
        ),
        P::BaselineWithoutNumber { year } => helped(
            format!("the baseline year `{year}` has no number"),
            "add that year to `actual` or correct `baseline`",
        ),
        P::ValueOfWrongAim { wanted } => match wanted {
            Measured::Number => helped(
                "something other than a number in an indicator measured in numbers",
                "write a number, or set `aim: done` or, for a range as target, `aim: between`",
            ),
            Measured::Range => helped(
                "the target of an indicator with `aim: between` is not a range",
                "write both ends: `26.0..28.0`",
            ),
            Measured::Done => helped(
                "something other than `done` in an indicator with `aim: done`",
                "write `done` or `not_done`",
            ),
        },
        P::StateWithValue => helped(
            "a state without value stands beside `value`",
            "beside a value, `state` is `provisional` or `estimated`",
        ),
        P::CellWithoutReading => {
            helped("neither `value` nor `state`", "write `value: 12.5` or `state: pending`")
        }
        P::NoPlans => {
            helped("there is no plan", "create a folder with a plan.yaml below content/plans/")
        }
        P::ReservedAddress { id } => helped(
            format!("`{id}` is the address of another page of the site"),
            "choose another name",
        ),
        P::TargetForBaseline => helped(
            "the baseline year has a target",
            "a baseline year has an actual only; remove the target",
        ),
        P::YearOutsidePlan { year, first, last } => helped(
            format!("FY{year} lies outside the plan (FY{first} to FY{last})"),
            "check the year",
        ),
        P::QuarterOutsidePlan { first, last } => {
            helped(format!("this lies outside the plan ({first} to {last})"), "check the quarters")
        }
        P::ActualInFuture { year, finished } => helped(
            format!(
                "a result for FY{year}, which is not over (FY{finished} is the last finished year)"
            ),
            "check the year; for a forecast write `{value: …, state: estimated}`",
        ),
        P::LineageOrder { id } => helped(
            format!("`{id}` is not a plan that began earlier"),
            "name the plan that came before",
        ),
        P::LineageCircle { id } => {
            helped(format!("following `{id}` back leads in a circle"), "check which came first")
        }
        P::GradesOutOfOrder => helped(
            "the grades do not go down in `at_least`",
            "put the highest first; only the last may be without `at_least`",
        ),
        P::ResolvedBeforeRaised => {
            helped("`resolved` is not after the years in `raised`", "check the years")
        }
        P::IssueWithoutNarrative { year } => helped(
            format!("there is no narrative for {year} that could raise this issue"),
            format!("write {year}.ja.md, or take the year out of `raised`"),
        ),
        P::CorrectionNotMade { year } => helped(
            format!(
                "the corrected value is neither the target nor the result of the indicator in {year}"
            ),
            "correct the indicator's value, or `to`",
        ),
        P::CnameDiffers { domain, host } => helped(
            format!("the domain is `{domain}`, but `base_url` in site.yaml says `{host}`"),
            format!("set `base_url: https://{domain}/`, or correct CNAME"),
        ),
        P::PercentOver100 => {
            helped("this is over 100 %", "it is a share: check the digits and the unit")
        }
        P::Jump { from, to } => helped(
            format!("from {from} to {to}, a change of ten times or more in a year"),
            "check the digits and the unit; if it is right, a `note` with the reason ends this warning",
        ),
        P::TargetRises => helped(
            "the target rises although lower is better (`at_most`)",
            "check the target or `aim`",
        ),
        P::TargetFalls => helped(
            "the target falls although higher is better (`at_least`)",
            "check the target or `aim`",
        ),
        P::CumulativeFalls => {
            helped("a cumulative value falls", "check the value, or set `counting: single-year`")
        }
        P::TargetMissing { year } => {
            helped(format!("FY{year} has a result but no target"), "add that year to `target`")
        }
        P::MissingNarrative { year } => helped(
            format!("the narrative of FY{year} is missing"),
            "create this file with its three sections (要因分析, 次年度への課題, 課題を踏まえての対応)",
        ),
        P::MissingTitle => helped("the heading is missing", "write `# Heading` on the first line"),
        P::MissingSection { heading } => {
            helped(format!("the section `{heading}` is missing"), format!("add `## {heading}`"))
        }
        P::UnknownSection { found, suggestion, known } => {
            choice(format!("the heading `{found}` is not allowed here"), suggestion, known)
        }
        P::MissingLanguage { code } => helped(
            format!("`languages` lacks `{code}`"),
            format!("a site has Japanese (ja) and English (en) at least; add `{code}`"),
        ),
        P::MissingTranslation { what, file } => helped(
            format!("{what} has no English (English pages show the Japanese)"),
            if *file { "create this file" } else { "add `en`" },
        ),
        P::StaleTranslation { original } => helped(
            format!("{original}, from which this English was made, has changed since"),
            "mend the English, then run `michinori translations --stamp` on this file",
        ),
        P::JapaneseInEnglish => helped("Japanese in an English text", "translate it"),
        P::KanjiWithoutReading { kanji } => helped(
            format!("`{kanji}` has no reading in the easy Japanese"),
            "write the reading in kana directly after the kanji, as in `県庁《けんちょう》`",
        ),
        P::UnsafeLink { found } => helped(
            format!("this link is not allowed: `{found}`"),
            "use https, http, mailto, tel, `item:`, `indicator:`, `term:` or a relative link",
        ),
        P::LostFootnote { name } => helped(
            format!("the footnote `{name}` has no text"),
            format!("write `[^{name}]: text` at the end"),
        ),
        P::MissingPicture { found } => helped(
            format!("there is no picture `{found}`"),
            "put it into content/images/ and write `images/name.png` (png, jpg, webp, gif)",
        ),
        P::PictureWithoutWords { found } => helped(
            format!("the picture `{found}` has no words in its place"),
            "write `![what it shows](images/…)` for those who cannot see it",
        ),
        P::MissingGlyph { found } => helped(
            format!("the font of the PNG pictures has no `{found}`; they show 〓 in its place"),
            "pages and SVG files show it as it is, so it may stay; for the pictures, write it with a character the font has",
        ),
        P::Template { detail } => plain(format!("a template is wrong\n{detail}")),
        P::UnknownName { name, suggestion } => helped(
            format!("this template is never given `{name}`"),
            match suggestion {
                Some(near) => format!("did you mean `{near}`?"),
                None => "`michinori models` and the guide to themes (docs/themes.md) list what there is"
                    .to_string(),
            },
        ),
        P::DeadLink { target } => helped(
            format!("this link leads nowhere: `{target}`"),
            "check the spelling of the target",
        ),
    }
}

fn number(found: &str, slip: Slip, instead: Option<&str>) -> Wording {
    let message = match slip {
        Slip::FullWidth => format!("a number in full-width digits: `{found}`"),
        Slip::Triangle => format!("the sign of a negative number is not `-`: `{found}`"),
        Slip::Separator => format!("a number with separators: `{found}`"),
        Slip::Approximate => format!("a number that says `about`: `{found}`"),
        Slip::Percent => format!("a number with a percent sign: `{found}`"),
        Slip::Kanji => format!("a number with a unit in Chinese characters: `{found}`"),
        Slip::Unit => format!("a number with letters: `{found}`"),
        Slip::Dash => format!("`{found}` where there is no value"),
        Slip::Other => format!("not a number: `{found}`"),
    };
    helped(message, match (slip, instead) {
        (Slip::Approximate, Some(number)) => {
            format!("write `{{value: {number}, state: estimated}}`; it is shown as an estimate")
        }
        (Slip::Dash, _) => {
            "leave the cell out (it shows as not recorded) or write a state such as `pending` or `not-surveyed`".into()
        }
        (_, Some(number)) => format!("write `{number}` (no separators, no unit)"),
        (_, None) => "write digits only, such as `12.5`".into(),
    })
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
        Kind::Level => "level",
        Kind::Term => "term",
        Kind::Issue => "issue",
    }
}

fn kind_home(kind: Kind) -> &'static str {
    match kind {
        Kind::Organisation => "organisations.yaml",
        Kind::Source => "sources.yaml",
        Kind::Label | Kind::Kgi | Kind::Group | Kind::Level => "plan.yaml",
        Kind::Indicator => "the indicators of item.yaml",
        Kind::Item => "a folder below items/",
        Kind::Plan => "a folder below plans/",
        Kind::Term => "glossary.yaml",
        Kind::Issue => "issues in item.yaml",
    }
}
