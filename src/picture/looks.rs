//! In: where an element stands in a drawing. Out: its looks, spelled as attributes, made once for all the
//! drawings in which an element stands so.
//! Never: more looks than the style sheet and `chart` have kinds of elements.

use super::style::{Element, Style};
use crate::chart::escape;
use std::collections::BTreeMap;
use std::sync::{Arc, PoisonError, RwLock};

/// The attributes of an element, with a space before each.
#[derive(Debug)]
pub(super) enum Looks {
    /// Of an element drawn once.
    Plain(String),
    /// Of words and of the halo behind them, which is a drawing of its own: not every program paints strokes
    /// first when asked.
    Haloed { halo: String, words: String },
}

/// The looks met so far, by the tags and classes on the way to the element.
#[derive(Debug, Default)]
pub(super) struct Known(RwLock<BTreeMap<String, Arc<Looks>>>);

impl Known {
    /// The looks of the last of these elements, each inside the one before it; `way` spells them all.
    pub fn of(&self, style: &Style, way: &str, path: &[Element<'_>]) -> Arc<Looks> {
        let known = self.0.read().unwrap_or_else(PoisonError::into_inner).get(way).cloned();
        known.unwrap_or_else(|| {
            let looks = Arc::new(Looks::of(style, path));
            let mut known = self.0.write().unwrap_or_else(PoisonError::into_inner);
            known.insert(way.to_string(), Arc::clone(&looks));
            looks
        })
    }
}

impl Looks {
    fn of(style: &Style, path: &[Element<'_>]) -> Looks {
        if path.last().is_some_and(|element| element.tag == "title") {
            return Looks::Plain(String::new());
        }
        let said: Vec<(&str, String)> = style.attributes(path).into_iter().collect();
        let spelled = |kept: fn(&str) -> bool| -> String {
            let kept = said.iter().filter(|(name, _)| kept(name));
            kept.map(|(name, value)| format!(" {name}=\"{}\"", escape(value))).collect()
        };
        if !has_halo(&said) {
            return Looks::Plain(spelled(|_| true));
        }
        let halo = spelled(|name| !matches!(name, "paint-order" | "fill"));
        Looks::Haloed {
            halo: format!("{halo} fill=\"none\" aria-hidden=\"true\""),
            words: spelled(|name| name != "paint-order" && !name.starts_with("stroke")),
        }
    }
}

/// Whether an element's stroke is painted behind its fill.
fn has_halo(said: &[(&str, String)]) -> bool {
    let says = |wanted: &str, test: fn(&str) -> bool| {
        said.iter().any(|(name, value)| *name == wanted && test(value))
    };
    says("paint-order", |order| order.starts_with("stroke")) && says("stroke", |of| of != "none")
}
