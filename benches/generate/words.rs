//! In: nothing. Out: the words that items are put together from, Japanese beside English.
//! Never: a name of anyone or any place there is.

/// Japanese and English.
pub type Pair = (&'static str, &'static str);

/// What items are about.
pub const SUBJECTS: [Pair; 12] = [
    ("行政手続のオンライン化", "Online procedures"),
    ("窓口の待ち時間の短縮", "Shorter waiting at counters"),
    ("県有施設の長寿命化", "Longer life of public buildings"),
    ("オープンデータの公開", "Publication of open data"),
    ("時間外勤務の縮減", "Less overtime"),
    ("収入未済額の縮減", "Less uncollected revenue"),
    ("文書の電子決裁", "Electronic approval of documents"),
    ("子育ての相談体制の充実", "Advice for families with children"),
    ("災害への備え", "Preparation for disasters"),
    ("再生可能エネルギーの導入", "Renewable energy in public buildings"),
    ("市町村との連携", "Work with municipalities"),
    ("職員の研修の充実", "Training of staff"),
];

/// What they do with it.
pub const WORKS: [Pair; 8] = [
    ("推進", "promotion"),
    ("見直し", "review"),
    ("拡大", "extension"),
    ("重点化", "concentration"),
    ("標準化", "standard practice"),
    ("共同化", "joint operation"),
    ("効率化", "greater efficiency"),
    ("可視化", "better visibility"),
];

/// What is measured; the first is a share.
pub const MEASURES: [Pair; 6] = [
    ("利用率", "share in use"),
    ("実施件数", "cases carried out"),
    ("対象施設数", "buildings covered"),
    ("参加者数", "participants"),
    ("平均待ち時間", "average wait"),
    ("費用", "cost"),
];

/// Sentences of a narrative.
pub const SENTENCES: [Pair; 12] = [
    (
        "申請の件数が多い手続から順に見直しを進め、年度の半ばには主な対象の整備を終えた。",
        "Work began with the procedures that are used most, and the main ones were ready by the middle of the year.",
    ),
    (
        "一方で、契約の手続に時間を要し、着手が計画より1四半期遅れた。",
        "Contracting took longer than expected, however, and the start slipped by one quarter.",
    ),
    (
        "関係する課が月に1回集まり、進み具合と課題を共有したことが成果につながった。",
        "Monthly meetings of the divisions concerned, where progress and problems were shared, made the difference.",
    ),
    (
        "利用者への調査では、操作が分かりにくいという意見が3割を占めた。",
        "In a survey of users, three in ten found the operation hard to understand.",
    ),
    (
        "国の制度が改められたため、対象の範囲を広げて実施した。",
        "Because the national scheme changed, the work was extended to more cases.",
    ),
    (
        "実績は目標に届かなかったが、前年度に比べて着実に増えている。",
        "The result fell short of the target, but has grown steadily since the year before.",
    ),
    (
        "小規模な団体では担当する職員が少なく、取組が広がりにくい。",
        "Small bodies have few staff for this, and the work spreads slowly there.",
    ),
    (
        "オープンデータとして公開した結果、民間での活用も始まっている。",
        "Since the figures were published as open data, others have begun to use them.",
    ),
    (
        "次年度は、手引を改めるとともに、説明会を地域ごとに開く。",
        "Next year the guide will be rewritten and explained at meetings in each area.",
    ),
    (
        "費用の増加を抑えるため、共同での調達を検討する。",
        "Joint procurement will be considered, to keep the cost from rising.",
    ),
    (
        "KGIへの寄与が大きい取組であることから、人員を重点的に配置する。",
        "As the item matters much for the KGI, more staff will be assigned to it.",
    ),
    (
        "効果を確かめる方法を改め、四半期ごとに数値を確認する。",
        "The way of measuring the effect will be changed, with figures checked every quarter.",
    ),
];

/// Steps of a schedule.
pub const STEPS: [Pair; 6] = [
    ("対象の選定", "Choose what is covered"),
    ("様式と手引の整備", "Prepare forms and a guide"),
    ("試行", "Trial"),
    ("本格実施", "Full operation"),
    ("対象の拡大", "Extension"),
    ("効果の検証と見直し", "Check the effect and revise"),
];
