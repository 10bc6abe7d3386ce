//! CSV tables: records of cells with places, and edits that splice only the cells they change.

pub mod edit;
pub mod parse;
pub mod row;
pub mod scan;
pub mod schema;
