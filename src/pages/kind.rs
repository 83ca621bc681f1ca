//! In: a page. Out: the name of its kind and the script of that kind.
//! Never: one page of a kind treated unlike another.

use super::Page;
use crate::model::IndicatorAt;

/// The script of a page that has one. Scripts only add; what a page says stands there without.
pub(super) fn script(page: Page) -> Option<&'static str> {
    match page {
        Page::Indicators(_) => Some("assets/table.js"),
        Page::Search => Some("assets/search.js"),
        Page::Indicator(..) | Page::Kgis(_) | Page::Item(..) | Page::Embed(..) => {
            Some("assets/chart.js")
        }
        _ => None,
    }
}

/// The name of its kind, by which checks and styles tell pages apart.
pub(super) fn page_type(page: Page) -> &'static str {
    match page {
        Page::Home => "home",
        Page::Plan(_) => "plan",
        Page::PlanAbout(_) => "plan-about",
        Page::Goal(..) => "goal",
        Page::Kgis(_) => "kgis",
        Page::Item(..) => "item",
        Page::Indicator(_, IndicatorAt::Kgi(_)) => "kgi",
        Page::Indicator(..) => "indicator",
        Page::Booklet(..) => "booklet",
        Page::Year(..) => "year",
        Page::Indicators(_) => "indicators",
        Page::Embed(..) => "embed",
        Page::Rules(..) => "rules",
        Page::Lineage(..) => "lineage",
        Page::Threads(..) => "threads",
        Page::Thread(..) => "thread",
        Page::Organisations => "organisations",
        Page::Organisation(..) => "organisation",
        Page::Label(..) => "label",
        Page::Opinions => "opinions",
        Page::Meeting(_) => "meeting",
        Page::Updates => "updates",
        Page::Pending(_) => "pending",
        Page::Data => "data",
        Page::Glossary => "glossary",
        Page::Method => "method",
        Page::Search => "search",
        Page::Accessibility => "accessibility",
        Page::Free(_) => "page",
        Page::NotFound => "not-found",
    }
}
