//! In: a page's heading and description. Out: what others show where the page is shared (Open Graph).
//! Never: a picture that is not there.

use super::Page;
use super::card::{self, CardLink};
use super::view::{PICTURES, View};
use crate::model::Lang;
use serde::Serialize;

/// A page as others show it.
#[derive(Debug, Serialize)]
pub struct Shared {
    /// Its heading.
    pub title: String,
    kind: &'static str,
    locale: &'static str,
    card: Option<CardLink>,
}

pub(super) fn shared(view: &View<'_>, page: Page, title: &str, description: &str) -> Shared {
    // An indicator's card shows how it stands, any other the title.
    let alt = match page.known_as() {
        Page::Indicator(..) => description,
        _ => title,
    };
    Shared {
        title: title.to_string(),
        kind: if page == Page::Home { "website" } else { "article" },
        locale: match view.lang() {
            Lang::Ja | Lang::Easy => "ja_JP",
            Lang::En => "en_GB",
        },
        card: PICTURES.then(|| card::link(view, page, alt)),
    }
}
