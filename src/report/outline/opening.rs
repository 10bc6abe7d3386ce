//! What stands before and after the findings: cover, contents, preface, purpose, legal basis, signatures.

use crate::bilingual;
use crate::model::instrument::Instrument;
use crate::report::document::block::{Block, Cover};
use crate::report::document::span::Text;
use crate::report::label::capitalised;
use crate::report::outline::Writer;
use crate::report::signing::place_and_day;
use crate::text::word::Vocabulary;

pub(super) fn cover(writer: &Writer<'_>) -> Vec<Block> {
    let report = writer.report;
    let year = report.year;
    let mut kind = capitalised(report.agency.kind.label(writer.language));
    if let Some(code) = &report.agency.code {
        kind = format!("{kind} · {code}");
    }
    let cover = Cover {
        title: writer.title(),
        subtitle: report.instrument.title.get(writer.language).to_owned(),
        agency: report.agency.name.clone(),
        lines: vec![kind, writer.say(&bilingual!("Tahun {year}", "Year {year}"))],
    };
    vec![Block::Cover(cover)]
}

pub(super) fn contents(writer: &Writer<'_>) -> Vec<Block> {
    vec![Block::Contents { title: writer.say(&bilingual!("Daftar Isi", "Contents")) }, Block::PageBreak]
}

/// Writes the preface of `report.toml`; without one there is none.
pub(super) fn preface(writer: &Writer<'_>) -> Vec<Block> {
    let Some(preface) = &writer.report.workspace.presentation.preface else { return Vec::new() };
    let paragraphs = preface.replace("\r\n", "\n");
    let paragraphs = paragraphs.split("\n\n").map(str::trim).filter(|paragraph| !paragraph.is_empty());
    let heading = writer.chapter(&bilingual!("Kata Pengantar", "Preface"));
    std::iter::once(heading).chain(paragraphs.map(|paragraph| Block::Paragraph(paragraph.into()))).collect()
}

/// Says in three sentences what the evaluation is for and what is evaluated.
pub(super) fn purpose(writer: &Writer<'_>) -> Vec<Block> {
    let (subject, indicators) = (writer.subject(), writer.report.instrument.indicators.len());
    let year = writer.report.year;
    let subject_first = capitalised(subject);
    let text = bilingual!(
        "Evaluasi ini bertujuan menjamin mutu pelaksanaan evaluasi {subject}, mengetahui kemajuan yang dicapai \
         instansi, dan memberi saran untuk meningkatkan mutunya. {subject_first} menyatukan kegiatan pemerintahan, \
         teknologi informasi dan komunikasi, serta layanan kepada pengguna. Tahun {year} kematangannya dinilai dengan \
         {indicators} indikator, masing-masing berdasarkan data dukung, wawancara, dan observasi lapangan.",
        "This evaluation is to assure the quality of evaluating {subject}, to know the progress that the agency has \
         made, and to give advice that raises quality. {subject_first} joins the activity of government, information \
         and communication technology, and services to users. In {year} its maturity is judged by {indicators} \
         indicators, each resting on evidence, interviews and field observation."
    );
    vec![writer.chapter(&bilingual!("Tujuan Evaluasi", "Purpose of the evaluation")), writer.paragraph(&text)]
}

pub(super) fn basis(writer: &Writer<'_>) -> Vec<Block> {
    let workspace = writer.report.workspace;
    let Instrument { regulation, gazette, .. } = writer.report.instrument;
    let mut bases: Vec<Text> = vec![match gazette {
        Some(gazette) => format!("{regulation} ({gazette})").into(),
        None => regulation.as_ref().into(),
    }];
    bases.extend(workspace.presentation.bases.iter().map(|base| base.as_str().into()));
    if let Some(decree) = &workspace.team.decree {
        let number = &decree.number;
        let date = decree.date.map(|date| crate::text::date::in_words(date, writer.language));
        let text = match date {
            Some(date) => bilingual!(
                "Keputusan Nomor {number} tanggal {date} tentang tim evaluasi",
                "Decree number {number} of {date} on the evaluation team"
            ),
            None => {
                bilingual!(
                    "Keputusan Nomor {number} tentang tim evaluasi",
                    "Decree number {number} on the evaluation team"
                )
            }
        };
        bases.push(writer.say(&text).into());
    }
    vec![writer.chapter(&bilingual!("Dasar Hukum", "Legal basis")), Block::Numbered(bases)]
}

pub(super) fn signatures(writer: &Writer<'_>) -> Vec<Block> {
    vec![
        writer.chapter(&bilingual!("Pengesahan", "Signatures")),
        Block::Signatures { place: place_and_day(writer.report), signatories: writer.signatories() },
    ]
}
