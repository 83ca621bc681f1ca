//! In: texts of the content. Out: the small things every page model is made of.
//! Never: a whole page.

use super::view::View;
use crate::chart::{self, ChartSpec};
use crate::locale::Locale;
use crate::markdown::{self, Setting};
use crate::model::{IndicatorAt, Lang, Text};
use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};
use std::cell::{OnceCell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

/// A text of the content; `lang` is set where it is not in the page's language.
#[derive(Clone, Debug, Serialize)]
pub struct Words<'s> {
    /// The text.
    pub text: &'s str,
    /// Its language, where it differs from the page's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lang: Option<&'static str>,
    /// What is said beside it then.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mark: Option<&'static str>,
}

impl<'s> Words<'s> {
    /// The text for a reader of `lang`.
    pub fn of(text: &'s Text, lang: Lang) -> Words<'s> {
        let (text, found) = text.get(lang);
        let foreign = found.tag() != lang.tag();
        Words {
            text,
            lang: foreign.then_some(found.tag()),
            mark: foreign.then_some(Locale::of(lang).words.untranslated_mark),
        }
    }
}

impl Words<'static> {
    /// Words of our own.
    pub fn own(text: &'static str) -> Words<'static> {
        Words { text, lang: None, mark: None }
    }
}

/// A link with its words.
#[derive(Clone, Debug, Serialize)]
pub struct Link<'s> {
    /// What it says.
    pub words: Words<'s>,
    /// Where it leads.
    pub href: String,
    /// Whether it leads to the page it stands on.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub current: bool,
}

/// Markdown of the content; it becomes HTML when the page is spelled out.
#[derive(Clone, Debug)]
pub struct Prose<'s> {
    /// The text and its language.
    pub words: Words<'s>,
    /// Keeps the ids of several texts on a page apart.
    pub prefix: String,
    /// Level of its first headings.
    pub top: u8,
    /// From where its links lead.
    pub view: View<'s>,
}

impl Serialize for Prose<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let resolve = |link: &str| self.view.named(link);
        let terms = self.view.terms();
        let setting =
            Setting { prefix: &self.prefix, top: self.top, resolve: &resolve, terms: &terms };
        let mut fields = serializer.serialize_struct("Prose", 3)?;
        fields.serialize_field("html", &markdown::to_html(self.words.text, &setting))?;
        fields.serialize_field("lang", &self.words.lang)?;
        fields.serialize_field("mark", &self.words.mark)?;
        fields.end()
    }
}

/// A chart; it becomes SVG when the first page that shows it is spelled out.
#[derive(Clone, Debug)]
pub struct Chart(Rc<Drawing>);

#[derive(Debug)]
struct Drawing {
    spec: ChartSpec,
    svg: OnceCell<String>,
}

impl Chart {
    /// The chart so described.
    fn of(spec: ChartSpec) -> Chart {
        Chart(Rc::new(Drawing { spec, svg: OnceCell::new() }))
    }
}

impl Serialize for Chart {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.0.svg.get_or_init(|| chart::svg(&self.0.spec)))
    }
}

/// The charts of the pages that are made together, each described and drawn once.
#[derive(Clone, Debug, Default)]
pub struct Charts(Rc<RefCell<Described>>);

type Described = BTreeMap<(usize, IndicatorAt), Option<Chart>>;

impl Charts {
    /// The chart of an indicator of a plan, described by `describe` the first time.
    pub fn of(
        &self,
        plan: usize,
        which: IndicatorAt,
        describe: impl FnOnce() -> Option<ChartSpec>,
    ) -> Option<Chart> {
        let mut charts = self.0.borrow_mut();
        charts.entry((plan, which)).or_insert_with(|| describe().map(Chart::of)).clone()
    }
}
