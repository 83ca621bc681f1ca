//! In: the text of a template the engine has accepted. Out: the words and signs within its tags.
//! Never: what they mean; comments, raw parts and the page around the tags are passed over.

/// A word, a sign or a quoted text, and its first byte in the template.
#[derive(Clone, Copy)]
pub(super) struct Token<'s> {
    pub text: &'s str,
    pub at: usize,
}

/// Every `{{ … }}` and `{% … %}`, in order.
pub(super) fn tags(source: &str) -> Vec<Vec<Token<'_>>> {
    let mut tags = Vec::new();
    let mut at = 0;
    while let Some((open, close)) = opening(&source[at..]) {
        at += open + 2;
        if close == "#}" {
            at = after(source, at, close);
            continue;
        }
        let (tag, end) = tag(source, at, close);
        at = end;
        if tag.first().is_some_and(|first| first.text == "raw") {
            at = after(source, at, "endraw");
        }
        tags.push(tag);
    }
    tags
}

/// The next tag or comment, and what closes it.
fn opening(rest: &str) -> Option<(usize, &'static str)> {
    let closes = |pair: &[u8]| match pair {
        b"{{" => Some("}}"),
        b"{%" => Some("%}"),
        b"{#" => Some("#}"),
        _ => None,
    };
    rest.as_bytes().windows(2).enumerate().find_map(|(at, pair)| Some((at, closes(pair)?)))
}

fn after(source: &str, at: usize, what: &str) -> usize {
    source[at..].find(what).map_or(source.len(), |found| at + found + what.len())
}

/// The tokens from `at` to `close`, and where the text goes on.
fn tag<'s>(source: &'s str, at: usize, close: &str) -> (Vec<Token<'s>>, usize) {
    let mut tokens = Vec::new();
    let mut at = if source[at..].starts_with('-') { at + 1 } else { at };
    while let Some(next) = source[at..].chars().next() {
        let rest = &source[at..];
        if rest.starts_with(close) {
            return (tokens, at + close.len());
        }
        let length = match next {
            '"' | '\'' | '`' => quoted(rest, next),
            _ if is_word(next) => rest.find(|next| !is_word(next)).unwrap_or(rest.len()),
            _ => next.len_utf8(),
        };
        if !next.is_whitespace() {
            tokens.push(Token { text: &rest[..length], at });
        }
        at += length;
    }
    (tokens, at)
}

fn is_word(character: char) -> bool {
    character.is_alphanumeric() || character == '_'
}

/// The length of a quoted text with both its quotes.
fn quoted(rest: &str, quote: char) -> usize {
    let mut escaped = false;
    let end = rest.char_indices().skip(1).find(|(_, next)| {
        let ends = *next == quote && !escaped;
        escaped = *next == '\\' && !escaped;
        ends
    });
    end.map_or(rest.len(), |(at, _)| at + quote.len_utf8())
}
