//! In: a problem. Out: Japanese. Never: another language.

use super::{Wording, helped, plain};
use crate::diagnostics::{Expected, Kind, Likely, Measured, Problem, Slip};

pub(super) fn words(problem: &Problem) -> Wording {
    use Problem as P;
    match problem {
        P::NotUtf8 { utf16 } => helped(
            if *utf16 {
                "文字コードがUTF-16です"
            } else {
                "UTF-8として読めません（Shift_JISで保存されていませんか）"
            },
            "文字コード「UTF-8」で保存し直してください",
        ),
        P::TooLarge { limit_mib } => helped(
            format!("ファイルが大きすぎます（上限 {limit_mib} MiB）"),
            "取組ごとのフォルダーに分けてください",
        ),
        P::YamlSyntax { likely, .. } => match likely {
            Likely::Bracket => helped(
                "YAMLとして読めません。かっこの閉じ忘れか、余分なかっこがあるようです",
                "この行と前の行の [ ] と { } の数を合わせてください",
            ),
            Likely::Quote => helped(
                "YAMLとして読めません。引用符の閉じ忘れがあるようです",
                "この行と前の行の「\"」と「'」を確かめてください",
            ),
            Likely::Colon => helped(
                "YAMLとして読めません。「: 」が足りないようです",
                "「項目: 値」のように、半角のコロンと空白を入れてください",
            ),
            Likely::FullWidth => helped(
                "YAMLとして読めません。この行に全角の記号（：、，など）が混じっているようです",
                "コロン、コンマ、かっこ、空白は半角で書いてください",
            ),
            Likely::Indent => helped(
                "YAMLとして読めません。字下げがずれているようです",
                "同じまとまりの行の先頭を、半角スペースでそろえてください",
            ),
            Likely::Other => helped(
                "YAMLとして読めません",
                "字下げ、「: 」の後の空白、かっこと引用符を、この行と前の行で確かめてください",
            ),
        },
        P::Tab => helped("タブ文字が使われています", "字下げは半角スペース2つずつで書いてください"),
        P::TooDeep { limit } => helped(
            format!("入れ子が深すぎます（上限 {limit} 段）"),
            "かっこの閉じ忘れがないか確かめてください",
        ),
        P::YamlAnchor => helped("YAMLのアンカー（&、*）は使えません", "値をそのまま書いてください"),
        P::YamlTag => helped("YAMLのタグ（!）は使えません", "「!」で始まる語を消してください"),
        P::SecondDocument => {
            helped("「---」の後に2つ目の文書があります", "1ファイルに1文書だけを書いてください")
        }
        P::EmptyFile => helped("ファイルが空です", "必要な項目を書くか、ファイルを消してください"),
        P::MissingFile => helped("必要なファイルがありません", "このファイルを作ってください"),
        P::UnknownFile { suggestion } => Wording {
            message: "使われないファイルです".into(),
            help: Some(match suggestion {
                Some(name) => format!("「{name}」の誤りではありませんか"),
                None => "ファイル名を確かめるか、別の場所へ移してください".into(),
            }),
        },
        P::WrongKind { expected } => plain(match expected {
            Expected::Text => "ここには1つの値を書いてください",
            Expected::Map => "ここには「項目: 値」の組を書いてください",
            Expected::List => "ここには「- 」で始まる一覧を書いてください",
            Expected::Bilingual => "ここには {ja: 日本語, en: 英語} の形で書いてください",
        }),
        P::UnknownKey { key, suggestion, known } => {
            choice(format!("「{key}」という項目はありません"), suggestion, known)
        }
        P::MissingKey { key } => {
            helped(format!("「{key}」がありません"), format!("「{key}: …」を加えてください"))
        }
        P::DuplicateKey { key } => {
            helped(format!("「{key}」が2回書かれています"), "どちらか一方を消してください")
        }
        P::EmptyText => helped("値が空です", "値を書くか、項目ごと消してください"),
        P::BadWord { found, suggestion, known } => {
            choice(format!("「{found}」は使えません"), suggestion, known)
        }
        P::BadId { found } => helped(
            format!("「{found}」はIDに使えません"),
            "半角の小文字・数字・ハイフンだけで書いてください（例 online-procedures）",
        ),
        P::BadNumber { found, slip, instead } => number(found, *slip, instead.as_deref()),
        P::BadRange { found } => helped(
            format!("範囲として読めません:「{found}」"),
            "26.0..28.0 のように、小さい方から大きい方へ書いてください",
        ),
        P::BadYear { found } => helped(
            format!("年度として読めません:「{found}」"),
            "R2、令和2年度、2020、FY2020 のように書いてください",
        ),
        P::DuplicateYear { found } => helped(
            format!("同じ年度が2回書かれています:「{found}」"),
            "どちらか一方を消してください（R1、R元、2019は同じ年度です）",
        ),
        P::BadQuarter { found } => {
            helped(format!("四半期として読めません:「{found}」"), "R3Q1 のように書いてください")
        }
        P::BadPeriod { found } => helped(
            format!("期間として読めません:「{found}」"),
            "R2Q4..R3Q2 のように、前の四半期から後の四半期の順に書いてください",
        ),
        P::BadDate { found } => helped(
            format!("日付として読めません:「{found}」"),
            "2021-09-30 又は 2021-09 のように書いてください",
        ),
        P::BadUrl { found } => helped(
            format!("URLとして使えません:「{found}」"),
            "https:// 又は http:// で始まるURLを書いてください",
        ),
        P::BadColour { found } => helped(
            format!("色として読めません:「{found}」"),
            "\"#0017c1\" のように、# と6桁の16進数を引用符で囲んで書いてください",
        ),
        P::PaleColour { found, ground, ratio } => helped(
            format!("地の色 {ground} に対する「{found}」のコントラスト比が {ratio}:1 です"),
            "文字やグラフが読めるよう、4.5:1 以上になる色にしてください（JIS X 8341-3 1.4.3）",
        ),
        P::BadRegionCode { found, instead } => Wording {
            message: format!("全国地方公共団体コードではありません:「{found}」"),
            help: Some(match instead {
                Some(code) => format!("「{code}」と書いてください（6桁。最後の1桁は検査数字）"),
                None => "都道府県の2桁、市区町村の3桁、検査数字の1桁を合わせた6桁で書いてください"
                    .into(),
            }),
        },
        P::BadCname { found, instead } => Wording {
            message: format!("ドメイン名だけの1行になっていません:「{found}」"),
            help: Some(match instead {
                Some(name) => format!("「{name}」とだけ書いてください"),
                None => "「www.example.jp」のようなドメイン名1つだけを、半角で書いてください（日本語ドメイン名は「xn--」で始まる形で）"
                    .into(),
            }),
        },
        P::UnknownReference { kind, id, suggestion } => Wording {
            message: format!("{}「{id}」は登録されていません", kind_name(*kind)),
            help: Some(match suggestion {
                Some(near) => format!("「{near}」の誤りではありませんか"),
                None if *kind == Kind::Item => {
                    format!("items/{id}/ のフォルダーと item.yaml を作ってください")
                }
                None => format!("{}に登録してください", kind_home(*kind)),
            }),
        },
        P::DuplicateId { kind, id } => helped(
            format!("{}のID「{id}」が2か所で使われています", kind_name(*kind)),
            "どちらかのIDを変えてください",
        ),
        P::ItemWithoutPlace { id } => helped(
            format!("「{id}」が plan.yaml の体系（groups）のどこにもありません"),
            format!("plan.yaml の items に \"{id}\" を加えてください"),
        ),
        P::ItemPlacedTwice { id } => {
            helped(format!("「{id}」が体系の2か所にあります"), "どちらか一方を消してください")
        }
        P::LevelsMismatch { levels, depth } => helped(
            format!("levels（階層の名前）が{levels}個ですが、体系は{depth}段です"),
            format!("上から順に、項目の段まで{depth}個の名前を書いてください"),
        ),
        P::TargetWithoutAim => helped(
            "目標値があるのに aim（目標の向き）がありません",
            "aim: at_least（以上）、at_most（以下）、done（実施）などを加えてください",
        ),
        P::AimNeedsBaseline => helped(
            "基準からの増減を見る指標に baseline（基準年度）がありません",
            "baseline: R元 のように基準年度を加えてください",
        ),
        P::BaselineWithoutNumber { year } => helped(
            format!("基準年度（{year}年度）の実績に数値がありません"),
            "actual にその年度の数値を加えるか、baseline を直してください",
        ),
        P::ValueOfWrongAim { wanted } => match wanted {
            Measured::Number => helped(
                "数値で測る指標に、数値でないものが書かれています",
                "数値を書くか、aim: done（目標が範囲なら aim: between）にしてください",
            ),
            Measured::Range => helped(
                "範囲で測る指標（aim: between）の目標が範囲になっていません",
                "26.0..28.0 のように両端を書いてください",
            ),
            Measured::Done => helped(
                "実施の有無で測る指標（aim: done）に done／not_done 以外が書かれています",
                "done 又は not_done を書いてください",
            ),
        },
        P::StateWithValue => helped(
            "値のない状態（集計中など）と value が一緒に書かれています",
            "値があるなら state は provisional（速報）か estimated（推計）にしてください",
        ),
        P::CellWithoutReading => helped(
            "value も state もありません",
            "value: 数値 か state: pending などを書いてください",
        ),
        P::NoPlans => helped(
            "計画が1つもありません",
            "content/plans/ の下に計画のフォルダーと plan.yaml を作ってください",
        ),
        P::ReservedAddress { id } => helped(
            format!("「{id}」はサイトのほかのページの住所と重なるため使えません"),
            "別の名前にしてください",
        ),
        P::TargetForBaseline => helped(
            "基準年度に目標が書かれています",
            "基準年度には目標を書かず、実績だけを書いてください",
        ),
        P::YearOutsidePlan { year, first, last } => helped(
            format!("{year}年度は計画の期間（{first}～{last}年度）の外です"),
            "年度を確かめてください",
        ),
        P::QuarterOutsidePlan { first, last } => helped(
            format!("計画の期間（{first}～{last}）の外の四半期です"),
            "時期を確かめてください",
        ),
        P::ActualInFuture { year, finished } => helped(
            format!(
                "まだ終わっていない{year}年度の実績が書かれています（終わったのは{finished}年度まで）"
            ),
            "年度を確かめてください。見込みの値なら {value: …, state: estimated} と書いてください",
        ),
        P::LineageOrder { id } => helped(
            format!("「{id}」は、引き継ぐ側より前に始まった計画ではありません"),
            "先に始まった計画を書いてください",
        ),
        P::LineageCircle { id } => helped(
            format!("「{id}」をたどると自分自身に戻ります"),
            "どちらが先だったかを確かめてください",
        ),
        P::GradesOutOfOrder => helped(
            "評定（grades）の at_least が高い順に並んでいません",
            "高い順に並べ、at_least を省くのは最後の1つだけにしてください",
        ),
        P::ResolvedBeforeRaised => helped(
            "解決した年度（resolved）が、課題を挙げた年度（raised）より後ではありません",
            "年度を確かめてください",
        ),
        P::IssueWithoutNarrative { year } => helped(
            format!("{year}年度の「次年度への課題」が書かれていません"),
            format!("{year}.ja.md を書くか、raised からその年度を除いてください"),
        ),
        P::CorrectionNotMade { year } => helped(
            format!("訂正後の値が、この指標の{year}年度の目標にも実績にもありません"),
            "指標の値を訂正後の値に直すか、to を直してください",
        ),
        P::CnameDiffers { domain, host } => helped(
            format!("ドメイン名が「{domain}」ですが、site.yaml の base_url は「{host}」です"),
            format!("base_url を「https://{domain}/」とするか、CNAME を直してください"),
        ),
        P::PercentOver100 => {
            helped("100%を超えています", "割合の指標です。桁と単位を確かめてください")
        }
        P::Jump { from, to } => helped(
            format!("前年度の{from}から{to}へ、10倍以上変わっています"),
            "桁と単位を確かめてください。正しければ note に理由を書くと、この注意は出ません",
        ),
        P::TargetRises => helped(
            "少ないほどよい指標（at_most）なのに、目標が前年度より増えています",
            "目標値か aim を確かめてください",
        ),
        P::TargetFalls => helped(
            "多いほどよい指標（at_least）なのに、目標が前年度より減っています",
            "目標値か aim を確かめてください",
        ),
        P::CumulativeFalls => helped(
            "累計の値が前年度より減っています",
            "値を確かめるか、counting: single-year（単年）にしてください",
        ),
        P::TargetMissing { year } => helped(
            format!("{year}年度は実績があるのに目標がありません"),
            "target にその年度の目標を加えてください",
        ),
        P::MissingNarrative { year } => helped(
            format!("{year}年度の要因分析などの文章がありません"),
            "このファイルを作り、「## 要因分析」「## 次年度への課題」「## 課題を踏まえての対応」を書いてください",
        ),
        P::MissingTitle => helped("見出しがありません", "1行目に「# 見出し」を書いてください"),
        P::MissingSection { heading } => helped(
            format!("見出し「{heading}」がありません"),
            format!("「## {heading}」を加えてください"),
        ),
        P::UnknownSection { found, suggestion, known } => {
            choice(format!("見出し「{found}」は使えません"), suggestion, known)
        }
        P::MissingLanguage { code } => helped(
            format!("languages に「{code}」がありません"),
            format!("日本語（ja）と英語（en）は省けません。「{code}」を加えてください"),
        ),
        P::MissingTranslation { what, file } => helped(
            format!("{what}の英語がありません（英語のページにも日本語で出ます）"),
            if *file {
                "このファイルを作ってください"
            } else {
                "en を加えてください"
            },
        ),
        P::StaleTranslation { original } => helped(
            format!("この英語のもとになった {original} が、その後書き換えられています"),
            "英語を直し、michinori translations --stamp このファイル を実行してください",
        ),
        P::JapaneseInEnglish => helped("英語の欄に日本語があります", "英語に直してください"),
        P::KanjiWithoutReading { kanji } => helped(
            format!("やさしい日本語の「{kanji}」に読みがありません"),
            "「県庁《けんちょう》」のように、漢字のすぐ後に読みをかなで書いてください",
        ),
        P::UnsafeLink { found } => helped(
            format!("このリンクは使えません:「{found}」"),
            "https、http、mailto、tel、item:、indicator:、term: か、相対のリンクを書いてください",
        ),
        P::LostFootnote { name } => helped(
            format!("脚注「{name}」の本文がありません"),
            format!("文章の終わりに「[^{name}]: 本文」を書いてください"),
        ),
        P::MissingPicture { found } => helped(
            format!("画像「{found}」がありません"),
            "content/images/ に置き、images/名前.png のように書いてください（png、jpg、webp、gif）",
        ),
        P::PictureWithoutWords { found } => helped(
            format!("画像「{found}」に代わりの文がありません"),
            "![何の画像か](images/…) のように、見えない人にも伝わる文を書いてください",
        ),
        P::MissingGlyph { found } => helped(
            format!("PNGの画像の書体にない文字です:「{found}」（画像では〓になります）"),
            "ページとSVGではそのまま表示されるので、差し支えなければそのままで構いません。画像でも示すには、書体にある文字で書いてください",
        ),
        P::Template { detail } => plain(format!("テンプレートの誤りです\n{detail}")),
        P::UnknownName { name, suggestion } => helped(
            format!("「{name}」は、このテンプレートに渡されません"),
            match suggestion {
                Some(near) => format!("「{near}」の誤りではありませんか"),
                None => "使える名前は、michinori models とテーマの手引き（docs/themes.md）で確かめてください"
                    .to_string(),
            },
        ),
        P::DeadLink { target } => {
            helped(format!("リンク先がありません:「{target}」"), "リンク先の綴りを確かめてください")
        }
    }
}

fn number(found: &str, slip: Slip, instead: Option<&str>) -> Wording {
    let message = match slip {
        Slip::FullWidth => format!("数値が全角で書かれています:「{found}」"),
        Slip::Triangle => format!("負の数の記号が「-」ではありません:「{found}」"),
        Slip::Separator => format!("数値に桁区切りがあります:「{found}」"),
        Slip::Approximate => format!("「約」や「程度」のついた数値は書けません:「{found}」"),
        Slip::Percent => format!("数値に「%」がついています:「{found}」"),
        Slip::Kanji => format!("数値に漢数字の単位がついています:「{found}」"),
        Slip::Unit => format!("数値に単位などの文字がついています:「{found}」"),
        Slip::Dash => format!("値のない欄に「{found}」が書かれています"),
        Slip::Other => format!("数値として読めません:「{found}」"),
    };
    helped(message, match (slip, instead) {
        (Slip::Approximate, Some(number)) => {
            format!("「{{value: {number}, state: estimated}}」と書いてください（推計として示します）")
        }
        (Slip::Dash, _) => {
            "欄ごと消すか（未収録になります）、pending（集計中）、not-surveyed（調査なし）などの状態を書いてください".into()
        }
        (_, Some(number)) => format!("「{number}」と書いてください（半角・桁区切りなし・単位なし）"),
        (_, None) => "半角の数字だけで書いてください（例 12.5）".into(),
    })
}

fn choice(message: String, suggestion: &Option<String>, known: &[String]) -> Wording {
    Wording {
        message,
        help: Some(match suggestion {
            Some(near) => format!("「{near}」の誤りではありませんか"),
            None => format!("使えるのは {} です", known.join("、")),
        }),
    }
}

fn kind_name(kind: Kind) -> &'static str {
    match kind {
        Kind::Organisation => "所属",
        Kind::Source => "出典",
        Kind::Label => "区分",
        Kind::Kgi => "KGI",
        Kind::Indicator => "指標",
        Kind::Item => "実施項目",
        Kind::Group => "目標・改革",
        Kind::Plan => "計画",
        Kind::Level => "階層",
        Kind::Term => "用語",
        Kind::Issue => "課題",
    }
}

fn kind_home(kind: Kind) -> &'static str {
    match kind {
        Kind::Organisation => "organisations.yaml",
        Kind::Source => "sources.yaml",
        Kind::Label | Kind::Kgi | Kind::Group | Kind::Level => "plan.yaml",
        Kind::Indicator => "item.yaml の indicators",
        Kind::Item => "items/ のフォルダー",
        Kind::Plan => "plans/ のフォルダー",
        Kind::Term => "glossary.yaml",
        Kind::Issue => "item.yaml の issues",
    }
}
