//! In: the site. Out: the sitemap and the word to robots.
//! Never: a translation left without its twin.

use super::Put;
use super::xml::escaped;
use crate::locale::iso;
use crate::model::{Lang, Site};
use crate::pages::{self, HREFLANGS, Page};
use crate::publish::WriteError;
use std::io::{self, Write};

const INDEX: &str = "sitemap.xml";

const BEGIN: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

/// Addresses in a file; the protocol allows 50,000, and no file above 50 MB.
const ADDRESSES: usize = 10_000;

/// sitemaps.org 0.9: one file, or an index of several.
pub(super) fn write(site: &Site, put: Put<'_>) -> Result<(), WriteError> {
    let known = |page: &Page| *page != Page::NotFound && page.known_as() == *page;
    let pages = pages::all(site).into_iter().filter(known);
    let all: Vec<(Lang, Page)> =
        pages.flat_map(|page| pages::languages(site, page).map(move |lang| (lang, page))).collect();
    if all.len() <= ADDRESSES {
        return put(INDEX, &|out| set(site, &all, out));
    }
    let mut names = Vec::new();
    for (some, number) in all.chunks(ADDRESSES).zip(1..) {
        let name = format!("sitemap-{number}.xml");
        put(&name, &|out| set(site, some, out))?;
        names.push(name);
    }
    let settings = &site.settings;
    put(INDEX, &|out| index(&settings.base_url, &iso(settings.edition.date), &names, out))
}

fn index(base_url: &str, date: &str, names: &[String], out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "{BEGIN}<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">")?;
    for name in names {
        let address = escaped(&format!("{base_url}{name}"));
        writeln!(out, "<sitemap><loc>{address}</loc><lastmod>{date}</lastmod></sitemap>")?;
    }
    out.write_all(b"</sitemapindex>\n")
}

/// Pages with the other language of each, as search engines ask for it.
fn set(site: &Site, pages: &[(Lang, Page)], out: &mut dyn Write) -> io::Result<()> {
    let date = iso(site.settings.edition.date);
    let begin = concat!(
        "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"",
        " xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">",
    );
    writeln!(out, "{BEGIN}{begin}")?;
    for (lang, page) in pages {
        let url = |lang: Lang| {
            escaped(&pages::canonical(&site.settings.base_url, &pages::path(site, lang, *page)))
        };
        write!(out, "<url><loc>{}</loc><lastmod>{date}</lastmod>", url(*lang))?;
        if !HREFLANGS.contains(lang) {
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
    out.write_all(b"</urlset>\n")
}

pub(super) fn robots(site: &Site) -> String {
    format!("User-agent: *\nAllow: /\nSitemap: {}{INDEX}\n", site.settings.base_url)
}

#[cfg(test)]
mod tests {
    use super::index;

    #[test]
    fn the_index_names_every_file() {
        let names = ["sitemap-1.xml", "sitemap-2.xml"].map(String::from);
        let mut bytes = Vec::new();
        index("https://a.example/", "2025-09-30", &names, &mut bytes).expect("memory takes it");
        let index = String::from_utf8(bytes).expect("it is text");
        let second = "<loc>https://a.example/sitemap-2.xml</loc><lastmod>2025-09-30</lastmod>";
        assert!(index.contains("<sitemapindex ") && index.contains(second), "{index}");
    }
}
