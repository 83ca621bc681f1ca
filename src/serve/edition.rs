//! In: a valid site and its theme. Out: any of its files, a page as soon as someone asks for it.
//! Never: all pages in memory; what is not asked for is not made.

use crate::load::is_copied;
use crate::model::{Lang, Site};
use crate::pages::{self, Page, Sizes};
use crate::render::Theme;
use crate::source::Sources;
use std::collections::BTreeMap;
use std::sync::{Arc, Condvar, Mutex, PoisonError};

/// Files by path.
pub(super) type Files = BTreeMap<String, Vec<u8>>;

/// One state of the site.
#[derive(Default)]
pub(super) struct Edition {
    made: Option<(Site, Arc<Theme>)>,
    pages: BTreeMap<String, (Lang, Page)>,
    /// Pictures of the content, the theme's files.
    ready: Arc<Files>,
    /// What is made beside the pages; a reader waits for it, unless the edition is given up.
    beside: Mutex<Option<Files>>,
    done: Condvar,
}

impl Edition {
    /// The site, with no page made yet.
    pub fn new(site: Site, theme: Theme, content: &Sources) -> Edition {
        let copied = content.iter().filter(|(_, file)| is_copied(&file.path));
        let copied = copied.map(|(_, file)| (file.path.clone(), file.as_bytes().to_vec()));
        let assets = theme.assets().map(|(path, bytes)| (path.to_string(), bytes.to_vec()));
        let ready = copied.chain(assets).collect();
        Edition::of(site, Arc::new(theme), Arc::new(ready))
    }

    /// Another site in the same theme with the same pictures.
    pub fn with(&self, site: Site) -> Option<Edition> {
        let (_, theme) = self.made.as_ref()?;
        Some(Edition::of(site, Arc::clone(theme), Arc::clone(&self.ready)))
    }

    fn of(site: Site, theme: Arc<Theme>, ready: Arc<Files>) -> Edition {
        let everywhere = |page| pages::languages(&site, page).map(move |lang| (lang, page));
        let pages = pages::all(&site).into_iter().flat_map(everywhere);
        let pages = pages.map(|(lang, page)| (pages::path(&site, lang, page), (lang, page)));
        let pages = pages.collect();
        Edition { pages, ready, made: Some((site, theme)), ..Edition::default() }
    }

    /// The site and its theme; nothing before there is a site.
    pub fn made(&self) -> Option<(&Site, &Theme)> {
        self.made.as_ref().map(|(site, theme)| (site, theme.as_ref()))
    }

    /// The path under which the site will be published, with slashes at both ends.
    pub fn base(&self) -> &str {
        self.made().map_or("/", |(site, _)| pages::base_path(&site.settings.base_url))
    }

    /// Takes what was made beside the pages, and lets those read who wait for it.
    pub fn complete(&self, beside: Files) {
        *self.beside.lock().unwrap_or_else(PoisonError::into_inner) = Some(beside);
        self.done.notify_all();
    }

    /// Lets those go empty-handed who wait for what will not be made any more.
    pub fn give_up(&self) {
        let mut beside = self.beside.lock().unwrap_or_else(PoisonError::into_inner);
        beside.get_or_insert_default();
        self.done.notify_all();
    }

    /// Whether a page has this path.
    pub fn has_page(&self, path: &str) -> bool {
        self.pages.contains_key(path)
    }

    /// Whether this is a page that is made when it is asked for. One that tells how large other files are
    /// has to wait for them.
    pub fn makes(&self, path: &str) -> bool {
        self.pages.get(path).is_some_and(|(_, page)| !page.tells_sizes())
    }

    /// A file of the site. A page is made now; for what is made beside the pages the reader waits.
    pub fn file(&self, path: &str) -> Option<Vec<u8>> {
        if let Some(bytes) = self.ready.get(path) {
            return Some(bytes.clone());
        }
        let (site, theme) = self.made()?;
        if let Some((lang, page)) = self.pages.get(path).filter(|_| self.makes(path)) {
            let model = pages::model(site, *lang, *page, theme.style(), &Sizes::new());
            // What a template cannot say is told once the whole site is tried.
            return Some(theme.page(&model).unwrap_or_default().into_bytes());
        }
        let beside = self.beside.lock().unwrap_or_else(PoisonError::into_inner);
        let beside = self.done.wait_while(beside, |beside| beside.is_none());
        beside.unwrap_or_else(PoisonError::into_inner).as_ref()?.get(path).cloned()
    }
}

impl std::fmt::Debug for Edition {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "an edition of {} pages", self.pages.len())
    }
}
