//! Published results, recomputed: every figure of `tests/cases` comes out to its last digit.

use std::fs;

use serde_json::Value;
use spbe::index::evaluation::{NodeResult, Outcome, Rated, Rating, rate};
use spbe::index::exact::Exact;
use spbe::index::roll_up::{Levels, roll_up};
use spbe::model::decimal::Decimal;
use spbe::model::instrument::Instrument;
use spbe::model::row::RowId;
use spbe::store::bundled;

/// What the case files call the nodes of 2018, in the order of the instrument.
const ASPECTS_2018: [&str; 7] = [
    "kebijakan_tata_kelola",
    "kebijakan_layanan",
    "kelembagaan",
    "strategi_perencanaan",
    "tik",
    "layanan_administrasi",
    "layanan_publik",
];
const DOMAINS_2018: [&str; 3] = ["kebijakan", "tata_kelola", "layanan"];

/// What the case files call the nodes of 2020, in the order of the instrument.
const ASPECTS_2020: [&str; 8] = [
    "kebijakan",
    "perencanaan_strategis",
    "tik",
    "penyelenggara",
    "penerapan_manajemen",
    "audit_tik",
    "layanan_administrasi",
    "layanan_publik",
];
const DOMAINS_2020: [&str; 4] = ["kebijakan", "tata_kelola", "manajemen", "layanan"];

fn instrument(id: &str) -> &'static Instrument {
    bundled::find(id).expect("a bundled instrument").instrument
}

fn case(name: &str) -> Value {
    let path = format!("{}/tests/cases/{name}.json", env!("CARGO_MANIFEST_DIR"));
    serde_json::from_str(&fs::read_to_string(path).expect("a case")).expect("JSON")
}

fn decimal(value: &Value) -> Decimal {
    Decimal::parse(&value.to_string()).expect("a decimal").0
}

fn levels(case: &Value, row: impl Fn(u32) -> RowId) -> Levels {
    let levels = case["levels"].as_object().expect("levels").iter();
    levels.map(|(key, level)| (row(key.parse().expect("a number")), Some(decimal(level)))).collect()
}

fn index(rating: &Rating) -> &Rated {
    match &rating.outcome {
        Outcome::Index(rated) => rated,
        Outcome::Range { .. } => panic!("every row has a level"),
    }
}

/// Compares values with the figures of a case, rounded to as many decimals as those have.
fn assert_nodes(found: &[NodeResult], names: &[&str], figures: &Value, decimals: u32) {
    assert_eq!(figures.as_object().map(serde_json::Map::len), Some(names.len()));
    assert_eq!(found.len(), names.len());
    for (node, name) in found.iter().zip(names) {
        let value = node.value.as_ref().expect("a value");
        assert_eq!(value.rounded(decimals), decimal(&figures[name]).into(), "{name}");
    }
}

fn assert_case(name: &str, rating: &Rating, aspects: &[&str], domains: &[&str]) {
    let case = case(name);
    for (figures, decimals) in [(&case["published"], 2), (&case["recomputed"], 6)] {
        assert_nodes(&rating.aspects, aspects, &figures["aspects"], decimals);
        assert_nodes(&rating.domains, domains, &figures["domains"], decimals);
    }
    let rated = index(rating);
    assert_eq!(rated.exact.rounded(2), decimal(&case["published"]["index"]).into());
    assert_eq!(rated.exact, decimal(&case["recomputed"]["index"]).into());
    assert_eq!(rated.predicate.as_deref(), case["recomputed"]["predicate"].as_str());
    if let Some(predicate) = case["published"]["predicate"].as_str() {
        assert_eq!(rated.predicate.as_deref(), Some(predicate));
    }
}

#[test]
fn denpasar_2018_comes_out_with_three_services() {
    let row = |key: u32| if key < 35 { RowId::whole(key) } else { RowId::service(35, key - 34) };
    let levels = levels(&case("denpasar-2018"), row);
    assert_eq!(levels.len(), 37);
    let rating = rate(instrument("spbe-2018"), 2018, &levels);
    assert_case("denpasar-2018", &rating, &ASPECTS_2018, &DOMAINS_2018);
    assert_eq!(index(&rating).exact.fraction(), "66/25");
}

#[test]
fn bandar_lampung_2024_comes_out() {
    let levels = levels(&case("bandar-lampung-2024"), RowId::whole);
    let rating = rate(instrument("spbe-2020"), 2024, &levels);
    assert_case("bandar-lampung-2024", &rating, &ASPECTS_2020, &DOMAINS_2020);
}

#[test]
fn the_worked_aspect_of_the_regulation_comes_out() {
    let case = case("59-2020-worked-examples");
    let example = &case["examples"][0];
    let sums = roll_up(instrument("spbe-2020"), &levels(example, RowId::whole));
    let aspect = sums.aspects[&2].as_ref().expect("all four indicators have a level");
    assert_eq!(*aspect, decimal(&example["published"]).into());
    let weight = &sums.weights[&RowId::whole(11)];
    assert_eq!(*weight, decimal(&example["indicator_weight"]).into());
}

#[test]
fn the_worked_domain_of_the_regulation_comes_out() {
    // The levels below are ours; they give the aspects that the regulation takes for granted.
    let mut levels = Levels::new();
    for (first, last, level) in [(11, 14, 3), (15, 18, 4), (19, 20, 3)] {
        levels.extend((first..=last).map(|id| (RowId::whole(id), Some(Decimal::from(level)))));
    }
    let case = case("59-2020-worked-examples");
    let example = &case["examples"][1];
    let sums = roll_up(instrument("spbe-2020"), &levels);
    for (id, name) in [(2, "perencanaan_strategis"), (3, "tik"), (4, "penyelenggara")] {
        assert_eq!(sums.aspects[&id], Some(decimal(&example["aspects"][name]).into()), "{name}");
        let weight = instrument("spbe-2020").aspect(id).expect("an aspect").weight;
        assert_eq!(weight, decimal(&example["weights"][name]), "{name}");
    }
    assert_eq!(sums.domains[&2], Some(decimal(&example["published"]).into()));
}

#[test]
fn the_worked_index_of_the_regulation_comes_out() {
    let case = case("59-2020-worked-examples");
    let example = &case["examples"][2];
    let domains = instrument("spbe-2020").domains.iter().zip(DOMAINS_2020);
    let products = domains.map(|(domain, name)| {
        assert_eq!(domain.weight, decimal(&example["weights"][name]), "{name}");
        &Exact::from(domain.weight) * &Exact::from(decimal(&example["domains"][name]))
    });
    let sum: Exact = products.sum();
    assert_eq!(sum, decimal(&example["sum"]).into());
    let index = sum.divided_by(&Exact::from(100)).expect("a hundred is not nought");
    assert_eq!(index, decimal(&example["recomputed"]).into());
    assert_eq!(index.rounded(2), decimal(&example["published"]).into());
}

#[test]
fn the_decimals_of_pemdi_are_exact_and_its_aspects_make_the_index() {
    let instrument = instrument("pemdi-2026");
    let levels = instrument.all_rows().into_iter().map(|row| (row, Some(Decimal::new(333, 2)))).collect();
    let rating = rate(instrument, 2026, &levels);
    assert!(rating.domains.is_empty());
    assert_eq!(index(&rating).exact.fraction(), "333/100");
    assert_eq!(index(&rating).predicate.as_deref(), Some("Baik"));
}

#[test]
fn with_an_open_row_there_is_a_range_and_its_ends_are_the_scale() {
    let instrument = instrument("spbe-2020");
    let mut levels: Levels = instrument.all_rows().into_iter().map(|row| (row, Some(Decimal::from(3)))).collect();
    levels.insert(RowId::whole(11), None);
    let rating = rate(instrument, 2024, &levels);
    let Outcome::Range { lowest, highest } = &rating.outcome else { panic!("a row is open") };
    assert_eq!((lowest.exact.shown(2), highest.exact.shown(2)), ("2.95".to_owned(), "3.05".to_owned()));
    assert_eq!(rating.aspects[1].value, None);
    assert_eq!(rating.aspects[0].value, Some(Exact::from(3)));
    assert_eq!(
        (rating.aspects[1].lowest.fraction(), rating.aspects[1].highest.fraction()),
        ("5/2".into(), "7/2".into())
    );
}
