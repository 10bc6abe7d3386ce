//! A document with every kind of block, and texts that would break a careless renderer.

use crate::paper::document::Document;
use crate::paper::document::block::{Block, Cover, Figure, Letterhead, SignatureLine};
use crate::paper::document::chart::Chart;
use crate::paper::document::look::Look;
use crate::paper::document::span::Text;
use crate::paper::document::table::{Cell, Table};
use crate::paper::document::tone::Tone;
use crate::paper::drawing::{Drawing, Element};
use crate::text::colour::Colour;
use crate::text::language::Language;

/// A text with characters that mean something in HTML, XML, Markdown or a spreadsheet, and letters that Lato lacks.
pub(crate) const HOSTILE: &str = "=1+1 <script>alert(\"1\")</script> & 'a' | *b* _c_ [d](e) ☐ ✓ العربية";

/// Returns a document with every kind of block.
pub(crate) fn sample() -> Document {
    let heading = |level, text: &str| Block::Heading { level, text: text.to_owned() };
    let blocks = vec![
        Block::Cover(Cover {
            title: "Laporan Hasil Evaluasi".to_owned(),
            subtitle: "Sistem Pemerintahan Berbasis Elektronik".to_owned(),
            agency: "Pemerintah Kabupaten Contoh".to_owned(),
            lines: vec!["Tahun 2018".to_owned(), "PermenPANRB 5/2018".to_owned()],
        }),
        Block::Contents { title: "Daftar isi".to_owned() },
        Block::Letterhead(Letterhead {
            parent: "Pemerintah Provinsi Induk".to_owned(),
            name: "Pemerintah <Contoh>".to_owned(),
            below: vec!["Tim Evaluator Internal".to_owned(), "Jalan Contoh 1".to_owned()],
        }),
        heading(1, "Ringkasan eksekutif"),
        Block::Figures(vec![
            figure("Indeks", "2,64", "Baik", Tone::Good),
            figure("Target", "3,00", "kurang 0,36", Tone::Attention),
        ]),
        Block::Paragraph(Text::from("Indeks ").strong("2,64").plain(" berpredikat ").emphasis("Baik").plain(".")),
        Block::Notice { tone: Tone::Attention, text: "Dua indikator masih terbuka.".into() },
        heading(2, "Kekuatan"),
        Block::List(vec!["Satu".into(), HOSTILE.into()]),
        Block::Numbered(vec!["Pertama\nbaris kedua".into(), "Kedua".into()]),
        heading(2, "Tabel"),
        Block::Table(table(60)),
        Block::Chart(chart()),
        Block::Facts(vec![
            ("Nomor".to_owned(), "480/112/2018".into()),
            ("Tautan".to_owned(), Text::default().address("https://example.go.id/a?b=1&c=\"2\"")),
        ]),
        Block::PageBreak,
        heading(1, "Pengesahan"),
        Block::Signatures {
            place: "Contoh, ................ 2018".to_owned(),
            signatories: signatories(),
            copies: String::new(),
        },
    ];
    Document {
        language: Language::Indonesian,
        title: "Laporan <2018>".to_owned(),
        author: "Pemerintah Kabupaten Contoh".to_owned(),
        footer: "Laporan Hasil Evaluasi 2018".to_owned(),
        look: Look::default(),
        blocks,
    }
}

fn figure(label: &str, value: &str, remark: &str, tone: Tone) -> Figure {
    Figure { label: label.to_owned(), value: value.to_owned(), remark: remark.to_owned(), tone }
}

fn signatories() -> Vec<SignatureLine> {
    ["Koordinator SPBE", "Penanggung jawab"]
        .map(|office| SignatureLine { office: office.to_owned(), name: "Nama".to_owned(), number: "NIP 1".to_owned() })
        .to_vec()
}

/// A table that is longer than a page, with every kind of row.
fn table(rows: usize) -> Table {
    let mut table = Table::new("Indikator").number("No.").wide("Nama", 3).number("Level").wide("Penjelasan", 4);
    table.group(vec!["".into(), "Aspek 1".into(), "2,50".into(), "".into()]);
    for number in 1..=rows {
        let level = Cell::from("1").tone(Tone::Attention);
        table.row(vec![number.to_string().into(), format!("Indikator ke-{number}").into(), level, HOSTILE.into()]);
    }
    table.detail(Text::from("Fakta: ").code("3fa94c3fa94c3fa94c3fa94c3fa94c3fa94c3fa94c3fa94c3fa94c3fa94c3fa94c3f"));
    table
}

fn chart() -> Chart {
    let square = Element::rectangle((10.0, 10.0), 80.0, 80.0).fill(Colour([0x1f, 0x4e, 0x79]));
    let words = Element::words((100.0, 50.0), "Kebijakan Internal").font_size(10.0);
    let drawing = Drawing { id: "chart".to_owned(), width: 200.0, height: 100.0, elements: vec![square, words] };
    Chart {
        title: "Nilai tiap aspek".to_owned(),
        description: "Kebijakan Internal 2,50".to_owned(),
        drawing,
        narrow: None,
        width: 200.0,
        height: 100.0,
    }
}
