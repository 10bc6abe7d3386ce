//! How the index was computed: every product, every sum, nothing rounded before the end.

use crate::bilingual;
use crate::index::exact::Exact;
use crate::outline::ReportWriter;
use crate::paper::document::block::Block;
use crate::paper::document::span::Text;
use crate::paper::document::table::Table;
use crate::result::label::{INDICATOR, VALUE, WEIGHT};
use crate::result::sum::{OPEN, Step, closing, steps};

/// Writes every sum in one table, and below it how the index is rounded and which predicate follows.
pub(super) fn blocks(writer: &ReportWriter<'_>) -> Vec<Block> {
    let then = match writer.report.domains.is_empty() {
        true => bilingual!("Indeks dihitung", "The index follows"),
        false => bilingual!("Nilai domain dan indeks dihitung", "Domains and the index follow"),
    };
    let (id, en) = (&then.id, &then.en);
    let text = bilingual!(
        "Nilai sebuah aspek adalah jumlah bobot × level indikatornya dibagi bobot aspek. {id} dengan cara yang sama. Semua \
         bilangan dihitung tepat; pembulatan hanya satu kali, pada indeks.",
        "The value of an aspect is the sum of weight × level of its indicators, divided by the weight of the aspect. \
         {en} in the same way. All numbers are exact; only the index is rounded, once."
    );
    let heading = writer.annex(&bilingual!("Perhitungan Indeks", "How the index was computed"));
    let mut blocks = vec![heading, writer.paragraph(&text), Block::Table(table(writer))];
    blocks.extend(closing(writer.report, writer.language).into_iter().map(|remark| {
        let text = Text::default();
        Block::Paragraph(if remark.matters { text.strong(remark.text) } else { text.plain(remark.text) })
    }));
    blocks
}

/// Shows every sum in the order in which it is computed: aspects, domains, the index.
fn table(writer: &ReportWriter<'_>) -> Table {
    let language = writer.language;
    let mut table = Table::new(writer.say(&bilingual!("Jumlah bobot × nilai", "Sums of weight × value")))
        .wide(writer.say(&bilingual!("Bagian", "Part")), 1)
        .number(WEIGHT.get(language))
        .number(VALUE.get(language))
        .number(writer.say(&bilingual!("Hasil kali", "Product")));
    for step in steps(writer.report, language) {
        self::step(writer, &mut table, &step);
    }
    table
}

/// Names a part: a row is an indicator.
fn label(writer: &ReportWriter<'_>, label: &str) -> String {
    let row = label.starts_with(|first: char| first.is_ascii_digit());
    if row { format!("{} {label}", INDICATOR.get(writer.language)) } else { label.to_owned() }
}

/// Writes one sum: a row for each part, then what they come to and by which weight that is divided.
fn step(writer: &ReportWriter<'_>, table: &mut Table, step: &Step) {
    let numbers = writer.numbers();
    let exactly = |value: &Exact| numbers.exactly(value);
    let or_open =
        |value: Option<&Exact>| value.map_or_else(|| OPEN.to_owned(), |value| numbers.exactly_and_about(value));
    for part in &step.parts {
        table.row(vec![
            label(writer, &part.label).into(),
            exactly(&part.weight).into(),
            or_open(part.value.as_ref()).into(),
            part.product.as_ref().map_or_else(|| OPEN.to_owned(), exactly).into(),
        ]);
    }
    let (sum, weight) = (step.sum.as_ref().map_or_else(|| OPEN.to_owned(), exactly), exactly(&step.weight));
    let name = step.name.as_ref().map(|name| format!(" {name}")).unwrap_or_default();
    let value = or_open(step.value.as_ref());
    let label = format!("{}{name} = {sum} / {weight}", step.label);
    table.group(vec![label.into(), "".into(), value.into(), sum.into()]);
}
