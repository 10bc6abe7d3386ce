//! `spbe.toml`: reading the manifest, and writing the one of a new workspace.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::ops::RangeInclusive;

use toml_edit::Value as TomlValue;

use crate::bilingual;
use crate::diagnostic::file_rules::{BAD_VALUE, DUPLICATE_KEY};
use crate::diagnostic::place::Located;
use crate::diagnostic::rule::Severity;
use crate::format::fields::{Fields, entries};
use crate::format::node::{Pair, RawNode};
use crate::format::reading::Reading;
use crate::format::scalar;
use crate::format::shape;
use crate::format::toml;
use crate::model::decimal::Decimal;
use crate::model::manifest::{Agency, AgencyKind, Manifest, Period, Schedule, Service};
use crate::model::row::RowId;
use crate::text::language::Language;
use crate::text::word::Vocabulary;

/// The version of the files that this release reads and writes.
pub(crate) const SCHEMA: u32 = 1;

/// The years that an evaluation can be of; any other is a slip of the pen.
pub(crate) const YEARS: RangeInclusive<u32> = 2000..=2100;

/// Reads `spbe.toml`; nothing comes back where agency, year or instrument are not known.
pub(crate) fn read(text: &str, reading: &Reading) -> Option<Manifest> {
    let root = toml::parse(text, reading)?;
    let root = Fields::open(&root, &shape::MANIFEST, reading)?;
    schema(&root, reading);
    let agency = root.take("agency").and_then(|node| agency(node, reading));
    let evaluation = root.take("evaluation").and_then(|node| Fields::open(node, &shape::EVALUATION, reading));
    let services = root.list("service").iter().filter_map(|node| service(node, reading)).collect();
    let services = distinct(services, reading);
    let schedule = root.take("schedule").map(|node| schedule(node, reading)).unwrap_or_default();
    let rules = root.take("rules").map(|node| severities(node, reading)).unwrap_or_default();
    root.close();
    let fields = evaluation?;
    let year = fields.take("year").and_then(|node| scalar::whole(node, reading));
    if let Some(year) = year.as_ref().filter(|year| !YEARS.contains(&year.value)) {
        let (found, span) = (year.value, year.place.span.clone().unwrap_or_default());
        let (first, last) = (YEARS.start(), YEARS.end());
        let expected = bilingual!("tahun antara {first} dan {last}", "a year from {first} to {last}");
        let _: Option<()> = scalar::refuse_text(&found.to_string(), span, reading, &expected);
    }
    let instrument = fields.take("instrument").and_then(|node| scalar::text(node, reading));
    let instrument_sha256 = fields.take("instrument_sha256").and_then(|node| scalar::text(node, reading));
    let language = fields.take("language").and_then(|node| language(node, reading));
    let target_index = fields.take("target_index").and_then(|node| scalar::decimal(node, reading));
    let target_level = fields.take("target_level").and_then(|node| scalar::decimal(node, reading));
    fields.close();
    let (agency, year, instrument) = (agency?, year?, instrument?);
    Some(Manifest {
        agency,
        year,
        instrument,
        instrument_sha256,
        language,
        target_index,
        target_level,
        services,
        schedule,
        rules,
    })
}

/// Checks that a file is of a version that this release knows.
pub(crate) fn schema(fields: &Fields<'_>, reading: &Reading) {
    let Some(version) = fields.take("schema").and_then(|node| scalar::whole(node, reading)) else { return };
    let found = version.value;
    if found != SCHEMA {
        let span = version.place.span.unwrap_or_default();
        let message = bilingual!(
            "berkas ini versi {found}, yang dikenal versi {SCHEMA}",
            "this file is of version {found}, known is version {SCHEMA}"
        );
        let help = bilingual!("pakai rilis spbe yang lebih baru", "use a later release of spbe");
        reading.push(reading.finding(BAD_VALUE, span, message).help(help));
    }
}

/// Reads the agency; nothing without its name and kind, while only regions have a code.
fn agency(node: &RawNode, reading: &Reading) -> Option<Agency> {
    let fields = Fields::open(node, &shape::AGENCY, reading)?;
    let name = fields.take("name").and_then(|node| scalar::said(node, reading));
    let kind = fields.take("kind").and_then(|node| scalar::word::<AgencyKind>(node, reading));
    let code = fields.take("code").and_then(|node| scalar::text(node, reading));
    fields.close();
    Some(Agency { name: name?.value, kind: kind?.value, code: code.map(|code| code.value) })
}

/// Reads a language by its code.
fn language(node: &RawNode, reading: &Reading) -> Option<Language> {
    let code = scalar::text(node, reading)?;
    let expected = bilingual!("`id` atau `en`", "`id` or `en`");
    let language = Language::from_code(&code.value);
    language.or_else(|| scalar::refuse_text(&code.value, node.span.clone(), reading, &expected))
}

/// Reads a service; its row must be that of a service, and a name or unit left blank is absent.
fn service(node: &RawNode, reading: &Reading) -> Option<Service> {
    let fields = Fields::open(node, &shape::SERVICE, reading)?;
    let row = fields.take("row").and_then(|node| scalar::text(node, reading));
    let name = fields.take("name").and_then(|node| scalar::text(node, reading));
    let unit = fields.take("unit").and_then(|node| scalar::text(node, reading));
    fields.close();
    let Located { value: text, place: row_place } = row?;
    let expected = bilingual!("baris layanan seperti `35-1`", "the row of a service, such as `35-1`");
    let row = text.parse::<RowId>().ok().filter(|row| row.service.is_some());
    let span = row_place.span.clone().unwrap_or_default();
    let row = row.or_else(|| scalar::refuse_text(&text, span, reading, &expected))?;
    Some(Service {
        row: Located::new(row, row_place),
        name: name.map(|name| name.value).filter(|name| !name.trim().is_empty()),
        unit: unit.map(|unit| unit.value).filter(|unit| !unit.trim().is_empty()),
    })
}

/// Reports services whose row another service has already.
fn distinct(services: Vec<Service>, reading: &Reading) -> Vec<Service> {
    let mut known: BTreeMap<RowId, &Service> = BTreeMap::new();
    for service in &services {
        let row = service.row.value;
        let first = *known.entry(row).or_insert(service);
        if std::ptr::eq(first, service) {
            continue;
        }
        let span = service.row.place.span.clone().unwrap_or_default();
        let message = bilingual!("baris `{row}` sudah ada", "the row `{row}` is there already");
        let help = bilingual!("beri baris lain atau hapus salah satu", "give it another row, or remove one of the two");
        let earlier = bilingual!("yang pertama di sini", "the first one is here");
        let finding = reading.finding(DUPLICATE_KEY, span, message).help(help);
        reading.push(finding.also(first.row.place.clone(), earlier));
    }
    services
}

/// Reads when each stage takes place; any of them may be absent.
fn schedule(node: &RawNode, reading: &Reading) -> Schedule {
    let Some(fields) = Fields::open(node, &shape::SCHEDULE, reading) else { return Schedule::default() };
    let stage = |key| fields.take(key).and_then(|node| period(node, reading));
    let schedule =
        Schedule { planning: stage("planning"), execution: stage("execution"), reporting: stage("reporting") };
    fields.close();
    schedule
}

/// Reads a span of days; one that ends before it begins is refused.
fn period(node: &RawNode, reading: &Reading) -> Option<Period> {
    let fields = Fields::open(node, &shape::PERIOD, reading)?;
    let start = fields.take("start").and_then(|node| scalar::date(node, reading));
    let end = fields.take("end").and_then(|node| scalar::date(node, reading));
    fields.close();
    let (start, end) = (start?, end?);
    if end.value < start.value {
        let expected = bilingual!("hari yang sama atau sesudah `start`", "the day of `start` or a later one");
        let span = end.place.span.unwrap_or_default();
        return scalar::refuse_text(&end.value.to_string(), span, reading, &expected);
    }
    Some(Period { start: start.value, end: end.value })
}

/// Reads the severities of `[rules]`; whether the rules exist is for the rules to say.
pub(crate) fn severities(node: &RawNode, reading: &Reading) -> Vec<(Located<String>, Severity)> {
    let severity = |entry: &Pair| {
        let severity = scalar::word::<Severity>(&entry.node, reading)?;
        Some((reading.located(entry.key.clone(), entry.key_span.clone()), severity.value))
    };
    entries(node, reading).unwrap_or_default().iter().filter_map(severity).collect()
}

/// What the manifest of a new workspace says.
#[derive(Debug)]
pub(crate) struct NewManifest<'a> {
    /// The agency.
    pub(crate) agency: &'a Agency,
    /// The year of the evaluation.
    pub(crate) year: u32,
    /// The id of the instrument.
    pub(crate) instrument: &'a str,
    /// The SHA-256 digest of `instrument.yaml`.
    pub(crate) instrument_sha256: &'a str,
    /// The language of messages and reports.
    pub(crate) language: Language,
    /// The index that the agency wants to reach.
    pub(crate) target_index: Decimal,
    /// The level that it wants to reach on every indicator.
    pub(crate) target_level: Decimal,
    /// The services that are assessed; one without a name is still to be filled in or removed.
    pub(crate) services: &'a [NewService],
    /// When each stage takes place; where nobody said so, a frame to fill in.
    pub(crate) schedule: Schedule,
    /// The severities that the agency sets.
    pub(crate) rules: &'a [(String, Severity)],
}

/// A service of a new workspace.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct NewService {
    /// The row.
    pub(crate) row: RowId,
    /// The name; empty where it is not known.
    pub(crate) name: String,
    /// The unit that runs it; empty where it is not known.
    pub(crate) unit: String,
}

/// Writes the manifest of a new workspace, with comments in its language.
pub(crate) fn write(new: &NewManifest<'_>) -> String {
    let say = |id: &'static str, en: &'static str| match new.language {
        Language::Indonesian => id,
        Language::English => en,
    };
    let quoted = |text: &str| TomlValue::from(text).to_string();
    let mut text = format!("schema = {SCHEMA}\n\n[agency]\nname = {}\n", quoted(&new.agency.name));
    let kinds = AgencyKind::codes().replace('`', "");
    let _ = writeln!(text, "kind = \"{}\"  # {kinds}", new.agency.kind.code());
    if let Some(code) = &new.agency.code {
        let _ = writeln!(text, "code = {}", quoted(code));
    }
    let _ = writeln!(text, "\n[evaluation]\nyear = {}\ninstrument = {}", new.year, quoted(new.instrument));
    let frozen = say("isi instrument.yaml saat init", "what instrument.yaml held at init");
    let _ = writeln!(text, "instrument_sha256 = \"{}\"  # {frozen}", new.instrument_sha256);
    let _ = writeln!(text, "language = \"{}\"", new.language.code());
    let _ = writeln!(text, "target_index = \"{}\"", two_decimals(new.target_index));
    let _ = writeln!(text, "target_level = {}", new.target_level);
    for NewService { row, name, unit } in new.services {
        let help = say(
            "nama layanan; hapus seluruh [[service]] ini bila tidak dinilai",
            "name of the service; remove this whole [[service]] if it is not assessed",
        );
        let help = if name.is_empty() { format!("  # {help}") } else { String::new() };
        let _ =
            writeln!(text, "\n[[service]]\nrow = \"{row}\"\nname = {}{help}\nunit = {}", quoted(name), quoted(unit));
    }
    write_schedule(&mut text, new);
    if !new.rules.is_empty() {
        text.push_str("\n[rules]\n");
        for (rule, severity) in new.rules {
            let _ = writeln!(text, "{rule} = \"{}\"", severity.code());
        }
    }
    text
}

/// Writes when each stage takes place; where nobody said so, lines to fill in, from whose mark they are freed.
fn write_schedule(text: &mut String, new: &NewManifest<'_>) {
    let Schedule { planning, execution, reporting } = new.schedule;
    let stages = [("planning", planning), ("execution", execution), ("reporting", reporting)];
    let known = stages.iter().any(|(_, period)| period.is_some());
    let year = new.year;
    let frame = [
        ("planning", format!("{year}-01-08"), format!("{year}-02-28")),
        ("execution", format!("{year}-03-01"), format!("{year}-06-30")),
        ("reporting", format!("{year}-07-01"), format!("{year}-08-31")),
    ];
    if known {
        text.push_str("\n[schedule]\n");
        for (stage, period) in stages {
            if let Some(Period { start, end }) = period {
                let _ = writeln!(text, "{stage} = {{ start = {start}, end = {end} }}");
            }
        }
        return;
    }
    let help = match new.language {
        Language::Indonesian => "hari tiap tahap: hapus tanda # dan isi tanggalnya",
        Language::English => "the days of each stage: take the # away and fill them in",
    };
    let _ = writeln!(text, "\n# [schedule]  # {help}");
    for (stage, start, end) in frame {
        let _ = writeln!(text, "# {stage} = {{ start = {start}, end = {end} }}");
    }
}

/// Writes a target as people name it: `2.60`.
fn two_decimals(number: Decimal) -> String {
    let plain = number.to_string();
    match plain.split_once('.') {
        None => format!("{plain}.00"),
        Some((_, fraction)) if fraction.len() == 1 => format!("{plain}0"),
        Some(_) => plain,
    }
}

#[cfg(test)]
mod tests {
    use super::{NewManifest, NewService, read, write};
    use crate::format::reading::Reading;
    use crate::model::decimal::Decimal;
    use crate::model::manifest::{Agency, AgencyKind, Schedule};
    use crate::model::row::RowId;
    use crate::text::language::Language;

    #[test]
    fn a_new_manifest_reads_back_without_a_finding() {
        let agency = Agency { name: "Kota \"A\"\\".to_owned(), kind: AgencyKind::City, code: Some("51.71".to_owned()) };
        let text = write(&NewManifest {
            agency: &agency,
            year: 2018,
            instrument: "spbe-2018",
            instrument_sha256: "00",
            language: Language::Indonesian,
            target_index: Decimal::new(26, 1),
            target_level: Decimal::from(3),
            services: &[NewService { row: RowId::service(35, 1), name: String::new(), unit: String::new() }],
            schedule: Schedule::default(),
            rules: &[],
        });
        assert!(text.contains("target_index = \"2.60\""), "{text}");
        let reading = Reading::new("spbe.toml");
        let manifest = read(&text, &reading).expect("a manifest");
        assert_eq!(reading.finish(), []);
        assert_eq!(manifest.agency.name, agency.name);
        assert_eq!(manifest.target_index.expect("a target").value, Decimal::new(260, 2));
        assert_eq!(manifest.services[0].row.value, RowId::service(35, 1));
    }

    #[test]
    fn every_fault_of_a_manifest_is_found_in_one_pass() {
        let text = "schema = 2\n[agency]\nname = 5\nknd = \"city\"\n[evaluation]\nyear = \"x\"\nlanguage = \"fr\"\n\
                    [[service]]\nrow = \"35\"\n[schedule]\nplanning = { start = \"2018-04-17\", end = 2018-01-01 }\n\
                    [rules]\nno-evidence = \"loud\"\n";
        let reading = Reading::new("spbe.toml");
        assert!(read(text, &reading).is_none());
        let mut rules: Vec<_> = reading.finish().into_iter().map(|finding| finding.rule).collect();
        rules.sort_unstable();
        let missing = ["missing-field"; 2];
        let expected = [vec!["bad-value"; 7], missing.to_vec(), vec!["not-canonical", "unknown-field"]].concat();
        assert_eq!(rules, expected);
    }
}
