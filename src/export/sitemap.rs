//! In: the site. Out: the sitemap and the word to robots.
//! Never: a translation left without its twin.

use super::xml::escaped;
use crate::locale::iso;
use crate::model::{Lang, Site};
use crate::pages::{self, HREFLANGS, Page};
use std::io::{self, Write};

/// sitemaps.org 0.9 with the other language of each page, as search engines ask for it.
pub(super) fn write(site: &Site, out: &mut dyn Write) -> io::Result<()> {
    let date = iso(site.settings.edition.date);
    out.write_all(
        concat!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n",
            "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"",
            " xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n",
        )
        .as_bytes(),
    )?;
    for page in pages::all(site)
        .into_iter()
        .filter(|page| *page != Page::NotFound && page.known_as() == *page)
    {
        let url = |lang: Lang| {
            escaped(&pages::canonical(&site.settings.base_url, &pages::path(site, lang, page)))
        };
        for lang in pages::languages(site, page) {
            write!(out, "<url><loc>{}</loc><lastmod>{date}</lastmod>", url(lang))?;
            if !HREFLANGS.contains(&lang) {
                out.write_all(b"</url>\n")?;
                continue;
            }
            for other in HREFLANGS {
                write!(
                    out,
                    "<xhtml:link rel=\"alternate\" hreflang=\"{}\" href=\"{}\"/>",
                    other.tag(),
                    url(other)
                )?;
            }
            writeln!(
                out,
                "<xhtml:link rel=\"alternate\" hreflang=\"x-default\" href=\"{}\"/></url>",
                url(Lang::Ja)
            )?;
        }
    }
    out.write_all(b"</urlset>\n")
}

pub(super) fn robots(site: &Site) -> String {
    format!("User-agent: *\nAllow: /\nSitemap: {}sitemap.xml\n", site.settings.base_url)
}
