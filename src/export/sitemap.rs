//! In: the site. Out: the sitemap and the word to robots.
//! Never: a translation left without its twin.

use super::xml::escaped;
use crate::locale::iso;
use crate::model::{Lang, Site};
use crate::pages::{self, HREFLANGS, Page};
use std::fmt::Write;

/// sitemaps.org 0.9 with the other language of each page, as search engines ask for it.
pub(super) fn sitemap(site: &Site) -> String {
    let date = iso(site.settings.edition.date);
    let mut out = String::from(concat!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n",
        "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"",
        " xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n",
    ));
    for page in pages::all(site)
        .into_iter()
        .filter(|page| *page != Page::NotFound && page.known_as() == *page)
    {
        let url = |lang: Lang| {
            escaped(&pages::canonical(&site.settings.base_url, &pages::path(site, lang, page)))
        };
        for lang in pages::languages(site, page) {
            out.push_str("<url><loc>");
            out.push_str(&url(lang));
            let _ = write!(out, "</loc><lastmod>{date}</lastmod>");
            if !HREFLANGS.contains(&lang) {
                out.push_str("</url>\n");
                continue;
            }
            for other in HREFLANGS {
                let _ = write!(
                    out,
                    "<xhtml:link rel=\"alternate\" hreflang=\"{}\" href=\"{}\"/>",
                    other.tag(),
                    url(other)
                );
            }
            let _ = writeln!(
                out,
                "<xhtml:link rel=\"alternate\" hreflang=\"x-default\" href=\"{}\"/></url>",
                url(Lang::Ja)
            );
        }
    }
    out.push_str("</urlset>\n");
    out
}

pub(super) fn robots(site: &Site) -> String {
    format!("User-agent: *\nAllow: /\nSitemap: {}sitemap.xml\n", site.settings.base_url)
}
