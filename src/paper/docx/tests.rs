//! What the whole file says, to whoever opens it.

use std::collections::BTreeSet;
use std::io::{Cursor, Read};
use std::sync::Arc;
use std::thread;

use resvg::usvg::roxmltree::Document as Xml;
use resvg::usvg::roxmltree::Node;
use zip::ZipArchive;

use crate::paper::document::Document;
use crate::paper::document::block::Block;
use crate::paper::document::look::Logo;
use crate::paper::document::span::Text;
use crate::paper::document::testing::{HOSTILE, sample};
use crate::paper::docx::render;
use crate::paper::drawing::LogoDrawing;
use crate::text::language::Language;

const SQUARE: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 10 20\"></svg>";

/// The parts of a file that are XML, by their names.
fn parts(document: &Document) -> Vec<(String, String)> {
    let mut archive = ZipArchive::new(Cursor::new(render(document))).expect("a zip");
    let mut parts = Vec::new();
    for number in 0..archive.len() {
        let mut file = archive.by_index(number).expect("a file");
        let name = file.name().expect("a name").into_owned();
        if !name.ends_with(".png") {
            let mut text = String::new();
            file.read_to_string(&mut text).expect("UTF-8");
            parts.push((name, text));
        }
    }
    parts
}

fn part(document: &Document, wanted: &str) -> String {
    parts(document).into_iter().find(|(name, _)| name == wanted).expect("the part").1
}

fn body(document: &Document) -> String {
    part(document, "word/document.xml")
}

fn with(blocks: Vec<Block>) -> Document {
    Document { blocks, ..sample() }
}

fn named<'a>(xml: &'a Xml<'_>, name: &str) -> Vec<Node<'a, 'a>> {
    xml.descendants().filter(|node| node.tag_name().name() == name).collect()
}

fn values(xml: &Xml<'_>, element: &str, attribute: &str) -> Vec<String> {
    let value = |node: &Node<'_, '_>| {
        node.attributes().find(|known| known.name() == attribute).map(|known| known.value().to_owned())
    };
    named(xml, element).iter().filter_map(value).collect()
}

fn words(node: Node<'_, '_>) -> String {
    node.descendants().filter(|node| node.tag_name().name() == "t").filter_map(|node| node.text()).collect()
}

#[test]
fn the_same_document_gives_the_same_bytes_on_every_thread_and_on_every_day() {
    let first = render(&sample());
    assert_eq!(render(&sample()), first);
    let others: Vec<_> = (0..3).map(|_| thread::spawn(|| render(&sample()))).collect();
    for other in others {
        assert_eq!(other.join().expect("rendered"), first);
    }
    assert_eq!(&first[10..14], [0, 0, 0x21, 0], "the first day that a zip can name, not today");
}

#[test]
fn every_part_is_well_formed_and_every_id_stands_once() {
    for (name, text) in parts(&sample()) {
        let xml = Xml::parse(&text).unwrap_or_else(|error| panic!("{name}: {error}"));
        for (element, id) in [("docPr", "id"), ("bookmarkStart", "id"), ("Relationship", "Id"), ("num", "numId")] {
            let ids = values(&xml, element, id);
            assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len(), "{name}: {ids:?}");
        }
    }
}

#[test]
fn every_row_of_a_table_says_what_the_document_says() {
    let (document, text) = (sample(), body(&sample()));
    let xml = Xml::parse(&text).expect("well formed");
    let rows: Vec<String> = named(&xml, "tr").into_iter().map(words).collect();
    let tables = document.blocks.iter().filter_map(|block| match block {
        Block::Table(table) => Some(table),
        _ => None,
    });
    for row in tables.flat_map(|table| &table.rows) {
        let row: String = row.cells.iter().map(|cell| cell.text.words()).collect();
        assert!(rows.contains(&row), "{row}");
    }
    assert!(words(xml.root_element()).contains(HOSTILE));
}

#[test]
fn the_heading_row_of_a_table_is_repeated_and_no_row_is_torn_apart() {
    let text = body(&sample());
    let xml = Xml::parse(&text).expect("well formed");
    let headings: Vec<String> =
        named(&xml, "tblHeader").iter().map(|node| words(node.ancestors().nth(2).expect("a row"))).collect();
    assert_eq!(headings, ["No.NamaLevelPenjelasan"]);
    assert_eq!(named(&xml, "cantSplit").len(), named(&xml, "tr").len());
}

#[test]
fn the_cells_of_every_row_fill_its_table() {
    let text = body(&sample());
    let xml = Xml::parse(&text).expect("well formed");
    for table in named(&xml, "tbl") {
        let columns = table.descendants().filter(|node| node.tag_name().name() == "gridCol").count();
        for row in table.children().filter(|node| node.tag_name().name() == "tr") {
            let cells = row.children().filter(|node| node.tag_name().name() == "tc");
            let spans = cells.map(|cell| {
                let span = cell.descendants().find(|node| node.tag_name().name() == "gridSpan");
                let value = span.and_then(|span| span.attributes().next());
                value.map_or(1, |value| value.value().parse::<usize>().expect("a number"))
            });
            assert_eq!(spans.sum::<usize>(), columns, "{}", words(row));
        }
    }
}

#[test]
fn the_contents_lead_to_the_chapters() {
    let text = body(&sample());
    let xml = Xml::parse(&text).expect("well formed");
    let anchors = values(&xml, "hyperlink", "anchor");
    assert_eq!(anchors.len(), 2);
    let marks = values(&xml, "bookmarkStart", "name");
    assert!(anchors.iter().all(|anchor| marks.contains(anchor)), "{marks:?}");
    let fields: Vec<&str> = named(&xml, "instrText").iter().filter_map(|node| node.text()).collect();
    assert!(fields.iter().any(|field| field.contains("TOC \\o \"1-1\"")), "{fields:?}");
    assert_eq!(values(&xml, "fldChar", "dirty").iter().filter(|dirty| *dirty == "true").count(), 1);
}

#[test]
fn every_style_that_is_used_is_there() {
    let (text, styles) = (body(&sample()), part(&sample(), "word/styles.xml"));
    let (xml, styles) = (Xml::parse(&text).expect("well formed"), Xml::parse(&styles).expect("well formed"));
    let known: BTreeSet<String> = values(&styles, "style", "styleId").into_iter().collect();
    for style in [values(&xml, "pStyle", "val"), values(&xml, "rStyle", "val")].concat() {
        assert!(known.contains(&style), "{style}");
    }
    assert_eq!(values(&styles, "outlineLvl", "val"), ["0", "1", "2"]);
}

#[test]
fn a_link_leads_to_its_address() {
    let relations = part(&sample(), "word/_rels/document.xml.rels");
    let relations = Xml::parse(&relations).expect("well formed");
    assert!(values(&relations, "Relationship", "Target").contains(&"https://example.go.id/a?b=1&c=%222%22".to_owned()));
    let text = body(&sample());
    let used = values(&Xml::parse(&text).expect("well formed"), "hyperlink", "id");
    assert_eq!(used, ["rIdLink1"]);
    assert!(values(&relations, "Relationship", "Id").contains(&used[0]));
}

#[test]
fn a_picture_says_in_words_what_it_shows() {
    let mut document = sample();
    let logo = LogoDrawing::read(SQUARE).expect("a drawing").png(1.0).expect("a picture");
    for logo in [Logo::Png(Arc::from(logo)), Logo::Svg(Arc::from(SQUARE))] {
        document.look.logo = Some(logo);
        let text = body(&document);
        let words = values(&Xml::parse(&text).expect("well formed"), "docPr", "descr");
        let logos = ["Logo Pemerintah Kabupaten Contoh", "Logo Pemerintah <Contoh>"];
        assert_eq!(words, [logos[0], logos[1], "Kebijakan Internal 2,50"]);
    }
}

#[test]
fn a_logo_that_can_t_be_read_is_left_out() {
    let mut document = sample();
    for logo in [Logo::Png(Arc::from(&b"\x89PNG"[..])), Logo::Svg(Arc::from("<html/>"))] {
        document.look.logo = Some(logo);
        let text = body(&document);
        assert_eq!(values(&Xml::parse(&text).expect("well formed"), "docPr", "descr").len(), 1);
    }
}

#[test]
fn what_xml_forbids_never_breaks_the_file() {
    let evil = "a\u{0}\u{b}\u{1b}\u{fffe}\u{ffff}\u{202e}]]>";
    let mut document = with(vec![
        Block::Heading { level: 1, text: evil.to_owned() },
        Block::Contents { title: evil.to_owned() },
        Block::Paragraph(Text::from(evil).code(evil).address(&format!("https://a.id/{evil}"))),
    ]);
    (document.title, document.author, document.footer) = (evil.to_owned(), evil.to_owned(), evil.to_owned());
    for (name, text) in parts(&document) {
        Xml::parse(&text).unwrap_or_else(|error| panic!("{name}: {error}"));
        let forbidden = |character: char| character.is_control() && character != '\n' || character >= '\u{fffe}';
        assert!(!text.chars().any(forbidden), "{name}");
    }
    assert!(body(&document).contains("a\\u{0}\\u{b}\\u{1b}\\u{fffe}\\u{ffff}\\u{202e}]]&gt;"));
}

#[test]
fn the_file_says_its_title_its_author_and_its_language() {
    let properties = part(&sample(), "docProps/core.xml");
    let xml = Xml::parse(&properties).expect("well formed");
    let said: Vec<&str> = xml.root_element().children().filter_map(|node| node.text()).collect();
    assert_eq!(said, ["Laporan <2018>", "Pemerintah Kabupaten Contoh", "id-ID"]);
    let english = part(&Document { language: Language::English, ..sample() }, "word/styles.xml");
    assert!(english.contains("<w:lang w:val=\"en-GB\""));
}

#[test]
fn every_list_with_numbers_begins_at_one() {
    let list = || Block::Numbered(vec!["a".into(), "b".into()]);
    let text = body(&with(vec![list(), list()]));
    assert_eq!(values(&Xml::parse(&text).expect("well formed"), "numId", "val"), ["3", "3", "4", "4"]);
    let lists = part(&with(vec![list(), list()]), "word/numbering.xml");
    assert_eq!(values(&Xml::parse(&lists).expect("well formed"), "startOverride", "val"), ["1", "1"]);
}

#[test]
fn a_document_of_nothing_is_a_file_too() {
    let text = body(&with(Vec::new()));
    assert_eq!(named(&Xml::parse(&text).expect("well formed"), "sectPr").len(), 1);
}
