//! No file tells where, when or by whom it was made, however deep it is packed.

use std::io::{Cursor, Read, Write};

use flate2::Compression;
use flate2::read::ZlibDecoder;
use flate2::write::ZlibEncoder;

use crate::harness::{Place, repository};

/// Returns a file and all that is packed in it: the parts of an archive, the streams of a PDF, and what is in these.
fn everything(bytes: &[u8]) -> Vec<Vec<u8>> {
    let mut all = vec![bytes.to_vec()];
    if bytes.starts_with(b"PK") {
        let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("a zip file");
        for number in 0..archive.len() {
            let mut part = Vec::new();
            let mut packed = archive.by_index(number).expect("a part");
            // The name of a part may tell a path, too.
            all.push(packed.name().expect("a name").as_bytes().to_vec());
            packed.read_to_end(&mut part).expect("read");
            all.extend(everything(&part));
        }
    }
    if bytes.starts_with(b"%PDF") {
        for start in found(bytes, b"stream\n").into_iter().chain(found(bytes, b"stream\r\n")) {
            let begin = start + bytes[start..].iter().position(|byte| *byte == b'\n').expect("found with its end") + 1;
            let mut unpacked = Vec::new();
            // A stream that is not packed gives nothing here and is looked at as it is.
            if ZlibDecoder::new(&bytes[begin..]).read_to_end(&mut unpacked).is_ok() {
                all.push(unpacked);
            }
        }
    }
    all
}

fn found(bytes: &[u8], wanted: &[u8]) -> Vec<usize> {
    bytes.windows(wanted.len()).enumerate().filter(|(_, here)| *here == wanted).map(|(place, _)| place).collect()
}

/// Finds what a file must not tell, as it is or in the UTF-16 that a PDF may write its texts in.
fn told<'a>(bytes: &[u8], secrets: &[&'a str]) -> Vec<&'a str> {
    let narrow = |part: &[u8]| part.iter().copied().filter(|byte| *byte != 0).collect::<Vec<u8>>();
    let all: Vec<String> = everything(bytes)
        .iter()
        .flat_map(|part| [part.clone(), narrow(part)])
        .map(|part| String::from_utf8_lossy(&part).into_owned())
        .collect();
    secrets.iter().filter(|secret| all.iter().any(|part| part.contains(**secret))).copied().collect()
}

#[test]
fn what_is_packed_away_is_found() {
    let mut packer = ZlibEncoder::new(Vec::new(), Compression::best());
    packer.write_all(b"BT (made in /home/somebody) ET").expect("packed");
    let stream = packer.finish().expect("packed");
    let pdf = [b"%PDF-1.7\n1 0 obj\n<</Filter/FlateDecode>>\nstream\n", &stream[..], b"\nendstream\nendobj\n"].concat();
    assert_eq!(found(&pdf, b"/home/"), [0; 0], "it can't be seen from outside");
    assert_eq!(told(&pdf, &["/home/", "/Users/"]), ["/home/"]);
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default();
    archive.start_file("media/picture.pdf", options).expect("a part");
    archive.write_all(&pdf).expect("packed");
    let archive = archive.finish().expect("packed").into_inner();
    assert_eq!(told(&archive, &["/home/", "/Users/"]), ["/home/"]);
    let wide: Vec<u8> = "/home/".encode_utf16().flat_map(u16::to_be_bytes).collect();
    assert_eq!(told(&wide, &["/home/"]), ["/home/"]);
}

#[test]
fn no_file_tells_where_or_by_whom_it_was_made() {
    let place = Place::example("pemalang-2018");
    let folder = place.path().to_str().expect("UTF-8").to_owned();
    let repository = repository().to_str().expect("UTF-8").to_owned();
    let home = std::env::home_dir().expect("a home").display().to_string();
    // A home at the top of the disk is in every address.
    let home = if home == "/" { folder.clone() } else { home };
    let secrets = [folder.as_str(), repository.as_str(), home.as_str(), "/home/", "/rustc/", "CreationDate", "ModDate"];
    for command in [&["report"][..], &["form", "minutes"], &["form", "decree"]] {
        for file in ["a.md", "a.html", "a.docx", "a.pdf", "a.xlsx", "a.json", "a.csv", "a.txt"] {
            if command[0] == "form" && !["a.md", "a.html", "a.docx", "a.pdf"].contains(&file) {
                continue;
            }
            place.spbe_with(&[command, &["--lang", "id", "-o", file]].concat(), &[]).code(0);
            let bytes = std::fs::read(place.path().join(file)).expect("the file");
            assert_eq!(told(&bytes, &secrets), [""; 0], "{command:?} {file}");
            if file == "a.pdf" || file == "a.docx" {
                assert!(everything(&bytes).len() > 10, "{command:?} {file} was unpacked");
            }
        }
    }
}
