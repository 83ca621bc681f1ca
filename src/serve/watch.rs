//! In: a site's root. Out: a nudge when its files may have changed, with the files if the system names them.
//! Never: what changed in them; whoever is nudged looks for themselves.

use crate::source::relative;
use notify::{Event, RecommendedWatcher, RecursiveMode, Watcher}; // the system's word that files change; its only home
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::Duration;

/// Editors save in several steps (write beside, rename); all of them are one save.
const ONE_SAVE: Duration = Duration::from_millis(20);

/// Shared folders of an office and the disks of virtual machines often say nothing of changes: it is
/// well to look now and then all the same.
const NOW_AND_THEN: Duration = Duration::from_secs(2);

/// Watches `content/` and `themes/`.
#[derive(Debug)]
pub struct Watch {
    nudges: Receiver<Vec<String>>,
    /// Whether there was a nudge that nobody has looked after yet.
    nudged: Arc<AtomicBool>,
    // While they are kept, the system watches, and a system that cannot is waited for all the same.
    _watcher: Option<RecommendedWatcher>,
    _nudge: Sender<Vec<String>>,
}

impl Watch {
    /// Begins to watch. What cannot be watched is looked at now and then.
    pub fn begin(root: &Path) -> Watch {
        let (nudge, nudges) = channel();
        let (sent, nudged) = (nudge.clone(), Arc::new(AtomicBool::new(false)));
        let noted = Arc::clone(&nudged);
        // The system names files by the whole path, through any link that leads to the root.
        let root = root.canonicalize().unwrap_or_else(|_| root.to_path_buf());
        let whole = root.clone();
        let watcher = notify::recommended_watcher(move |event: notify::Result<Event>| {
            // Reading is no change: our own would nudge us for ever.
            if event.as_ref().is_ok_and(|event| event.kind.is_access()) {
                return;
            }
            noted.store(true, Ordering::Relaxed);
            let below = |path: &PathBuf| relative(&whole, path);
            // Where the system lost count, it names no files.
            let named = event.ok().and_then(|event| event.paths.iter().map(below).collect());
            let _ = sent.send(named.unwrap_or_default());
        });
        let mut watcher = watcher.ok();
        for folder in ["content", "themes"] {
            if let Some(watcher) = &mut watcher {
                let _ = watcher.watch(&root.join(folder), RecursiveMode::Recursive);
            }
        }
        Watch { nudges, nudged, _watcher: watcher, _nudge: nudge }
    }

    /// Waits until it is time to look. The files that may have changed, as paths below the root; none if any of
    /// them may.
    pub fn wait(&self) -> Vec<String> {
        let mut files = Vec::new();
        let mut all_named = true;
        let mut patience = NOW_AND_THEN;
        while let Ok(named) = self.nudges.recv_timeout(patience) {
            all_named &= !named.is_empty();
            files.extend(named);
            patience = ONE_SAVE;
        }
        self.nudged.store(false, Ordering::Relaxed);
        files.retain(|_| all_named);
        files
    }

    /// Whether files may have changed since the last wait; may be asked on any thread.
    pub fn nudged(&self) -> impl Fn() -> bool + Sync + use<> {
        let nudged = Arc::clone(&self.nudged);
        move || nudged.load(Ordering::Relaxed)
    }
}
