//! In: a folder that is empty or absent. Out: a new plan in it, ready to be built.
//! Never: a file of someone's replaced.

use super::CLEAN;
use super::stop::Stop;
use crate::diagnostics::Lang;
use crate::init;
use std::path::Path;

pub(super) fn init(folder: &Path, lang: Lang) -> Result<u8, Stop> {
    if is_used(folder) {
        let folder = folder.display();
        return Err(Stop(match lang {
            Lang::Ja => {
                format!("{folder} は空ではないため、何も書きません。新しい名前を指定してください。")
            }
            Lang::En => format!("{folder} is not empty and is left alone; name a new folder"),
        }));
    }
    let files = init::files();
    for (path, bytes) in &files {
        let path = folder.join(path);
        let above = path.parent().unwrap_or(folder);
        let written = std::fs::create_dir_all(above).and_then(|()| std::fs::write(&path, bytes));
        written.map_err(|error| {
            Stop(match lang {
                Lang::Ja => format!("{} に書き込めません（{error}）。", path.display()),
                Lang::En => format!("cannot write {} ({error})", path.display()),
            })
        })?;
    }
    let (folder, count) = (folder.display(), files.len());
    println!(
        "{}",
        match lang {
            Lang::Ja => format!(
                "{folder} に{count}個のファイルを作りました。\n\
                 次は michinori serve {folder} --open で見ながら、content/site.yaml の〇〇町を書き換えてください。"
            ),
            Lang::En => format!(
                "wrote {count} files to {folder}\n\
                 next: michinori serve {folder} --open, and put your own name in content/site.yaml"
            ),
        }
    );
    Ok(CLEAN)
}

/// Whether something is there. A repository without files is as good as empty.
fn is_used(folder: &Path) -> bool {
    match std::fs::read_dir(folder) {
        Ok(entries) => entries.flatten().any(|entry| entry.file_name() != ".git"),
        Err(error) => error.kind() != std::io::ErrorKind::NotFound,
    }
}
