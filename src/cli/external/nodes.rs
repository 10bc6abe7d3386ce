//! What `spbe external import` takes out of the ministry's JSON: index, domains and aspects, where no levels are published.

use std::cmp::Ordering;

use crate::bilingual;
use crate::cli::change::Change;
use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::cli::pick;
use crate::format::external_nodes::SCHEMA;
use crate::format::published_result::{PublishedResult, read};
use crate::model::benchmark::BenchmarkNode;
use crate::model::decimal::Decimal;
use crate::model::files::EXTERNAL_NODES;
use crate::model::instrument::Instrument;
use crate::model::manifest::Manifest;
use crate::text::bilingual::Bilingual;
use crate::text::fold::same;
use crate::text::language::Language;
use crate::text::number::with_mark;
use crate::workbook::reading::decoded;

/// Puts what was published into its table, and says what it replaced.
pub(super) fn write(context: &Context, change: &mut Change<'_>, bytes: &[u8]) -> Result<Bilingual, Failure> {
    let workspace = &change.loaded.workspace;
    let instrument = pick::instrument(workspace)?;
    let manifest = workspace.manifest.as_ref().expect("an instrument is only found with a manifest");
    let text = decoded(bytes).map_err(Failure::new)?;
    let results = read(&text).ok_or_else(|| {
        Failure::new(bilingual!("JSON ini bukan hasil kementerian", "this JSON is no result of the ministry")).help(
            bilingual!(
                "yang dibaca: `{{\"tahun\": …, \"nama_instansi\": …, \"nilai\": {{\"indeks\": …, \"D2001\": …}}}}`",
                "what is read: `{{\"tahun\": …, \"nama_instansi\": …, \"nilai\": {{\"indeks\": …, \"D2001\": …}}}}`"
            ),
        )
    })?;
    let result = of_this_evaluation(&results, manifest)?;
    admitted(result, instrument)?;
    if let Some(name) = result.agency.as_ref().filter(|name| !same(name, &manifest.agency.name)) {
        let own = &manifest.agency.name;
        let message = bilingual!(
            "hasil ini atas nama `{name}`, ruang kerja ini `{own}`",
            "this result is of `{name}`, this workspace of `{own}`"
        );
        context.ui.warning(&message, None);
    }
    let mut table = change.table(EXTERNAL_NODES, &SCHEMA)?;
    let mut was: Vec<String> = Vec::new();
    for (node, value) in &result.values {
        let refused = |error| change.refused(EXTERNAL_NODES, error);
        let before = table.record(&[&node.to_string()]).map_err(refused)?;
        let note = before.as_ref().map(|before| before[2].clone()).unwrap_or_default();
        let number = |text: &str| Decimal::parse(text).map(|(value, _)| value);
        was.extend(
            before.filter(|before| number(&before[1]) != Some(*value)).map(|before| format!("{node} {}", before[1])),
        );
        table.put(&[node.to_string(), table.number(*value), note], |keys| order(keys, *node)).map_err(refused)?;
    }
    change.changes.text(EXTERNAL_NODES, table.into_text());
    let count = result.values.len();
    let message = bilingual!(
        "Masuk: {count} nilai kementerian (indeks, domain, aspek).",
        "Taken in: {count} values of the ministry (index, domains, aspects)."
    );
    if was.is_empty() {
        return Ok(message);
    }
    let en = was.join("; ");
    let id = with_mark(&en, Language::Indonesian);
    Ok(message.and(bilingual!(" Sebelumnya {id}.", " Before: {en}.")))
}

/// Chooses the result of this agency and year among those of the file.
fn of_this_evaluation<'a>(results: &'a [PublishedResult], manifest: &Manifest) -> Result<&'a PublishedResult, Failure> {
    let (year, agency) = (manifest.year.value, &manifest.agency.name);
    let of_year: Vec<&PublishedResult> =
        results.iter().filter(|result| result.year.is_none_or(|named| named == year)).collect();
    let mut own = of_year.iter().filter(|result| result.agency.as_ref().is_some_and(|name| same(name, agency)));
    match (of_year.as_slice(), own.next(), own.next()) {
        ([], ..) => {
            let years: Vec<String> =
                results.iter().filter_map(|result| result.year).map(|year| year.to_string()).collect();
            let years = years.join(", ");
            Err(Failure::new(bilingual!(
                "hasil ini untuk tahun {years}, ruang kerja ini untuk {year}",
                "this result is of {years}, this workspace of {year}"
            )))
        }
        ([one], ..) => Ok(one),
        (_, Some(one), None) => Ok(one),
        _ => Err(Failure::new(bilingual!(
            "tidak jelas mana dari beberapa hasil milik `{agency}`",
            "which of several results is that of `{agency}` is not clear"
        ))
        .help(bilingual!("sisakan satu hasil di berkas itu", "leave one result in the file"))),
    }
}

/// Refuses values that the instrument has no place for, and a result without any.
fn admitted(result: &PublishedResult, instrument: &Instrument) -> Result<(), Failure> {
    let (lowest, highest) = (instrument.scale.lowest, instrument.scale.highest);
    let fits = |(node, value): &&(BenchmarkNode, Decimal)| (lowest..=highest).contains(value) && node.is_of(instrument);
    let wrong = result.values.iter().filter(|value| !fits(value)).map(|(node, value)| format!("{node}: {value}"));
    let wrong: Vec<String> = result.unknown.iter().cloned().chain(wrong).collect();
    if !wrong.is_empty() {
        let (wrong, title) = (wrong.join(", "), &instrument.id);
        let message = bilingual!(
            "nilai ini tidak punya tempat di instrumen `{title}`: {wrong}",
            "these values have no place in the instrument `{title}`: {wrong}"
        );
        return Err(
            Failure::new(message).help(bilingual!("lihat `spbe instrument show`", "see `spbe instrument show`"))
        );
    }
    if result.values.is_empty() {
        return Err(Failure::new(bilingual!("hasil ini tidak berisi nilai", "this result holds no values")));
    }
    Ok(())
}

/// Orders a record among others: the index, then domains, then aspects; what is none of them stands before all.
fn order(keys: &[&str], node: BenchmarkNode) -> Ordering {
    BenchmarkNode::parse(keys[0]).cmp(&Some(node))
}
