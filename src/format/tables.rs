//! Which table a file of the workspace is.

use crate::format::table::schema::Schema;
use crate::format::{
    approvals, assignments, evidence, evidence_links, external_nodes, external_scores, final_scores, received,
    recommendations, scores, wanted,
};
use crate::model::files;

/// Returns the shape of the table that stands in a file of the workspace; none where it is no table.
pub(crate) fn schema(file: &str) -> Option<&'static Schema> {
    Some(match file {
        files::ASSIGNMENTS => &assignments::SCHEMA,
        files::EVIDENCE => &evidence::SCHEMA,
        files::EVIDENCE_LINKS => &evidence_links::SCHEMA,
        files::FINAL_SCORES => &final_scores::SCHEMA,
        files::EXTERNAL_SCORES => &external_scores::SCHEMA,
        files::EXTERNAL_NODES => &external_nodes::SCHEMA,
        files::RECOMMENDATIONS => &recommendations::SCHEMA,
        files::RECEIVED => &received::SCHEMA,
        files::WANTED => &wanted::SCHEMA,
        _ if file.starts_with(files::EVERY_APPROVAL) && file.ends_with(".csv") => &approvals::SCHEMA,
        _ if file.starts_with(files::EVERY_SCORE) && file.ends_with(".csv") => &scores::SCHEMA,
        _ => return None,
    })
}
