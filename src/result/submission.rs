//! What is handed in: for every row one level, one answer and its files, under the names that the ministry's application
//! asks for.

use std::collections::BTreeMap;

use crate::index::answer::answer;
use crate::model::evidence::{Evidence, EvidenceKind};
use crate::model::row::RowId;
use crate::result::report::{Line, Report};
use crate::text::slug::extension;
use crate::text::visible::on_one_line;

/// How many letters of a title stand in the name of a file.
const LONGEST: usize = 60;

/// A row as it is handed in.
#[derive(Clone, Debug)]
pub(crate) struct Submitted<'a> {
    /// The row, with its level.
    pub(crate) line: &'a Line<'a>,
    /// The answer; absent where there is none yet.
    pub(crate) answer: Option<&'a str>,
    /// The documents, in the order of their links.
    pub(crate) documents: Vec<Document<'a>>,
}

/// A document of a row.
#[derive(Clone, Debug)]
pub(crate) struct Document<'a> {
    /// The document.
    pub(crate) evidence: &'a Evidence,
    /// What the file is called that is handed in; absent where the document is an address, or has no file.
    pub(crate) name: Option<String>,
}

impl Submitted<'_> {
    /// Returns the folder of the row: `Indikator12`.
    pub(crate) fn folder(&self) -> String {
        format!("Indikator{}", self.line.row)
    }
}

impl<'a> Document<'a> {
    /// Returns what is handed in: the file by its name, or the address; nothing where the document has neither.
    pub(crate) fn handed_in(&self) -> Option<String> {
        self.name.clone().or_else(|| self.address().map(on_one_line))
    }

    /// Returns the address, where the document is one.
    fn address(&self) -> Option<&'a str> {
        let is_link = self.evidence.kind == EvidenceKind::Link;
        self.evidence.file.as_ref().filter(|_| is_link).map(|file| file.value.as_str())
    }
}

/// Gathers what is handed in.
pub(crate) fn submitted<'a>(report: &'a Report<'a>) -> Vec<Submitted<'a>> {
    // The services of an indicator share its letters: in the application their files lie side by side.
    let mut letters: BTreeMap<u32, usize> = BTreeMap::new();
    let row = |line: &'a Line<'a>| {
        let at = letters.entry(line.row.indicator).or_default();
        let documents = documents(report, line.row).into_iter().map(|evidence| {
            let name = name(line.row, *at, evidence);
            *at += usize::from(name.is_some());
            Document { evidence, name }
        });
        Submitted { line, documents: documents.collect(), answer: answer(report.workspace, line.row) }
    };
    report.indicators.iter().map(row).collect()
}

/// Lists the documents of a row: those that are linked in the order of their links, then those that are cited alone.
fn documents<'a>(report: &Report<'a>, row: RowId) -> Vec<&'a Evidence> {
    let linked = report.support.linked_to(row).into_iter();
    let mut documents: Vec<&Evidence> = Vec::new();
    for (document, _) in linked.chain(report.support.documents_of(row)) {
        if !documents.iter().any(|known| known.id.value == document.id.value) {
            documents.push(document);
        }
    }
    documents
}

/// Names a file as the ministry's application wants it: `Indikator12a-Perbup-30-2017.pdf`.
fn name(row: RowId, at: usize, evidence: &Evidence) -> Option<String> {
    let file = evidence.file.as_ref().filter(|_| evidence.kind != EvidenceKind::Link)?;
    let (number, letter, title) = (row.indicator, letter(at), titled(&evidence.title));
    // A kind and a title are asked for: a title of one word gets the kind before it.
    let title = if title.contains('-') { title } else { format!("Dokumen-{title}") };
    let ending = extension(&file.value);
    let ending = if ending.is_empty() { String::new() } else { format!(".{ending}") };
    Some(format!("Indikator{number}{letter}-{title}{ending}"))
}

/// Returns the letter of a place: a to z, then aa.
fn letter(at: usize) -> String {
    let last = char::from(b'a' + u8::try_from(at % 26).unwrap_or_default());
    if at < 26 { last.to_string() } else { format!("{}{last}", letter(at / 26 - 1)) }
}

/// Makes a title fit a file name: letters and digits in their case, single hyphens between them.
fn titled(title: &str) -> String {
    let mut named = String::new();
    for word in title.split(|letter: char| !letter.is_ascii_alphanumeric()).filter(|word| !word.is_empty()) {
        if named.len() + word.len() > LONGEST {
            break;
        }
        named = if named.is_empty() { word.to_owned() } else { format!("{named}-{word}") };
    }
    if named.is_empty() { "Data-dukung".to_owned() } else { named }
}

#[cfg(test)]
mod tests {
    use super::{letter, submitted, titled};
    use crate::result::testing::{pemalang, report, support};

    #[test]
    fn files_are_named_by_their_indicator_a_letter_in_the_order_of_links_and_their_title() {
        let mut workspace = pemalang();
        support(
            &mut workspace,
            "jdih,link,JDIH,2018-01-02,,https://jdih.go.id,\nsk,document,SK,2018-01-02,,evidence/sk.PDF,02\n\
             perbup,document,Perbup 30/2017 tentang SPBE,2018-01-02,,evidence/perbup.pdf,00\n\
             rapat,interview,Wawancara,2018-01-02,,,\n",
            "33,perbup,2\n33,jdih,2\n33,sk,\n33,rapat,\n35-1,sk,\n35-1,perbup,\n",
        );
        let report = report(&workspace);
        let rows = submitted(&report);
        let names = |row: &str| -> Vec<Option<String>> {
            let row = rows.iter().find(|known| known.line.row.to_string() == row).expect("a row");
            row.documents.iter().map(|document| document.name.clone()).collect()
        };
        let named = |name: &str| Some(name.to_owned());
        assert_eq!(
            names("33"),
            [named("Indikator33a-Perbup-30-2017-tentang-SPBE.pdf"), None, named("Indikator33b-Dokumen-SK.pdf"), None]
        );
        assert_eq!(
            names("35-1"),
            [named("Indikator35a-Dokumen-SK.pdf"), named("Indikator35b-Perbup-30-2017-tentang-SPBE.pdf")]
        );
    }

    #[test]
    fn letters_go_on_behind_z_and_titles_are_cut_between_words() {
        assert_eq!([0, 25, 26, 27, 51, 52, 701, 702].map(letter), ["a", "z", "aa", "ab", "az", "ba", "zz", "aaa"]);
        assert_eq!(titled("Nota: \"Rapat\" (2018)"), "Nota-Rapat-2018");
        assert_eq!(titled("表"), "Data-dukung");
        assert!(titled(&"kata ".repeat(30)).len() <= 60);
    }
}
