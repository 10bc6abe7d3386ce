//! What stands before and after the findings: cover, contents, preface, purpose, legal basis, signatures.

use crate::bilingual;
use crate::outline::ReportWriter;
use crate::paper::document::block::{Block, Cover};
use crate::paper::document::span::Text;
use crate::paper::document::tone::Tone;
use crate::result::bases::regulations;
use crate::result::label::capitalised;
use crate::result::signing::{place_and_day, team_name};
use crate::text::bilingual::Bilingual;
use crate::text::language::Language;

/// What stands on a report that can still change.
static DRAFT: Bilingual = Bilingual::fixed("DRAF – belum final", "DRAFT – not final");

/// Writes the cover, with region code and team where they are known; a draft says that it is one.
pub(super) fn cover(writer: &ReportWriter<'_>) -> Vec<Block> {
    let report = writer.report;
    let year = report.year;
    let mut lines = vec![writer.say(&bilingual!("Tahun {year}", "Year {year}"))];
    lines.extend(
        report.agency.code.as_ref().map(|code| writer.say(&bilingual!("Kode wilayah {code}", "Region code {code}"))),
    );
    if !report.workspace.team.members.is_empty() {
        let team = team_name(report.instrument, writer.language);
        lines.push(writer.say(&bilingual!("Disusun oleh {team}", "Prepared by the {team}")));
    }
    lines.push(writer.say(&if report.external.is_some() {
        bilingual!(
            "Hasil penilaian mandiri instansi, disandingkan dengan hasil kementerian",
            "The agency's own assessment, beside the result of the ministry"
        )
    } else {
        bilingual!("Hasil penilaian mandiri instansi", "The agency's own assessment")
    }));
    lines.extend(writer.is_draft().then(|| writer.say(&DRAFT)));
    let cover = Cover {
        title: writer.title(),
        subtitle: report.instrument.title.get(writer.language).to_owned(),
        agency: report.agency.name.clone(),
        lines,
    };
    vec![Block::Cover(cover)]
}

/// Writes the table of contents, with a new page after it.
pub(super) fn contents(writer: &ReportWriter<'_>) -> Vec<Block> {
    vec![Block::Contents { title: writer.say(&bilingual!("Daftar Isi", "Contents")) }, Block::PageBreak]
}

/// Writes the preface of `report.toml`; without one there is none.
pub(super) fn preface(writer: &ReportWriter<'_>) -> Vec<Block> {
    let Some(preface) = &writer.report.workspace.presentation.preface else { return Vec::new() };
    let paragraphs = preface.replace("\r\n", "\n");
    let paragraphs = paragraphs.split("\n\n").map(str::trim).filter(|paragraph| !paragraph.is_empty());
    let heading = writer.chapter(&bilingual!("Kata Pengantar", "Preface"));
    std::iter::once(heading).chain(paragraphs.map(|paragraph| Block::Paragraph(paragraph.into()))).collect()
}

/// Says in three sentences what the evaluation is for and what is evaluated.
pub(super) fn purpose(writer: &ReportWriter<'_>) -> Vec<Block> {
    let (subject, indicators) = (writer.subject(), writer.report.instrument.indicators.len());
    let year = writer.report.year;
    let what = what(writer);
    let what = what.get(writer.language);
    let text = bilingual!(
        "Evaluasi ini bertujuan mengetahui kemajuan penerapan {subject}, menjamin mutu penilaiannya, dan memberi saran \
         perbaikan. {what} Tahun {year} kematangannya dinilai dengan {indicators} indikator melalui evaluasi dokumen yang, \
         bila perlu, diperdalam dengan wawancara dan observasi lapangan.",
        "This evaluation is to show how far {subject} has progressed, to assure the quality of its assessment, and to give \
         advice for improvement. {what} In {year} its maturity was assessed with {indicators} indicators by an evaluation of \
         documents that, where needed, was deepened by interviews and field observation."
    );
    vec![writer.chapter(&bilingual!("Tujuan Evaluasi", "Purpose of the evaluation")), writer.paragraph(&text)]
}

/// Says what is evaluated.
fn what(writer: &ReportWriter<'_>) -> Bilingual {
    let subject = writer.report.instrument.subject.get(Language::Indonesian);
    if writer.report.instrument.is_of_spbe() {
        return Bilingual::fixed(
            "Sistem Pemerintahan Berbasis Elektronik (SPBE) menyatukan kegiatan pemerintahan, teknologi informasi dan \
             komunikasi, serta layanan kepada pengguna.",
            "SPBE, the electronic-based government system, brings together the work of government, information and \
             communication technology, and services to users.",
        );
    }
    let (id, en) = (subject, capitalised(writer.report.instrument.subject.get(Language::English)));
    bilingual!(
        "{id} menyatukan kegiatan pemerintahan, teknologi informasi dan komunikasi, serta layanan kepada pengguna.",
        "{en} brings together the work of government, information and communication technology, and services to users."
    )
}

/// Lists the regulations by rank, with the instrument's own among them and the decree on the team last.
pub(super) fn basis(writer: &ReportWriter<'_>) -> Vec<Block> {
    let workspace = writer.report.workspace;
    let bases = regulations(writer.report);
    let mut bases: Vec<Text> = bases.into_iter().map(Text::from).collect();
    if let Some(decree) = &workspace.team.decree {
        let number = &decree.number;
        let team = team_name(writer.report.instrument, writer.language);
        let date = decree.date.map(|date| crate::text::date::in_words(date, writer.language));
        let text = match date {
            Some(date) => bilingual!(
                "Keputusan Nomor {number} tanggal {date} tentang {team}",
                "Decree number {number} of {date} on the {team}"
            ),
            None => {
                bilingual!("Keputusan Nomor {number} tentang {team}", "Decree number {number} on the {team}")
            }
        };
        bases.push(writer.say(&text).into());
    }
    vec![writer.chapter(&bilingual!("Dasar Hukum", "Legal basis")), Block::Numbered(bases)]
}

/// Says that a report is not to be signed yet; nothing for one that is final.
pub(super) fn draft(writer: &ReportWriter<'_>) -> Option<Block> {
    let open = writer.report.open_rows();
    let text = bilingual!(
        "{open} baris penilaian belum mempunyai level, maka belum ada indeks. Jangan ditandatangani.",
        "{open} rows have no level yet, so there is no index. Not to be signed."
    );
    let text = Text::default().strong(format!("{}. ", writer.say(&DRAFT))).plain(writer.say(&text));
    writer.is_draft().then_some(Block::Notice { tone: Tone::Attention, text })
}

/// Writes the places to sign; a draft warns against signing.
pub(super) fn signatures(writer: &ReportWriter<'_>) -> Vec<Block> {
    let mut blocks = vec![writer.chapter(&bilingual!("Pengesahan", "Signatures"))];
    blocks.extend(draft(writer));
    let (place, signatories) = (place_and_day(writer.report), writer.signatories());
    blocks.push(Block::Signatures { place, signatories, copies: String::new() });
    blocks
}
