//! In: nothing. Out: every file of the contract: its address, its format, what it holds.
//! Never: a file whose address depends on a title or a date.

use super::{Both, both};

/// The version of the contract, and its place in every address.
pub const VERSION: &str = "v1";
/// The one table.
pub const OBSERVATIONS: &str = "data/v1/observations.csv";
/// The same with a byte order mark.
pub const OBSERVATIONS_EXCEL: &str = "data/v1/observations-excel.csv";
/// The same as a workbook.
pub const WORKBOOK: &str = "data/v1/observations.xlsx";
/// All data as one file.
pub const ARCHIVE: &str = "data/v1/all.zip";
/// What the files are, for programs.
pub const PACKAGE: &str = "data/v1/datapackage.json";
/// What the data sets are, for catalogues.
pub const CATALOGUE: &str = "data/catalog.jsonld";
/// The hash of every file.
pub const MANIFEST: &str = "data/v1/manifest.json";

/// A file of the contract.
#[derive(Clone, Copy, Debug)]
pub struct File {
    /// Its address within the site.
    pub path: &'static str,
    /// What kind of file it is, as people call it.
    pub format: &'static str,
    /// What kind of file it is, as programs call it.
    pub media: &'static str,
    /// Its title.
    pub title: Both,
    /// What it holds.
    pub holds: Both,
}

const fn file(path: &'static str, title: Both, holds: Both) -> File {
    let (format, media) = match path.as_bytes() {
        [.., b'c', b's', b'v'] => ("CSV", "text/csv"),
        [.., b'x', b'l', b's', b'x'] => {
            ("XLSX", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
        }
        [.., b'z', b'i', b'p'] => ("ZIP", "application/zip"),
        [.., b'l', b'd'] => ("JSON-LD", "application/ld+json"),
        _ => ("JSON", "application/json"),
    };
    File { path, format, media, title, holds }
}

/// The files that hold data.
pub const DATA: &[File] = &[
    file(
        OBSERVATIONS,
        both("全ての目標と実績", "All targets and results"),
        both(
            "指標と年度の組ごとに1行。UTF-8（BOMなし）",
            "one row an indicator and year; UTF-8 without a byte order mark",
        ),
    ),
    file(
        OBSERVATIONS_EXCEL,
        both("全ての目標と実績（Excel用）", "All targets and results, for Excel"),
        both("上と同じ表。UTF-8（BOM付き）", "the same table; UTF-8 with a byte order mark"),
    ),
    #[cfg(feature = "excel")]
    file(
        WORKBOOK,
        both("全ての目標と実績（ワークブック）", "All targets and results, as a workbook"),
        both("同じ表と、列の説明", "the same table, and what its columns mean"),
    ),
    file(
        "data/v1/indicators.json",
        both("指標", "Indicators"),
        both(
            "名称、定義、単位、判定の方法、関連する項目",
            "name, definition, unit, how it is judged, its item",
        ),
    ),
    file(
        "data/v1/plans.json",
        both("計画", "Plans"),
        both("名称、期間、体系、評価の方法", "name, period, structure, rules of assessment"),
    ),
    file(
        "data/v1/items.json",
        both("項目（個票）", "Items (sheets)"),
        both(
            "取組所属、現状、問題・課題、改革内容、年度ごとの要因分析・課題・対応（Markdown）",
            "divisions, situation, problems, reform, and each year’s analysis, issues and response (Markdown)",
        ),
    ),
    file(
        "data/v1/schedule.json",
        both("具体的取組の工程", "Schedule of the actions"),
        both("計画と結果を四半期で", "planned and actual, in quarters"),
    ),
    file(
        "data/v1/opinions.json",
        both("委員会の意見", "Opinions of the committee"),
        both("会議、意見、回答、その後の対応", "meeting, opinion, response, what came of it"),
    ),
    file(
        "data/v1/divisions.json",
        both("所属", "Divisions"),
        both("名称と、改称・統合・分割", "name, and what they were renamed, merged or split into"),
    ),
    file(
        "data/v1/sources.json",
        both("数値の出典", "Sources of the figures"),
        both("題名、発行、URL、閲覧日", "title, publisher, address, date of access"),
    ),
    file(
        ARCHIVE,
        both("全てのデータ", "All data"),
        both(
            "上の全てと、指標ごとのファイルを1つに",
            "all of the above and the files of single indicators as one",
        ),
    ),
];

/// The files about the data.
pub const METADATA: &[File] = &[
    file(
        PACKAGE,
        both("データの説明（Data Package v2）", "Description of the data (Data Package v2)"),
        both("ファイル、列、型、出典、利用条件", "files, columns, types, sources, terms of use"),
    ),
    file(
        CATALOGUE,
        both("データカタログ（DCAT）", "Catalogue of the data (DCAT)"),
        both(
            "データカタログサイトに登録するための目録",
            "for registering the data in data portals",
        ),
    ),
    file(
        MANIFEST,
        both("ハッシュ値の一覧", "List of hashes"),
        both("この版の全てのファイルのSHA-256", "the SHA-256 of every file of this edition"),
    ),
];
