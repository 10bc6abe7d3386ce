//! What stands in a bundle, made of a workspace alone: who packs and who checks make the same.

use std::collections::BTreeMap;

use crate::cli::context::Context;
use crate::cli::output;
use crate::data::package::{self, Table};
use crate::form::{self, Kind, Options};
use crate::model::disk::{FileState, LogoState};
use crate::model::evidence::EvidenceKind;
use crate::outline::section::Section;
use crate::paper::format::{DocumentFormat, render};
use crate::result::report::Report;
use crate::result::submission::{Submitted, submitted};
use crate::store::bag::WORKSPACE;
use crate::store::load::Loaded;
use crate::text::language::Language;
use crate::text::word::Vocabulary;
use crate::{data, outline, submission, workbook};

/// A file of a bundle.
#[derive(Debug)]
pub(super) enum Part {
    /// What is made.
    Made(Vec<u8>),
    /// A copy of this file of the workspace.
    Own(String),
}

/// The report for programs, by which another version of the tool is held to what this one computes.
pub(super) const RESULT: &str = "laporan/laporan.json";
/// What was found in spite of which the bundle was packed.
pub(super) const FINDINGS: &str = "temuan.txt";
/// The forms that are filled in by what the workspace says.
const FORMS: [Kind; 3] = [Kind::Minutes, Kind::Decree, Kind::Consent];

/// Makes what stands in a bundle, by its path; what is only the sender's word on findings is not part of it.
pub(super) fn contents(
    context: &Context,
    loaded: &Loaded,
    report: &Report<'_>,
    language: Language,
) -> BTreeMap<String, Part> {
    let mut parts = own_files(loaded);
    let rows = submitted(report);
    parts.extend(documents(context, loaded, report, language));
    parts.extend(rows.iter().flat_map(|row| of_row(loaded, report, row, language)));
    let mut made = |path: &str, bytes: Vec<u8>| drop(parts.insert(path.to_owned(), Part::Made(bytes)));
    made("isian.html", submission::page(report, &rows, language).into_bytes());
    made("isian.xlsx", workbook::submission::render(report, &rows, language));
    made("datapackage.json", description(loaded, report).into_bytes());
    parts
}

/// Lists the files of the workspace itself: every text that was read, the documents of the index, and the logo.
fn own_files(loaded: &Loaded) -> BTreeMap<String, Part> {
    let texts = loaded.sources.files().map(str::to_owned);
    let indexed = loaded.workspace.evidence.iter().filter(|evidence| evidence.kind != EvidenceKind::Link);
    let documents = indexed.filter_map(|evidence| evidence.file.as_ref()).map(|file| file.value.clone());
    let documents = documents.filter(|file| is_here(loaded, file));
    let is_drawn = matches!(loaded.disk.logo, Some(LogoState::Png(_) | LogoState::Svg(_)));
    let logo = loaded.workspace.presentation.logo.as_ref().filter(|_| is_drawn).map(|logo| logo.value.clone());
    let files = texts.chain(documents).chain(logo);
    files.map(|file| (within(&file), Part::Own(file))).collect()
}

/// Returns where a file of the workspace stands in a bundle; what says nothing in its path is left out.
pub(super) fn within(file: &str) -> String {
    let parts = file.split('/').filter(|part| !part.is_empty() && *part != ".");
    [WORKSPACE].into_iter().chain(parts).collect::<Vec<_>>().join("/")
}

/// Tells whether the bytes of a document are here.
fn is_here(loaded: &Loaded, file: &str) -> bool {
    matches!(loaded.disk.evidence.get(file), Some(FileState::Sound(_)))
}

/// Makes the report in its formats, and the forms.
fn documents(context: &Context, loaded: &Loaded, report: &Report<'_>, language: Language) -> Vec<(String, Part)> {
    let look = output::look(context, loaded);
    let sections: Vec<Section> = Section::usual().collect();
    let document = outline::document(report, &sections, look.clone(), language);
    let mut made = vec![
        ("laporan/laporan.pdf".to_owned(), output::rendered(context, &document, DocumentFormat::Pdf)),
        ("laporan/laporan.docx".to_owned(), render(&document, DocumentFormat::Docx)),
        ("laporan/laporan.xlsx".to_owned(), workbook::render(report, language)),
        (RESULT.to_owned(), data::report::render(report, language).into_bytes()),
    ];
    for kind in FORMS {
        let form = form::document(kind, report, &Options::default(), look.clone(), language);
        let name = kind.label(Language::Indonesian).replace(' ', "-");
        made.push((format!("formulir/{name}.pdf"), render(&form, DocumentFormat::Pdf)));
    }
    made.into_iter().map(|(path, bytes)| (path, Part::Made(bytes))).collect()
}

/// Makes the folder of a row: what is pasted, and its documents under the ministry's names.
fn of_row(loaded: &Loaded, report: &Report<'_>, row: &Submitted<'_>, language: Language) -> Vec<(String, Part)> {
    let folder = row.folder();
    let mut parts =
        vec![(format!("{folder}/isian.txt"), Part::Made(submission::text(report, row, language).into_bytes()))];
    for document in &row.documents {
        let (Some(name), Some(file)) = (&document.name, &document.evidence.file) else { continue };
        if is_here(loaded, &file.value) {
            parts.push((format!("{folder}/{name}"), Part::Own(file.value.clone())));
        }
    }
    parts
}

/// Describes the tables.
fn description(loaded: &Loaded, report: &Report<'_>) -> String {
    let files = loaded.sources.files().filter(|file| file.ends_with(".csv"));
    // What was read in another way than its bytes say can't be described by its text.
    let files = files.filter(|file| !loaded.unreadable.contains(*file) && !loaded.of_old.contains(*file));
    let paths: Vec<(&str, String)> = files.map(|file| (file, format!("{WORKSPACE}/{file}"))).collect();
    let text = |file| loaded.sources.text(file).unwrap_or_default();
    let tables: Vec<Table<'_>> = paths.iter().map(|(file, path)| Table { file, path, text: text(file) }).collect();
    package::package(report, &tables)
}
