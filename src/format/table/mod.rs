//! CSV tables: records of cells with places, and edits that splice only the cells they change.

pub(crate) mod edit;
mod headers;
pub(crate) mod key;
pub(crate) mod parse;
pub(crate) mod row;
pub(crate) mod scan;
pub(crate) mod schema;
