//! In: this process, as Linux accounts for it. Out: seconds of the processor, the peak of memory.
//! Never: an estimate; where the system gives nothing, the program stops.

use std::fs;
use std::path::Path;
use std::time::Instant;

/// What a process has used.
#[derive(Clone, Copy)]
pub struct Usage {
    /// Seconds in the program itself, all threads together.
    pub user: f64,
    /// Seconds in the system on its behalf.
    pub system: f64,
    /// Seconds on the wall.
    pub wall: f64,
    /// The most memory held at once.
    pub peak_megabytes: f64,
    at: Instant,
}

impl Usage {
    /// Up to now.
    pub fn now() -> Usage {
        let stat = fs::read_to_string("/proc/self/stat").expect("Linux tells what a process uses");
        let after_name = stat.rsplit_once(") ").expect("the name stands in brackets").1;
        // Fields 14 and 15 of the whole line, in hundredths of a second.
        let field = |at: usize| after_name.split(' ').nth(at).and_then(|one| one.parse().ok());
        let seconds = |at: usize| field(at).map(|ticks: f64| ticks / 100.0).expect("a number");
        let status = fs::read_to_string("/proc/self/status").expect("as above");
        let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        let kibibytes = peak.and_then(|peak| peak.trim().strip_suffix(" kB")?.parse::<f64>().ok());
        Usage {
            user: seconds(11),
            system: seconds(12),
            wall: 0.0,
            peak_megabytes: kibibytes.expect("a number") * 1024.0 / 1e6,
            at: Instant::now(),
        }
    }

    /// What was used between two moments; the peak is that of the later one.
    pub fn since(self, before: Usage) -> Usage {
        Usage {
            user: self.user - before.user,
            system: self.system - before.system,
            wall: (self.at - before.at).as_secs_f64(),
            ..self
        }
    }
}

/// Begins the peak of memory anew.
pub fn forget_peak() {
    fs::write("/proc/self/clear_refs", "5").expect("a process may forget its own peak");
}

/// Bytes of all files below a folder.
pub fn size(folder: &Path) -> u64 {
    let entries = fs::read_dir(folder).expect("the folder can be read");
    entries
        .map(|entry| {
            let entry = entry.expect("its entries can be read");
            match entry.metadata().expect("as above") {
                kind if kind.is_dir() => size(&entry.path()),
                kind => kind.len(),
            }
        })
        .sum()
}
