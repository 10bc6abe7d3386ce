//! What checking a bundle came to, as JSON, version 1; and how the result of another version is read.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::Value;

use crate::bilingual;
use crate::result::verified::Verified;
use crate::text::bilingual::Bilingual;
use crate::text::json::json_text;
use crate::text::language::Language;

/// Writes what checking a bundle came to.
pub(crate) fn json(verified: &Verified, language: Language) -> String {
    json_text(&VerifiedV1 {
        version: 1,
        bundle: &verified.bundle,
        sound: verified.is_sound(),
        receipt: &verified.receipt,
        agent: &verified.agent,
        faults: verified.faults.iter().map(|fault| fault.get(language)).collect(),
        errors: verified.errors,
        warnings: verified.warnings,
        remade: verified.remade,
        unverified: &verified.unverified,
        index: verified
            .index
            .as_ref()
            .map(|index| IndexV1 { exact: index.exact.fraction(), predicate: &index.predicate }),
    })
}

/// The whole answer.
#[derive(Serialize)]
struct VerifiedV1<'a> {
    version: u32,
    bundle: &'a str,
    sound: bool,
    receipt: &'a str,
    agent: &'a str,
    faults: Vec<&'a str>,
    errors: usize,
    warnings: usize,
    remade: usize,
    unverified: &'a [String],
    index: Option<IndexV1<'a>>,
}

/// The index as it was computed here.
#[derive(Serialize)]
struct IndexV1<'a> {
    exact: String,
    predicate: &'a str,
}

/// Compares the result that a bundle holds with the one that follows from its workspace: the index, and every level.
///
/// # Errors
/// What differs.
pub(crate) fn same_result(theirs: &[u8], ours: &[u8]) -> Result<(), Vec<Bilingual>> {
    let read = |bytes: &[u8]| serde_json::from_slice::<Value>(bytes).ok();
    let (Some(theirs), Some(ours)) = (read(theirs), read(ours)) else {
        return Err(vec![bilingual!("hasilnya tidak dapat dibaca", "its result can't be read")]);
    };
    let mut faults = Vec::new();
    let index = |value: &Value| value["index"]["exact"].as_str().unwrap_or("-").to_owned();
    let (said, computed) = (index(&theirs), index(&ours));
    if said != computed {
        faults.push(bilingual!(
            "indeksnya menurut pengirim {said}, menurut ruang kerjanya {computed}",
            "its index is {said} by the sender's word, {computed} by its workspace"
        ));
    }
    let (said, computed) = (levels(&theirs), levels(&ours));
    for row in said.keys().chain(computed.keys().filter(|row| !said.contains_key(*row))) {
        let level = |levels: &BTreeMap<String, String>| levels.get(row).cloned().unwrap_or_else(|| "-".to_owned());
        let (said, computed) = (level(&said), level(&computed));
        if said != computed {
            faults.push(bilingual!(
                "level indikator {row} menurut pengirim {said}, menurut ruang kerjanya {computed}",
                "the level of indicator {row} is {said} by the sender's word, {computed} by its workspace"
            ));
        }
    }
    if faults.is_empty() { Ok(()) } else { Err(faults) }
}

/// Returns the level of every row of a result.
fn levels(value: &Value) -> BTreeMap<String, String> {
    let rows = value["indicators"].as_array().into_iter().flatten();
    let text = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    rows.map(|row| (text(&row["id"]), text(&row["level"]))).collect()
}

#[cfg(test)]
mod tests {
    use super::same_result;

    #[test]
    fn another_index_and_another_level_are_told() {
        let result = |index: &str, level: &str| {
            format!("{{\"index\":{{\"exact\":\"{index}\"}},\"indicators\":[{{\"id\":\"1\",\"level\":\"{level}\"}}]}}")
        };
        let said = |theirs: &str| {
            let faults = same_result(theirs.as_bytes(), result("5/2", "3").as_bytes()).err().unwrap_or_default();
            faults.into_iter().map(|fault| fault.en.into_owned()).collect::<Vec<_>>()
        };
        assert!(said(&result("5/2", "3")).is_empty());
        assert_eq!(said(&result("3", "3")), ["its index is 3 by the sender's word, 5/2 by its workspace"]);
        assert_eq!(
            said(&result("5/2", "4")),
            ["the level of indicator 1 is 4 by the sender's word, 3 by its workspace"]
        );
        assert_eq!(said("{}").len(), 2);
        assert_eq!(said("no JSON"), ["its result can't be read"]);
    }
}
