//! In: a build as it goes. Out: on request the seconds of each stage; on a terminal, how far a long build is.
//! Never: a word on standard output, or one that stays when the build is done.

use crate::diagnostics::Lang;
use crate::publish::{Sink, WriteError, Writer};
use std::io::{IsTerminal, Write, stderr};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

/// A build that takes less needs no word on the way.
const LONG: Duration = Duration::from_secs(2);
/// Between two words.
const PAUSE: Duration = Duration::from_millis(200);

/// The stages of a build, with what each took.
pub(super) struct Pace {
    last: Instant,
    stages: Vec<((&'static str, &'static str), Duration)>,
}

impl Pace {
    /// Begins with the first stage.
    pub fn begin() -> Pace {
        Pace { last: Instant::now(), stages: Vec::new() }
    }

    /// A stage, named in Japanese and English, is done.
    pub fn done(&mut self, ja: &'static str, en: &'static str) {
        let now = Instant::now();
        self.stages.push(((ja, en), now - self.last));
        self.last = now;
    }

    /// The stages, a line each.
    pub fn lines(&self, lang: Lang) -> String {
        let line = |((ja, en), took): &((&str, &str), Duration)| match lang {
            Lang::Ja => format!("{:8.3}秒  {ja}\n", took.as_secs_f32()),
            Lang::En => format!("{:8.3} s  {en}\n", took.as_secs_f32()),
        };
        self.stages.iter().map(line).collect()
    }
}

/// A sink that says on a terminal how many files have gone through it.
pub(super) struct Counted<'s> {
    to: &'s dyn Sink,
    lang: Lang,
    begun: Instant,
    /// How many, and when that was last said.
    files: Mutex<(usize, Option<Instant>)>,
}

impl<'s> Counted<'s> {
    /// Before `to`.
    pub fn new(to: &'s dyn Sink, lang: Lang) -> Counted<'s> {
        Counted { to, lang, begun: Instant::now(), files: Mutex::default() }
    }

    fn count(&self) {
        let mut files = self.files.lock().unwrap_or_else(PoisonError::into_inner);
        files.0 += 1;
        let rested = files.1.is_none_or(|said| said.elapsed() >= PAUSE);
        if files.0.is_multiple_of(64)
            && rested
            && self.begun.elapsed() >= LONG
            && stderr().is_terminal()
        {
            let count = files.0;
            let _ = match self.lang {
                Lang::Ja => write!(stderr(), "\r{count}個のファイルを書き出しました…"),
                Lang::En => write!(stderr(), "\r{count} files written…"),
            };
            files.1 = Some(Instant::now());
        }
    }
}

impl Sink for Counted<'_> {
    fn put(&self, path: &str, bytes: &[u8]) -> Result<(), WriteError> {
        self.to.put(path, bytes)?;
        self.count();
        Ok(())
    }

    fn stream(&self, path: &str, write: Writer<'_>) -> Result<(), WriteError> {
        self.to.stream(path, write)?;
        self.count();
        Ok(())
    }

    fn before(&self, path: &str) -> Option<Vec<u8>> {
        self.to.before(path)
    }

    fn made(&self, key: &str, make: &dyn Fn() -> Vec<u8>) -> Option<Vec<u8>> {
        self.to.made(key, make)
    }
}

impl Drop for Counted<'_> {
    fn drop(&mut self) {
        let files = self.files.lock().unwrap_or_else(PoisonError::into_inner);
        if files.1.is_some() {
            let _ = write!(stderr(), "\r\x1b[K"); // the line is wiped
        }
    }
}
