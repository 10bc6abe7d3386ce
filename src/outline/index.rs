//! The index and its predicate.

use crate::bilingual;
use crate::index::evaluation::Outcome;
use crate::model::instrument::Predicate;
use crate::outline::ReportWriter;
use crate::outline::summary::shown_index;
use crate::outline::words::tone;
use crate::paper::document::block::Block;
use crate::paper::document::table::{Cell, Table};
use crate::result::facts::{Fact, facts, full_name, predicate_name};
use crate::result::label::{INDEX, VALUE};

/// Writes the index in words, then beside other figures, then among the predicates.
pub(super) fn blocks(writer: &ReportWriter<'_>) -> Vec<Block> {
    let subject = writer.subject();
    let title = bilingual!("Indeks {subject} dan Predikatnya", "Index of {subject} and its predicate");
    vec![writer.chapter(&title), said(writer), figures(writer), predicates(writer)]
}

/// Says the index and its predicate, or how many rows are to be scored before there is one.
fn said(writer: &ReportWriter<'_>) -> Block {
    let text = match &writer.report.outcome {
        Outcome::Index(rated) => {
            let shown = writer.numbers().shown(&rated.exact);
            let predicate = predicate_name(writer.report, rated, writer.language);
            bilingual!(
                "Indeks {shown} berpredikat {predicate}. Tabel berikut menyandingkannya dengan target dan \
                 ukuran lain.",
                "The index {shown} has the predicate {predicate}. The next table sets it beside the target and other \
                 figures."
            )
        }
        Outcome::Range { .. } => {
            let open = writer.report.open_rows();
            bilingual!(
                "Belum ada indeks: {open} indikator masih terbuka. Predikat baru dapat diberikan setelah semuanya dinilai.",
                "There is no index yet: {open} indicators are still open. A predicate can be given once all are scored."
            )
        }
    };
    writer.paragraph(&text)
}

/// Shows every figure beside the index, each with what it means.
fn figures(writer: &ReportWriter<'_>) -> Block {
    let caption = writer.say(&bilingual!("Indeks dan pembandingnya", "The index and what it compares with"));
    let what = writer.say(&bilingual!("Ukuran", "Figure"));
    let meaning = writer.say(&bilingual!("Arti bagi indeks ini", "What it means for this index"));
    let mut table = Table::new(caption).wide(what, 3).number(VALUE.get(writer.language)).wide(meaning, 4);
    let own = match &writer.report.outcome {
        Outcome::Index(rated) => predicate_name(writer.report, rated, writer.language),
        Outcome::Range { .. } => writer.say(&bilingual!("belum ada", "none yet")),
    };
    let index = shown_index(writer, &writer.report.outcome);
    table.group(vec![INDEX.get(writer.language).into(), index.into(), own.into()]);
    for Fact { label, value, remark, reached } in facts(writer.report, writer.language) {
        let remark = Cell::from(remark).tone(tone(reached));
        table.row(vec![label.into(), value.into(), remark]);
    }
    Block::Table(table)
}

/// Shows the predicates and the indices that they cover; the one that was reached is marked.
fn predicates(writer: &ReportWriter<'_>) -> Block {
    let instrument = writer.report.instrument;
    let caption = writer.say(&bilingual!("Predikat menurut indeks", "Predicates by index"));
    let mut table = Table::new(caption)
        .wide(writer.say(&bilingual!("Predikat", "Predicate")), 3)
        .wide(INDEX.get(writer.language), 3)
        .wide(writer.say(&bilingual!("Keterangan", "Remark")), 3);
    let reached = writer.report.outcome.rated().and_then(|rated| rated.predicate.as_deref());
    for predicate in instrument.predicates.iter() {
        let here = reached == Some(predicate.name.as_ref());
        let mark = if here {
            writer.say(&bilingual!("predikat yang dicapai", "the predicate reached"))
        } else {
            String::new()
        };
        let cells = vec![full_name(predicate, writer.language).into(), bounds(writer, predicate).into(), mark.into()];
        if here { table.group(cells) } else { table.row(cells) }
    }
    Block::Table(table)
}

/// Writes the indices of a predicate; the highest value of the scale is included, any other upper bound is not.
fn bounds(writer: &ReportWriter<'_>, predicate: &Predicate) -> String {
    let numbers = writer.numbers();
    let (from, to) = (numbers.even(predicate.from), numbers.even(predicate.to));
    let text = if predicate.to == writer.report.instrument.scale.highest {
        bilingual!("{from} sampai {to}", "{from} to {to}")
    } else {
        bilingual!("{from} sampai kurang dari {to}", "{from} to below {to}")
    };
    writer.say(&text)
}
