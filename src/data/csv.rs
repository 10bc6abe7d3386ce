//! CSV for spreadsheets: one record per node and indicator, always with a decimal point.

use csv::{Terminator, WriterBuilder};

use crate::index::exact::Exact;
use crate::model::decimal::Decimal;
use crate::result::facts::predicate_name;
use crate::result::label::{INDEX, StandingWord};
use crate::result::report::{Line, Node, Report};
use crate::text::language::Language;
use crate::text::visible::on_one_line;
use crate::text::word::Vocabulary;

/// The columns of every record, in the published order; a cell that a record has no use for stays empty.
const COLUMNS: [&str; 13] = [
    "node",
    "id",
    "parent",
    "name",
    "weight",
    "level",
    "exact",
    "shown",
    "target",
    "external",
    "evidence",
    "standing",
    "predicate",
];

/// Renders the result; names are in the language of the report.
pub(crate) fn render(report: &Report<'_>, language: Language) -> String {
    let nodes = report.domains.iter().chain(&report.aspects).map(|node| node_record(report, node, language));
    let lines = report.indicators.iter().map(|line| line_record(report, line, language));
    let records = [COLUMNS.map(str::to_owned), index_record(report, language)];
    written(records.into_iter().chain(nodes).chain(lines))
}

/// Writes records; a cell is quoted where RFC 4180 asks for it, and lines end as they do in every other file of ours.
pub(super) fn written<const N: usize>(records: impl Iterator<Item = [String; N]>) -> String {
    let mut writer = WriterBuilder::new().terminator(Terminator::Any(b'\n')).from_writer(Vec::new());
    for record in records {
        writer.write_record(record).expect("memory can be written, and every record has as many cells");
    }
    let bytes = writer.into_inner().expect("memory can be written");
    String::from_utf8(bytes).expect("what was made of texts is a text")
}

/// Makes the record of the index; a value is empty while rows are open, ours or the ministry's.
fn index_record(report: &Report<'_>, language: Language) -> [String; 13] {
    let value = report.outcome.index();
    let external = report.external.as_ref().and_then(|external| external.outcome.index());
    [
        "index".to_owned(),
        String::new(),
        String::new(),
        INDEX.get(language).to_owned(),
        "100".to_owned(),
        String::new(),
        fraction(value),
        shown(report, value),
        decimal(report.target_index),
        shown(report, external),
        String::new(),
        String::new(),
        report.outcome.rated().map(|rated| predicate_name(report, rated, language)).unwrap_or_default(),
    ]
}

/// Makes the record of a domain or an aspect; only an aspect has a parent, where the instrument has domains.
fn node_record(report: &Report<'_>, node: &Node<'_>, language: Language) -> [String; 13] {
    let kind = if node.is_domain() { "domain" } else { "aspect" };
    [
        kind.to_owned(),
        node.id.to_string(),
        node.domain.map(|domain| domain.to_string()).unwrap_or_default(),
        harmless(node.name.get(language)),
        node.weight.in_digits(),
        String::new(),
        fraction(node.value.as_ref()),
        shown(report, node.value.as_ref()),
        String::new(),
        shown(report, node.external.as_ref()),
        String::new(),
        String::new(),
        String::new(),
    ]
}

/// Makes the record of a scored row; its parent is the aspect, and a weight whose digits do not end is a fraction.
fn line_record(report: &Report<'_>, line: &Line<'_>, language: Language) -> [String; 13] {
    let value = line.level.map(Exact::from);
    [
        "indicator".to_owned(),
        line.row.to_string(),
        line.indicator.aspect.to_string(),
        harmless(&line.name(language)),
        line.weight.in_digits(),
        decimal(line.level),
        fraction(value.as_ref()),
        shown(report, value.as_ref()),
        decimal(report.target_level),
        decimal(line.external),
        line.evidence.to_string(),
        StandingWord::from(&line.standing).code().to_owned(),
        String::new(),
    ]
}

/// Writes the exact value as a reduced fraction, and nothing where it is absent.
fn fraction(value: Option<&Exact>) -> String {
    value.map(Exact::fraction).unwrap_or_default()
}

/// Writes a value with the decimals of the index, and nothing where it is absent.
fn shown(report: &Report<'_>, value: Option<&Exact>) -> String {
    value.map(|value| value.shown(report.instrument.decimals)).unwrap_or_default()
}

/// Writes a level or a target without rounding, and nothing where it is absent.
fn decimal(value: Option<Decimal>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}

/// Puts an apostrophe before what a spreadsheet would take for a formula: at the beginning, and behind a semicolon,
/// which parts cells in an Indonesian one. Line breaks become spaces.
pub(super) fn harmless(text: &str) -> String {
    let text = on_one_line(text);
    let mut safe = String::with_capacity(text.len() + 1);
    let mut begins = true;
    for character in text.chars() {
        if begins && matches!(character, '=' | '+' | '-' | '@') {
            safe.push('\'');
        }
        begins = character == ';' || (begins && character.is_whitespace());
        safe.push(character);
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::{render, written};
    use crate::result::report::Report;
    use crate::result::testing::{denpasar, in_progress};
    use crate::text::language::Language;

    #[test]
    fn every_node_and_indicator_is_one_record() {
        let workspace = denpasar();
        let text = render(&Report::of(&workspace, &[]).expect("a report"), Language::English);
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(lines.len(), 1 + 1 + 3 + 7 + 37);
        assert_eq!(
            lines[0],
            "node,id,parent,name,weight,level,exact,shown,target,external,evidence,standing,predicate"
        );
        assert_eq!(lines[1], "index,,,Index,100,,66/25,2.64,2.6,,,,Baik");
        assert_eq!(lines[2], "domain,1,,Internal SPBE policy,17,,35/17,2.06,,,,,");
        assert!(lines[48].starts_with("indicator,35-3,7,"), "{}", lines[48]);
        assert!(lines[48].ends_with("Pengaduan,10/3,3,3,3.00,3,,0,final,"), "{}", lines[48]);
    }

    #[test]
    fn what_is_open_stays_empty() {
        let workspace = in_progress();
        let text = render(&Report::of(&workspace, &[]).expect("a report"), Language::English);
        assert!(text.contains("\nindex,,,Index,100,,,,2.6,,,,\n"), "{text}");
        assert!(text.contains(",1,,,,3,,0,missing,\n"), "{text}");
    }

    #[test]
    fn a_spreadsheet_never_takes_a_name_for_a_formula_and_quotes_survive() {
        let mut workspace = denpasar();
        let manifest = workspace.manifest.as_mut().expect("a manifest");
        manifest.services[0].name = Some("a \"b\", c".to_owned());
        let mut instrument = workspace.instrument.clone().expect("an instrument").into_owned();
        instrument.aspects.to_mut()[0].name.en = "=cmd()".into();
        workspace.instrument = Some(std::borrow::Cow::Owned(instrument));
        let text = render(&Report::of(&workspace, &[]).expect("a report"), Language::English);
        assert!(text.contains("aspect,1,1,'=cmd(),7,"), "{text}");
        assert!(text.contains(": a \"\"b\"\", c\","), "{text}");
    }

    #[test]
    fn a_cell_is_quoted_only_where_it_must_be() {
        let mut record = [const { String::new() }; 13];
        for (cell, text) in record.iter_mut().zip(["a, b", "\"a\"", "a b;c 'd' #", "e\nf", "g\rh", "", "3.00"]) {
            *cell = text.to_owned();
        }
        assert_eq!(
            written([record.clone(), [const { String::new() }; 13]].into_iter()),
            "\"a, b\",\"\"\"a\"\"\",a b;c 'd' #,\"e\nf\",\"g\rh\",,3.00,,,,,,\n,,,,,,,,,,,,\n"
        );
    }
}
