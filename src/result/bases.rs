//! The regulations that an evaluation rests on.

use crate::model::instrument::Instrument;
use crate::result::report::Report;

/// Lists the regulations by rank: those that `report.toml` names, and the instrument's own among them.
pub(crate) fn regulations(report: &Report<'_>) -> Vec<String> {
    let Instrument { regulation, gazette, .. } = report.instrument;
    let own = match gazette {
        Some(gazette) => format!("{regulation} ({gazette})"),
        None => regulation.to_string(),
    };
    let stated = report.workspace.presentation.bases.iter().cloned();
    let mut bases: Vec<String> = stated.chain([own]).collect();
    // A stable sort: bases of one rank stay as they were written.
    bases.sort_by_key(|base| rank(base));
    bases
}

/// Returns where a regulation stands among others: laws first, then what the government, ministers and regions set.
fn rank(base: &str) -> usize {
    const RANKS: [&[&str]; 6] = [
        &["undang-undang", "uu "],
        &["peraturan pemerintah", "pp "],
        &["peraturan presiden", "perpres", "instruksi presiden"],
        &["peraturan menteri", "permen"],
        &["peraturan daerah", "perda"],
        &["peraturan gubernur", "peraturan bupati", "peraturan wali", "pergub", "perbup", "perwa"],
    ];
    let base = base.to_lowercase();
    RANKS.iter().position(|names| names.iter().any(|name| base.starts_with(name))).unwrap_or(RANKS.len())
}
