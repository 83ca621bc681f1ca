//! In: the site. Out: what machines read: open data, the sitemap, the word to robots.
//! Never: a sentence for people, or a number rounded or grouped for them.

mod observations;
mod search;
mod sitemap;

use crate::model::{Lang, Site};
use crate::pages::DATA;

/// Every machine file with its path.
pub fn files(site: &Site) -> Vec<(String, Vec<u8>)> {
    let mut files = vec![
        (DATA.to_string(), observations::csv(site)),
        ("sitemap.xml".to_string(), sitemap::sitemap(site).into_bytes()),
        ("robots.txt".to_string(), sitemap::robots(site).into_bytes()),
        (".nojekyll".to_string(), Vec::new()), // GitHub Pages would drop names that begin with an underscore
    ];
    files.extend(Lang::ALL.map(|lang| search::documents(site, lang)));
    files
}
