//! The preview: what a browser on this machine is shown while someone writes.
#![cfg(feature = "serve")]

mod common;

use common::{build, edit, mihon, own_copy, tree};
use michinori::diagnostics::Lang;
use michinori::serve::{Answer, News, Preview, Rebuild, Request, Response};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

const PORT: u16 = 8000;

fn ask(preview: &Preview, method: &str, path: &str, host: Option<&str>) -> Answer {
    let (path, query) = path.split_once('?').unwrap_or((path, ""));
    let request = Request {
        method: method.into(),
        path: path.into(),
        query: query.into(),
        host: host.map(str::to_string),
    };
    preview.answer(&request, PORT)
}

fn whole(answer: Answer) -> Response {
    match answer {
        Answer::Whole(response) => response,
        Answer::Events(since) => panic!("a stream since {since}"),
    }
}

fn get(preview: &Preview, path: &str) -> Response {
    whole(ask(preview, "GET", path, Some("localhost:8000")))
}

fn page(preview: &Preview, path: &str) -> String {
    String::from_utf8(get(preview, path).body).expect("pages are UTF-8")
}

/// The preview of a site as it is now, and what builds it anew.
fn preview(root: &Path) -> (Preview, Rebuild) {
    let (preview, mut rebuild) = (Preview::default(), Rebuild::new(root, Lang::Ja));
    look(&mut rebuild, &preview).expect("the first look always builds");
    (preview, rebuild)
}

fn look(rebuild: &mut Rebuild, preview: &Preview) -> Option<News> {
    rebuild.look(preview, &[], &|| false).expect("the files can be read")
}

const ITEM: &str = "plans/r3/items/01/item.yaml";

#[test]
fn every_file_of_the_site_is_served_as_it_would_be_published() {
    let (preview, _) = preview(&mihon());
    for (path, published) in build(&mihon()) {
        let served = get(&preview, &format!("/{path}"));
        assert_eq!(served.status, 200, "{path}");
        let served = String::from_utf8(served.body).expect("UTF-8");
        if path.ends_with(".html") {
            // Only the lines of the preview's own tags, and the policy that admits them, differ.
            let ours = |line: &&str| {
                !line.contains("/_preview/preview.") && !line.contains("Content-Security-Policy")
            };
            assert!(served.contains("/_preview/preview.js"), "{path}");
            assert!(served.lines().filter(ours).eq(published.lines().filter(ours)), "{path}");
        } else {
            assert!(served == published, "{path}");
        }
    }
}

#[test]
fn addresses_lead_where_they_would_on_the_public_server() {
    let (preview, _) = preview(&mihon());
    let home = page(&preview, "/");
    assert_eq!(home, page(&preview, "/index.html"));
    assert_eq!(page(&preview, "/r3/"), page(&preview, "/r3/index.html"));
    // The site will be published below /report/; links that name the whole path work here, too.
    assert_eq!(home, page(&preview, "/report/"));
    assert_eq!(page(&preview, "/r3/items/01.html"), page(&preview, "/report/r3/items/01.html"));
    assert_eq!(page(&preview, "/%723/items/01%2Ehtml"), page(&preview, "/r3/items/01.html"));

    let moved = get(&preview, "/en/r3?year=2021");
    assert_eq!((moved.status, moved.location.as_deref()), (301, Some("/en/r3/?year=2021")));

    let missing = get(&preview, "/r3/nothing.html");
    assert_eq!(missing.status, 404);
    assert!(String::from_utf8_lossy(&missing.body).contains("data-page-type=\"not-found\""));
}

#[test]
fn nothing_outside_the_site_is_served() {
    let site = own_copy();
    std::fs::write(site.path().join("secret.txt"), "秘密").expect("it can be written");
    let (preview, _) = preview(site.path());
    for path in [
        "/../secret.txt",
        "/%2e%2e/secret.txt",
        "/%2e%2e%2fsecret.txt",
        "/..%5csecret.txt",
        "/r3/../../secret.txt",
        "/../content/site.yaml",
        "/content/site.yaml",
        "//etc/passwd",
        "/%00",
        "/%ff",
        "/%",
    ] {
        let response = get(&preview, path);
        assert_eq!(response.status, 404, "{path}");
        assert!(!String::from_utf8_lossy(&response.body).contains("秘密"), "{path}");
    }
}

#[test]
fn only_this_machine_by_its_own_name_is_answered() {
    let (preview, _) = preview(&mihon());
    let status = |host| whole(ask(&preview, "GET", "/", host)).status;
    for host in ["localhost:8000", "127.0.0.1:8000", "[::1]:8000"] {
        assert_eq!(status(Some(host)), 200, "{host}");
    }
    for host in
        ["evil.example:8000", "localhost", "localhost:8001", "localhost.evil.example:8000", ""]
    {
        assert_eq!(status(Some(host)), 403, "{host}");
    }
    assert_eq!(status(None), 403);
    let events = ask(&preview, "GET", "/_preview/events?since=1", Some("evil.example:8000"));
    assert_eq!(whole(events).status, 403);
    assert_eq!(whole(ask(&preview, "POST", "/", Some("localhost:8000"))).status, 405);
}

#[test]
fn mistakes_stand_over_the_last_good_site_until_they_are_mended() {
    let site = own_copy();
    let (preview, mut rebuild) = preview(site.path());
    let good = page(&preview, "/r3/items/01.html");
    assert!(!good.contains("michinori-mistakes"));

    edit(site.path(), ITEM, "unit: percent", "unit: <percnt>");
    let news = look(&mut rebuild, &preview).expect("something changed");
    assert!(news.summary.is_none() && news.report.has_errors());
    let broken = get(&preview, "/r3/items/01.html");
    assert_eq!(broken.status, 200);
    let broken = String::from_utf8(broken.body).expect("UTF-8");
    let line =
        std::fs::read_to_string(site.path().join("content").join(ITEM)).expect("it is there");
    let line = line.lines().position(|line| line.contains("<percnt>")).expect("the mistake") + 1;
    let overlay = broken.split("<details class=\"michinori-mistakes\"").nth(1).expect("an overlay");
    for said in [
        &format!("content/{ITEM}:{line}:"),
        "「&lt;percnt&gt;」は使えません",
        "対処：",
        "誤り 1件",
        "lang=\"ja\"",
    ] {
        assert!(overlay.contains(said), "{said} in {overlay}");
    }
    let title = good.split("<title>").nth(1).expect("a title");
    assert!(broken.contains(&title[..title.find("</title>").expect("its end")]), "the old page");

    edit(site.path(), ITEM, "unit: <percnt>", "unit: percent");
    assert!(look(&mut rebuild, &preview).expect("something changed").summary.is_some());
    assert!(!page(&preview, "/r3/items/01.html").contains("michinori-mistakes"));
}

#[test]
fn a_build_given_up_for_a_newer_save_is_shown_and_made_up_for() {
    let site = own_copy();
    let (preview, mut rebuild) = preview(site.path());
    edit(site.path(), ITEM, "title: {ja: ", "title: {ja: 新・");
    let given_up = rebuild.look(&preview, &[], &|| true).expect("the files can be read");
    assert!(given_up.is_none());
    assert!(page(&preview, "/r3/items/01.html").contains("新・"), "the page is shown all the same");
    let news = look(&mut rebuild, &preview).expect("it is built after all");
    assert!(news.summary.is_some());
    assert_eq!(news.changed, [format!("content/{ITEM}")]);
    assert_eq!(get(&preview, "/data/v1/manifest.json").status, 200);
    assert!(look(&mut rebuild, &preview).is_none(), "then there is nothing more to tell");
}

#[test]
fn a_changed_item_is_shown_before_everything_is_looked_at_and_as_it_will_be() {
    let site = own_copy();
    let (preview, mut rebuild) = preview(site.path());
    edit(site.path(), ITEM, "title: {ja: ", "title: {ja: 新・");
    edit(site.path(), ITEM, "related: [civic-service, planning]", "related: [finance]");
    edit(site.path(), "plans/r3/items/02/2021.ja.md", "## 要因分析\n", "## 要因分析\n\n加筆。\n");
    let touched = [format!("content/{ITEM}"), "content/plans/r3/items/02/2021.ja.md".to_string()];
    // Given up before everything is looked at: what is shown is what was shown early.
    assert!(rebuild.look(&preview, &touched, &|| true).expect("it can be read").is_none());
    let early = page(&preview, "/r3/items/01.html");
    assert!(early.contains("新・"), "{early}");
    let pages = build(site.path()).into_iter().filter(|(path, _)| path.ends_with(".html"));
    let ours = |line: &&str| {
        !line.contains("/_preview/preview.") && !line.contains("Content-Security-Policy")
    };
    // The page that tells the sizes of files waits for them.
    for (path, published) in pages.filter(|(path, _)| !path.ends_with("data/index.html")) {
        let served = page(&preview, &format!("/{path}"));
        assert!(served.lines().filter(ours).eq(published.lines().filter(ours)), "{path}");
    }
    look(&mut rebuild, &preview).expect("it is built after all");
    let late = page(&preview, "/r3/items/01.html");
    assert_eq!(since(&late), since(&early), "nobody has to load it again");
}

/// Which state of the preview a page shows.
fn since(page: &str) -> &str {
    let (_, rest) = page.split_once("data-since=\"").expect("the script is there");
    rest.split_once('"').expect("the attribute ends").0
}

#[test]
fn a_mistake_in_an_item_is_told_before_everything_is_looked_at() {
    let site = own_copy();
    let (preview, mut rebuild) = preview(site.path());
    let touched = [format!("content/{ITEM}")];
    edit(site.path(), ITEM, "unit: percent", "unit: percnt");
    assert!(rebuild.look(&preview, &touched, &|| true).expect("it can be read").is_none());
    let shown = page(&preview, "/r3/items/01.html");
    assert!(shown.contains("michinori-mistakes") && shown.contains("percnt"), "{shown}");
    edit(site.path(), ITEM, "unit: percnt", "unit: percent");
    assert!(rebuild.look(&preview, &touched, &|| true).expect("it can be read").is_none());
    assert!(!page(&preview, "/r3/items/01.html").contains("michinori-mistakes"));
}

#[test]
fn what_an_early_look_cannot_tell_is_told_by_the_look_at_everything() {
    let site = own_copy();
    let (preview, mut rebuild) = preview(site.path());
    let touched = [format!("content/{ITEM}")];
    // Another indicator has pages of its own: the item alone is not enough.
    let another = "  - id: another\n    role: reference\n    name: {ja: 参考, en: Reference}\n    \
                   unit: count\n    counting: single-year\n    actual: {R6: 1}\n";
    edit(site.path(), ITEM, "indicators:\n", &format!("indicators:\n{another}"));
    let news = rebuild.look(&preview, &touched, &|| false).expect("it can be read");
    assert!(news.expect("something changed").summary.is_some());
    assert_eq!(get(&preview, "/r3/indicators/another.html").status, 200);

    // An item that is gone is missed in the tree.
    std::fs::remove_dir_all(site.path().join("content/plans/r3/items/01")).expect("it was there");
    let news = rebuild.look(&preview, &touched, &|| false).expect("it can be read");
    assert!(news.expect("something changed").report.has_errors());
    let shown = page(&preview, "/r3/items/01.html");
    assert!(shown.contains("michinori-mistakes") && shown.contains("plan.yaml"), "{shown}");
}

#[test]
fn a_link_that_leads_nowhere_brings_the_last_good_site_back() {
    let site = own_copy();
    let (preview, mut rebuild) = preview(site.path());
    let good = page(&preview, "/r3/about.html");
    edit(
        site.path(),
        "plans/r3/about.ja.md",
        "\n\n",
        "\n\n[別紙](appendix.html)を見てください。\n\n",
    );
    let news = look(&mut rebuild, &preview).expect("something changed");
    assert!(news.summary.is_none() && news.report.has_errors());
    let shown = page(&preview, "/r3/about.html");
    assert!(shown.contains("michinori-mistakes") && !shown.contains("別紙</a>"), "{shown}");
    assert!(!good.contains("michinori-mistakes"));
}

#[test]
fn a_site_that_begins_broken_shows_its_mistakes_and_then_itself() {
    let site = own_copy();
    edit(site.path(), ITEM, "unit: percent", "unit: percnt");
    let (preview, mut rebuild) = (Preview::default(), Rebuild::new(site.path(), Lang::En));
    look(&mut rebuild, &preview);
    let response = get(&preview, "/r3/index.html");
    assert_eq!(response.status, 503);
    let html = String::from_utf8(response.body).expect("UTF-8");
    assert!(html.contains("did you mean `percent`?") && html.contains("Help: "), "{html}");
    assert!(html.contains("/_preview/preview.js"), "it loads itself again: {html}");
    edit(site.path(), ITEM, "unit: percnt", "unit: percent");
    look(&mut rebuild, &preview);
    assert_eq!(get(&preview, "/r3/index.html").status, 200);
}

#[test]
fn a_save_names_the_pages_that_show_it() {
    let site = own_copy();
    let (preview, mut rebuild) = preview(site.path());
    assert!(look(&mut rebuild, &preview).is_none(), "nothing changed");
    edit(site.path(), ITEM, "unit: percent", "unit: percent  # %");
    edit(site.path(), "plans/r3/items/02/overview.en.md", "## ", "\n## ");
    edit(site.path(), "sources.yaml", "sources:", "sources: # 出典");
    let news = look(&mut rebuild, &preview).expect("something changed");
    assert_eq!(
        news.changed,
        [
            "content/plans/r3/items/01/item.yaml",
            "content/plans/r3/items/02/overview.en.md",
            "content/sources.yaml"
        ]
    );
    assert_eq!(news.pages, ["r3/items/01.html", "en/r3/items/02.html"]);
    for page in &news.pages {
        assert_eq!(get(&preview, &format!("/{page}")).status, 200);
    }
}

#[test]
fn a_theme_is_watched_too_and_nothing_is_written() {
    let site = own_copy();
    edit(site.path(), "site.yaml", "languages:", "theme: own\nlanguages:");
    let assets = site.path().join("themes/own/assets");
    std::fs::create_dir_all(&assets).expect("it can be made");
    std::fs::write(assets.join("style.css"), "body { color: navy }").expect("it can be written");
    let before = tree(site.path());
    let (preview, mut rebuild) = preview(site.path());
    assert_eq!(tree(site.path()), before);
    assert_eq!(page(&preview, "/assets/style.css"), "body { color: navy }");
    std::fs::write(assets.join("style.css"), "body { color: teal }").expect("it can be written");
    let news = look(&mut rebuild, &preview).expect("something changed");
    assert_eq!(news.changed, ["themes/own/assets/style.css"]);
    assert_eq!(page(&preview, "/assets/style.css"), "body { color: teal }");

    let templates = site.path().join("themes/own/templates");
    std::fs::create_dir_all(&templates).expect("it can be made");
    std::fs::write(templates.join("home.html"), "{{ nothing.there }}").expect("it can be written");
    assert!(look(&mut rebuild, &preview).expect("something changed").summary.is_none());
    let home = page(&preview, "/");
    assert!(
        home.contains("[unknown-name]") && home.contains("<main"),
        "the old page below: {home}"
    );
}

/// The program itself, ended with the test.
struct Program(Child);

impl Drop for Program {
    fn drop(&mut self) {
        self.0.kill().expect("it runs until it is ended");
        self.0.wait().expect("it ends");
    }
}

fn connect(address: &str, path: &str) -> BufReader<TcpStream> {
    let mut stream = TcpStream::connect(address).expect("the preview listens");
    stream.set_read_timeout(Some(Duration::from_secs(60))).expect("a deadline");
    write!(stream, "GET {path} HTTP/1.1\r\nHost: {address}\r\n\r\n").expect("it is sent");
    BufReader::new(stream)
}

fn read(mut stream: BufReader<TcpStream>) -> String {
    let mut text = String::new();
    stream.read_to_string(&mut text).expect("an answer before the deadline");
    text
}

/// Reads lines until one holds `words`.
fn line_with(lines: &mut impl BufRead, words: &str) -> String {
    let line = lines.lines().map(|line| line.expect("a line before the deadline"));
    line.into_iter().find(|line| line.contains(words)).unwrap_or_else(|| panic!("no {words}"))
}

#[test]
fn an_open_page_hears_of_every_save() {
    let site = own_copy();
    let mut program = Command::new(env!("CARGO_BIN_EXE_michinori"))
        .args(["serve", "--port", "0", "--lang", "en"])
        .arg(site.path())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("it runs");
    let mut said = BufReader::new(program.stdout.take().expect("its words"));
    let program = Program(program);
    let greeting = line_with(&mut said, "http://");
    let address = greeting.split("http://").nth(1).and_then(|rest| rest.split('/').next());
    let address = address.expect("an address").to_string();

    let home = read(connect(&address, "/"));
    assert!(home.starts_with("HTTP/1.1 200 OK\r\n"), "{home}");
    let since = home.split("data-since=\"").nth(1).and_then(|rest| rest.split('"').next());
    let since = since.expect("the page knows its version");
    let mut events = connect(&address, &format!("/_preview/events?since={since}"));
    line_with(&mut events, "Content-Type: text/event-stream");

    // As editors save: written beside, then renamed over.
    let file = site.path().join("content/site.yaml");
    let text = std::fs::read_to_string(&file).expect("it can be read");
    let beside = site.path().join("content/.site.yaml.swp");
    std::fs::write(&beside, text.replacen("見本県", "みほん県", 1)).expect("it can be written");
    std::fs::rename(&beside, &file).expect("it can be renamed");
    line_with(&mut events, "data:");
    assert!(read(connect(&address, "/")).contains("みほん県"));
    assert!(line_with(&mut said, "site.yaml").contains("content/site.yaml"));

    // A page that missed a change hears of it at once.
    line_with(&mut connect(&address, &format!("/_preview/events?since={since}")), "data:");
    drop(program);
}
