//! In: the site's content. Out: the same items as Hugo is given them, one Markdown file a page.
//! Never: less than our own sheets are made from: overview, figures, schedule, narratives, both languages.

use michinori::model::{FiscalYear, Indicator, Item, Lang, Plan, Quarter, Site, Unit};
use std::fmt::Write;
use std::fs;
use std::io;
use std::path::Path;

/// Writes `folder/content/{ja,en}/PLAN/ITEM.md` beside the templates, which are copied.
pub fn write(folder: &Path, site: &Site) -> io::Result<()> {
    copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/hugo"), folder)?;
    for lang in [Lang::Ja, Lang::En] {
        for plan in &site.plans {
            let content = folder.join("content").join(lang.code()).join(&plan.id);
            fs::create_dir_all(&content)?;
            for item in plan.items.iter() {
                let page = page(site, plan, item, lang);
                fs::write(content.join(format!("{}.md", item.id)), page)?;
            }
        }
    }
    Ok(())
}

fn page(site: &Site, plan: &Plan, item: &Item, lang: Lang) -> String {
    let mut out = String::from("---\n");
    let quoted = |text: &str| format!("\"{}\"", text.replace('"', "\\\""));
    let _ = writeln!(out, "title: {}", quoted(item.title.get(lang).0));
    let _ = writeln!(out, "number: {}", item.number());
    let _ = writeln!(out, "plan: {}", quoted(plan.short.get(lang).0));
    let names = item.lead.iter().map(|one| quoted(site.organisation(*one).name.get(lang).0));
    let _ = writeln!(out, "lead: [{}]", names.collect::<Vec<_>>().join(", "));
    let examples = item.examples.iter().map(|one| quoted(one.get(lang).0));
    let _ = writeln!(out, "examples: [{}]", examples.collect::<Vec<_>>().join(", "));
    let _ = writeln!(
        out,
        "years: [{}]",
        plan.period.years().map(|year| year.0.to_string()).collect::<Vec<_>>().join(", ")
    );
    let _ = writeln!(out, "actions:");
    for action in &item.actions {
        let _ = writeln!(out, "  - title: {}", quoted(action.title.get(lang).0));
        for (kind, steps) in [("plan", &action.plan), ("result", &action.result)] {
            let _ = writeln!(out, "    {kind}:");
            for step in steps {
                let (first, last) = (place(plan, step.when.first), place(plan, step.when.last));
                let text = quoted(step.text.get(lang).0);
                let _ = writeln!(out, "      - {{first: {first}, last: {last}, text: {text}}}");
            }
        }
    }
    let _ = writeln!(out, "indicators:");
    for indicator in &item.indicators {
        let name = indicator.name.get(lang).0;
        let unit = match &indicator.unit {
            Unit::Percent => "%",
            Unit::Named(name) => name.get(lang).0,
        };
        let _ = writeln!(out, "  - name: {}\n    unit: {}", quoted(name), quoted(unit));
        let definition = indicator.definition.as_ref().map_or("", |text| text.get(lang).0);
        let _ = writeln!(out, "    definition: {}", quoted(definition));
        let _ =
            writeln!(out, "    lower: {}", indicator.aim == Some(michinori::model::Aim::AtMost));
        let _ = writeln!(out, "    years:");
        for year in plan.period.years() {
            row(&mut out, indicator, year);
        }
    }
    out.push_str("---\n\n");
    if let Some(overview) = &item.overview {
        let parts = [&overview.current, &overview.problems, &overview.reform];
        for (number, part) in parts.into_iter().enumerate() {
            let _ = writeln!(out, "## {}\n\n{}\n", number + 1, part.get(lang).0);
        }
    }
    for (year, narrative) in &item.narratives {
        let parts = [&narrative.analysis, &narrative.issues, &narrative.response];
        for (number, part) in parts.into_iter().enumerate() {
            let _ = writeln!(out, "## {} {}\n\n{}\n", year.0, number + 1, part.get(lang).0);
        }
    }
    out
}

/// Which quarter of the plan it is, from 0.
fn place(plan: &Plan, quarter: Quarter) -> i32 {
    let first = plan.period.first;
    (quarter.year.0 - first.year.0) * 4 + i32::from(quarter.number) - i32::from(first.number)
}

fn row(out: &mut String, indicator: &Indicator, year: FiscalYear) {
    let _ = write!(out, "      - {{year: {}", year.0);
    if let Some(target) = indicator.target(year).and_then(|one| one.value.number()) {
        let _ = write!(out, ", target: {target}");
    }
    if let Some(actual) = indicator.actuals.get(&year).and_then(|one| one.number()) {
        let _ = write!(out, ", actual: {actual}");
    }
    out.push_str("}\n");
}

fn copy(from: &Path, to: &Path) -> io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}
