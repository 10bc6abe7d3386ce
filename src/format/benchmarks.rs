//! `benchmarks.csv`: published averages, read when the data that the binary carries is made.

use crate::bilingual;
use crate::diagnostic::place::Located;
use crate::format::reading::Reading;
use crate::format::scalar;
use crate::format::table::parse::parse;
use crate::format::table::row::Row;
use crate::format::table::schema::Schema;
use crate::model::benchmark::{Benchmark, BenchmarkNode, Group};
use crate::text::bilingual::Bilingual;

/// The shape of the table.
pub(crate) static SCHEMA: Schema = Schema {
    columns: &["year", "instrument", "group", "node", "value", "source_id", "source_en"],
    keys: 4,
    later: 0,
    one_line: true,
};

/// Reads the averages.
pub(crate) fn read(text: &str, reading: &Reading) -> Vec<Benchmark> {
    let Some(table) = parse(text, &SCHEMA, reading) else { return Vec::new() };
    Row::all(&table, &SCHEMA, reading).filter_map(benchmark).collect()
}

fn benchmark(row: Row<'_>) -> Option<Benchmark> {
    Some(Benchmark {
        year: word(row, "year", |text| text.parse().ok())?,
        instrument: row.required("instrument")?.value.into(),
        group: word(row, "group", Group::from_word)?,
        node: word(row, "node", BenchmarkNode::from_word)?,
        value: row.level("value")?.value,
        source: Bilingual::new(row.text("source_id").value, row.text("source_en").value),
    })
}

fn word<T>(row: Row<'_>, column: &str, read: impl FnOnce(&str) -> Option<T>) -> Option<T> {
    let Located { value: text, place } = row.required(column)?;
    let expected = bilingual!("nilai untuk `{column}`", "a value for `{column}`");
    read(&text).or_else(|| scalar::refuse_text(&text, place.span.unwrap_or_default(), row.reading(), &expected))
}
