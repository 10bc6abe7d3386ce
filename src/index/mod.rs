//! Exact numbers: which level counts, the sums up to the index, its range while rows are open, its predicate.

pub mod agreement;
pub mod evaluation;
pub mod exact;
pub mod predicate;
pub mod recommend;
pub mod roll_up;
#[cfg(test)]
pub(crate) mod testing;
