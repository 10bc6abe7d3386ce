//! Exact numbers: which level counts, the sums up to the index, its range while rows are open, its predicate.

pub mod agreement;
