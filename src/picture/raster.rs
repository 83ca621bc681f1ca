//! In: an SVG of ours. Out: the same as PNG, in the fonts that travel with the program.
//! Never: a font of the machine it runs on, so every machine draws the same bytes; a character left out
//! in silence; a float but the scale the library asks for.

use crate::source::digest;
use resvg::{tiny_skia, usvg}; // SVG into pixels; its only home
use std::collections::BTreeSet;
use std::sync::Arc;

const REGULAR: &[u8] = include_bytes!("../../assets/fonts/NotoSansCJKjp-Regular.subset.otf");
const BOLD: &[u8] = include_bytes!("../../assets/fonts/NotoSansCJKjp-Bold.subset.otf");
/// Every character both fonts draw, in order; made with them.
const CHARACTERS: &str = include_str!("../../assets/fonts/characters.txt");
const FAMILY: &str = "Noto Sans CJK JP";
/// Goes into keys: with another version the same SVG may become another picture.
const VERSION: &str = "resvg 0.49.0";

/// Stands for a character the fonts lack, as printers have it.
const GETA: char = '〓';

/// Draws pictures.
#[derive(Debug)]
pub struct Raster {
    options: usvg::Options<'static>,
    known: BTreeSet<char>,
    made_with: String,
}

impl Default for Raster {
    fn default() -> Raster {
        let mut fonts = usvg::fontdb::Database::new();
        fonts.load_font_data(REGULAR.to_vec());
        fonts.load_font_data(BOLD.to_vec());
        fonts.set_sans_serif_family(FAMILY);
        Raster {
            options: usvg::Options {
                fontdb: Arc::new(fonts),
                font_family: FAMILY.to_string(),
                ..usvg::Options::default()
            },
            known: CHARACTERS.chars().chain(['\n']).collect(),
            made_with: format!("{VERSION}\n{}\n{}\n", digest(REGULAR), digest(BOLD)),
        }
    }
}

impl Raster {
    /// The drawing with 〓 in place of what the fonts lack, and what they lack.
    pub fn covered(&self, svg: &str) -> (String, BTreeSet<char>) {
        let mut lacking = BTreeSet::new();
        let shown = |c: char| match c {
            _ if self.known.contains(&c) => Some(c),
            // Chooses a variant of the character before it, and is nothing by itself.
            '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}' => None,
            _ => {
                lacking.insert(c);
                Some(GETA)
            }
        };
        let covered = svg.chars().filter_map(shown).collect();
        (covered, lacking)
    }

    /// Names all that a picture is made from.
    pub fn key(&self, svg: &str, scale: f32) -> String {
        digest(format!("{}{scale}\n{svg}", self.made_with).as_bytes())
    }

    /// Draws an SVG of ours so many times its own size.
    pub fn png(&self, svg: &str, scale: f32) -> Vec<u8> {
        let tree = usvg::Tree::from_str(svg, &self.options).expect("our own SVG is well formed");
        let size = tree.size().to_int_size();
        let size = size.scale_by(scale).unwrap_or(size);
        let mut pixels =
            tiny_skia::Pixmap::new(size.width(), size.height()).expect("a size has no zero in it");
        let scale = tiny_skia::Transform::from_scale(scale, scale);
        resvg::render(&tree, scale, &mut pixels.as_mut());
        pixels.encode_png().expect("memory takes everything")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(words: &str) -> String {
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"200\" height=\"40\" font-family=\"Meiryo, sans-serif\">\
             <text x=\"4\" y=\"30\" font-size=\"20\">{words}</text></svg>"
        )
    }

    #[test]
    fn what_the_fonts_lack_is_seen_and_told() {
        let raster = Raster::default();
        let (covered, lacking) = raster.covered(&text("𠮷野家 髙﨑 葛\u{e0100}城"));
        assert!(covered.contains("〓野家 髙﨑 葛城"), "{covered}");
        assert_eq!(lacking.into_iter().collect::<String>(), "𠮷");
        let (covered, _) = raster.covered(&text("𠮷"));
        assert!(raster.png(&covered, 1.0) == raster.png(&text("〓"), 1.0));
        assert!(raster.png(&covered, 1.0) != raster.png(&text(""), 1.0));
    }

    #[test]
    fn every_character_of_the_list_is_drawn() {
        let raster = Raster::default();
        let drawn: Vec<char> = CHARACTERS.chars().filter(|c| !c.is_whitespace()).collect();
        for some in drawn.chunks(500) {
            let words = crate::chart::escape(&some.iter().collect::<String>());
            for weight in ["400", "700"] {
                let svg = text(&words).replace("<text", &format!("<text font-weight=\"{weight}\""));
                let tree = usvg::Tree::from_str(&svg, &raster.options).expect("well formed");
                let usvg::Node::Text(text) = &tree.root().children()[0] else { panic!("a text") };
                let spans = text.layouted().iter();
                let glyphs = spans.flat_map(|span| &span.positioned_glyphs);
                let lacking: Vec<&str> =
                    glyphs.filter(|glyph| glyph.id.0 == 0).map(|glyph| &*glyph.text).collect();
                assert_eq!(lacking, Vec::<&str>::new());
            }
        }
    }

    #[test]
    fn bold_is_bold_and_a_picture_is_the_same_twice() {
        let (raster, other) = (Raster::default(), Raster::default());
        let bold = text("達成").replace("<text", "<text font-weight=\"700\"");
        assert!(raster.png(&bold, 1.0) != raster.png(&text("達成"), 1.0));
        assert!(raster.png(&bold, 1.5) == other.png(&bold, 1.5));
    }

    #[test]
    fn the_key_names_drawing_and_scale() {
        let raster = Raster::default();
        let keys = [("a", 1.0), ("b", 1.0), ("a", 1.5)].map(|(svg, by)| raster.key(&text(svg), by));
        assert_eq!(keys.iter().collect::<BTreeSet<_>>().len(), 3);
        assert_eq!(keys[0], Raster::default().key(&text("a"), 1.0));
    }

    #[test]
    fn the_version_in_the_key_is_the_one_in_use() {
        let lock = include_str!("../../Cargo.lock");
        let (name, version) = VERSION.split_once(' ').expect("a name and a version");
        assert!(lock.contains(&format!("name = \"{name}\"\nversion = \"{version}\"")));
    }
}
