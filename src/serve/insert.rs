//! In: a page as it would be published. Out: the page with what a preview adds.
//! Never: a rule of the page's security widened by more than the preview's own files need.

/// Where the preview's own files are. No address of a site has an underscore, so none is hidden.
pub(super) const PREFIX: &str = "/_preview/";
pub(super) const SCRIPT: &str = include_str!("preview.js");
pub(super) const STYLE: &str = include_str!("preview.css");

/// The page with the script that reloads it, and the mistakes over it.
pub(super) fn with_preview(html: &str, version: u64, mistakes: Option<&str>) -> String {
    let tags = format!(
        "<link rel=\"stylesheet\" href=\"{PREFIX}preview.css\">\n\
         <script src=\"{PREFIX}preview.js\" data-since=\"{version}\" defer></script>\n"
    );
    let html = before(&widened(html), "</head>", &tags);
    before(&html, "</body>", mistakes.unwrap_or(""))
}

fn before(html: &str, mark: &str, insertion: &str) -> String {
    let at = html.rfind(mark).unwrap_or(html.len());
    format!("{}{insertion}{}", &html[..at], &html[at..])
}

/// The page with a security policy that lets the preview's own script, style and stream in.
fn widened(html: &str) -> String {
    const POLICY: &str = "http-equiv=\"Content-Security-Policy\" content=\"";
    let Some((head, rest)) = html.split_once(POLICY) else { return html.to_string() };
    let Some((policy, tail)) = rest.split_once('"') else { return html.to_string() };
    let mut rules: Vec<String> = policy.split(';').map(|rule| rule.trim().to_string()).collect();
    rules.retain(|rule| !rule.is_empty());
    for name in ["script-src", "style-src", "connect-src"] {
        allow_own(&mut rules, name);
    }
    format!("{head}{POLICY}{}\"{tail}", rules.join("; "))
}

fn allow_own(rules: &mut Vec<String>, name: &str) {
    let rule = rules.iter_mut().find(|rule| rule.split(' ').next() == Some(name));
    match rule {
        None => rules.push(format!("{name} 'self'")),
        Some(rule) if rule.ends_with("'none'") => *rule = format!("{name} 'self'"),
        Some(rule) if !rule.contains("'self'") => rule.push_str(" 'self'"),
        Some(_) => {}
    }
}

#[cfg(test)]
mod tests {
    use super::with_preview;

    #[test]
    fn the_policy_is_widened_for_this_server_and_nobody_else() {
        let page = |policy: &str| {
            format!(
                "<head><meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\"></head>"
            )
        };
        for (before, after) in [
            (
                "default-src 'none'; style-src 'self'; form-action 'none'",
                "default-src 'none'; style-src 'self'; form-action 'none'; script-src 'self'; connect-src 'self'",
            ),
            (
                "script-src 'self'; style-src 'none'; connect-src https://a.example",
                "script-src 'self'; style-src 'self'; connect-src https://a.example 'self'",
            ),
        ] {
            let html = with_preview(&page(before), 1, None);
            assert!(html.contains(&format!("content=\"{after}\"")), "{html}");
        }
    }

    #[test]
    fn script_and_mistakes_stand_at_the_end_of_their_parts() {
        let html = with_preview("<head></head><body>x</body>", 7, Some("<b>!</b>"));
        assert!(html.contains("data-since=\"7\" defer></script>\n</head>"), "{html}");
        assert!(html.ends_with("x<b>!</b></body>"), "{html}");
    }
}
