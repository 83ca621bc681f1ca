//! In: a site's root, requests of a browser on the same machine. Out: the site as it would be published, each
//! page made when it is asked for,
//! with a script that reloads it and what is wrong with the content over it.
//! Never: a file written; a reader from another machine or another site.

mod answer;
mod edition;
mod insert;
mod overlay;
mod proof;
mod rebuild;
mod request;
mod seen;
mod socket;
mod watch;

pub use answer::{Answer, Response};
pub use rebuild::{News, Rebuild};
pub use request::Request;
pub use socket::listen;
pub use watch::Watch;

use edition::Edition;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// What browsers are shown: the last site without mistakes, and the mistakes since.
#[derive(Debug, Default)]
pub struct Preview {
    shown: Mutex<Shown>,
    changed: Condvar,
}

/// One state of the preview.
#[derive(Clone, Debug, Default)]
struct Shown {
    /// Counts the states; a page knows by it whether it is still the newest.
    version: u64,
    edition: Arc<Edition>,
    /// The overlay, while the content has mistakes.
    mistakes: Option<Arc<str>>,
}

impl Preview {
    /// Shows a site.
    fn show(&self, edition: &Arc<Edition>) {
        self.put(edition, None);
    }

    /// Lays mistakes over the last site without any.
    fn lay_over(&self, good: &Arc<Edition>, mistakes: String) {
        self.put(good, Some(mistakes.into()));
    }

    /// The edition that is shown, if it is of the content with this hash and nothing lies over it.
    fn shown_of(&self, content: &str) -> Option<Arc<Edition>> {
        let shown = self.lock();
        let (site, _) = shown.edition.made().filter(|_| shown.mistakes.is_none())?;
        (site.content == content).then(|| Arc::clone(&shown.edition))
    }

    /// A state that is shown already is not told again: browsers would load the same page once more.
    fn put(&self, edition: &Arc<Edition>, mistakes: Option<Arc<str>>) {
        let mut shown = self.lock();
        let other = !Arc::ptr_eq(&shown.edition, edition);
        if !other && shown.mistakes == mistakes {
            return;
        }
        if other {
            shown.edition.give_up();
        }
        shown.edition = Arc::clone(edition);
        shown.mistakes = mistakes;
        shown.version += 1;
        self.changed.notify_all();
    }

    /// Waits until there is a site, or mistakes in place of one.
    pub fn begun(&self) {
        let nothing = |shown: &mut Shown| shown.version == 0;
        drop(self.changed.wait_while(self.lock(), nothing));
    }

    /// Waits until there is something newer than `version`, or `at_most` so long.
    fn newer_than(&self, version: u64, at_most: Duration) -> Option<u64> {
        let same = |shown: &mut Shown| shown.version == version;
        let waited = self.changed.wait_timeout_while(self.lock(), at_most, same);
        let (shown, _) = waited.unwrap_or_else(PoisonError::into_inner);
        (shown.version != version).then_some(shown.version)
    }

    fn now(&self) -> Shown {
        self.lock().clone()
    }

    fn lock(&self) -> MutexGuard<'_, Shown> {
        self.shown.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
