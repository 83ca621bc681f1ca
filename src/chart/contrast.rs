//! In: two colours. Out: how far apart in brightness they are, as WCAG counts it.
//! Never: whether that is enough.
// Brightness is a power of each part, so this needs floats.
#![allow(clippy::float_arithmetic)]

use crate::model::Rgb;

/// The contrast ratio in tenths, rounded down: 45 is 4.5:1. (WCAG 2.2, relative luminance.)
pub fn contrast(one: Rgb, other: Rgb) -> u32 {
    let (one, other) = (luminance(one), luminance(other));
    let ratio = (one.max(other) + 0.05) / (one.min(other) + 0.05);
    (ratio * 10.0) as u32
}

fn luminance(Rgb(parts): Rgb) -> f64 {
    let linear = parts.map(|part| {
        let part = f64::from(part) / 255.0;
        if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    });
    0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
}

#[cfg(test)]
mod tests {
    use super::contrast;
    use crate::model::Rgb;

    #[test]
    fn ratios_are_those_of_the_standard() {
        let of = |text: &str| Rgb::parse(text).expect("a colour");
        assert_eq!(contrast(of("#000000"), Rgb::WHITE), 210);
        assert_eq!(contrast(Rgb::WHITE, of("#767676")), 45);
        assert_eq!(contrast(Rgb::WHITE, of("#777777")), 44);
        assert_eq!(of("#0017C1").to_string(), "#0017c1");
        for text in ["0017c1", "#0017c", "#0017cg", "#あa", "blue"] {
            assert_eq!(Rgb::parse(text), None, "{text}");
        }
    }
}
