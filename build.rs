//! Turns `instruments/*.yaml` into statics, so that a bundled instrument is never parsed at run time.
//!
//! The layers below `store` are compiled into this script as they are: one reader serves both.

#![allow(dead_code, unused_imports, reason = "the script uses only the readers of these layers")]
#![allow(missing_docs, unreachable_pub, reason = "the layers are documented in the library")]
#![allow(clippy::print_stdout, clippy::disallowed_methods, reason = "cargo talks to a build script this way")]

#[path = "src/diagnostic/mod.rs"]
mod diagnostic;
#[path = "src/format/mod.rs"]
mod format;
#[path = "src/model/mod.rs"]
mod model;
#[path = "src/text/mod.rs"]
mod text;

use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

use sha2::{Digest, Sha256};

use crate::diagnostic::file_rules::NOT_CANONICAL;
use crate::format::reading::Reading;
use crate::model::benchmark::Group;
use crate::model::decimal::Decimal;
use crate::model::instrument::{Indicator, Instrument, Wording};
use crate::text::bilingual::Bilingual;

/// The instruments, newest last.
const INSTRUMENTS: [&str; 3] = ["spbe-2018", "spbe-2020", "pemdi-2026"];

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=instruments");
    for layer in ["diagnostic", "format", "model", "text"] {
        println!("cargo::rerun-if-changed=src/{layer}");
    }
    let root = env::var("CARGO_MANIFEST_DIR").expect("cargo names the folder of the package");
    let out = env::var("OUT_DIR").expect("cargo names the folder for what is generated");
    let mut code = String::new();
    for id in INSTRUMENTS {
        let path = Path::new(&root).join("instruments").join(id).with_extension("yaml");
        let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let reading = Reading::new(id);
        let read = format::instrument::read(&text, &reading);
        let findings = reading.finish();
        assert!(findings.is_empty(), "{}: {findings:?}", path.display());
        let (instrument, _) = read.unwrap_or_else(|| panic!("{}: no instrument", path.display()));
        write_instrument(&mut code, id, &instrument);
        writeln!(code, "const {}_SHA256: &str = \"{}\";", constant(id), hexadecimal(&Sha256::digest(&text)))
            .expect("a string can be written");
    }
    write_benchmarks(&mut code, &Path::new(&root).join("instruments/benchmarks.csv"));
    fs::write(Path::new(&out).join("bundled.rs"), code).expect("the folder for what is generated can be written");
}

fn write_benchmarks(code: &mut String, path: &Path) {
    let text = fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let reading = Reading::new("benchmarks.csv");
    let benchmarks = format::benchmarks::read(&text, &reading);
    let findings = reading.finish().into_iter().filter(|finding| finding.rule != NOT_CANONICAL);
    assert_eq!(findings.count(), 0, "{}", path.display());
    let items: Vec<String> = benchmarks
        .iter()
        .map(|average| {
            let group = match average.group {
                Group::Kind(kind) => format!("Group::Kind(AgencyKind::{kind:?})"),
                Group::National => "Group::National".to_owned(),
            };
            let (instrument, source) = (self::text(&average.instrument), write_bilingual(&average.source));
            let (year, value) = (average.year, decimal(average.value));
            format!(
                "Benchmark {{ year: {year}, instrument: {instrument}, group: {group}, \
                 node: BenchmarkNode::{:?}, value: {value}, source: {source} }}",
                average.node
            )
        })
        .collect();
    list(code, "BENCHMARKS", "Benchmark", &items);
}

fn write_instrument(code: &mut String, id: &str, instrument: &Instrument) {
    let name = constant(id);
    let indicators: Vec<String> =
        instrument.indicators.iter().map(|indicator| write_indicator(code, &name, indicator)).collect();
    let capabilities: Vec<String> = instrument
        .scale
        .capabilities
        .iter()
        .map(|capability| {
            let levels = write_levels(code, &format!("{name}_{}", capability.id.to_uppercase()), &capability.levels);
            let (id, label) = (text(&capability.id), write_bilingual(&capability.name));
            format!("Capability {{ id: {id}, name: {label}, levels: {levels} }}")
        })
        .collect();
    let scale = &instrument.scale;
    let scale = format!(
        "Scale {{ lowest: {}, highest: {}, step: {}, nothing_shown: {}, capabilities: {} }}",
        decimal(scale.lowest),
        decimal(scale.highest),
        decimal(scale.step),
        decimal(scale.nothing_shown),
        list(code, &format!("{name}_CAPABILITIES"), "Capability", &capabilities),
    );
    let indicators = list(code, &format!("{name}_INDICATORS"), "Indicator", &indicators);
    let lists = write_lists(code, &name, instrument);
    let years = format!("Years {{ from: {}, to: {:?} }}", instrument.years.from, instrument.years.to);
    writeln!(
        code,
        "static {name}: Instrument = Instrument {{ id: {}, title: {}, regulation: {}, gazette: {}, years: {years}, \
         criteria_note: {}, subject: {}, evaluator: {}, scale: {scale}, {lists}, decimals: {}, indicators: {indicators} }};",
        text(&instrument.id),
        write_bilingual(&instrument.title),
        text(&instrument.regulation),
        option(instrument.gazette.as_ref(), text),
        option(instrument.criteria_note.as_ref(), text),
        write_bilingual(&instrument.subject),
        write_bilingual(&instrument.evaluator),
        instrument.decimals,
    )
    .expect("a string can be written");
}

/// Writes the lists of an instrument but its indicators, as fields.
fn write_lists(code: &mut String, name: &str, instrument: &Instrument) -> String {
    let mut fields = Vec::new();
    let mut field = |key: &str, kind: &str, items: Vec<String>| {
        let items = list(code, &format!("{name}_{}", key.to_uppercase()), kind, &items);
        fields.push(format!("{key}: {items}"));
    };
    let predicates = instrument.predicates.iter().map(|predicate| {
        let (name, also) = (text(&predicate.name), option(predicate.also.as_ref(), write_bilingual));
        let (from, to) = (decimal(predicate.from), decimal(predicate.to));
        format!("Predicate {{ name: {name}, also: {also}, from: {from}, to: {to} }}")
    });
    field("predicates", "Predicate", predicates.collect());
    let shown = instrument.predicate_from_shown.iter().map(u32::to_string);
    field("predicate_from_shown", "u32", shown.collect());
    let functions = instrument.functions.iter();
    let functions = functions.map(|function| {
        format!("Function {{ id: {}, name: {} }}", text(&function.id), write_bilingual(&function.name))
    });
    field("functions", "Function", functions.collect());
    let roles = instrument.roles.iter().map(|role| {
        let (name, least, most) = (write_bilingual(&role.name), role.least, role.most);
        format!("RoleCount {{ role: Role::{:?}, name: {name}, least: {least}, most: {most:?} }}", role.role)
    });
    field("roles", "RoleCount", roles.collect());
    let domains = instrument.domains.iter().map(|domain| {
        let (id, name, weight) = (domain.id, write_bilingual(&domain.name), decimal(domain.weight));
        format!("Domain {{ id: {id}, name: {name}, weight: {weight} }}")
    });
    field("domains", "Domain", domains.collect());
    let aspects = instrument.aspects.iter().map(|aspect| {
        let (id, name, weight) = (aspect.id, write_bilingual(&aspect.name), decimal(aspect.weight));
        format!("Aspect {{ id: {id}, domain: {:?}, name: {name}, weight: {weight} }}", aspect.domain)
    });
    field("aspects", "Aspect", aspects.collect());
    let mapping = option(instrument.maps_from.as_ref(), |mapping| {
        let pairs: Vec<String> = mapping
            .indicators
            .iter()
            .map(|pair| {
                format!("MappedIndicator {{ id: {}, from: {}, basis: {} }}", pair.id, pair.from, text(&pair.basis))
            })
            .collect();
        let pairs = list(code, &format!("{name}_MAPPING"), "MappedIndicator", &pairs);
        format!("Mapping {{ instrument: {}, indicators: {pairs} }}", text(&mapping.instrument))
    });
    fields.push(format!("maps_from: {mapping}"));
    fields.join(", ")
}

fn write_indicator(code: &mut String, instrument: &str, indicator: &Indicator) -> String {
    let name = format!("{instrument}_{}", indicator.id);
    let texts = |texts: &[Wording]| texts.iter().map(text).collect::<Vec<_>>();
    let functions = list(code, &format!("{name}_FUNCTIONS"), "Wording", &texts(&indicator.functions));
    let evidence = list(code, &format!("{name}_EVIDENCE"), "Wording", &texts(&indicator.evidence));
    let criteria = write_levels(code, &format!("{name}_CRITERIA"), &indicator.criteria);
    let by_level = write_levels(code, &format!("{name}_EVIDENCE_BY_LEVEL"), &indicator.evidence_by_level);
    let repeat = option(indicator.repeat.as_ref(), |repeat| {
        format!("Repeat {{ least: {}, most: {} }}", repeat.least, repeat.most)
    });
    format!(
        "Indicator {{ id: {}, aspect: {}, name: {}, short: {}, weight: {}, capability: {}, functions: {functions}, \
         repeat: {repeat}, criteria: {criteria}, evidence: {evidence}, evidence_by_level: {by_level}, note: {} }}",
        indicator.id,
        indicator.aspect,
        write_bilingual(&indicator.name),
        option(indicator.short.as_ref(), text),
        option(indicator.weight.as_ref(), |weight| decimal(*weight)),
        option(indicator.capability.as_ref(), text),
        option(indicator.note.as_ref(), text),
    )
}

fn write_levels(code: &mut String, name: &str, levels: &[(Decimal, Wording)]) -> String {
    let items: Vec<String> =
        levels.iter().map(|(level, said)| format!("({}, {})", decimal(*level), text(said))).collect();
    list(code, name, "(Decimal, Wording)", &items)
}

/// Writes a list as a static of its own and returns a reference to it.
fn list(code: &mut String, name: &str, kind: &str, items: &[String]) -> String {
    let count = items.len();
    writeln!(code, "static {name}: [{kind}; {count}] = [{}];", items.join(", ")).expect("a string can be written");
    format!("Cow::Borrowed(&{name})")
}

/// Names the static of an instrument.
fn constant(id: &str) -> String {
    id.to_uppercase().replace('-', "_")
}

fn hexadecimal(digest: &[u8]) -> String {
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn text(said: &Wording) -> String {
    format!("Cow::Borrowed({said:?})")
}

fn write_bilingual(said: &Bilingual) -> String {
    format!("Bilingual::fixed({:?}, {:?})", said.id, said.en)
}

fn decimal(number: Decimal) -> String {
    format!("Decimal::new({}, {})", number.units(), number.places())
}

fn option<T>(value: Option<&T>, write: impl FnOnce(&T) -> String) -> String {
    value.map_or_else(|| "None".to_owned(), |value| format!("Some({})", write(value)))
}
