//! In: files. Out: them in a folder beside the target, then swapped with it in one step.
//! Never: a folder touched that is not ours; a reader left with half of each site.

use super::bundle::pack;
use super::{Sink, Writer};
use crate::model::Date;
use std::fs;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

/// Marks a folder that a build may replace.
const MARKER: &str = ".michinori";
const MARKER_TEXT: &str = "This folder is replaced as a whole by every build of michinori.\n";

/// So much of a long file is written at a time.
const PIECE: usize = 128 * 1024;

/// Why the site could not be written.
#[derive(Debug)]
pub enum WriteError {
    /// The target holds something that no build of ours made.
    NotOurs(PathBuf),
    /// Another build is writing to the same target.
    Busy(PathBuf),
    /// The system refused.
    Io(PathBuf, io::Error),
}

/// A site being written beside its target. Dropped without [`Staged::publish`], it disappears.
#[derive(Debug)]
pub struct Staged {
    target: PathBuf,
    stage: PathBuf,
    // Once published, what stands at `stage` belongs to another build.
    published: bool,
    // Held locked while the build runs, so that a second build waits its turn and the leavings of
    // a killed one, which hold no lock, are known as such.
    _lock: fs::File,
}

impl Staged {
    /// Begins a site for `target`, which must be ours, empty or absent.
    pub fn begin(target: &Path) -> Result<Staged, WriteError> {
        let name = target.file_name().ok_or_else(|| WriteError::NotOurs(target.to_path_buf()))?;
        let parent = target.parent().filter(|parent| !parent.as_os_str().is_empty());
        let parent = parent.unwrap_or(Path::new("."));
        fs::create_dir_all(parent).map_err(|error| WriteError::Io(parent.to_path_buf(), error))?;
        let target = parent.join(name);
        let stage = parent.join(format!(".{}.stage", name.to_string_lossy()));
        restore(&target)?;
        refuse_foreign(&target)?;
        clear_leavings(&stage)?;
        fs::create_dir(&stage).map_err(|error| WriteError::Io(stage.clone(), error))?;
        let lock = marker(&stage)?;
        Ok(Staged { target, stage, published: false, _lock: lock })
    }

    /// Writes the finished site as one archive beside the target, before it takes the target's place:
    /// while it is staged, nobody else changes it.
    pub fn archive(&self, edition: Date) -> Result<PathBuf, WriteError> {
        let name = self.target.file_name().unwrap_or_default().to_string_lossy();
        let archive = self.target.with_file_name(format!("{name}.zip"));
        let stage = self.target.with_file_name(format!(".{name}.zip.stage"));
        let written = pack(&self.stage, &name, &stage, edition);
        let written = written.and_then(|()| fs::rename(&stage, &archive));
        match written {
            Ok(()) => Ok(archive),
            Err(error) => {
                let _ = fs::remove_file(&stage);
                Err(WriteError::Io(archive, error))
            }
        }
    }

    /// Puts the finished site in the target's place.
    pub fn publish(mut self) -> Result<(), WriteError> {
        let failed = |target: &Path, error| WriteError::Io(target.to_path_buf(), error);
        refuse_foreign(&self.target)?;
        // From the swap on, the old site stands where the next build will stage: its lock keeps
        // that build away until the old site is gone.
        let old = fs::File::open(self.target.join(MARKER)).ok();
        let _held = old.as_ref().map(|old| old.try_lock());
        if self.target.exists() {
            swap(&self.stage, &self.target).map_err(|error| failed(&self.target, error))?;
            // What cannot be removed now is cleared by the next build; the new site is in place.
            let _ = fs::remove_dir_all(&self.stage);
        } else {
            fs::rename(&self.stage, &self.target).map_err(|error| failed(&self.target, error))?;
        }
        self.published = true;
        Ok(())
    }
}

impl Drop for Staged {
    fn drop(&mut self) {
        if !self.published {
            let _ = fs::remove_dir_all(&self.stage);
        }
    }
}

impl Sink for Staged {
    fn put(&self, path: &str, bytes: &[u8]) -> Result<(), WriteError> {
        self.create(path, |mut file| file.write_all(bytes))
    }

    fn before(&self, path: &str) -> Option<Vec<u8>> {
        fs::read(self.target.join(path)).ok()
    }

    fn stream(&self, path: &str, write: Writer<'_>) -> Result<(), WriteError> {
        self.create(path, |file| {
            let mut file = BufWriter::with_capacity(PIECE, file);
            write(&mut file)?;
            file.flush()
        })
    }
}

impl Staged {
    /// Makes a file, and its folder only where there is none yet.
    fn create(
        &self,
        path: &str,
        fill: impl FnOnce(fs::File) -> io::Result<()>,
    ) -> Result<(), WriteError> {
        let path = self.stage.join(path);
        let made = match fs::File::create(&path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                let folder = path.parent().unwrap_or(&self.stage);
                fs::create_dir_all(folder).and_then(|()| fs::File::create(&path))
            }
            other => other,
        };
        made.and_then(fill).map_err(|error| WriteError::Io(path, error))
    }
}

fn marker(stage: &Path) -> Result<fs::File, WriteError> {
    let path = stage.join(MARKER);
    let failed = |error| WriteError::Io(path.clone(), error);
    fs::write(&path, MARKER_TEXT).map_err(failed)?;
    let file = fs::File::open(&path).map_err(failed)?;
    file.try_lock().map_err(|_| WriteError::Busy(stage.to_path_buf()))?;
    Ok(file)
}

fn refuse_foreign(target: &Path) -> Result<(), WriteError> {
    let Ok(found) = fs::symlink_metadata(target) else { return Ok(()) };
    let ours = found.is_dir() && (target.join(MARKER).is_file() || is_empty(target));
    if ours { Ok(()) } else { Err(WriteError::NotOurs(target.to_path_buf())) }
}

fn is_empty(folder: &Path) -> bool {
    fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_none())
}

/// Removes what a killed build left; refuses while another build holds it.
fn clear_leavings(stage: &Path) -> Result<(), WriteError> {
    if !stage.exists() {
        return Ok(());
    }
    if let Ok(file) = fs::File::open(stage.join(MARKER))
        && file.try_lock().is_err()
    {
        return Err(WriteError::Busy(stage.to_path_buf()));
    }
    fs::remove_dir_all(stage).map_err(|error| WriteError::Io(stage.to_path_buf(), error))
}

/// Exchanges two folders in one step of the file system, where it can.
#[cfg(any(target_os = "linux", target_os = "macos"))]
fn swap(stage: &Path, target: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with}; // the one-step exchange; its only home
    match renameat_with(CWD, stage, CWD, target, RenameFlags::EXCHANGE) {
        Err(rustix::io::Errno::INVAL | rustix::io::Errno::NOSYS) => swap_in_two(stage, target),
        other => other.map_err(io::Error::from),
    }
}

#[cfg(not(any(target_os = "linux", target_os = "macos")))]
fn swap(stage: &Path, target: &Path) -> io::Result<()> {
    swap_in_two(stage, target)
}

/// For file systems without an exchange: for an instant there is no site; `restore` mends a build
/// killed in that instant.
fn swap_in_two(stage: &Path, target: &Path) -> io::Result<()> {
    let old = old_name(target);
    fs::rename(target, &old)?;
    fs::rename(stage, target)?;
    fs::remove_dir_all(old)
}

fn old_name(target: &Path) -> PathBuf {
    let name = target.file_name().unwrap_or_default().to_string_lossy().into_owned();
    target.with_file_name(format!(".{name}.old"))
}

fn restore(target: &Path) -> Result<(), WriteError> {
    let old = old_name(target);
    if !old.exists() {
        return Ok(());
    }
    let done = if target.exists() { fs::remove_dir_all(&old) } else { fs::rename(&old, target) };
    done.map_err(|error| WriteError::Io(old, error))
}
