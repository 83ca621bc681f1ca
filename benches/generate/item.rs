//! In: an item's place. Out: its folder: figures, schedule, overview, narratives.
//! Never: a row of figures that `check` would refuse.

use super::words::{MEASURES, Pair, SENTENCES, STEPS, SUBJECTS, WORKS};
use super::{FINISHED, PLANS, Size, YEARS, item_id, pick, put};
use std::fmt::Write;
use std::io;
use std::path::Path;

/// Years before the last finished one that have a narrative.
const NARRATIVES: i32 = 2;

const OVERVIEW: [Pair; 3] =
    [("現状", "Current situation"), ("問題・課題", "Problems and issues"), ("改革内容", "Reform")];
const NARRATIVE: [Pair; 3] = [
    ("要因分析", "Factor analysis"),
    ("次年度への課題", "Issues for next year"),
    ("課題を踏まえての対応", "Response to the issues"),
];

/// An item's place, and the numbers that follow from it.
struct Place {
    plan: usize,
    number: usize,
    first: i32,
}

impl Place {
    fn pick(&self, salt: usize, below: usize) -> usize {
        pick(&[self.plan, self.number, salt], below)
    }

    fn years(&self) -> impl Iterator<Item = i32> + use<> {
        self.first..self.first + YEARS
    }

    fn last_finished(&self) -> i32 {
        FINISHED.min(self.first + YEARS - 1)
    }

    fn subject(&self) -> Pair {
        SUBJECTS[self.pick(1, SUBJECTS.len())]
    }
}

pub(super) fn write(folder: &Path, size: &Size, plan: usize, number: usize) -> io::Result<()> {
    let place = Place { plan, number, first: PLANS[plan].first };
    put(folder, "item.yaml", &sheet(&place, size))?;
    let (ja, en) = texts(&place, 0, &OVERVIEW);
    put(folder, "overview.ja.md", &ja)?;
    put(folder, "overview.en.md", &en)?;
    for year in place.last_finished() + 1 - NARRATIVES..=place.last_finished() {
        let salt = usize::try_from(year).expect("a year of our era");
        let (ja, en) = texts(&place, salt, &NARRATIVE);
        put(folder, &format!("{year}.ja.md"), &ja)?;
        put(folder, &format!("{year}.en.md"), &en)?;
    }
    Ok(())
}

/// Three sections of two or three sentences, the last with a list.
fn texts(place: &Place, salt: usize, headings: &[Pair; 3]) -> (String, String) {
    let mut texts = (String::new(), String::new());
    for (section, (ja, en)) in headings.iter().enumerate() {
        let _ = write!(texts.0, "## {ja}\n\n");
        let _ = write!(texts.1, "## {en}\n\n");
        let first = place.pick(salt + section, SENTENCES.len());
        let count = 2 + place.pick(salt + section + 7, 2);
        for step in 0..count {
            let (ja, en) = SENTENCES[(first + step) % SENTENCES.len()];
            let _ = write!(texts.0, "{ja}");
            let _ = write!(texts.1, "{en} ");
        }
        if section == 1 {
            let id = item_id(place.number - place.number % 10);
            let _ = write!(texts.0, "[関連する項目](item:{id})も参照する。");
            let _ = write!(texts.1, "See also [a related item](item:{id}).");
        }
        texts.0.push_str("\n\n");
        texts.1.push_str("\n\n");
        if section == 2 {
            for (ja, en) in &STEPS[..3] {
                let _ = writeln!(texts.0, "- {ja}");
                let _ = writeln!(texts.1, "- {en}");
            }
        }
    }
    texts
}

fn sheet(place: &Place, size: &Size) -> String {
    let Place { plan, number, first } = *place;
    let mut out = String::new();
    let (ja, en) = place.subject();
    let work = WORKS[place.pick(2, WORKS.len())];
    let _ = writeln!(
        out,
        "title: {{ja: {ja}の{}（{}）, en: \"{en}: {} ({})\"}}",
        work.0,
        number + 1,
        work.1,
        number + 1
    );
    let divisions = size.divisions();
    let lead = number % divisions;
    let _ = writeln!(out, "lead: [division-{}]", lead + 1);
    let _ = writeln!(out, "related: [division-{}]", (lead + 1) % divisions + 1);
    if number % 3 == 0 {
        let _ = writeln!(out, "labels: [digital-plan]");
    }
    let _ = writeln!(out, "as_of: {first}-03");
    if plan > 0 && number % 10 > 0 && number < size.of_plan(plan - 1) {
        let before = &PLANS[plan - 1].id;
        let _ = writeln!(out, "succeeds:\n  - {{item: \"{before}/{}\"}}", item_id(number));
        if number % 20 == 1 {
            let _ = writeln!(out, "  - {{item: \"{before}/{}\"}}", item_id(number - 1));
        }
    }
    if number % 4 == 0 {
        let last = place.last_finished();
        let _ = writeln!(
            out,
            "issues:\n  - id: spread\n    title: {{ja: 小規模な団体への広がり, en: Spread to small bodies}}\n    raised: [{}, {last}]",
            last - 1
        );
    }
    let _ = writeln!(out, "examples:\n  - {{ja: {ja}の手引の作成, en: \"{en}: a guide\"}}");
    let _ = writeln!(out, "indicators:");
    for index in 0..=number % 2 {
        indicator(&mut out, place, size, index);
    }
    let _ = writeln!(out, "actions:");
    for index in 0..2 {
        action(&mut out, place, index);
    }
    out
}

/// Every sixth row is one to keep low, every seventh one to raise above a baseline.
fn indicator(out: &mut String, place: &Place, size: &Size, index: usize) {
    let Place { plan, number, first } = *place;
    let (ja, en) = place.subject();
    let measure = MEASURES[place.pick(3 + index, MEASURES.len())];
    let percent = measure == MEASURES[0];
    let (low, rising) = (number % 6 == 5 && !percent, number % 7 == 6);
    let _ = writeln!(out, "  - id: i{}-{}", number + 1, index + 1);
    let _ = writeln!(out, "    role: {}", if index == 0 { "target" } else { "reference" });
    let _ = writeln!(out, "    kgi: kgi-{}", number % 3 + 1);
    let _ = writeln!(
        out,
        "    name: {{ja: {ja}の{}（{}）, en: \"{en}: {} ({})\"}}",
        measure.0,
        number + 1,
        measure.1,
        number + 1
    );
    let _ = writeln!(
        out,
        "    definition: {{ja: 年度末における{}, en: \"{} at the end of the fiscal year\"}}",
        measure.0, measure.1
    );
    let _ = writeln!(out, "    unit: {}", if percent { "percent" } else { "count" });
    let _ =
        writeln!(out, "    decimals: 1\n    measure: {}", if percent { "level" } else { "count" });
    let aim = if rising {
        "increase"
    } else if low {
        "at_most"
    } else {
        "at_least"
    };
    let _ = writeln!(out, "    aim: {aim}");
    if rising {
        let _ = writeln!(out, "    baseline: {}", first - 1);
    }
    if plan > 0
        && number < size.of_plan(plan - 1)
        && number % 10 > 0
        && index == 0
        && number % 2 == 0
    {
        let _ = writeln!(
            out,
            "    succeeds:\n      - indicator: {}/i{}-1",
            PLANS[plan - 1].id,
            number + 1
        );
        let _ = writeln!(
            out,
            "        redefined: {{ja: 集計の範囲を改めた。, en: The range was changed.}}"
        );
    }
    let base = 200 + place.pick(11 + index, 150);
    let value = |step: usize, salt: usize| {
        let step = if low { 8 - step } else { step };
        let tenths = base + step * 60 + place.pick(20 + salt, 50);
        format!("{}.{}", tenths / 10, tenths % 10)
    };
    if !rising {
        let targets: Vec<String> = place
            .years()
            .enumerate()
            .map(|(step, year)| {
                let tenths = base + 25 + (if low { 8 - step } else { step }) * 60;
                format!("{year}: {}.{}", tenths / 10, tenths % 10)
            })
            .collect();
        let _ = writeln!(out, "    target: {{{}}}", targets.join(", "));
    }
    let _ = writeln!(out, "    actual:\n      {}: {}", first - 1, value(0, 30));
    for (step, year) in place.years().enumerate().filter(|(_, year)| *year <= FINISHED) {
        let newest = year == FINISHED;
        if newest && number % 50 == 1 {
            let _ = writeln!(out, "      {year}: {{state: awaiting-settlement, due: 2025-11}}");
        } else if newest && number % 50 == 2 {
            let _ = writeln!(
                out,
                "      {year}:\n        value: {}\n        state: provisional\n        due: 2025-12\n        note: {{ja: 一部の施設を除く速報値, en: Without some of the buildings}}",
                value(step, step)
            );
        } else {
            let _ = writeln!(out, "      {year}: {}", value(step, step));
        }
    }
}

/// What was planned year by year, and what came of it, sometimes a quarter late.
fn action(out: &mut String, place: &Place, index: usize) {
    let (ja, en) = place.subject();
    let work = WORKS[place.pick(5 + index, WORKS.len())];
    let _ = writeln!(out, "  - title: {{ja: {ja}の{}, en: \"{en}: {}\"}}", work.0, work.1);
    let _ = writeln!(out, "    indicators: [i{}-1]", place.number + 1);
    let first = place.first;
    let late = 1 + place.pick(6 + index, 2);
    let step = |at: usize| STEPS[(at + index) % STEPS.len()];
    let entry = |out: &mut String, when: String, (ja, en): Pair| {
        let _ = writeln!(out, "      - {{when: {when}, text: {{ja: {ja}, en: {en}}}}}");
    };
    let _ = writeln!(out, "    plan:");
    entry(out, format!("{first}Q1..{first}Q3"), step(0));
    entry(out, format!("{first}Q4..{}Q4", first + 1), step(1));
    entry(out, format!("{}Q1..{}Q4", first + 2, first + 4), step(2));
    let _ = writeln!(out, "    result:");
    entry(out, format!("{first}Q{late}..{first}Q3"), step(0));
    entry(out, format!("{first}Q4..{}Q{}", first + 2, late - 1 + 1), step(1));
    entry(out, format!("{}Q{}..{}Q4", first + 2, late + 1, place.last_finished()), step(2));
}
