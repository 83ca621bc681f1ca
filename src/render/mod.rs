//! In: page models and a theme. Out: the bytes of each page, and the theme's assets.
//! Never: the site itself; a template sees a page model and nothing else.

mod names;
mod ruby;
mod tags;

use crate::diagnostics::{Problem, Report};
use crate::locale::Locale;
use crate::model::{Colour, Lang, Look};
use crate::pages::Model;
use crate::source::{Sources, digest, fingerprint};
use include_dir::{Dir, include_dir}; // the default theme travels inside the program; its only home
use names::Names;
use std::collections::BTreeMap;
use std::io::Write;
use tera::{Context, Tera, Value}; // components, inheritance, errors with a caret; its only home

static DEFAULT: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/themes/default");

const STYLE: &str = "assets/style.css";

const TEMPLATES: &str = "templates/";

/// Compiled templates and the files beside them.
pub struct Theme {
    tera: Tera,
    /// Our words by language, the same on every page.
    words: BTreeMap<Lang, Value>,
    assets: BTreeMap<String, Vec<u8>>,
    style: String,
    sheets: Vec<String>,
    digest: String,
}

impl Theme {
    /// The default theme with a site's own files, which stand in `folder`, and colours laid over it,
    /// file by file. `None` if a template cannot be read or names what no page gives it.
    pub fn load(own: &Sources, folder: &str, look: &Look, report: &mut Report) -> Option<Theme> {
        let mut files: BTreeMap<String, Vec<u8>> = BTreeMap::new();
        add_embedded(&DEFAULT, &mut files);
        for (_, file) in own.iter() {
            files.insert(file.path.clone(), file.as_bytes().to_vec());
        }
        let each = |(path, bytes): (&String, &Vec<u8>)| format!("{} {path}\n", digest(bytes));
        let digest = digest(files.iter().map(each).collect::<String>().as_bytes());
        let mut assets = BTreeMap::new();
        let mut templates = Vec::new();
        for (path, bytes) in files {
            if let Some(name) = path.strip_prefix(TEMPLATES) {
                templates.push((name.to_string(), String::from_utf8_lossy(&bytes).into_owned()));
            } else if path.starts_with("assets/") {
                assets.insert(path, bytes);
            }
        }
        let mut tera = Tera::new();
        tera.set_escape_fn(escape);
        if let Err(error) =
            tera.add_raw_templates(templates.iter().map(|(name, text)| (name, text)))
        {
            report.add_page(Problem::Template { detail: error.to_string() }, "themes");
            return None;
        }
        let words = |lang| (lang, Value::from_serializable(Locale::of(lang).words));
        let words: BTreeMap<Lang, Value> = Lang::ALL.into_iter().map(words).collect();
        let found = report.len();
        let named = words[&Lang::Ja].as_map().into_iter().flat_map(|words| words.keys());
        let names = Names::new(&templates, named.filter_map(|name| name.as_str()));
        for (_, file) in own.iter() {
            if let (Some(name), Ok(text)) = (file.path.strip_prefix(TEMPLATES), file.text()) {
                names.check(&tera, name, text, &format!("{folder}/{}", file.path), report);
            }
        }
        if report.len() > found {
            return None;
        }
        if let Some(style) = assets.get_mut(STYLE) {
            style.extend(colours(look).into_bytes());
        }
        let style = address_with_version(STYLE, &assets);
        let sheets = [
            DEFAULT.get_file(STYLE).map(|file| file.contents()),
            assets.get(STYLE).map(Vec::as_slice),
        ];
        let sheets = sheets.into_iter().flatten();
        let sheets = sheets.map(|sheet| String::from_utf8_lossy(sheet).into_owned()).collect();
        Some(Theme { tera, words, assets, style, sheets, digest })
    }

    /// A name of this theme that no other theme has.
    pub fn digest(&self) -> &str {
        &self.digest
    }

    /// The address of the style sheet. It changes with the content, so that a browser never shows
    /// a new page with an old look.
    pub fn style(&self) -> &str {
        &self.style
    }

    /// The default style sheet and, over it, the site's: drawings that leave the pages take their looks here.
    pub fn sheets(&self) -> impl Iterator<Item = &str> {
        self.sheets.iter().map(String::as_str)
    }

    /// Files copied as they are.
    pub fn assets(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.assets.iter().map(|(path, bytes)| (path.as_str(), bytes.as_slice()))
    }

    /// Spells out a page; what is wrong with its template comes back in words.
    pub fn page(&self, model: &Model<'_>) -> Result<String, String> {
        let said = |error: tera::Error| error.to_string();
        let mut context = Context::new();
        context.insert_value("t", self.words[&model.lang].clone());
        context.insert_value("shell", Value::try_from_serializable(&model.shell).map_err(said)?);
        context.insert_value("page", Value::try_from_serializable(&model.page).map_err(said)?);
        let html = self.tera.render(model.template, &context).map_err(said)?;
        Ok(ruby::spelled_out(html))
    }
}

/// As the template engine escapes, in pieces instead of bytes.
fn escape(text: &str, out: &mut dyn Write) -> std::io::Result<()> {
    let mut rest = text;
    let special = |byte| matches!(byte, b'&' | b'<' | b'>' | b'"' | b'\'');
    while let Some(at) = rest.bytes().position(special) {
        out.write_all(&rest.as_bytes()[..at])?;
        out.write_all(match rest.as_bytes()[at] {
            b'&' => b"&amp;",
            b'<' => b"&lt;",
            b'>' => b"&gt;",
            b'"' => b"&quot;",
            _ => b"&#39;",
        })?;
        rest = &rest[at + 1..];
    }
    out.write_all(rest.as_bytes())
}

fn add_embedded(dir: &Dir<'_>, files: &mut BTreeMap<String, Vec<u8>>) {
    for file in dir.files() {
        let path = file.path().to_string_lossy().replace('\\', "/");
        files.insert(path, file.contents().to_vec());
    }
    for below in dir.dirs() {
        add_embedded(below, files);
    }
}

/// The publisher's colours in place of the theme's; a reader's own contrast colours stay above them.
fn colours(look: &Look) -> String {
    let tokens = |of: fn(&Colour) -> String| {
        let main = look.main.as_ref().map(|main| {
            let main = of(main);
            format!("--link: {main}; --actual: {main}; ")
        });
        let target = look.target.as_ref().map(|target| format!("--target: {}; ", of(target)));
        main.unwrap_or_default() + &target.unwrap_or_default()
    };
    let (light, dark) = (tokens(|it| it.light.to_string()), tokens(|it| it.dark.to_string()));
    if light.is_empty() {
        return String::new();
    }
    format!(
        "/* The publisher's colours */\n\
         @media not (forced-colors: active) {{\n\
         :root {{ {light}}}\n\
         @media screen and (prefers-color-scheme: dark) {{ :root {{ {dark}}} }}\n\
         }}\n"
    )
}

fn address_with_version(path: &str, assets: &BTreeMap<String, Vec<u8>>) -> String {
    let version = fingerprint(assets.get(path).map_or(&[], Vec::as_slice));
    format!("{path}?v={version}")
}
