//! The units as JSON, version 1, and as CSV.

use serde::Serialize;

use crate::data::csv::{harmless, written};
use crate::model::row::RowId;
use crate::result::units::UnitInfo;
use crate::text::json::json_text;

/// Writes the units as CSV: a record for each.
pub(crate) fn csv(units: &[UnitInfo<'_>]) -> String {
    let head = ["name", "indicators", "services", "members"].map(str::to_owned);
    let records = units.iter().map(|unit| {
        let rows = |rows: &mut dyn Iterator<Item = &RowId>| rows.map(ToString::to_string).collect::<Vec<_>>().join(" ");
        [harmless(unit.name), rows(&mut unit.rows.iter()), rows(&mut unit.services.iter()), unit.members.join(" ")]
    });
    written(std::iter::once(head).chain(records))
}

/// Writes the units as JSON, version 1.
pub(crate) fn json(units: &[UnitInfo<'_>]) -> String {
    let texts = |rows: &mut dyn Iterator<Item = &RowId>| rows.map(ToString::to_string).collect();
    let units = units.iter().map(|unit| UnitV1 {
        name: unit.name,
        indicators: texts(&mut unit.rows.iter()),
        services: texts(&mut unit.services.iter()),
        members: &unit.members,
    });
    json_text(&UnitsV1 { version: 1, units: units.collect() })
}

/// All units.
#[derive(Serialize)]
struct UnitsV1<'a> {
    version: u32,
    units: Vec<UnitV1<'a>>,
}

/// A unit with the rows that it answers for, the services that it runs, and its members of the team.
#[derive(Serialize)]
struct UnitV1<'a> {
    name: &'a str,
    indicators: Vec<String>,
    services: Vec<String>,
    members: &'a [&'a str],
}
