//! In: a number as written. Out: a JSON number with just these digits.
//! Never: a float; 12.50 stays 12.50 for programs that can keep it, and is 12.5 to the others.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::value::RawValue;

/// A decimal number, digit for digit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Number(String);

impl Number {
    /// The number a cell holds; none for an empty cell.
    pub fn of_cell(cell: &str) -> Option<Number> {
        (!cell.is_empty()).then(|| Number(cell.to_string()))
    }

    /// Its digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Serialize for Number {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let raw = RawValue::from_string(self.0.clone()).map_err(serde::ser::Error::custom)?;
        raw.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Number {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Number, D::Error> {
        let raw = Box::<RawValue>::deserialize(deserializer)?;
        let digits = raw.get();
        let number =
            digits.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b'-'));
        if !number {
            return Err(serde::de::Error::custom("not a plain number"));
        }
        Ok(Number(digits.to_string()))
    }
}

#[cfg(test)]
mod tests {
    use super::Number;

    #[test]
    fn a_number_keeps_its_digits() {
        for digits in ["12.50", "-0.300", "0", "99999999999999999999.999"] {
            let number = Number::of_cell(digits).expect("a number");
            let json = serde_json::to_string(&number).expect("it serializes");
            assert_eq!(json, digits);
            assert_eq!(serde_json::from_str::<Number>(&json).expect("a number"), number);
        }
        for other in ["\"12.50\"", "1e3", "true"] {
            assert!(serde_json::from_str::<Number>(other).is_err(), "{other}");
        }
        assert_eq!(Number::of_cell(""), None);
    }
}
