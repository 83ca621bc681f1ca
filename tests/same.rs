//! Every number that a site shows twice is the same everywhere: the built pages against the open data
//! and against each other, counts added up afresh from single rows.

mod common;

use common::{build, mihon, root, site, text};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

type Row = BTreeMap<String, String>;
type Pages = BTreeMap<String, String>;

fn observations(pages: &Pages) -> Vec<Row> {
    let mut table = csv::Reader::from_reader(pages["data/v1/observations.csv"].as_bytes());
    table.deserialize().map(|row| row.expect("every row has every column")).collect()
}

/// The rows of an indicator's table by western year: the bare values, the words.
fn table(html: &str) -> BTreeMap<String, String> {
    let body = html.split("<table class=\"results\">").nth(1).expect("it has its table");
    let body = body.split("</table>").next().unwrap_or_default();
    let rows = body.split("<tr").skip(2).map(|row| row.split("</tr>").next().unwrap_or_default());
    rows.map(|row| (year(row), row.to_string())).collect()
}

/// The western year of a row, in either language.
fn year(row: &str) -> String {
    let words = text(&format!("<{}", row.split("</th>").next().unwrap_or_default()));
    let digits = words.split(|c: char| !c.is_ascii_digit()).find(|part| part.len() == 4);
    digits.unwrap_or_else(|| panic!("a year in {words}")).to_string()
}

fn values(row: &str) -> Vec<&str> {
    row.split("<data value=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

/// The first year of a plan.
fn first_year(name: &str, plan: &str) -> i32 {
    let site = site(&if name == "gunma" { root() } else { mihon() });
    let plan = site.plans.iter().find(|one| one.id == plan).expect("the plan is there");
    plan.period.first.year.0
}

fn both_sites() -> [(&'static str, Pages); 2] {
    [("gunma", build(&root())), ("mihon", build(&mihon()))]
}

#[test]
fn the_table_of_every_indicator_is_the_open_data() {
    for (site, pages) in both_sites() {
        let mut compared = 0;
        for row in observations(&pages) {
            for prefix in ["", "en/"] {
                let path = format!("{prefix}{}/indicators/{}.html", row["plan"], row["indicator"]);
                let html = &pages[&path];
                let table = table(html);
                let line = &table[&row["fiscal_year"]];
                let has_targets = html.contains(if prefix.is_empty() {
                    "<th scope=\"col\" class=\"number\">目標</th>"
                } else {
                    "<th scope=\"col\" class=\"number\">Target</th>"
                });
                let of_page = values(line);
                // Ranges and done or not have no bare value in a cell.
                let bare = |column: &str| row[column].as_str();
                let plain =
                    row["target_to"].is_empty() && !line.contains("実施") && !line.contains("one<");
                let target = if plain && has_targets { bare("target") } else { "" };
                let actual = if of_page.is_empty() { "" } else { bare("actual") };
                let rate = if has_targets { bare("rate") } else { "" };
                let wanted: Vec<&str> =
                    [target, actual, rate].into_iter().filter(|value| !value.is_empty()).collect();
                assert_eq!(of_page, wanted, "{site} {path} {}", row["fiscal_year"]);
                compared += of_page.len();
            }
        }
        assert!(compared > 200, "{site}: {compared}");
    }
}

/// The part of an item's, a goal's or another page that shows one indicator.
#[test]
fn an_indicator_says_the_same_wherever_it_stands() {
    for (site, pages) in both_sites() {
        let mut compared = 0;
        for (path, html) in pages
            .iter()
            .filter(|(path, _)| path.contains("/indicators/") && path.ends_with(".html"))
            .filter(|(path, _)| !path.ends_with("/index.html"))
        {
            let id = path.rsplit('/').next().unwrap_or_default().trim_end_matches(".html");
            let lead = html.split("<p class=\"lead-text\">").nth(1).expect("a page opens with it");
            let sentence = lead.split("</p>").next().unwrap_or_default();
            let own = table(html);
            let plan = path.split("/indicators/").next().unwrap_or_default();
            for (other, page) in pages.iter().filter(|(other, _)| other.starts_with(plan)) {
                let Some(block) = page.split(&format!("id=\"i-{id}\"")).nth(1) else { continue };
                let block = block.split("</section>").next().unwrap_or_default();
                assert!(block.contains(sentence), "{site}: {other} on {id}");
                if block.contains("<table class=\"results\">") {
                    assert_eq!(table(block), own, "{site}: {other} on {id}");
                } else {
                    let nothing = own.values().all(|row| values(row).is_empty());
                    assert!(nothing, "{site}: {other} on {id} leaves the table out");
                }
                compared += 1;
            }
            let leads_here = format!("indicators/{id}.html\">");
            for (goal, page) in pages.iter().filter(|(goal, _)| {
                goal.starts_with(plan) && (goal.contains("/goals/") || goal.contains("/pillars/"))
            }) {
                let line = page.split("<li>").find(|line| line.contains(&leads_here));
                if let Some(line) = line.filter(|line| line.contains("class=\"said")) {
                    assert!(line.contains(sentence), "{site}: {goal} on {id}");
                    compared += 1;
                }
            }
        }
        assert!(compared > 50, "{site}: {compared}");
    }
}

/// n and m of some rows, added up afresh.
fn count(rows: &[&Row]) -> (usize, usize) {
    let of = |verdict: &str| rows.iter().filter(|row| row["verdict"] == verdict).count();
    (of("achieved"), of("achieved") + of("not-achieved"))
}

#[test]
fn every_count_adds_up_from_single_rows() {
    for (site, pages) in both_sites() {
        let all = observations(&pages);
        let plans: BTreeSet<&String> = all.iter().map(|row| &row["plan"]).collect();
        let mut compared = 0;
        for plan in plans {
            let first = first_year(site, plan);
            let targets: Vec<&Row> =
                all.iter().filter(|row| &row["plan"] == plan && row["role"] == "target").collect();
            let html = &pages[&format!("{plan}/index.html")];
            let rules = &pages[&format!("{plan}/rules/index.html")];
            let years: BTreeSet<&String> = targets.iter().map(|row| &row["fiscal_year"]).collect();
            for year in years {
                let rows: Vec<&Row> =
                    targets.iter().filter(|row| &row["fiscal_year"] == year).copied().collect();
                let (n, m) = count(&rows);
                let year_cell = format!("<small>{year}年度</small></th><td class=\"number\">");
                for page in [html, rules] {
                    if let Some(rest) = page.split(&year_cell).nth(1) {
                        let shown = rest.split("</td>").next().unwrap_or_default();
                        assert_eq!(shown, format!("{n} / {m}"), "{site} {plan} {year}");
                        compared += 1;
                    }
                }
                let items: BTreeSet<&String> = rows.iter().map(|row| &row["item"]).collect();
                for item in items {
                    let of_item: Vec<&Row> =
                        rows.iter().filter(|row| &row["item"] == item).copied().collect();
                    let (n, m) = count(&of_item);
                    let sheet = &pages[&format!("{plan}/items/{item}.html")];
                    let section = format!("<section class=\"year\" id=\"fy{year}\">");
                    if let Some(rest) = sheet.split(&section).nth(1) {
                        let shown = text(rest.split("</p>").next().unwrap_or_default());
                        assert!(shown.contains(&format!("{n} / {m}")), "{plan} {item}: {shown}");
                    }
                    let tallies =
                        sheet.split(">達成件数</th><td>").nth(1).expect("a row of counts");
                    let place = year.parse::<i32>().expect("a year") - first;
                    let place = usize::try_from(place).ok();
                    let row = tallies.split("</tr>").next().unwrap_or_default();
                    let shown = place.and_then(|place| row.split("<td>").nth(place));
                    if let Some(shown) = shown {
                        assert!(shown.starts_with(&format!("{n} / {m}")), "{plan} {item} {year}");
                        compared += 1;
                    }
                }
            }
            compared += heat(html, &targets, plan);
        }
        assert!(compared > 30, "{site}: {compared}");
    }
}

/// The squares of the heat table, row by row, against the verdicts.
fn heat(html: &str, targets: &[&Row], plan: &str) -> usize {
    let Some(table) = html.split("<table class=\"heat\">").nth(1) else { return 0 };
    let table = table.split("</table>").next().unwrap_or_default();
    let mut compared = 0;
    for row in table.split("<tr>").skip(2) {
        let href = row.split("href=\"").nth(1).and_then(|rest| rest.split('"').next());
        let href = href.expect("every row links to its item");
        let item = href.rsplit('/').next().unwrap_or_default().trim_end_matches(".html");
        let of_item: Vec<&&Row> = targets.iter().filter(|row| row["item"] == item).collect();
        let squares = |code: &str| row.matches(&format!("class=\"square {code}\"")).count();
        for (code, verdict) in
            [("achieved", "achieved"), ("missed", "not-achieved"), ("waiting", "waiting")]
        {
            let wanted = of_item.iter().filter(|row| row["verdict"] == verdict).count();
            assert_eq!(squares(code), wanted, "{plan} {item} {code}");
            compared += 1;
        }
    }
    compared
}

/// Every place that shows the squares of the last finished year: home, plan, goals, items, divisions,
/// labels, key goals. n / m beside them is what the squares say.
#[test]
fn every_fraction_is_what_its_squares_say() {
    for (site, pages) in both_sites() {
        let mut compared = 0;
        for (path, html) in pages.iter().filter(|(path, _)| path.ends_with(".html")) {
            for tally in html.split("<div class=\"tally").skip(1) {
                let tally = tally.split("</div>").next().unwrap_or_default();
                let squares = |code: &str| tally.matches(&format!("square {code}\"")).count();
                let (n, m) = (squares("achieved"), squares("achieved") + squares("missed"));
                let shown = tally.split("<strong>").nth(1).map(|rest| {
                    let achieved = rest.split('<').next().unwrap_or_default();
                    let assessed = rest.split("/ ").nth(1).and_then(|rest| rest.split('<').next());
                    (achieved.to_string(), assessed.unwrap_or_default().to_string())
                });
                match shown {
                    Some(shown) => {
                        assert_eq!(shown, (n.to_string(), m.to_string()), "{site} {path}");
                    }
                    None => assert_eq!(m, 0, "{site} {path}"),
                }
                compared += 1;
            }
        }
        assert!(compared > 10, "{site}: {compared}");
    }
}

#[test]
fn the_open_data_of_the_example_is_what_was_worked_out_elsewhere() {
    let pages = build(&mihon());
    let found: BTreeMap<(String, String, String), Row> = observations(&pages)
        .into_iter()
        .map(|row| {
            ((row["plan"].clone(), row["indicator"].clone(), row["fiscal_year"].clone()), row)
        })
        .collect();
    let read = |name: &str| {
        let path = Path::new(&mihon()).join(name);
        let mut table = csv::Reader::from_path(path).expect("it can be read");
        table.deserialize().map(|row| row.expect("a row")).collect::<Vec<Row>>()
    };
    let key =
        |row: &Row| (row["plan"].clone(), row["indicator"].clone(), row["fiscal_year"].clone());
    let done = |value: &str| match value {
        "done" => "1".to_string(),
        "not_done" => "0".to_string(),
        other => other.to_string(),
    };
    for row in read("expected.csv") {
        let ours = &found[&key(&row)];
        for column in ["rate", "verdict"] {
            assert_eq!(ours[column], row[column], "{column} of {row:?}");
        }
        assert_eq!(ours["actual"], done(&row["actual"]), "{row:?}");
        let target = match ours["target_to"].as_str() {
            "" => ours["target"].clone(),
            to => format!("{}..{to}", ours["target"]),
        };
        assert_eq!(target, done(&row["target"]), "{row:?}");
    }
    let grades = read("expected_grades.csv");
    assert!(grades.len() > 20);
    for row in grades {
        assert_eq!(found[&key(&row)]["grade"], row["grade"], "{row:?}");
    }
}
