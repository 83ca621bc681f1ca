//! In: the items of a plan. Out: them, and on request which of them someone looked at.
//! Never: an item handed out unnoticed: what nobody looked at cannot be seen on a page.

use super::Item;
use std::cell::RefCell;
use std::collections::BTreeSet;
use std::fmt;
use std::ops::{Index, IndexMut};
use std::sync::Arc;

/// The items of one plan, in the order of its tree. A copy shares them, until one is changed.
#[derive(Clone, Default)]
pub struct Items {
    plan: usize,
    all: Vec<Arc<Item>>,
}

/// Which items someone looked at: the plan and the item.
pub type Looked = BTreeSet<(usize, usize)>;

thread_local! {
    static WATCH: RefCell<Option<Looked>> = const { RefCell::new(None) };
}

/// Does some work on this thread, and tells which items it looked at.
pub fn watched<T>(work: impl FnOnce() -> T) -> (T, Looked) {
    WATCH.set(Some(Looked::new()));
    let done = work();
    (done, WATCH.take().unwrap_or_default())
}

impl Items {
    /// The items of the plan with this number.
    pub fn of(plan: usize, all: Vec<Item>) -> Items {
        Items { plan, all: all.into_iter().map(Arc::new).collect() }
    }

    /// How many there are; that is known without looking at one.
    pub fn len(&self) -> usize {
        self.all.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// One after the other.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &Item> + ExactSizeIterator + Clone {
        (0..self.all.len()).map(|at| &self[at])
    }

    /// To be completed.
    pub fn iter_mut(&mut self) -> impl Iterator<Item = &mut Item> {
        self.all.iter_mut().map(Arc::make_mut)
    }
}

impl Index<usize> for Items {
    type Output = Item;

    fn index(&self, at: usize) -> &Item {
        WATCH.with_borrow_mut(|looked| {
            if let Some(looked) = looked {
                looked.insert((self.plan, at));
            }
        });
        &self.all[at]
    }
}

impl IndexMut<usize> for Items {
    fn index_mut(&mut self, at: usize) -> &mut Item {
        Arc::make_mut(&mut self.all[at])
    }
}

/// How many, and none of them: the outline of a site stays the same when an item changes.
impl fmt::Debug for Items {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} items", self.all.len())
    }
}
