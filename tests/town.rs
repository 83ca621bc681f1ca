//! Another town's site, begun by `init`: its own name, its own levels, its own theme, and nobody else's.

mod common;

use common::{build, root, tree};
use std::path::Path;
use std::process::Command;

const TEXTS: &[(&str, &str)] = &[
    ("〇〇町", "山里町"),
    ("XX Town", "Yamazato Town"),
    // Its levels are three, in the words of its own plan.
    (
        "name: {ja: 目標, en: Goal}}",
        "name: {ja: 基本目標, en: Basic aim}}\n  - {id: measures, name: {ja: 施策, en: Measure}}",
    ),
    ("name: {ja: 実施項目, en: Item}}", "name: {ja: 事業, en: Project}}"),
    (
        "    items: [\"01\"]\n",
        "    groups:\n      - {id: \"1\", name: {ja: 窓口の改善, en: Better counters}, items: [\"01\"]}\n",
    ),
    (
        "    items: [\"02\"]\n",
        "    groups:\n      - {id: \"2\", name: {ja: ごみの減量, en: Less waste}, items: [\"02\"]}\n",
    ),
    (
        "languages: [ja, en]",
        "languages: [ja, en]\ntheme: yamazato\ncolours: {main: {light: \"#00592e\", dark: \"#7fd6a5\"}}",
    ),
    ("これはひな形です。山里町は架空の町で、数値と文章はすべて見本です。", "速報値を含みます。"),
    (
        "This is a sample. Yamazato Town is fictional, and all figures and texts are made up.",
        "Some figures are provisional.",
    ),
    ("**これはひな形で、山里町は架空の町です。数値と文章はすべて見本です。**", ""),
    ("**It is a sample: Yamazato Town is fictional, and all figures and texts are made up.**", ""),
];

const HOME: &str = r#"{% extends "layout.html" %}
{% block main %}
<p class="town-mark">{{ <words of={shell.publisher}/> }}</p>
<h1>{{ <words of={page.title}/> }}</h1>
<ul>
{%- for plan in page.plans %}
<li>{{ <link to={plan.link}/> }}
<ul>{% for goal in plan.goals %}<li>{{ <words of={goal.level}/> }} {{ <link to={goal.link}/> }}</li>{% endfor %}</ul></li>
{%- endfor %}
</ul>
{% endblock main %}
"#;

/// Words of the plan this program was first made for, and of the sample a town begins with.
const TRACES: &[&str] =
    &["群馬", "ぐんま", "gunma", "〇〇町", "xx town", "実施項目", "ひな形", "見本"];

/// Begins a plan and makes it the town's own.
fn town(folder: &Path) {
    let program = env!("CARGO_BIN_EXE_michinori");
    let made = Command::new(program).arg("init").arg(folder).output().expect("it runs");
    assert!(made.status.success());
    let content = folder.join("content");
    let mut unused: Vec<&str> = TEXTS.iter().map(|(from, _)| *from).collect();
    for (path, bytes) in tree(&content) {
        let mut text = String::from_utf8(bytes).expect("UTF-8");
        for (from, to) in TEXTS {
            unused.retain(|one| one != from || !text.contains(from));
            text = text.replace(from, to);
        }
        std::fs::write(content.join(path), text).expect("it can be written");
    }
    assert_eq!(unused, Vec::<&str>::new(), "the sample holds all of them");
    let theme = folder.join("themes/yamazato");
    std::fs::create_dir_all(theme.join("templates")).expect("it can be made");
    std::fs::create_dir_all(theme.join("assets")).expect("it can be made");
    std::fs::write(theme.join("templates/home.html"), HOME).expect("it can be written");
    let style = root().join("themes/default/assets/style.css");
    let style = std::fs::read_to_string(style).expect("it is there");
    let style = format!("{style}.town-mark {{ border-left: .5em solid var(--link); }}\n");
    std::fs::write(theme.join("assets/style.css"), style).expect("it can be written");
}

#[test]
fn another_towns_site_shows_its_own_words_and_nobody_elses() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    town(folder.path());
    let mut command = Command::new(env!("CARGO_BIN_EXE_michinori"));
    let built = command.args(["build", "--deny", "warnings"]).arg(folder.path());
    let built = built.output().expect("it runs");
    assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stderr));

    for (path, bytes) in tree(&folder.path().join("public")) {
        let text = String::from_utf8_lossy(&bytes).to_lowercase();
        for trace in TRACES {
            assert!(!text.contains(trace) && !path.contains(trace), "{path} names {trace}");
        }
        // The code of Gunma Prefecture; a longer run of signs is a hash.
        let mut runs = text.split(|sign: char| !sign.is_ascii_alphanumeric());
        assert!(!runs.any(|run| run == "100005"), "{path} names 100005");
        if path.ends_with(".html") {
            let name = if path.starts_with("en/") { "yamazato town" } else { "山里町" };
            assert!(text.contains(name), "{path} does not say whose it is");
        }
    }

    let pages = build(folder.path());
    for (path, levels) in [
        ("r6/index.html", ["基本目標", "施策", "事業"]),
        ("en/r6/index.html", ["Basic aim", "Measure", "Project"]),
    ] {
        let said = common::text(&pages[path]);
        for level in levels {
            assert!(said.contains(level), "{path} does not name {level}: {said}");
        }
    }
    assert!(pages["r6/items/01.html"].contains("事業"));
    let home = &pages["index.html"];
    assert!(home.contains("<p class=\"town-mark\">山里町</p>") && home.contains("基本目標"));
    let style = &pages["assets/style.css"];
    assert!(style.contains(".town-mark") && style.contains("--link: #00592e; --actual: #00592e;"));
    let chart = &pages["r6/indicators/online-procedures.svg"];
    assert!(chart.contains("#00592e") && chart.contains("山里町"), "{chart}");
}
