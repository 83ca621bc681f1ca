//! In: nothing. Out: the table of all targets and results: its columns, its codes, a row.
//! Never: a column renamed or moved; new ones stand at the end.

use super::{Both, both};
use serde::{Deserialize, Serialize};

/// One indicator in one year; numbers as written. [`COLUMNS`] says what each is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[allow(missing_docs)]
pub struct Row {
    pub plan: String,
    pub item: String,
    pub indicator: String,
    pub role: String,
    pub fiscal_year: i32,
    pub fiscal_year_japanese: String,
    pub target: String,
    pub target_to: String,
    pub original_target: String,
    pub original_target_to: String,
    pub actual: String,
    pub state: String,
    pub rate: String,
    pub grade: String,
    pub verdict: String,
    pub unit_ja: String,
    pub unit_en: String,
    pub target_source: String,
    pub actual_source: String,
    pub region_code: String,
    pub name_ja: String,
    pub name_en: String,
    pub due: String,
    pub target_note_ja: String,
    pub target_note_en: String,
    pub actual_note_ja: String,
    pub actual_note_en: String,
}

/// A column of the table.
#[derive(Clone, Copy, Debug)]
pub struct Column {
    /// Its name in the first row.
    pub name: &'static str,
    /// What its cells are.
    pub kind: Kind,
    /// Its title.
    pub title: Both,
    /// What it means.
    pub meaning: Both,
}

/// What the cells of a column are.
#[derive(Clone, Copy, Debug)]
pub enum Kind {
    /// Text, free or an id.
    Text,
    /// A western year.
    Year,
    /// A decimal number, exactly as written.
    Number,
    /// One of a list of codes.
    Codes(&'static [Code]),
}

/// A code that stands in a cell.
#[derive(Clone, Copy, Debug)]
pub struct Code {
    /// As it stands there.
    pub code: &'static str,
    /// What it means.
    pub meaning: Both,
}

const fn code(code: &'static str, ja: &'static str, en: &'static str) -> Code {
    Code { code, meaning: both(ja, en) }
}

/// What an indicator counts for.
pub const ROLES: &[Code] = &[
    code("target", "取組目標（達成件数に数える）", "target, counted"),
    code("reference", "参考指標（数えない）", "reference, never counted"),
    code("kgi", "重要目標達成指標（KGI）", "key goal indicator (KGI)"),
];

/// How firm a result is, or why there is none.
pub const STATES: &[Code] = &[
    code("final", "確定した値", "a final value"),
    code("provisional", "速報値", "a provisional value"),
    code("estimated", "推計値", "an estimate"),
    code("pending", "値なし：集計中", "no value: being compiled"),
    code("awaiting-settlement", "値なし：決算待ち", "no value: awaiting the settled accounts"),
    code("not-surveyed", "値なし：その年度は調査なし", "no value: not surveyed in that year"),
    code("not-applicable", "値なし：対象外", "no value: not applicable"),
    code("discontinued", "値なし：廃止", "no value: discontinued"),
    code(
        "not-recorded",
        "値なし：終わった年度だが、このデータに未収録",
        "no value: the year is over, but it is not recorded here",
    ),
    code("not-yet-due", "値なし：年度が終わっていない", "no value: the year is not over"),
];

/// What became of a target.
pub const VERDICTS: &[Code] = &[
    code("achieved", "達成", "achieved"),
    code("not-achieved", "未達成", "not achieved"),
    code("waiting", "実績を待っている", "waiting for the result"),
    code(
        "not-assessed",
        "判定しない（目標又は実績がないなど）",
        "not assessed (no target or no result, for instance)",
    ),
];

const fn column(name: &'static str, kind: Kind, title: Both, meaning: Both) -> Column {
    Column { name, kind, title, meaning }
}

/// Every column, in order.
pub const COLUMNS: [Column; 27] = [
    column(
        "plan",
        Kind::Text,
        both("計画", "Plan"),
        both("計画のID（plans.json の id）", "id of the plan (id in plans.json)"),
    ),
    column(
        "item",
        Kind::Text,
        both("項目", "Item"),
        both(
            "項目のID（items.json の id）。KGIでは空",
            "id of the item (id in items.json); empty for a KGI",
        ),
    ),
    column(
        "indicator",
        Kind::Text,
        both("指標", "Indicator"),
        both(
            "指標のID。計画の中で1つだけ（indicators.json の id）",
            "id of the indicator, unique within its plan (id in indicators.json)",
        ),
    ),
    column(
        "role",
        Kind::Codes(ROLES),
        both("役割", "Role"),
        both("何のための指標か", "what the indicator counts for"),
    ),
    column(
        "fiscal_year",
        Kind::Year,
        both("年度", "Fiscal year"),
        both(
            "年度が始まる西暦年。2024は2024年4月から2025年3月まで",
            "the western year in which it begins: 2024 runs from April 2024 to March 2025",
        ),
    ),
    column(
        "fiscal_year_japanese",
        Kind::Text,
        both("年度（和暦）", "Fiscal year (Japanese era)"),
        both("R6は令和6年度", "R6 is Reiwa 6"),
    ),
    column(
        "target",
        Kind::Number,
        both("目標", "Target"),
        both(
            "年度末に有効な目標。範囲では下限、実施の有無では1",
            "the target in force at the year’s end; the lower end of a range; 1 for a thing to be done",
        ),
    ),
    column(
        "target_to",
        Kind::Number,
        both("目標（上限）", "Target (upper end)"),
        both("目標が範囲のときの上限", "the upper end where the target is a range"),
    ),
    column(
        "original_target",
        Kind::Number,
        both("当初目標", "Original target"),
        both(
            "目標が改定された場合の、改定前の目標",
            "the target as first set, where it was revised since",
        ),
    ),
    column(
        "original_target_to",
        Kind::Number,
        both("当初目標（上限）", "Original target (upper end)"),
        both("当初目標が範囲のときの上限", "the upper end where the original target is a range"),
    ),
    column(
        "actual",
        Kind::Number,
        both("実績", "Result"),
        both(
            "実績値。実施の有無では実施が1、未実施が0。値がないときは空で、理由は state の列",
            "the result; done is 1, not done is 0; empty where there is none, and the column state says why",
        ),
    ),
    column(
        "state",
        Kind::Codes(STATES),
        both("実績の状態", "State of the result"),
        both("実績がどれだけ確かか、なぜないか", "how firm the result is, or why there is none"),
    ),
    column(
        "rate",
        Kind::Number,
        both("達成率（%）", "Rate of achievement (%)"),
        both(
            "四捨五入した達成率。計算できないときは空",
            "the rate, rounded half up; empty where it cannot be computed",
        ),
    ),
    column(
        "grade",
        Kind::Text,
        both("評定", "Grade"),
        both(
            "達成率による評定。評定のない計画では空",
            "the grade by the rate; empty where the plan has none",
        ),
    ),
    column(
        "verdict",
        Kind::Codes(VERDICTS),
        both("判定", "Verdict"),
        both(
            "四捨五入する前の値による、目標に対する判定",
            "the verdict against the target, taken on unrounded values",
        ),
    ),
    column(
        "unit_ja",
        Kind::Text,
        both("単位（日本語）", "Unit (Japanese)"),
        both("目標と実績の単位", "unit of target and result"),
    ),
    column(
        "unit_en",
        Kind::Text,
        both("単位（英語）", "Unit (English)"),
        both("目標と実績の単位", "unit of target and result"),
    ),
    column(
        "target_source",
        Kind::Text,
        both("目標の出典", "Source of the target"),
        both("sources.json の id", "id in sources.json"),
    ),
    column(
        "actual_source",
        Kind::Text,
        both("実績の出典", "Source of the result"),
        both("sources.json の id", "id in sources.json"),
    ),
    column(
        "region_code",
        Kind::Text,
        both("全国地方公共団体コード", "Code of the public body"),
        both(
            "検査数字を含む6桁。数値ではなく文字。設定がなければ空",
            "six digits with the check digit, as text; empty where none is set",
        ),
    ),
    column(
        "name_ja",
        Kind::Text,
        both("指標の名称（日本語）", "Name of the indicator (Japanese)"),
        both("正式な名称", "the official name"),
    ),
    column(
        "name_en",
        Kind::Text,
        both("指標の名称（英語）", "Name of the indicator (English)"),
        both("参考訳。なければ空", "a reference translation; empty where there is none"),
    ),
    column(
        "due",
        Kind::Text,
        both("公表予定", "Expected"),
        both(
            "実績又は確定値の公表予定（年月又は年月日）",
            "when a result, or a final one, is expected (year and month, or date)",
        ),
    ),
    column(
        "target_note_ja",
        Kind::Text,
        both("目標の注記（日本語）", "Note on the target (Japanese)"),
        both("目標について断っておくこと", "what must be said of the target"),
    ),
    column(
        "target_note_en",
        Kind::Text,
        both("目標の注記（英語）", "Note on the target (English)"),
        both("同じ内容の参考訳", "its reference translation"),
    ),
    column(
        "actual_note_ja",
        Kind::Text,
        both("実績の注記（日本語）", "Note on the result (Japanese)"),
        both("実績について断っておくこと", "what must be said of the result"),
    ),
    column(
        "actual_note_en",
        Kind::Text,
        both("実績の注記（英語）", "Note on the result (English)"),
        both("同じ内容の参考訳", "its reference translation"),
    ),
];
