//! What an office program makes of the files for Word and Excel.

use std::process::Command;

use crate::harness::{FORMS, Place};
use crate::tools;

/// Opens files in LibreOffice and returns the text of the pages that it would print; none where it is not installed.
fn printed(place: &Place, files: &[&str]) -> Option<Vec<String>> {
    let profile = tempfile::tempdir().expect("a folder");
    tools::printed(
        Command::new("soffice")
            .arg(format!("-env:UserInstallation=file://{}", profile.path().display()))
            .args(["--headless", "--convert-to", "pdf", "--outdir", "."])
            .args(files)
            .current_dir(place.path()),
    )?;
    let text = |file: &&str| {
        let pages = place.path().join(file).with_extension("pdf");
        let text = tools::printed(Command::new("pdftotext").args(["-layout"]).arg(pages).arg("-"))?;
        Some(text.split_whitespace().collect::<Vec<_>>().join(" "))
    };
    files.iter().map(text).collect()
}

#[test]
fn reports_and_forms_open_whole_in_an_office_program() {
    let place = Place::example("pemalang-2018");
    let write = |arguments: &[&str]| place.spbe_with(&[arguments, &["--lang", "id"]].concat(), &[]).code(0);
    write(&["report", "-o", "a.docx"]);
    write(&["report", "--format", "xlsx", "-o", "b.xlsx"]);
    write(&["form", "berita-acara", "-o", "c.docx"]);
    let Some(texts) = printed(&place, &["a.docx", "b.xlsx", "c.docx"]) else { return };
    // From the first page to the last.
    for words in ["Laporan Hasil Evaluasi SPBE", "2,63 dengan predikat Baik", "Daftar Data Dukung", "Pengesahan"] {
        assert!(texts[0].contains(words), "the report for Word lacks {words}: {}", texts[0]);
    }
    for words in ["Pemerintah Kabupaten Pemalang", "Baik", "Rekomendasi"] {
        assert!(texts[1].contains(words), "the workbook lacks {words}");
    }
    for words in ["Berita Acara Penilaian Mandiri", "sebesar 2,63", "Sekretaris Daerah"] {
        assert!(texts[2].contains(words), "the minutes lack {words}");
    }
}

#[test]
fn microsoft_s_own_library_finds_nothing_wrong_with_what_an_office_program_opens() {
    let Some(validator) = tools::open_xml_validator() else { return };
    let place = Place::example("pemalang-2018");
    place.spbe(&["score", "5", "--clear", "--by", "hukum"]).code(0);
    place.spbe(&["external", "set", "1", "--level", "1", "--note", "Belum ada bukti koordinasi"]).code(0);
    place.spbe(&["bundle", "-o", "kirim.zip", "--with-findings"]).code(0);
    let mut files = vec![vec!["report", "-o", "report.docx"], vec!["report", "--brief", "-o", "brief.docx"]];
    files.push(vec!["export", "--approvals", "-o", "approvals.xlsx"]);
    files.push(vec!["export", "--assess", "kirim.zip", "-o", "assess.xlsx"]);
    let names = FORMS.map(|kind| format!("{kind}.docx"));
    files.extend(FORMS.iter().zip(&names).map(|(kind, name)| vec!["form", kind, "-o", name]));
    for arguments in files {
        place.spbe_with(&arguments, &[]).code(0);
        let file = arguments[arguments.len() - 1];
        let judged = tools::run(Command::new(&validator).arg(file).current_dir(place.path()));
        let Some(judged) = judged else { return };
        assert!(judged.status.success(), "{file}: {}", String::from_utf8_lossy(&judged.stdout));
    }
}
