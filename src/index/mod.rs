//! Exact numbers: which level counts, the sums up to the index, its range while rows are open, its predicate.

pub(crate) mod agreement;
pub(crate) mod answer;
pub(crate) mod approval;
pub(crate) mod concord;
pub(crate) mod evaluation;
pub(crate) mod exact;
mod fraction;
pub(crate) mod predicate;
pub(crate) mod recommend;
pub(crate) mod roll_up;
pub(crate) mod support;
#[cfg(test)]
pub(crate) mod testing;
pub(crate) mod weights;
