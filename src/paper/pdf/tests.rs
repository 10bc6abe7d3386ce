//! Whole files, read back with poppler's programs.

use std::fs;
use std::process::Command;
use std::sync::Arc;

use super::render;
use crate::paper::document::Document;
use crate::paper::document::block::{Block, Cover, Figure, SignatureLine};
use crate::paper::document::look::{Logo, Look};
use crate::paper::document::span::Text;
use crate::paper::document::table::Table;
use crate::paper::document::testing::sample;
use crate::paper::document::tone::Tone;
use crate::paper::drawing::LogoDrawing;
use crate::text::language::Language;

#[expect(clippy::disallowed_methods, reason = "a test may ask where it runs")]
fn on_ci() -> bool {
    std::env::var_os("CI").is_some()
}

/// Runs one of poppler's programs on a file; none where it is missing, which only a machine of CI may not get away with.
fn poppler(program: &str, options: &[&str], pdf: &[u8]) -> Option<String> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("document.pdf");
    fs::write(&path, pdf).unwrap();
    let mut command = Command::new(program);
    command.args(options).arg(&path);
    if program == "pdftotext" {
        command.arg("-");
    }
    match command.output() {
        Ok(output) => {
            assert!(output.status.success(), "{program}: {}", String::from_utf8_lossy(&output.stderr));
            Some(String::from_utf8_lossy(&output.stdout).into_owned())
        }
        Err(error) => {
            assert!(!on_ci(), "{program}: {error}");
            None
        }
    }
}

/// Returns the text of a file in reading order, page by page.
fn pages(pdf: &[u8]) -> Option<Vec<String>> {
    let text = poppler("pdftotext", &["-raw", "-enc", "UTF-8"], pdf)?;
    Some(text.trim_end_matches('\u{c}').split('\u{c}').map(str::to_owned).collect())
}

/// Leaves out spaces, line breaks and the marks that poppler puts around words from right to left.
fn letters(text: &str) -> String {
    text.chars().filter(|letter| !letter.is_whitespace() && !('\u{202a}'..='\u{202e}').contains(letter)).collect()
}

fn holds(pdf: &[u8], wanted: &str) -> bool {
    pdf.windows(wanted.len()).any(|bytes| bytes == wanted.as_bytes())
}

fn document(blocks: Vec<Block>) -> Document {
    Document { blocks, ..sample() }
}

/// Returns every text of a block.
fn texts(block: &Block) -> Vec<String> {
    match block {
        Block::Cover(cover) => {
            [&cover.title, &cover.subtitle, &cover.agency].into_iter().chain(&cover.lines).cloned().collect()
        }
        Block::Contents { title } => vec![title.clone()],
        Block::Heading { text, .. } => vec![text.clone()],
        Block::Paragraph(text) | Block::Message(text) | Block::Notice { text, .. } => vec![text.words()],
        Block::List(items) | Block::Numbered(items) => items.iter().map(Text::words).collect(),
        Block::Figures(figures) => {
            figures.iter().flat_map(|figure| [&figure.label, &figure.value, &figure.remark]).cloned().collect()
        }
        Block::Letterhead(head) => head.lines().map(str::to_owned).collect(),
        Block::Facts(facts) => facts.iter().flat_map(|(name, fact)| [name.clone(), fact.words()]).collect(),
        Block::Table(table) => {
            let titles = table.columns.iter().map(|column| column.title.clone());
            titles.chain(table.rows.iter().flat_map(|row| &row.cells).map(|cell| cell.text.words())).collect()
        }
        Block::Chart(chart) => vec![chart.title.clone()],
        Block::Signatures { place, signatories, .. } => {
            let lines = signatories.iter().flat_map(|who| [&who.office, &who.name, &who.number]);
            std::iter::once(place).chain(lines).cloned().collect()
        }
        Block::PageBreak => Vec::new(),
    }
}

#[test]
fn the_same_document_is_the_same_file() {
    assert_eq!(render(&sample()), render(&sample()));
}

#[test]
fn every_text_can_be_found_and_copied() {
    let Some(pages) = pages(&render(&sample())) else { return };
    let found = letters(&pages.concat());
    for text in sample().blocks.iter().flat_map(texts) {
        assert!(found.contains(&letters(&text)), "{text}");
    }
    for number in 1..=60 {
        assert!(found.contains(&format!("{number}Indikatorke-{number}1=1+1")), "the row of indicator {number}");
    }
}

#[test]
fn a_long_table_repeats_its_heading_on_every_page() {
    let Some(pages) = pages(&render(&sample())) else { return };
    let of_table: Vec<&String> = pages.iter().filter(|page| page.contains("Indikator ke-")).collect();
    assert!(of_table.len() >= 3);
    for page in of_table {
        assert_eq!(page.matches("No. Nama Level Penjelasan").count(), 1, "{page}");
    }
}

#[test]
fn a_foot_that_is_too_long_ends_in_an_ellipsis() {
    let long = Document { footer: format!("DRAF · {}", "Laporan Hasil Evaluasi ".repeat(20)), ..sample() };
    let Some(pages) = pages(&render(&long)) else { return };
    let last = pages.last().expect("a page");
    assert!(last.lines().any(|line| line.starts_with("DRAF · Laporan") && line.contains('…')), "{last}");
}

#[test]
fn a_row_taller_than_a_page_loses_no_word() {
    let words: Vec<String> = (0..4000).map(|number| format!("kata{number}")).collect();
    let mut table = Table::new("").number("No.").wide("Penjelasan", 1);
    table.row(vec!["1".into(), "sebelum".into()]);
    table.row(vec!["2".into(), words.join(" ").into()]);
    table.row(vec!["3".into(), "sesudah".into()]);
    let Some(pages) = pages(&render(&document(vec![Block::Table(table)]))) else { return };
    assert!(pages.len() > 3);
    let of_row = |word: &&str| word.starts_with("kata");
    let found: Vec<&str> = pages.iter().flat_map(|page| page.split_whitespace()).filter(of_row).collect();
    assert_eq!(found, words);
    assert!(pages.iter().all(|page| page.contains("No. Penjelasan")));
}

#[test]
fn bookmarks_contents_and_links_lead_through_the_document() {
    let pdf = render(&sample());
    for heading in ["Ringkasan eksekutif", "Kekuatan", "Tabel", "Pengesahan"] {
        assert!(holds(&pdf, &format!("/Title({heading})")), "{heading}");
    }
    assert!(holds(&pdf, "/URI(https://example.go.id/a?b=1&c=%222%22)"));
    let Some(pages) = pages(&pdf) else { return };
    let page = |heading: &str| pages.iter().rposition(|page| page.contains(heading)).unwrap() + 1;
    for heading in ["Ringkasan eksekutif", "Pengesahan"] {
        assert!(pages[1].contains(&format!("{heading} {}\n", page(heading))), "{}", pages[1]);
    }
}

#[test]
fn every_page_but_the_cover_says_which_of_how_many_it_is() {
    let english = Document { language: Language::English, ..sample() };
    for (document, first, second) in [(sample(), "halaman", "dari"), (english, "page", "of")] {
        let Some(pages) = pages(&render(&document)) else { return };
        assert!(!pages[0].contains(&document.footer));
        for (at, page) in pages.iter().enumerate().skip(1) {
            let number = format!("{} {first} {} {second} {}", document.footer, at + 1, pages.len()).replace("  ", " ");
            assert!(page.replace('\n', " ").contains(&number), "{page}");
        }
    }
}

#[test]
fn a_screen_reader_finds_headings_lists_tables_and_what_a_chart_says() {
    let pdf = render(&sample());
    assert!(holds(&pdf, "<pdfuaid:part>1</pdfuaid:part>"));
    assert!(holds(&pdf, "/Alt(Kebijakan Internal 2,50)"));
    assert!(holds(&pdf, "/Lang(id)"));
    let Some(structure) = poppler("pdfinfo", &["-struct-text"], &pdf) else { return };
    for part in ["H1", "H2", "L (block)", "LBody", "Table (block)", "THead", "TH:", "TD", "TOCI", "Figure", "Link"] {
        assert!(structure.contains(part), "{part}");
    }
    assert_eq!(structure.matches("/Scope /Column").count(), 4, "a repeated heading row is not read again");
    assert_eq!(structure.matches("/Scope /Row").count(), 1 + 60, "every row is named by its first words");
}

#[test]
fn title_author_and_embedded_fonts_come_along_and_no_date() {
    let pdf = render(&sample());
    assert!(holds(&pdf, "/Title(Laporan <2018>)"));
    assert!(holds(&pdf, "/Author(Pemerintah Kabupaten Contoh)"));
    assert!(!holds(&pdf, "CreationDate") && !holds(&pdf, "xmp:CreateDate"));
    let Some(fonts) = poppler("pdffonts", &[], &pdf) else { return };
    for font in fonts.lines().skip(2) {
        assert!(font.contains("yes yes yes"), "embedded, a subset, with its letters known: {font}");
    }
}

#[test]
fn a_document_without_a_word_is_one_page() {
    let pdf = render(&document(Vec::new()));
    let Some(pages) = pages(&pdf) else { return };
    assert_eq!(pages.len(), 1);
}

#[test]
fn no_text_brings_it_down() {
    let word = "x".repeat(3000);
    for text in
        ["\u{0}\u{7}\u{1b}[31m\r\n\t", "\u{301}\u{301}", "👍🏽👩‍👩‍👧‍👦🇮🇩", "مرحبا abc שלום", "\u{202e}txt", "\n\n", "", &word]
    {
        let mut table = Table::new(text).number(text).wide(text, 0).mark(text).narrow(text);
        table.group(vec![text.into()]);
        table.row(vec![text.into(), text.into()]);
        table.detail(text);
        let blocks = vec![
            Block::Cover(Cover {
                title: text.into(),
                subtitle: text.into(),
                agency: text.into(),
                lines: vec![text.into()],
            }),
            Block::Contents { title: text.into() },
            Block::Heading { level: 9, text: text.into() },
            Block::List(vec![text.into(), Text::default().code(text)]),
            Block::Figures(vec![
                Figure {
                    label: text.into(),
                    value: text.into(),
                    remark: text.into(),
                    tone: Tone::Good
                };
                5
            ]),
            Block::Facts(vec![(text.into(), text.into())]),
            Block::Notice { tone: Tone::Plain, text: text.into() },
            Block::Table(table),
            Block::Table(Table::new(text)),
            Block::Signatures {
                place: text.into(),
                signatories: vec![SignatureLine { office: text.into(), name: text.into(), number: text.into() }; 3],
                copies: text.into(),
            },
        ];
        let document = Document { title: text.into(), author: text.into(), footer: text.into(), ..document(blocks) };
        assert!(render(&document).starts_with(b"%PDF-1.7"), "{text}");
    }
}

#[test]
fn a_word_of_a_hundred_thousand_letters_is_set_whole() {
    let word = "x".repeat(100_000);
    let mut table = Table::new("").wide("Nama", 1).wide("Sidik", 1);
    table.row(vec!["a".into(), word.as_str().into()]);
    let Some(pages) = pages(&render(&document(vec![Block::Table(table)]))) else { return };
    let long = |line: &&str| line.starts_with("xxx") || line.starts_with("a xxx");
    let found: usize =
        pages.iter().flat_map(|page| page.lines()).filter(long).map(|line| line.matches('x').count()).sum();
    assert_eq!(found, 100_000);
}

#[test]
fn what_no_font_has_is_still_in_the_text() {
    let pdf = render(&document(vec![Block::Paragraph("bukti 漢字 selesai".into())]));
    assert!(!holds(&pdf, "pdfuaid:part"), "a sign that can't be seen must not pass for accessible");
    let Some(pages) = pages(&pdf) else { return };
    assert!(pages[0].contains("bukti 漢字 selesai"), "{}", pages[0]);
}

#[test]
fn letters_that_other_fonts_would_join_are_found_one_by_one() {
    let text = "fisik efektif tarif flag عليكم";
    let Some(pages) = pages(&render(&document(vec![Block::Paragraph(text.into())]))) else { return };
    assert!(letters(&pages[0]).starts_with(&letters(text)), "{}", pages[0]);
}

#[test]
fn a_long_word_stays_within_its_column() {
    let digest = "3fa94c".repeat(40);
    let blocks = vec![Block::Facts(vec![("Sidik".to_owned(), Text::default().code(&digest))])];
    let Some(boxes) = poppler("pdftotext", &["-bbox"], &render(&document(blocks))) else { return };
    let right = |line: &str| line.split("xMax=\"").nth(1)?.split('"').next()?.parse::<f32>().ok();
    assert!(boxes.lines().filter_map(right).all(|right| right < 539.0), "{boxes}");
}

#[test]
fn a_logo_is_shown_unless_it_is_broken() {
    let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 10 10\"><rect width=\"9\" height=\"9\"/></svg>";
    let png = LogoDrawing::read(svg).unwrap().png(4.0).unwrap();
    let shown = |logo: Logo| {
        let document = Document { look: Look { logo: Some(logo), ..Look::default() }, ..sample() };
        let pdf = render(&document);
        assert!(pages(&pdf).is_none_or(|pages| pages[0].contains("Laporan Hasil Evaluasi")));
        holds(&pdf, "/Subtype/Image")
    };
    assert!(shown(Logo::Svg(svg.into())));
    assert!(shown(Logo::Png(Arc::from(png.as_slice()))));
    assert!(!shown(Logo::Svg("<svg".into())));
    assert!(!shown(Logo::Png(Arc::from(&png[..png.len() / 2]))));
}

#[test]
fn those_who_sign_stay_on_one_page() {
    let signatory = |name: &str| SignatureLine { office: "Jabatan".into(), name: name.into(), number: String::new() };
    let lines = (0..42).map(|_| Block::Paragraph("baris".into()));
    let signatures = Block::Signatures {
        place: "Contoh".into(),
        signatories: ["Satu", "Dua", "Tiga"].map(signatory).into(),
        copies: String::new(),
    };
    let Some(pages) = pages(&render(&document(lines.chain([signatures]).collect()))) else { return };
    let last = pages.last().unwrap();
    assert!(["Contoh", "Satu", "Dua", "Tiga"].iter().all(|name| last.contains(name)), "{last}");
}
