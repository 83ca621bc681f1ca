//! In: a folder and a number of items. Out: the content of a fictional prefecture that has so many.
//! Never: chance or a clock; the same number gives the same bytes.
//!
//! Four plans in succession share the items; each has goals of ten policies of ten items. An item has one
//! or two indicators with five years, a schedule, an overview and the narratives of two years in both
//! languages. Divisions, meetings and opinions grow with the items, as they would.

mod item;
mod plan;
mod site;
mod words;

use std::fs;
use std::io;
use std::path::Path;

/// The plans: folder, first year, names.
const PLANS: [Era; 4] = [
    Era { id: "h18", first: 2006, ja: "第1次行政改革計画", en: "First Reform Plan" },
    Era { id: "h23", first: 2011, ja: "第2次行政改革計画", en: "Second Reform Plan" },
    Era { id: "h28", first: 2016, ja: "第3次行政改革計画", en: "Third Reform Plan" },
    Era { id: "r3", first: 2021, ja: "第4次行政改革計画", en: "Fourth Reform Plan" },
];

/// Years of a plan.
const YEARS: i32 = 5;
/// The last finished year.
const FINISHED: i32 = 2024;
/// Items of a policy, and policies of a goal.
const TEN: usize = 10;

struct Era {
    id: &'static str,
    first: i32,
    ja: &'static str,
    en: &'static str,
}

/// What all parts are made of: how many there are.
struct Size {
    items: usize,
}

impl Size {
    /// Items of each plan; the last takes the rest.
    fn of_plan(&self, plan: usize) -> usize {
        let each = self.items / PLANS.len();
        if plan + 1 == PLANS.len() { self.items - each * plan } else { each }
    }

    fn divisions(&self) -> usize {
        self.items / 50 + 3
    }

    fn meetings(&self) -> usize {
        self.items / 400 + 2
    }
}

/// Writes `root/content/`.
pub fn write(root: &Path, items: usize) -> io::Result<()> {
    let size = Size { items: items.max(PLANS.len()) };
    let content = root.join("content");
    site::write(&content, &size)?;
    for (at, era) in PLANS.iter().enumerate() {
        plan::write(&content, &size, at)?;
        for number in 0..size.of_plan(at) {
            let folder = content.join(format!("plans/{}/items/{}", era.id, item_id(number)));
            item::write(&folder, &size, at, number)?;
        }
    }
    Ok(())
}

fn item_id(number: usize) -> String {
    format!("{:05}", number + 1)
}

fn put(folder: &Path, name: &str, text: &str) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    fs::write(folder.join(name), text)
}

/// A number below `below` that is always the same for the same place (splitmix64).
fn pick(place: &[usize], below: usize) -> usize {
    let mixed = place.iter().fold(0x9e37_79b9_7f4a_7c15_u64, |state, part| {
        let mut state = (state ^ *part as u64).wrapping_add(0x9e37_79b9_7f4a_7c15);
        state = (state ^ (state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        state = (state ^ (state >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        state ^ (state >> 31)
    });
    (mixed % below as u64) as usize
}
