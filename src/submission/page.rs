//! `isian.html`: every row on one page, with a button that copies each text and a tick that stays.
//!
//! It is the one page of the tool with a script: no button copies without one. The script is named by its digest, so that
//! the browser runs no other, and nothing is loaded from anywhere.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use maud::{DOCTYPE, Markup, PreEscaped, html};
use sha2::{Digest, Sha256};

use crate::bilingual;
use crate::result::report::Report;
use crate::result::submission::{Document, Submitted};
use crate::submission::{ANSWER, DOCUMENTS, NO_ANSWER, NO_DOCUMENT, level};
use crate::text::bilingual::Bilingual;
use crate::text::language::Language;
use crate::text::slug::plain;
use crate::text::visible::{on_one_line, visible_in_markup as clean};

/// The script.
const SCRIPT: &str = include_str!("page.js");
/// The styles.
const STYLE: &str = include_str!("page.css");

/// Writes the page.
pub(crate) fn page(report: &Report<'_>, rows: &[Submitted<'_>], language: Language) -> String {
    let say = |text: &Bilingual| text.get(language).to_owned();
    let (agency, year) = (clean(&report.agency.name), report.year);
    let title = say(&bilingual!("Isian {agency} {year}", "What {agency} hands in, {year}"));
    let key = format!("spbe-isian/{}/{year}/", plain(&report.agency.name));
    let page = html! {
        (DOCTYPE)
        html lang=(language.code()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta http-equiv="Content-Security-Policy" content=(policy());
                title { (title) }
                style { (PreEscaped(STYLE)) }
            }
            body data-key=(key)
                data-copied=(say(&bilingual!("Tersalin", "Copied")))
                data-failed=(say(&bilingual!("Pilih teksnya, lalu Ctrl+C", "Select the text, then Ctrl+C"))) {
                header {
                    h1 { (title) }
                    p {
                        (say(&bilingual!("Sudah diisi: ", "Entered: "))) strong id="count" { "0 / " (rows.len()) }
                        ". " (say(&HOW))
                    }
                    noscript { p class="none" { (say(&WITHOUT_SCRIPT)) } }
                }
                main { @for row in rows { (article(report, row, language)) } }
                script { (PreEscaped(SCRIPT)) }
            }
        }
    };
    let mut text = page.into_string();
    text.push('\n');
    text
}

/// How the page is used.
static HOW: Bilingual = Bilingual::fixed(
    "Salin tiap teks ke aplikasi kementerian, unggah berkas dari foldernya, lalu centang. Centang tersimpan di peramban ini.",
    "Copy each text into the ministry's application, upload the files of its folder, then tick it off. The ticks stay in this browser.",
);
/// What is said where no script runs.
static WITHOUT_SCRIPT: Bilingual = Bilingual::fixed(
    "Tombol dan centang butuh JavaScript. Tanpa itu, pilih teksnya dan salin.",
    "Buttons and ticks need JavaScript. Without it, select the text and copy it.",
);

/// Returns what a browser may do for this page: run this script, and load nothing.
fn policy() -> String {
    let digest = STANDARD.encode(Sha256::digest(SCRIPT.as_bytes()));
    format!("default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{digest}'")
}

/// Writes a row.
fn article(report: &Report<'_>, row: &Submitted<'_>, language: Language) -> Markup {
    let say = |text: &Bilingual| text.get(language).to_owned();
    let id = row.line.row.to_string();
    let (answer, count) = (format!("jawaban-{id}"), row.documents.len());
    let none = if row.line.level.is_none() { "level none" } else { "level" };
    html! {
        article id=(format!("indikator-{id}")) {
            h2 {
                span class="name" { (id) ". " (clean(&on_one_line(&row.line.name(language)))) }
                label { input type="checkbox" value=(id); (say(&bilingual!("sudah diisi", "entered"))) }
            }
            span class=(none) { (say(&bilingual!("Level", "Level"))) " " (level(report, row, language)) }
            h3 { (say(&ANSWER)) }
            @match row.answer {
                Some(text) => {
                    div id=(answer) class="answer" { (clean(text.trim())) }
                    div class="bar" { (copies(&answer, &bilingual!("Salin jawaban", "Copy the answer"), language)) }
                }
                None => p class="none" { (say(&NO_ANSWER)) }
            }
            h3 { (say(&DOCUMENTS)) " (" (count) ") · " span class="folder" { (row.folder()) "/" } }
            @if row.documents.is_empty() { p class="none" { (say(&NO_DOCUMENT)) } }
            @else {
                ul { @for (document, number) in row.documents.iter().zip(1..) { (item(document, &format!("berkas-{id}-{number}"), language)) } }
            }
        }
    }
}

/// Writes a document: its file or address with a button, and what it is.
fn item(document: &Document<'_>, id: &str, language: Language) -> Markup {
    let title = clean(&on_one_line(&document.evidence.title)).into_owned();
    html! {
        li {
            @match document.handed_in() {
                Some(file) => {
                    span { span id=(id) { (clean(&file)) } small { (title) } }
                    (copies(id, &bilingual!("Salin nama", "Copy the name"), language))
                }
                None => span { (title) small { (bilingual!("tanpa berkas", "without a file").get(language)) } }
            }
        }
    }
}

/// Writes a button that copies the text of an element.
fn copies(id: &str, label: &Bilingual, language: Language) -> Markup {
    html! { button type="button" data-copies=(id) { (label.get(language)) } }
}
