//! The examples of `michinori explain`: each mistake brings exactly its findings, in both languages,
//! and its remedy ends them; and there is one for every code.

use michinori::diagnostics::{self, Lang, Problem};
use michinori::explain::{self, Example};

/// The code that is found only where pictures are made; `pictures` tests its words.
const PICTURES: &str = "missing-glyph";

fn said(example: &Example, lang: Lang) -> String {
    let (sources, report) = explain::findings(&example.bad);
    diagnostics::text(&report, &sources, "content/", lang, false)
}

#[test]
fn every_code_has_an_example() {
    let examples = explain::examples();
    let without: Vec<_> = Problem::CODES
        .iter()
        .filter(|code| !examples.iter().any(|example| example.code() == **code))
        .collect();
    assert_eq!(without, Vec::<&&str>::new());
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/mistakes");
    for file in std::fs::read_dir(folder).expect("a folder") {
        let name = file.expect("an entry").file_name().to_string_lossy().replace(".txt", "");
        let code = name.split("--").next().unwrap_or_default();
        let of_feature = code == PICTURES && cfg!(not(feature = "png"));
        assert!(name == "town" || of_feature || Problem::CODES.contains(&code), "{name}");
    }
    assert!(examples.len() >= 80);
}

#[test]
fn a_mistake_brings_only_findings_of_its_code() {
    let mut wrong = Vec::new();
    for example in explain::examples() {
        let (sources, report) = explain::findings(&example.bad);
        let counts = diagnostics::counts(&report, &sources);
        if counts.len() != 1 || counts[0].0 != example.code() {
            wrong.push(format!("{}: {counts:?}\n{}", example.name, said(&example, Lang::En)));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn its_remedy_ends_it() {
    let mut wrong = Vec::new();
    for example in explain::examples() {
        let (sources, report) = explain::findings(&example.good);
        if !report.is_empty() {
            let text = diagnostics::text(&report, &sources, "content/", Lang::En, false);
            wrong.push(format!("{}:\n{text}", example.name));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_findings_are_worded_as_read_and_blessed() {
    for (name, lang) in [("examples_ja", Lang::Ja), ("examples_en", Lang::En)] {
        let all: Vec<String> = explain::examples()
            .iter()
            .filter(|example| example.code() != PICTURES)
            .map(|example| format!("===== {} =====\n{}", example.name, said(example, lang)))
            .collect();
        insta::assert_snapshot!(name, all.join("\n"));
    }
}

#[test]
fn no_finding_is_reported_twice() {
    for example in explain::examples() {
        let (sources, report) = explain::findings(&example.bad);
        assert_eq!(report.sorted(&sources).len(), report.len(), "{}", example.name);
    }
}

#[test]
fn an_explanation_shows_mistake_message_and_remedy() {
    for code in Problem::CODES {
        let ja = explain::explain(code, Lang::Ja).expect("every code is explained");
        let en = explain::explain(code, Lang::En).expect("every code is explained");
        assert!(
            ja.contains("誤りの例") && ja.contains("直した例") && ja.contains(&format!("[{code}]"))
        );
        assert!(
            en.contains("A mistake") && en.contains("Mended") && en.contains(&format!("[{code}]"))
        );
    }
    assert_eq!(explain::explain("no-such-code", Lang::En), None);
    assert_eq!(explain::suggestion("bad-nubmer").as_deref(), Some("bad-number"));
}
