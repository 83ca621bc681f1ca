//! Themes of a site's own, as their designers make them.

mod common;

use common::{edit, own_copy, root, tree};
use michinori::diagnostics::{self, Lang, Report};
use michinori::pipeline;
use std::path::Path;
use std::process::Command;

/// The example with these templates in a theme of its own.
fn with_theme(templates: &[(&str, &str)]) -> tempfile::TempDir {
    let site = own_copy();
    edit(site.path(), "site.yaml", "languages:", "theme: own\nlanguages:");
    let folder = site.path().join("themes/own/templates");
    std::fs::create_dir_all(&folder).expect("it can be made");
    for (name, text) in templates {
        std::fs::write(folder.join(name), text).expect("it can be written");
    }
    site
}

/// What is said when the theme is read, before any page is made.
fn found(site: &Path) -> String {
    let (sources, content) = (pipeline::read(site).expect("content"), common::site(site));
    let mut report = Report::default();
    let theme = pipeline::theme(site, &content, &mut report).expect("the theme can be read");
    assert_eq!(theme.is_none(), report.has_errors());
    diagnostics::text(&report, &sources, "content/", Lang::En, false)
}

const GLOSSARY: &str = "{% extends \"layout.html\" %}
{# page.comment is no name, nor is {{ page.this }}. #}
{% block main %}
<h1>用語 {{ page.tersm }}</h1>
{% endblock main %}
";

const LAYOUT: &str = "<title>{{ shell.title }}</title>{% block head %}{% endblock head %}
{% block body %}{% block main %}{% endblock main %}{% endblock body %}
{% if pgae.terms %}{{- t.no_such_word }}{% endif %}
";

#[test]
fn names_that_no_page_has_are_all_told_before_a_page_is_made() {
    let site = with_theme(&[]);
    let folder = site.path().to_str().expect("a plain path");
    let run = |arguments: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_michinori"));
        command.args(arguments).arg(folder).output().expect("it runs")
    };
    assert!(run(&["build"]).status.success());
    let before = tree(&site.path().join("public"));

    let templates = site.path().join("themes/own/templates");
    std::fs::write(templates.join("glossary.html"), GLOSSARY).expect("it can be written");
    std::fs::write(templates.join("layout.html"), LAYOUT).expect("it can be written");
    for command in ["build", "check"] {
        let output = run(&[command, "--lang", "ja"]);
        assert_eq!(output.status.code(), Some(1));
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        for part in [
            format!("{folder}/themes/own/templates/glossary.html:4:11"),
            "「page.tersm」は、このテンプレートに渡されません".to_string(),
            "「page.terms」の誤りではありませんか".to_string(),
            format!("{folder}/themes/own/templates/layout.html:3:7"),
            "「page」の誤りではありませんか".to_string(),
            "「t.no_such_word」は".to_string(),
            "誤り 3件".to_string(),
        ] {
            assert!(said.contains(&part), "{command}: no {part} in {said}");
        }
    }
    assert!(before == tree(&site.path().join("public")));
    let json = run(&["check", "--format", "json"]);
    let json = String::from_utf8_lossy(&json.stdout).into_owned();
    assert!(json.contains("glossary.html\",\n    \"line\": 4,\n    \"column\": 11"), "{json}");
}

#[test]
fn the_default_theme_names_only_what_it_is_given() {
    let site = with_theme(&[]);
    common::copy(&root().join("themes/default"), &site.path().join("themes/own"));
    assert_eq!(found(site.path()), "");
}

#[test]
fn names_of_a_templates_own_are_no_mistake() {
    let glossary = "{% extends \"layout.html\" %}
{% component badge(page, shell) %}{{ page.colour }}{{ shell.any }}{{ anything }}{% endcomponent badge %}
{% block main %}
{% set heading = t.glossary ~ \" page.quoted\" %}{{ heading }} page.outside
{% raw %}{{ page.raw it's {% endraw %}
{% for term in page.terms %}{% include \"row.html\" %}{{ loop.index }}{% endfor %}
{% if page.another is defined %}{{ page.another }}{% endif %}{{ page.third | default(value=\"\") }}
{{ page?.fourth }}{% if accent is defined %}{{ accent }}{% endif %}
{% endblock main %}
";
    // A template that no page names stands in several.
    let row = "{{ term.id }} {% if page.sentence %}{{ page.items }}{% endif %}";
    let site = with_theme(&[("glossary.html", glossary), ("row.html", row)]);
    assert_eq!(found(site.path()), "");

    let own = "{% extends \"layout.html\" %}{% block main %}{% for page in page.terms %}
{{ page.id }}{% endfor %}{% endblock main %}";
    assert_eq!(found(with_theme(&[("glossary.html", own)]).path()), "");
}

#[test]
fn a_name_without_its_holder_is_put_right() {
    let glossary = "{% for term in terms %}{{ term.id }}{% endfor %}";
    let said = found(with_theme(&[("glossary.html", glossary)]).path());
    assert!(said.contains("glossary.html:1:16") && said.contains("did you mean `page.terms`?"));
}

#[test]
fn mistakes_of_the_content_and_of_the_theme_are_told_together() {
    let root = with_theme(&[("home.html", "{{ page.nosuch }}")]);
    edit(root.path(), "plans/r3/items/01/item.yaml", "unit: percent", "unit: percnt");
    let mut check = Command::new(env!("CARGO_BIN_EXE_michinori"));
    check.args(["--lang", "en", "check"]).arg(root.path());
    let output = check.output().expect("it runs");
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(told.contains("bad-word") && told.contains("unknown-name"), "{told}");
}

#[test]
fn a_theme_that_is_not_there_hides_no_mistake_of_the_content() {
    let root = own_copy();
    edit(root.path(), "site.yaml", "languages:", "theme: nosuch\nlanguages:");
    edit(root.path(), "plans/r3/items/01/item.yaml", "unit: percent", "unit: percnt");
    let mut check = Command::new(env!("CARGO_BIN_EXE_michinori"));
    let output = check.args(["--lang", "en", "check"]).arg(root.path()).output().expect("it runs");
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(told.contains("bad-word") && told.contains("themes/nosuch"), "{told}");
}
