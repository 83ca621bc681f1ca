//! In: the site. Out: what machines read: open data, the sitemap, the word to robots.
//! Never: a sentence for people, or a number rounded or grouped for them.

mod observations;
mod sitemap;

use crate::model::Site;
use crate::pages::DATA;

/// Every machine file with its path.
pub fn files(site: &Site) -> Vec<(&'static str, Vec<u8>)> {
    vec![
        (DATA, observations::csv(site)),
        ("sitemap.xml", sitemap::sitemap(site).into_bytes()),
        ("robots.txt", sitemap::robots(site).into_bytes()),
        (".nojekyll", Vec::new()), // GitHub Pages would drop names that begin with an underscore
    ]
}
