//! What is reported, as values: the evaluation, averages, last cycle, and the words that all formats share; no bytes.

pub(crate) mod allotment;
pub(crate) mod averages;
pub(crate) mod bases;
mod comparison;
pub(crate) mod concord;
pub(crate) mod evidence;
pub(crate) mod external;
pub(crate) mod facts;
pub(crate) mod follow_up;
pub(crate) mod guide;
pub(crate) mod instrument;
pub(crate) mod judging;
pub(crate) mod label;
pub(crate) mod numbers;
pub(crate) mod objection;
pub(crate) mod owners;
pub(crate) mod previous;
pub(crate) mod progress;
pub(crate) mod recommendations;
pub(crate) mod report;
pub(crate) mod risk;
pub(crate) mod row;
pub(crate) mod signing;
pub(crate) mod state;
pub(crate) mod submission;
pub(crate) mod sum;
pub(crate) mod tasks;
pub(crate) mod team;
#[cfg(test)]
pub(crate) mod testing;
#[cfg(test)]
mod tests;
pub(crate) mod units;
pub(crate) mod verified;
pub(crate) mod wanted;
