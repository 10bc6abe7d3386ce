//! SARIF 2.1.0, which code hosts and editors read.

use serde::Serialize;

use crate::check::registry::rules;
use crate::diagnostic::rule::{Rule, Severity};
use crate::findings::told::{Note, Told};
use crate::text::bilingual::Bilingual;
use crate::text::json::json_text;
use crate::text::language::Language;

/// The address of the schema, by which others can check a log.
const SCHEMA: &str = "https://json.schemastore.org/sarif-2.1.0.json";

/// Renders the findings of all workspaces as one run; paths are relative to the top of the git repository.
pub(super) fn render(all: &[Told], notes: &[Note], language: Language) -> String {
    let known: Vec<&Rule> = rules().collect();
    let all = all.iter().chain(notes.iter().map(|note| &note.told));
    let results = all.map(|told| result(told, &known)).collect();
    let driver = Driver {
        name: "spbe",
        version: env!("CARGO_PKG_VERSION"),
        rules: known.iter().map(|rule| descriptor(rule, language)).collect(),
    };
    let run = Run { tool: Tool { driver }, column_kind: "unicodeCodePoints", results };
    json_text(&Log { schema: SCHEMA, version: "2.1.0", runs: [run] })
}

/// Describes a rule: what it asks, why, and how to mend what it finds, with an example.
fn descriptor<'a>(rule: &'a Rule, language: Language) -> Descriptor<'a> {
    let heading = Bilingual::fixed("Contoh:", "Example:");
    let help = format!("{}\n\n{}\n{}", rule.mend.get(language), heading.get(language), rule.example.get(language));
    Descriptor {
        id: rule.id,
        short_description: Message { text: rule.summary.get(language).to_owned() },
        full_description: Message { text: rule.why.get(language).to_owned() },
        help: Message { text: help },
        default_configuration: Configuration { enabled: rule.severity != Severity::Off, level: level(rule.severity) },
    }
}

/// Makes the result of a finding; one without line and column is about its whole file.
fn result(told: &Told, known: &[&Rule]) -> SarifResult {
    let region = match (told.line, told.column) {
        (Some(start_line), Some(start_column)) => Some(Region { start_line, start_column }),
        _ => None,
    };
    let artifact_location = Artifact { uri: uri(&told.path_in_repository()) };
    SarifResult {
        rule_id: told.rule,
        rule_index: known.iter().position(|rule| rule.id == told.rule),
        level: told.severity.map_or("note", level),
        message: Message { text: told.advice() },
        locations: [Location { physical_location: PhysicalLocation { artifact_location, region } }],
    }
}

/// Returns the word that SARIF has for a severity.
fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Off => "none",
    }
}

/// Writes a path as a relative reference: what is not plain in an address is escaped byte by byte.
fn uri(path: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~' | b'/');
    path.bytes().map(|byte| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") }).collect()
}

/// The whole document; SARIF calls it a log.
#[derive(Serialize)]
struct Log<'a> {
    #[serde(rename = "$schema")]
    schema: &'static str,
    version: &'static str,
    runs: [Run<'a>; 1],
}

/// What one call of the tool found, in all workspaces; its columns count characters.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Run<'a> {
    tool: Tool<'a>,
    column_kind: &'static str,
    results: Vec<SarifResult>,
}

/// The tool, which is a driver without extensions.
#[derive(Serialize)]
struct Tool<'a> {
    driver: Driver<'a>,
}

/// The program, its version, and every rule that it knows, whether it found something or not.
#[derive(Serialize)]
struct Driver<'a> {
    name: &'static str,
    version: &'static str,
    rules: Vec<Descriptor<'a>>,
}

/// A rule, in texts that hosts show beside its findings.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Descriptor<'a> {
    id: &'a str,
    short_description: Message,
    full_description: Message,
    help: Message,
    default_configuration: Configuration,
}

/// How much a rule weighs where the agency sets nothing else.
#[derive(Serialize)]
struct Configuration {
    enabled: bool,
    level: &'static str,
}

/// A finding; SARIF calls it a result.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct SarifResult {
    rule_id: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    rule_index: Option<usize>,
    level: &'static str,
    message: Message,
    // A host refuses the whole log for one result without a place.
    locations: [Location; 1],
}

/// A text for people, in the form that SARIF has for all of them.
#[derive(Serialize)]
struct Message {
    text: String,
}

/// Where a finding stands; only the physical kind of place is used.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Location {
    physical_location: PhysicalLocation,
}

/// A file, and where in it; without a region the whole file is meant.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct PhysicalLocation {
    artifact_location: Artifact,
    #[serde(skip_serializing_if = "Option::is_none")]
    region: Option<Region>,
}

/// A file, by its address relative to the top of the git repository, or as it was given outside of one.
#[derive(Serialize)]
struct Artifact {
    uri: String,
}

/// Where a finding begins, counted from 1; where it ends is not told.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Region {
    start_line: usize,
    start_column: usize,
}

#[cfg(test)]
mod tests {
    use super::uri;
    use crate::check::policy::Policy;
    use crate::diagnostic::finding::Finding;
    use crate::findings::Checked;
    use crate::findings::format::FindingFormat;
    use crate::findings::testing::{below_the_top, error, found, shown, sources};
    use crate::text::language::Language;

    #[test]
    fn a_result_points_at_its_rule_and_its_line() {
        let findings = [error(found("bad-value", "scores/hukum.csv", "9"))];
        let sources = sources();
        let policy = Policy::default();
        let checked = below_the_top(&policy, &sources, &findings);
        let log: serde_json::Value =
            serde_json::from_str(&shown(FindingFormat::Sarif, &[checked], Language::English)).expect("SARIF is JSON");
        let (run, result) = (&log["runs"][0], &log["runs"][0]["results"][0]);
        let index = usize::try_from(result["ruleIndex"].as_u64().expect("an index")).expect("a small number");
        assert_eq!(run["tool"]["driver"]["rules"][index]["id"], "bad-value");
        let place = &result["locations"][0]["physicalLocation"];
        assert_eq!(place["artifactLocation"]["uri"], "kab/scores/hukum.csv");
        assert_eq!(
            (place["region"]["startLine"].as_u64(), place["region"]["startColumn"].as_u64()),
            (Some(2), Some(4))
        );
    }

    #[test]
    fn every_result_has_a_place_and_outside_of_a_repository_the_folder_is_named() {
        let nowhere = Finding { place: None, ..found("no-coordinator", "spbe.toml", "schema") };
        let findings = [error(nowhere)];
        let sources = sources();
        let policy = &Policy::default();
        let checked =
            Checked { workspace: "kab", within: None, policy, sources: &sources, findings: &findings, relaxed: &[] };
        let log: serde_json::Value =
            serde_json::from_str(&shown(FindingFormat::Sarif, &[checked], Language::English)).expect("SARIF is JSON");
        let place = &log["runs"][0]["results"][0]["locations"][0]["physicalLocation"];
        assert_eq!(place["artifactLocation"]["uri"], "kab/spbe.toml");
        assert_eq!(place["region"], serde_json::Value::Null);
    }

    #[test]
    fn a_path_is_escaped_for_an_address() {
        assert_eq!(uri("scores/hukum (1).csv"), "scores/hukum%20%281%29.csv");
    }
}
