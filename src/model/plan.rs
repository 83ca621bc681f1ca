//! In: nothing. Out: a plan: its tree of goals, its items with their sheets, its rules.
//! Never: a fixed depth or a fixed name of a level; both are content.

use super::{
    Date, Decimal, FiscalYear, Indicator, ItemBefore, Items, OpinionAt, OrganisationRef, Period,
    PlanBefore, PlanRef, RateRule, SourceRef, Text,
};
use std::collections::{BTreeMap, BTreeSet};

/// Which item of [`Plan::items`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ItemRef(pub usize);

/// Which label of [`Plan::labels`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LabelRef(pub usize);

/// Which of [`Plan::kgis`].
pub type KgiIndex = usize;

/// One plan.
#[derive(Clone, Debug)]
pub struct Plan {
    /// Folder name and first part of its addresses.
    pub id: String,
    /// Full title.
    pub title: Text,
    /// Short title for menus and headings.
    pub short: Text,
    /// What it is, in a sentence or three.
    pub summary: Text,
    /// 目指す姿.
    pub vision: Option<Text>,
    /// When it runs.
    pub period: Period,
    /// Names of the levels, top to bottom; the last is the items'.
    pub levels: Vec<Level>,
    /// How it is rated.
    pub rating: Rating,
    /// Grades of the rate, best first; a plan may have none.
    pub grades: Vec<Grade>,
    /// The plan before.
    pub succeeds: Option<PlanBefore>,
    /// Marks on items (★).
    pub labels: Vec<Label>,
    /// What must be said of the whole plan.
    pub notes: Vec<Text>,
    /// Key goal indicators.
    pub kgis: Vec<Indicator>,
    /// The tree.
    pub groups: Vec<Group>,
    /// All items in the order of the tree.
    pub items: Items,
    /// Items and indicators by their ids.
    pub by_id: ById,
    /// The plan's own text, if it was carried over.
    pub about: Option<super::FreePage>,
    /// Where the plan was published.
    pub source: SourceRef,
}

/// The parts of a plan that others name.
#[derive(Clone, Debug, Default)]
pub struct ById {
    items: BTreeMap<String, ItemRef>,
    indicators: BTreeMap<String, IndicatorAt>,
}

impl ById {
    /// The parts of `plan`.
    pub fn of(plan: &Plan) -> ById {
        let items = plan.items.iter().enumerate();
        let indicators = IndicatorAt::all(plan);
        ById {
            items: items.map(|(at, item)| (item.id.clone(), ItemRef(at))).collect(),
            indicators: indicators.map(|at| (at.of(plan).id.clone(), at)).collect(),
        }
    }
}

impl Plan {
    /// The item with this id.
    pub fn item(&self, id: &str) -> Option<ItemRef> {
        self.by_id.items.get(id).copied()
    }

    /// The groups above an item, the goal first.
    pub fn above(&self, item: &Item) -> Vec<&Group> {
        let mut above = Vec::new();
        let mut groups = &self.groups;
        for at in &item.way {
            above.push(&groups[*at]);
            groups = &groups[*at].groups;
        }
        above
    }

    /// The level names of the groups at `depth` (0 is the top).
    pub fn level(&self, depth: usize) -> &Level {
        &self.levels[depth.min(self.levels.len() - 1)]
    }

    /// The level of the items.
    pub fn item_level(&self) -> &Level {
        self.levels.last().expect("`check` refuses a plan without levels")
    }

    /// All indicators of the items, in the order of the tree.
    pub fn indicators(&self) -> impl Iterator<Item = &Indicator> + Clone {
        self.items.iter().flat_map(|item| &item.indicators)
    }
}

/// A level of the tree.
#[derive(Clone, Debug)]
pub struct Level {
    /// Used in addresses: `goals` in `2020/goals/1.html`.
    pub id: String,
    /// 目標, 改革, 実施項目.
    pub name: Text,
}

/// The plan's default rules.
#[derive(Clone, Copy, Debug)]
pub struct Rating {
    /// Rule of the rate where an indicator names none.
    pub rate: RateRule,
    /// Decimals of a rate.
    pub decimals: u32,
}

/// A grade (評定) and the rate it takes.
#[derive(Clone, Debug)]
pub struct Grade {
    /// A, B, C, D.
    pub name: String,
    /// The lowest rate in percent, unrounded; the last grade takes what is left.
    pub at_least: Option<Decimal>,
}

/// Which indicator of a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum IndicatorAt {
    /// A key goal indicator.
    Kgi(usize),
    /// An item's: the item, and which of its indicators.
    Item(usize, usize),
}

impl IndicatorAt {
    /// The indicator with this id.
    pub fn find(plan: &Plan, id: &str) -> Option<IndicatorAt> {
        plan.by_id.indicators.get(id).copied()
    }

    /// Every indicator of a plan, key goals first, then in the order of the tree.
    pub fn all(plan: &Plan) -> impl Iterator<Item = IndicatorAt> + '_ {
        let of_item = |(item, sheet): (usize, &Item)| {
            (0..sheet.indicators.len()).map(move |index| IndicatorAt::Item(item, index))
        };
        let of_items = plan.items.iter().enumerate().flat_map(of_item);
        (0..plan.kgis.len()).map(IndicatorAt::Kgi).chain(of_items)
    }

    /// The indicator itself.
    pub fn of(self, plan: &Plan) -> &Indicator {
        match self {
            IndicatorAt::Kgi(index) => &plan.kgis[index],
            IndicatorAt::Item(item, index) => &plan.items[item].indicators[index],
        }
    }

    /// The same, to be completed.
    pub fn of_mut(self, plan: &mut Plan) -> &mut Indicator {
        match self {
            IndicatorAt::Kgi(index) => &mut plan.kgis[index],
            IndicatorAt::Item(item, index) => &mut plan.items[item].indicators[index],
        }
    }
}

/// A mark on items, such as ★.
#[derive(Clone, Debug)]
pub struct Label {
    /// Stable id.
    pub id: String,
    /// The mark.
    pub mark: String,
    /// What it means.
    pub name: Text,
}

/// A goal, reform or policy: anything above the items.
#[derive(Clone, Debug)]
pub struct Group {
    /// Printed number and stable id.
    pub id: String,
    /// Name.
    pub name: Text,
    /// Summary.
    pub summary: Option<Text>,
    /// The groups below.
    pub groups: Vec<Group>,
    /// The items below.
    pub items: Vec<ItemRef>,
}

impl Group {
    /// Every item below, at any depth, in order.
    pub fn all_items(&self) -> Vec<ItemRef> {
        let deeper = self.groups.iter().flat_map(Group::all_items);
        self.items.iter().copied().chain(deeper).collect()
    }

    /// The first of them.
    pub fn first_item(&self) -> Option<ItemRef> {
        self.items.first().copied().or_else(|| self.groups.iter().find_map(Group::first_item))
    }
}

/// One item: one folder, one sheet (個票).
#[derive(Clone, Debug)]
pub struct Item {
    /// Folder name and address.
    pub id: String,
    /// Title.
    pub title: Text,
    /// 取組所属.
    pub lead: Vec<OrganisationRef>,
    /// 関係所属.
    pub related: Vec<OrganisationRef>,
    /// Marks.
    pub labels: Vec<LabelRef>,
    /// When 現状 and 問題・課題 were written.
    pub as_of: Option<Date>,
    /// 事業例.
    pub examples: Vec<Text>,
    /// What must be said of the sheet.
    pub notes: Vec<Text>,
    /// 現状, 問題・課題, 改革内容.
    pub overview: Option<Overview>,
    /// Indicators in the order of the sheet.
    pub indicators: Vec<Indicator>,
    /// 具体的取組及び工程.
    pub actions: Vec<Action>,
    /// 要因分析 and what follows, by year.
    pub narratives: BTreeMap<FiscalYear, Box<Narrative>>,
    /// Issues that come back from year to year.
    pub issues: Vec<Issue>,
    /// The items of an earlier plan that it carries on.
    pub succeeds: Vec<ItemBefore>,
    /// The items of later plans that carry it on.
    pub heirs: Vec<(PlanRef, ItemRef)>,
    /// Where it stands in the tree: which goal, which group of that, and so on.
    pub way: Vec<usize>,
    /// The opinions on it, the newest meeting's first.
    pub opinions: Vec<OpinionAt>,
    /// Where the sheet comes from.
    pub source: SourceRef,
}

impl Item {
    /// The printed number: the folder name without leading zeros.
    pub fn number(&self) -> &str {
        let number = self.id.trim_start_matches('0');
        if number.is_empty() { &self.id } else { number }
    }
}

/// The three columns of the sheet, as Markdown.
#[derive(Clone, Debug)]
pub struct Overview {
    /// 現状.
    pub current: Text,
    /// 問題・課題.
    pub problems: Text,
    /// 改革内容.
    pub reform: Text,
}

/// One year's three texts, as Markdown.
#[derive(Clone, Debug)]
pub struct Narrative {
    /// 要因分析.
    pub analysis: Text,
    /// 次年度への課題.
    pub issues: Text,
    /// 課題を踏まえての対応.
    pub response: Text,
}

/// An issue (課題) its authors marked as the same in several years.
#[derive(Clone, Debug)]
pub struct Issue {
    /// Stable id.
    pub id: String,
    /// What it is.
    pub title: Text,
    /// The years whose 次年度への課題 name it.
    pub raised: BTreeSet<FiscalYear>,
    /// The year in which it was resolved.
    pub resolved: Option<FiscalYear>,
}

/// A concrete action with its schedule.
#[derive(Clone, Debug)]
pub struct Action {
    /// What is done.
    pub title: Text,
    /// The indicators of the same item it serves, as indices.
    pub indicators: Vec<usize>,
    /// The year in which it was added to the schedule, if that was after the plan was made.
    pub added: Option<FiscalYear>,
    /// 計画.
    pub plan: Vec<Step>,
    /// 結果.
    pub result: Vec<Step>,
}

/// A bar of the schedule.
#[derive(Clone, Debug)]
pub struct Step {
    /// When.
    pub when: Period,
    /// What.
    pub text: Text,
}
