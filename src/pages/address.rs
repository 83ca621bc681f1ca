//! In: parts of the site. Out: their addresses, and links from one to another.
//! Never: a title in an address; addresses are made of stable ids and stay.

use super::{Page, Part};
use crate::model::{Group, IndicatorAt, Lang, Plan, Site};

/// The languages by which search engines tell translations apart. Easy Japanese is not among them:
/// `hreflang` knows languages only, and two pages for `ja` would stand in each other's way.
pub const HREFLANGS: [Lang; 2] = [Lang::Ja, Lang::En];

/// The languages of the site in which a page is offered.
pub fn languages(site: &Site, page: Page) -> impl Iterator<Item = Lang> {
    site.settings.languages.iter().copied().filter(move |lang| page.offered_in(*lang))
}

/// Where a page stands in the site. One that is not offered in the language is the Japanese one.
pub fn path(site: &Site, lang: Lang, page: Page) -> String {
    let lang = if page.offered_in(lang) { lang } else { Lang::Ja };
    format!("{}{}", lang.prefix(), address(site, page))
}

/// Where a page stands, below the folder of its language. Further parts stand in a folder named as the first,
/// where no id can take their place.
pub fn address(site: &Site, page: Page) -> String {
    let first = first_part(site, page);
    match page.part() {
        Part::FIRST => first,
        Part(part) => format!("{}/{}.html", first.trim_end_matches(".html"), part + 1),
    }
}

fn first_part(site: &Site, page: Page) -> String {
    let plan = |plan: usize| &site.plans[plan];
    match page {
        Page::Home => "index.html".into(),
        Page::Plan(at) => format!("{}/index.html", plan(at).id),
        Page::PlanAbout(at) => format!("{}/about/index.html", plan(at).id),
        Page::Goal(at, goal, _) => goal_address(plan(at), &plan(at).groups[goal]),
        Page::Kgis(at) => format!("{}/kgi/index.html", plan(at).id),
        Page::Item(at, item) => {
            let plan = plan(at);
            format!("{}/{}/{}.html", plan.id, plan.item_level().id, plan.items[item].id)
        }
        Page::Indicator(at, indicator) => {
            let plan = plan(at);
            format!("{}/indicators/{}.html", plan.id, indicator.of(plan).id)
        }
        Page::Year(at, year, _) => format!("{}/years/{}.html", plan(at).id, year.0),
        Page::Embed(at, which) => {
            format!("embed/{}/{}.html", plan(at).id, which.of(plan(at)).id)
        }
        Page::Indicators(_) => "indicators/index.html".into(),
        Page::Booklet(at, _) => format!("{}/booklet/index.html", plan(at).id),
        Page::Rules(at, _) => format!("{}/rules/index.html", plan(at).id),
        Page::Lineage(at, _) => format!("{}/lineage/index.html", plan(at).id),
        Page::Threads(at, _) => format!("{}/threads/index.html", plan(at).id),
        Page::Thread(at, item) => {
            format!("{}/threads/{}.html", plan(at).id, plan(at).items[item].id)
        }
        Page::Organisations => "organisations/index.html".into(),
        Page::Organisation(at, _) => format!("organisations/{}.html", site.organisations[at].id),
        Page::Label(at, label, _) => format!("labels/{}.html", plan(at).labels[label].id),
        Page::Opinions => "opinions/index.html".into(),
        Page::Meeting(at) => format!("opinions/{}.html", site.meetings[at].id),
        Page::Updates => "updates/index.html".into(),
        Page::Pending(_) => "pending/index.html".into(),
        Page::Data => "data/index.html".into(),
        Page::Glossary => "glossary/index.html".into(),
        Page::Method => "method/index.html".into(),
        Page::Search => "search/index.html".into(),
        Page::Accessibility => "accessibility/index.html".into(),
        Page::Free(page) => format!("{}/index.html", site.pages[page].id),
        Page::NotFound => "404.html".into(),
    }
}

/// The files of an indicator's data beside its Japanese page, CSV and JSON. Data have no language.
pub fn beside(site: &Site, at: usize, which: IndicatorAt) -> [String; 2] {
    let page = address(site, Page::Indicator(at, which));
    let stem = page.strip_suffix(".html").unwrap_or(&page);
    [format!("{stem}.csv"), format!("{stem}.json")]
}

/// The feed of updates: the site's, or a plan's.
pub fn feed(site: &Site, lang: Lang, plan: Option<usize>) -> String {
    let lang = if Page::Updates.offered_in(lang) { lang } else { Lang::Ja };
    match plan {
        Some(at) => format!("{}{}/feed.xml", lang.prefix(), site.plans[at].id),
        None => format!("{}feed.xml", lang.prefix()),
    }
}

/// The whole address of a page.
pub fn url(site: &Site, lang: Lang, page: Page) -> String {
    canonical(&site.settings.base_url, &path(site, lang, page))
}

fn goal_address(plan: &Plan, goal: &Group) -> String {
    format!("{}/{}/{}.html", plan.id, plan.level(0).id, goal.id)
}

/// The id of a group's section on its goal's page.
pub fn anchor(plan: &Plan, depth: usize, group: &Group) -> String {
    format!("{}-{}", plan.level(depth).id, group.id)
}

/// The link from one path of the site to another, so that the site works wherever it is put.
pub fn relative(from: &str, to: &str) -> String {
    let folder = |path: &str| path.rfind('/').map_or(0, |at| at + 1);
    let (from, folders) = (&from[..folder(from)], &to[..folder(to)]);
    let same = from.bytes().zip(folders.bytes()).take_while(|(a, b)| a == b).count();
    let shared = folder(&from[..same]);
    let up = from[shared..].matches('/').count();
    ["../".repeat(up).as_str(), &to[shared..]].concat()
}

/// The address as search engines should know it: without `index.html`.
pub fn canonical(base_url: &str, path: &str) -> String {
    let path = path
        .strip_suffix("index.html")
        .filter(|path| path.is_empty() || path.ends_with('/'))
        .unwrap_or(path);
    format!("{base_url}{path}")
}

/// The path part of the site's address, with slashes at both ends.
pub fn base_path(base_url: &str) -> &str {
    let after_scheme = base_url.split_once("://").map_or(base_url, |(_, rest)| rest);
    after_scheme.find('/').map_or("/", |at| &after_scheme[at..])
}

impl Page {
    /// The page that search engines should know in its place: a chart in a frame is a part of another.
    pub fn known_as(self) -> Page {
        match self {
            Page::Embed(at, which) => Page::Indicator(at, which),
            page => page,
        }
    }

    /// Whether there is such a page in a language. The page for missing addresses speaks two at once.
    pub fn offered_in(self, lang: Lang) -> bool {
        match lang {
            Lang::Ja => true,
            Lang::En => self != Page::NotFound,
            Lang::Easy => matches!(self, Page::Home | Page::Goal(..)),
        }
    }

    /// The plan a page belongs to.
    pub fn plan(self) -> Option<usize> {
        match self {
            Page::Plan(at)
            | Page::PlanAbout(at)
            | Page::Goal(at, ..)
            | Page::Kgis(at)
            | Page::Item(at, _)
            | Page::Indicator(at, _)
            | Page::Embed(at, _)
            | Page::Booklet(at, _)
            | Page::Year(at, ..)
            | Page::Rules(at, _)
            | Page::Lineage(at, _)
            | Page::Threads(at, _)
            | Page::Thread(at, _) => Some(at),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{base_path, canonical, relative};

    #[test]
    fn links_are_relative() {
        assert_eq!(relative("index.html", "2020/index.html"), "2020/index.html");
        assert_eq!(relative("2020/items/01.html", "2020/items/02.html"), "02.html");
        assert_eq!(relative("2020/items/01.html", "index.html"), "../../index.html");
        assert_eq!(
            relative("en/2020/items/01.html", "2020/items/01.html"),
            "../../../2020/items/01.html"
        );
        assert_eq!(relative("en/index.html", "en/2020/index.html"), "2020/index.html");
    }

    #[test]
    fn the_canonical_address_drops_the_index() {
        assert_eq!(canonical("https://a.example/b/", "en/index.html"), "https://a.example/b/en/");
        assert_eq!(canonical("https://a.example/b/", "index.html"), "https://a.example/b/");
        assert_eq!(
            canonical("https://a.example/b/", "2020/items/01.html"),
            "https://a.example/b/2020/items/01.html"
        );
        assert_eq!(base_path("https://a.example/b/"), "/b/");
        assert_eq!(base_path("https://a.example/"), "/");
    }
}
