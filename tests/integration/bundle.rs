//! The bundle: packed by one who has answered everything, and checked by one who believes nothing.

use std::fs;
use std::io::{Cursor, Read, Write};
use std::path::Path;
use std::process::Command;
use std::sync::LazyLock;

use sha2::{Digest, Sha256};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

use crate::harness::{Place, Ran};
use crate::sheets::refilled;
use crate::tools;

/// An evaluation whose answers are approved.
fn approved() -> Place {
    let place = Place::example("pemalang-2018");
    place.spbe(&["approve", "all", "--by", "sekda", "--date", "2018-08-30"]).code(0);
    place
}

/// An approved evaluation with its bundle, `kirim.zip`; packed once for all tests.
fn packed() -> Place {
    static PACKED: LazyLock<Place> = LazyLock::new(|| with_bundle("kirim.zip"));
    Place::copy_of(&PACKED)
}

/// The same as a folder, `kirim`.
fn laid_out() -> Place {
    static LAID_OUT: LazyLock<Place> = LazyLock::new(|| with_bundle("kirim"));
    Place::copy_of(&LAID_OUT)
}

/// An approved evaluation with a bundle.
fn with_bundle(name: &str) -> Place {
    let place = approved();
    place.spbe(&["bundle", "-o", name, "--lang", "id"]).code(0);
    place
}

/// Checks a bundle.
fn verify(place: &Place, bundle: &str) -> Ran {
    place.spbe(&["bundle", "--verify", bundle, "--format", "json"])
}

/// Returns what is wrong with a bundle.
#[track_caller]
fn faults(place: &Place, bundle: &str) -> Vec<String> {
    let json = verify(place, bundle).code(1).json();
    let faults = json["faults"].as_array().expect("faults").iter();
    faults.map(|fault| fault.as_str().expect("a text").to_owned()).collect()
}

/// Writes the manifests of a bag anew, as one would who wants nobody to notice.
fn sealed_again(bag: &Path) {
    let digest = |file: &Path| {
        Sha256::digest(fs::read(file).expect("a file")).iter().map(|byte| format!("{byte:02x}")).collect::<String>()
    };
    let manifest = |names: Vec<String>| -> String {
        names.into_iter().map(|name| format!("{}  {name}\n", digest(&bag.join(&name)))).collect()
    };
    let payload = fs::read_to_string(bag.join("manifest-sha256.txt")).expect("a manifest");
    let names = payload.lines().map(|line| line[66..].to_owned()).filter(|name| bag.join(name).exists());
    fs::write(bag.join("manifest-sha256.txt"), manifest(names.collect())).expect("written");
    let tags = ["bag-info.txt", "bagit.txt", "manifest-sha256.txt"].map(str::to_owned);
    let info = fs::read_to_string(bag.join("bag-info.txt")).expect("an info");
    let info: String =
        info.lines().filter(|line| !line.starts_with("Payload-Oxum")).map(|line| format!("{line}\n")).collect();
    fs::write(bag.join("bag-info.txt"), info).expect("written");
    fs::write(bag.join("tagmanifest-sha256.txt"), manifest(tags.to_vec())).expect("written");
}

#[test]
fn an_evaluation_that_is_answered_and_approved_is_packed_and_holds_before_every_judge() {
    let place = packed();
    let verified = verify(&place, "kirim.zip").code(0).json();
    assert_eq!((&verified["sound"], &verified["errors"]), (&true.into(), &0.into()), "{verified}");
    assert_eq!(verified["index"]["exact"], "263/100");
    let receipt = verified["receipt"].as_str().expect("a receipt").to_owned();
    place.spbe(&["bundle", "-o", "kirim", "--lang", "id"]).code(0);
    let laid_out = verify(&place, "kirim").code(0).json();
    assert_eq!(laid_out["receipt"], receipt.as_str(), "one bag, packed or not");
    assert_eq!(laid_out["remade"], verified["remade"]);
    let bag = place.path().join("kirim");
    if let Some(python) = tools::python("python") {
        let said = tools::run(Command::new(python).args(["-m", "bagit", "--validate", "--quiet"]).arg(&bag));
        assert!(said.is_some_and(|output| output.status.success()), "the Library of Congress takes it");
    }
    if let Some(frictionless) = tools::python("frictionless") {
        let package = bag.join("data/datapackage.json");
        let said = tools::run(Command::new(frictionless).args(["validate", "--json"]).arg(&package).current_dir(&bag));
        let said = String::from_utf8(said.expect("it runs").stdout).expect("a text");
        let report: serde_json::Value = serde_json::from_str(&said).unwrap_or_else(|error| panic!("{error}: {said}"));
        assert_eq!(report["valid"], true, "{said}");
        assert!(report["tasks"].as_array().is_some_and(|tasks| tasks.len() > 15), "{said}");
    }
}

#[test]
fn a_data_package_types_what_is_typed_and_says_of_the_rest_that_it_is_text() {
    let place = approved();
    place.edit("assignments.csv", "indicator,member,due", "indicator,member,due,catatan sendiri");
    let due = place.read("assignments.csv");
    place.write(
        "assignments.csv",
        due.lines()
            .map(|line| if line.matches(',').count() == 2 { format!("{line},\n") } else { format!("{line}\n") })
            .collect::<String>(),
    );
    let recommended = place.read("recommendations.csv");
    place.write("recommendations.csv", format!("\u{feff}{}", recommended.replace("Reviu", "Reviu, \"segera\"")));
    place.spbe(&["bundle", "-o", "kirim", "--with-findings", "--lang", "id"]).code(0);
    let package: serde_json::Value = serde_json::from_str(&place.read("kirim/data/datapackage.json")).expect("JSON");
    let field = |table: &str, name: &str| {
        let tables = package["resources"].as_array().expect("tables");
        let table = tables.iter().find(|known| known["name"] == table).unwrap_or_else(|| panic!("{table}: {package}"));
        let fields = table["schema"]["fields"].as_array().expect("fields");
        fields
            .iter()
            .find(|known| known["name"] == name)
            .map(|field| field["type"].clone())
            .unwrap_or_else(|| panic!("{name}"))
    };
    assert_eq!((field("scores-hukum", "level"), field("scores-hukum", "date")), ("number".into(), "date".into()));
    assert_eq!(field("assignments", "catatan sendiri"), "string");
}

#[test]
fn the_same_evaluation_is_the_same_bytes() {
    let place = packed();
    place.spbe(&["bundle", "-o", "lagi.zip", "--lang", "id", "--date", "2019-01-01"]).code(0);
    let bytes = |file: &str| fs::read(place.path().join(file)).expect("a bundle");
    assert!(bytes("kirim.zip") == bytes("lagi.zip"));
}

#[test]
fn what_the_ministry_asks_for_keeps_a_bundle_back_and_what_comes_later_does_not() {
    let place = Place::example("pemalang-2018");
    let before = place.snapshot();
    let ran = place.spbe(&["bundle", "-o", "kirim.zip"]).code(1);
    assert!(ran.stdout.contains("not-approved") && ran.stderr.contains("no bundle was made"), "{}", ran.stderr);
    assert_eq!(place.snapshot(), before, "nothing is written");
    let place = approved();
    fs::remove_file(place.path().join("recommendations.csv")).expect("removed");
    fs::remove_file(place.path().join("findings.toml")).expect("removed");
    place.spbe(&["validate"]).code(1);
    place.spbe(&["bundle", "-o", "kirim.zip"]).code(0);
    let place = approved();
    place.spbe(&["agree", "2", "--explanation", "Jawaban yang lain"]).code(0);
    let ran = place.spbe(&["bundle", "-o", "kirim.zip"]).code(1);
    assert!(ran.stdout.contains("changed-after-approval"), "{}", ran.stdout);
    place.spbe(&["bundle", "-o", "kirim", "--with-findings"]).code(0);
    assert!(place.read("kirim/data/temuan.txt").contains("changed-after-approval"));
    let json = verify(&place, "kirim").code(1).json();
    assert_eq!(
        (&json["faults"], &json["errors"]),
        (&serde_json::json!([]), &1.into()),
        "the bag is whole, the word is not"
    );
}

#[test]
fn a_bundle_replaces_nothing_but_a_bundle_and_needs_every_byte_here() {
    let place = packed();
    let refused = |output: &str| place.spbe(&["bundle", "-o", output]).code(2).stderr;
    assert!(refused("scores").contains("exists and is not replaced"));
    assert!(refused("spbe.toml").contains("exists and is not replaced"));
    assert!(refused("evidence/kirim.zip").contains("is a file of the workspace"));
    place.spbe(&["bundle", "-o", "kirim.zip"]).code(0);
    let before = place.snapshot();
    place.spbe(&["bundle", "-o", "lain.zip", "--dry-run"]).code(0);
    assert_eq!(place.snapshot(), before);
    let document = place.path().join("evidence/perbup-30-2017-b5b10c.pdf");
    let digest = "b5b10c".to_owned() + &"0".repeat(58);
    let pointer = format!("version https://git-lfs.github.com/spec/v1\noid sha256:{digest}\nsize 12\n");
    fs::write(document, pointer).expect("written");
    let ran = place.spbe(&["bundle", "-o", "lain.zip", "--with-findings"]).code(2);
    assert!(ran.stderr.contains("not on this computer") && ran.stderr.contains("git lfs pull"), "{}", ran.stderr);
}

#[test]
fn a_name_that_a_receiver_would_refuse_is_told_by_who_packs() {
    let place = approved();
    let (old, new) = ("evidence/sk-tim-pengarah-spbe-51d8fe.pdf", "evidence/SK Pe\u{301}ngarah.pdf");
    fs::rename(place.path().join(old), place.path().join(new)).expect("renamed");
    place.edit("evidence.csv", old, new);
    let ran = place.spbe(&["bundle", "-o", "kirim.zip"]).code(2);
    assert!(ran.stderr.contains("not in the form NFC") && ran.stderr.contains("spbe evidence set"), "{}", ran.stderr);
    assert!(!place.path().join("kirim.zip").exists());
}

#[test]
fn a_changed_byte_a_file_too_many_and_one_that_is_gone_are_found() {
    let place = laid_out();
    place.edit("kirim/data/Indikator1/isian.txt", "Level: 3", "Level: 5");
    place.write("kirim/data/Indikator1/lagi.pdf", "%PDF-");
    fs::remove_file(place.path().join("kirim/data/isian.xlsx")).expect("removed");
    let found = faults(&place, "kirim");
    for fault in [
        "`data/Indikator1/isian.txt` is no longer what `manifest-sha256.txt` names",
        "`manifest-sha256.txt` does not name `data/Indikator1/lagi.pdf`",
        "`manifest-sha256.txt` names `data/isian.xlsx`, which is not there",
    ] {
        assert!(found.iter().any(|found| found.starts_with(fault)), "{fault}: {found:#?}");
    }
}

#[test]
fn what_was_sealed_again_is_still_not_believed() {
    type Forged<'a> = (&'a str, &'a dyn Fn(&Place), &'a str);
    let forged: [Forged<'_>; 5] = [
        (
            "a text",
            &|place| place.edit("kirim/data/Indikator1/isian.txt", "Level: 3", "Level: 5"),
            "`Indikator1/isian.txt` is not what follows",
        ),
        (
            "the report",
            &|place| {
                let pdf = place.path().join("kirim/data/laporan/laporan.pdf");
                let mut bytes = fs::read(&pdf).expect("a report");
                let middle = bytes.len() / 2;
                bytes[middle] ^= 1;
                fs::write(pdf, bytes).expect("written");
            },
            "`laporan/laporan.pdf` is not what follows",
        ),
        (
            "a document of a row",
            &|place| {
                let folder = place.path().join("kirim/data/Indikator1");
                let pdf = fs::read_dir(folder).expect("a folder").flatten().map(|entry| entry.path());
                let pdf =
                    pdf.into_iter().find(|path| path.extension().is_some_and(|ending| ending == "pdf")).expect("a PDF");
                fs::write(pdf, "%PDF-1.4 another\n%%EOF\n").expect("written");
            },
            "is no copy of `evidence/sk-tim-pengarah-spbe-51d8fe.pdf`",
        ),
        (
            "the index by the word of another version",
            &|place| {
                place.edit("kirim/bag-info.txt", "spbe 0.1.0", "spbe 9.0.0");
                place.edit("kirim/data/laporan/laporan.json", "\"exact\": \"263/100\"", "\"exact\": \"4\"");
            },
            "its index is 4 by the sender's word, 263/100 by its workspace",
        ),
        (
            "a level behind the approval",
            &|place| place.edit("kirim/data/ruang-kerja/scores/hukum.csv", "\n1,3,", "\n1,4,"),
            "is not what follows",
        ),
    ];
    for (what, forge, fault) in forged {
        let place = laid_out();
        forge(&place);
        sealed_again(&place.path().join("kirim"));
        let found = faults(&place, "kirim");
        assert!(found.iter().any(|found| found.contains(fault)), "{what}: {found:#?}");
        assert!(!found.iter().any(|found| found.contains("manifest")), "{what}: the seal itself holds: {found:#?}");
    }
}

#[test]
fn documents_of_another_version_are_named_and_not_vouched_for() {
    let place = laid_out();
    place.edit("kirim/bag-info.txt", "spbe 0.1.0", "spbe 0.9.0");
    place.edit("kirim/data/isian.html", "Sudah diisi", "Sudah  diisi");
    sealed_again(&place.path().join("kirim"));
    let json = verify(&place, "kirim").code(0).json();
    assert_eq!(json["unverified"], serde_json::json!(["isian.html"]));
    let text = place.spbe(&["bundle", "--verify", "kirim"]).code(0).stdout;
    assert!(text.contains("the sender's word alone") && text.contains("isian.html"), "{text}");
}

#[test]
fn validate_report_and_show_read_a_bundle_as_it_is_packed() {
    let place = packed();
    place.spbe(&["bundle", "-o", "kirim", "--lang", "id"]).code(0);
    let elsewhere = Place::empty();
    for bundle in ["kirim.zip", "kirim"] {
        let bundle = place.path().join(bundle);
        let bundle = bundle.to_str().expect("a path");
        elsewhere.spbe(&["validate", bundle, "--strict"]).code(0);
        let report = elsewhere.spbe(&["-C", bundle, "report", "--format", "json"]).code(0).json();
        assert_eq!(report["index"]["exact"], "263/100");
        let row = elsewhere.spbe(&["-C", bundle, "show", "1", "--format", "json"]).code(0).json();
        assert_eq!(row["rows"][0]["level"], "3");
        let pdf = |root: &str, file: &str| {
            elsewhere
                .spbe(&[
                    "-C",
                    root,
                    "report",
                    "-o",
                    elsewhere.path().join(file).to_str().expect("a path"),
                    "--lang",
                    "id",
                ])
                .code(0);
            fs::read(elsewhere.path().join(file)).expect("a report")
        };
        let own = pdf(place.path().to_str().expect("a path"), "own.html");
        assert!(own == pdf(bundle, "theirs.html"), "the logo too is read where it lies");
        for writing in [
            &["score", "1", "--level", "2", "--by", "hukum"][..],
            &["fmt"],
            &["schema", "--write"],
            &["approve", "1", "--by", "sekda"],
            &["status"],
        ] {
            let ran = elsewhere.spbe(&[&["-C", bundle][..], writing].concat()).code(2);
            assert!(ran.stderr.contains("is a bundle"), "{writing:?}: {}", ran.stderr);
        }
    }
    let bundle = place.path().join("kirim");
    elsewhere.spbe(&["-C", bundle.to_str().expect("a path"), "report", "-o", "di-sini.html"]).code(0);
    assert!(elsewhere.path().join("di-sini.html").exists() && !bundle.join("di-sini.html").exists());
    assert!(elsewhere.snapshot().iter().all(|(name, _)| name.ends_with(".html")), "nothing is unpacked");
    let bundles: Vec<String> =
        ["kirim.zip", "kirim"].map(|name| place.path().join(name).display().to_string()).to_vec();
    let json = elsewhere.spbe(&["validate", &bundles[0], &bundles[1], "--format", "json"]).code(0).json();
    assert_eq!(json["findings"], serde_json::json!([]));
}

/// The files of an archive, each with what it holds.
type Packed = Vec<(String, Vec<u8>)>;

/// Packs a bag anew, with each file as `change` leaves it.
fn repacked(bytes: &[u8], method: CompressionMethod, change: &dyn Fn(&mut Packed)) -> Vec<u8> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).expect("an archive");
    let mut files = Vec::new();
    for index in 0..archive.len() {
        let mut entry = archive.by_index(index).expect("a file");
        let mut content = Vec::new();
        entry.read_to_end(&mut content).expect("read");
        files.push((entry.name().expect("a name").into_owned(), content));
    }
    change(&mut files);
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in files {
        writer.start_file(name, SimpleFileOptions::default().compression_method(method)).expect("begun");
        writer.write_all(&content).expect("written");
    }
    writer.finish().expect("packed").into_inner()
}

#[test]
fn a_hostile_archive_is_refused_before_anything_of_it_is_read() {
    let place = packed();
    let bytes = fs::read(place.path().join("kirim.zip")).expect("a bundle");
    let top = "pemerintah-kabupaten-pemalang-2018/data/";
    let adds = |name: &str, content: &[u8]| {
        let (name, content) = (name.to_owned(), content.to_vec());
        let method = if content.len() > 100 { CompressionMethod::Deflated } else { CompressionMethod::Stored };
        repacked(&bytes, method, &|files| files.push((name.clone(), content.clone())))
    };
    let hostile: [(Vec<u8>, &str); 8] = [
        (adds(&format!("{top}../../out.txt"), b"x"), "is not safe"),
        (adds("/etc/passwd", b"x"), "is not safe"),
        (adds(&format!("{top}INDIKATOR1/isian.txt"), b"x"), "stands in it twice"),
        (adds(&format!("{top}cafe\u{301}.pdf"), b"x"), "not in the form NFC"),
        (adds(&format!("{top}lain/spbe.toml"), b"schema = 1"), "there must be one `spbe.toml`"),
        (adds("lain/data/x.txt", b"x"), "no single folder"),
        (adds(&format!("{top}bom.pdf"), &vec![0; 64 * 1024 * 1024]), "it is not read"),
        (bytes[..bytes.len() / 2].to_vec(), "it is no whole ZIP"),
    ];
    for (archive, why) in hostile {
        place.write("jahat.zip", archive);
        let found = faults(&place, "jahat.zip");
        assert!(found.len() == 1 && found[0].contains(why), "{why}: {found:?}");
        place.spbe(&["validate", "jahat.zip"]).code(2);
    }
    place.spbe(&["bundle", "--verify", "tidak-ada.zip"]).code(2);
}

#[cfg(unix)]
#[test]
fn a_link_in_a_bag_is_refused_wherever_it_leads() {
    let place = laid_out();
    std::os::unix::fs::symlink("isian.html", place.path().join("kirim/data/tautan.html")).expect("linked");
    let found = faults(&place, "kirim");
    assert!(found[0].contains("`data/tautan.html` in it is a link"), "{found:?}");
    place.spbe(&["validate", "kirim"]).code(2);
}

#[test]
fn a_text_that_is_too_large_is_not_read_and_the_others_are() {
    let place = packed();
    let bytes = fs::read(place.path().join("kirim.zip")).expect("a bundle");
    let large = repacked(&bytes, CompressionMethod::Stored, &|files| {
        let team = files.iter_mut().find(|(name, _)| name.ends_with("ruang-kerja/team.toml")).expect("a team");
        team.1 = vec![b'#'; 64 * 1024 * 1024 + 1];
    });
    place.write("besar.zip", large);
    let ran = place.spbe(&["validate", "besar.zip", "--format", "short"]).code(1);
    assert!(ran.stdout.contains("too-large") && ran.stdout.contains("64 MiB at most"), "{}", ran.stdout);
}

#[test]
fn an_assessor_s_sheet_goes_out_with_a_bundle_and_comes_back_to_the_agency() {
    let place = packed();
    let province = Place::empty();
    fs::copy(place.path().join("kirim.zip"), province.path().join("kirim.zip")).expect("sent");
    province.spbe(&["export", "--assess", "kirim.zip", "-o", "lembar.xlsx", "--lang", "id"]).code(0);
    let ran = province.spbe(&["export", "--assess", "kirim.zip", "-o", "lembar.xlsx"]).code(2);
    assert!(ran.stderr.contains("may be filled in"), "{}", ran.stderr);
    let sheet = fs::read(province.path().join("lembar.xlsx")).expect("a sheet");
    let entries = [
        ("1", "Level asesor", "2"),
        ("1", "Catatan asesor", "Belum ada bukti koordinasi"),
        ("2", "Level asesor", "2"),
        ("35-2", "Level asesor", "3"),
        ("5", "Catatan asesor", "Lampiran tidak terbaca"),
    ];
    place.write("lembar.xlsx", refilled(&sheet, &entries, true));
    place.spbe(&["external", "import", "lembar.xlsx", "--stage", "document"]).code(0);
    let taken = place.read("scores/external.csv");
    let expected =
        "indicator,stage,level,note\n1,document,2,Belum ada bukti koordinasi\n2,document,2,\n35-2,document,3,\n";
    assert_eq!(taken, expected);
    let untouched = Place::example("pemalang-2018");
    untouched.write("lembar.xlsx", sheet);
    let ran = untouched.spbe(&["external", "import", "lembar.xlsx"]).code(2);
    assert!(ran.stderr.contains("holds no levels"), "{}", ran.stderr);
    province.spbe(&["export", "--assess", place.path().to_str().expect("a path"), "-o", "dari-folder.xlsx"]).code(0);
}
