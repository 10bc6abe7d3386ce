//! How the agency was evaluated: instrument, levels, weights, stages, methods, evidence.

use crate::bilingual;
use crate::model::evidence::EvidenceKind;
use crate::model::instrument::Capability;
use crate::model::manifest::Period;
use crate::model::score::Method;
use crate::outline::ReportWriter;
use crate::outline::words::counted;
use crate::paper::document::block::Block;
use crate::paper::document::span::Text;
use crate::paper::document::table::Table;
use crate::result::label::{LEVEL, METHOD, NAME, WEIGHT, capitalised, joined};
use crate::text::bilingual::Bilingual;
use crate::text::date;
use crate::text::word::Vocabulary;

/// Writes the chapter from the instrument to the weights.
pub(super) fn blocks(writer: &ReportWriter<'_>) -> Vec<Block> {
    let mut blocks = vec![writer.chapter(&bilingual!("Metode", "Method")), instrument(writer), evidence(writer)];
    blocks.extend(methods(writer));
    blocks.push(writer.part(&bilingual!("Tahap evaluasi", "Stages of the evaluation")));
    blocks.push(stages(writer));
    blocks.push(writer.part(&bilingual!("Level kematangan", "Levels of maturity")));
    blocks.push(cumulative(writer));
    blocks.extend(levels(writer));
    blocks.push(writer.part(&bilingual!("Bobot", "Weights")));
    blocks.push(Block::Table(weights(writer)));
    blocks
}

/// Says what the instrument is made of, and how many rows services make of its indicators.
fn instrument(writer: &ReportWriter<'_>) -> Block {
    let report = writer.report;
    let instrument = report.instrument;
    let title = instrument.title.get(writer.language);
    let mut parts = Vec::new();
    if !instrument.domains.is_empty() {
        parts.push(counted(instrument.domains.len(), "domain", "domain", "domains"));
    }
    parts.push(counted(instrument.aspects.len(), "aspek", "aspect", "aspects"));
    parts.push(counted(instrument.indicators.len(), "indikator", "indicator", "indicators"));
    let parts: Vec<String> = parts.iter().map(|part| writer.say(part)).collect();
    let parts = joined(&parts, writer.language);
    let rows = report.indicators.len();
    let services = match report.has_services() {
        true => bilingual!(
            " Indikator yang dinilai untuk beberapa layanan membentuk beberapa baris; seluruhnya {rows} baris penilaian.",
            " An indicator that is assessed for several services makes several rows; there are {rows} rows in all."
        ),
        false => Bilingual::same(""),
    };
    let before = writer.say(&bilingual!("Instrumen: ", "The instrument is "));
    let services = services.get(writer.language);
    let after = writer.say(&bilingual!(", dengan {parts}.{services}", ", with {parts}.{services}"));
    Block::Paragraph(Text::from(before).emphasis(title).plain(after))
}

/// Counts what the levels rest on.
fn evidence(writer: &ReportWriter<'_>) -> Block {
    let evidence = &writer.report.workspace.evidence;
    if evidence.is_empty() {
        return writer.paragraph(&bilingual!("Belum ada data dukung yang terdaftar.", "No evidence is on record yet."));
    }
    let kinds = [
        (EvidenceKind::Document, "dokumen", "document", "documents"),
        (EvidenceKind::Screenshot, "tangkapan layar", "screenshot", "screenshots"),
        (EvidenceKind::Link, "tautan", "link", "links"),
        (EvidenceKind::Interview, "catatan wawancara", "interview", "interviews"),
        (EvidenceKind::Observation, "catatan observasi lapangan", "field observation", "field observations"),
    ];
    let parts = kinds.into_iter().filter_map(|(kind, id, one, many)| {
        let count = evidence.iter().filter(|evidence| evidence.kind == kind).count();
        (count > 0).then(|| writer.say(&counted(count, id, one, many)))
    });
    let (all, parts) = (evidence.len(), joined(&parts.collect::<Vec<_>>(), writer.language));
    writer.paragraph(&bilingual!(
        "Data dukung yang terdaftar: {all}, yaitu {parts}.",
        "Evidence on record: {all}, namely {parts}."
    ))
}

/// Counts the indicators by how they were assessed; nothing where no evaluator said it.
fn methods(writer: &ReportWriter<'_>) -> Option<Block> {
    let lines = &writer.report.indicators;
    if lines.iter().all(|line| line.methods.is_empty()) {
        return None;
    }
    let of = writer.say(&bilingual!("Jumlah indikator", "Number of indicators"));
    let caption = writer.say(&bilingual!("Metode yang dipakai", "Methods used"));
    let mut table = Table::new(caption).wide(METHOD.get(writer.language), 3).wide(of, 3);
    for (method, _) in Method::WORDS {
        let count = lines.iter().filter(|line| line.methods.contains(method)).count();
        table.row(vec![capitalised(method.label(writer.language)).into(), count.to_string().into()]);
    }
    Some(Block::Table(table))
}

/// Lists the three stages, each with its days where the manifest has them.
fn stages(writer: &ReportWriter<'_>) -> Block {
    let schedule = writer.report.workspace.manifest.as_ref().map(|manifest| manifest.schedule).unwrap_or_default();
    let stage = |name: Bilingual, work: Bilingual, period: Option<Period>| {
        let text = Text::default().strong(writer.say(&name)).plain(writer.say(&work));
        match period {
            Some(period) => text.plain(format!(" ({})", days(writer, period))),
            None => text,
        }
    };
    Block::Numbered(vec![
        stage(
            bilingual!("Perencanaan", "Planning"),
            bilingual!(
                ": menyiapkan instrumen dan tim, serta sosialisasi",
                ": preparing the instrument and the team, and briefing everybody on the evaluation"
            ),
            schedule.planning,
        ),
        stage(
            bilingual!("Pelaksanaan", "Execution"),
            bilingual!(
                ": mengumpulkan data dan menilai dokumen, diperdalam dengan wawancara dan observasi lapangan",
                ": collecting data and assessing documents, deepened by interviews and field observation"
            ),
            schedule.execution,
        ),
        stage(
            bilingual!("Pelaporan", "Reporting"),
            bilingual!(
                ": menyusun hasil dan rekomendasi perbaikan",
                ": compiling the results and the recommendations for improvement"
            ),
            schedule.reporting,
        ),
    ])
}

/// Writes the first and the last day of a stage.
fn days(writer: &ReportWriter<'_>, period: Period) -> String {
    let (start, end) = (date::in_words(period.start, writer.language), date::in_words(period.end, writer.language));
    writer.say(&bilingual!("{start} s.d. {end}", "{start} to {end}"))
}

/// Says that a level includes all lower ones, and which value stands where nothing is shown.
fn cumulative(writer: &ReportWriter<'_>) -> Block {
    let scale = &writer.report.instrument.scale;
    let numbers = writer.numbers();
    let (lowest, highest) = (numbers.level(scale.lowest), numbers.level(scale.highest));
    let nothing = numbers.level(scale.nothing_shown);
    writer.paragraph(&bilingual!(
        "Setiap indikator bernilai {lowest} sampai {highest}. Level bersifat kumulatif: sebuah level dicapai bila \
         semua level di bawahnya juga terpenuhi. Bila tidak ada bukti sama sekali, nilainya {nothing}.",
        "Every indicator has a value from {lowest} to {highest}. Levels are cumulative: one is reached only when all \
         lower ones are met too. Where nothing is shown at all, the value is {nothing}."
    ))
}

/// Shows the names of the levels, a column for every kind of maturity; nothing where the instrument names none.
fn levels(writer: &ReportWriter<'_>) -> Option<Block> {
    let capabilities = &writer.report.instrument.scale.capabilities;
    if capabilities.is_empty() {
        return None;
    }
    let caption = writer.say(&bilingual!("Nama level", "Names of the levels"));
    let mut table = Table::new(caption).mark(LEVEL.get(writer.language));
    for capability in capabilities.iter() {
        table = table.wide(capability.name.get(writer.language), 3);
    }
    let mut levels: Vec<_> =
        capabilities.iter().flat_map(|capability| capability.levels.iter()).map(|(level, _)| *level).collect();
    levels.sort();
    levels.dedup();
    for level in levels {
        let name = |capability: &Capability| {
            let found = capability.levels.iter().find(|(known, _)| *known == level);
            found.map(|(_, name)| name.to_string()).unwrap_or_default().into()
        };
        let mut cells = vec![writer.numbers().plain(level).into()];
        cells.extend(capabilities.iter().map(name));
        table.row(cells);
    }
    Some(Block::Table(table))
}

/// Lists the weights, each with how many indicators share it; an indicator with several services is one.
fn weights(writer: &ReportWriter<'_>) -> Table {
    let caption = writer.say(&bilingual!("Bobot dalam persen dari indeks", "Weights in per cent of the index"));
    let count = writer.say(&bilingual!("Indikator", "Indicators"));
    let mut table =
        Table::new(caption).wide(NAME.get(writer.language), 1).number(count).number(WEIGHT.get(writer.language));
    for node in writer.report.nodes() {
        let own = |aspect: u32| writer.report.instrument.indicators.iter().filter(|one| one.aspect == aspect).count();
        let count = match node.is_domain() {
            true => writer.report.aspects_of(node.id).map(|aspect| own(aspect.id)).sum(),
            false => own(node.id),
        };
        let cells = vec![
            node.name.get(writer.language).into(),
            count.to_string().into(),
            writer.numbers().exactly(&node.weight).into(),
        ];
        if node.is_domain() { table.group(cells) } else { table.row(cells) }
    }
    table
}
