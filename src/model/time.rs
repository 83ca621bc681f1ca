//! In: years, quarters and dates. Out: their order and arithmetic.
//! Never: an era or a calendar's words; those are `locale`'s.

/// A Japanese fiscal year, 1 April to 31 March, named by the western year in which it begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct FiscalYear(pub i32);

impl FiscalYear {
    /// The year after.
    pub fn next(self) -> FiscalYear {
        FiscalYear(self.0 + 1)
    }

    /// Every year from this one to `last`, both included.
    pub fn through(self, last: FiscalYear) -> impl DoubleEndedIterator<Item = FiscalYear> {
        (self.0..=last.0).map(FiscalYear)
    }
}

/// A quarter of a fiscal year: 1 is April to June, 4 is January to March.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Quarter {
    /// The fiscal year.
    pub year: FiscalYear,
    /// 1 to 4.
    pub number: u8,
}

/// `2020Q4`, for messages.
impl std::fmt::Display for Quarter {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}Q{}", self.year.0, self.number)
    }
}

/// A run of quarters, both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    /// First quarter.
    pub first: Quarter,
    /// Last quarter.
    pub last: Quarter,
}

impl Period {
    /// The fiscal years the period touches, even by one quarter.
    pub fn years(self) -> impl DoubleEndedIterator<Item = FiscalYear> {
        self.first.year.through(self.last.year)
    }
}

/// A date, as fine as it is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date {
    /// Western year.
    pub year: i32,
    /// 1 to 12.
    pub month: u8,
    /// 1 to 31, where the day is known.
    pub day: Option<u8>,
}

impl Date {
    /// The fiscal year it lies in.
    pub fn fiscal_year(self) -> FiscalYear {
        FiscalYear(if self.month >= 4 { self.year } else { self.year - 1 })
    }
}
