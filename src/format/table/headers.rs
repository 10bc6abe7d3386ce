//! The header of a table: which column stands where, by its usual name, in another spelling, or in Indonesian.

use crate::bilingual;
use crate::diagnostic::file_rules::{DUPLICATE_KEY, MISSING_FIELD, OWN_COLUMN, UNKNOWN_FIELD};
use crate::format::reading::Reading;
use crate::format::scalar::not_canonical;
use crate::format::table::scan::{RawCell, RawRecord};
use crate::format::table::schema::Schema;
use crate::text::nearest::did_you_mean;

/// The usual names of columns with what else stands above them in the sheets of agencies.
static SPELLINGS: [(&str, &[&str]); 24] = [
    ("indicator", &["indikator", "nomor indikator", "no indikator", "kode indikator", "indicator number"]),
    ("level", &["tingkat", "tingkat kematangan", "level kematangan", "maturity level"]),
    ("method", &["metode", "cara"]),
    ("date", &["tanggal", "tgl"]),
    ("evidence", &["bukti", "data dukung", "bukti dukung", "bukti pendukung", "data pendukung", "eviden"]),
    ("explanation", &["penjelasan", "uraian", "keterangan"]),
    ("member", &["anggota", "evaluator", "penilai"]),
    ("due", &["batas waktu", "tenggat", "tenggat waktu", "jatuh tempo", "deadline", "due date"]),
    ("kind", &["jenis", "type"]),
    ("title", &["judul", "nama dokumen"]),
    ("unit", &["unit kerja", "perangkat daerah", "opd"]),
    ("file", &["berkas", "nama berkas"]),
    ("sha256", &["sha 256", "hash", "sidik"]),
    ("stage", &["tahap", "tahapan"]),
    ("node", &["bagian", "simpul"]),
    ("value", &["nilai"]),
    ("note", &["catatan", "keterangan"]),
    ("to_level", &["ke level", "ke tingkat", "level target", "target level", "tingkat target"]),
    ("action", &["tindakan", "rekomendasi", "rencana aksi", "recommendation"]),
    ("priority", &["prioritas"]),
    ("source", &["sumber"]),
    ("state", &["status", "keadaan"]),
    ("decided_by", &["diputuskan oleh", "pemutus", "ditetapkan oleh"]),
    ("reason", &["alasan", "pertimbangan"]),
];

/// Tells whether a record names every column of the key, as a header does.
pub(super) fn is_header(record: &RawRecord<'_>, schema: &Schema) -> bool {
    let named = |column: &&str| record.cells.iter().any(|cell| means(&cell.text, column));
    schema.columns[..schema.keys].iter().all(named)
}

/// Finds where the columns of the schema stand; one that is missing, there twice or nobody's is a finding.
///
/// A usual name comes before a spelling of it, so that a column of one's own beside the usual one stays one's own.
pub(super) fn columns(header: &RawRecord<'_>, schema: &Schema, reading: &Reading) -> Vec<Option<usize>> {
    let names: Vec<String> = header.cells.iter().map(|cell| cell.text.trim().to_lowercase()).collect();
    let mut places: Vec<Option<usize>> =
        schema.columns.iter().map(|column| names.iter().position(|name| name == column)).collect();
    for (index, column) in schema.columns.iter().enumerate() {
        let free = |cell: &usize| !places.contains(&Some(*cell)) && !schema.columns.contains(&names[*cell].as_str());
        if places[index].is_none() {
            places[index] = (0..names.len()).filter(free).find(|cell| means(&names[*cell], column));
            if let Some(cell) = places[index].map(|cell| &header.cells[cell]) {
                not_canonical(cell.text.trim(), column, cell.span.clone(), reading);
            }
        }
    }
    for (place, cell) in header.cells.iter().enumerate().filter(|(place, _)| !places.contains(&Some(*place))) {
        let again = !names[place].is_empty() && names[..place].contains(&names[place]);
        if again { twice(cell, reading) } else { own(cell, &places, schema, reading) }
    }
    missing(header, &places, schema, reading);
    places
}

/// Reports a column whose name stands above another already.
fn twice(cell: &RawCell<'_>, reading: &Reading) {
    let found = cell.text.trim();
    let message = bilingual!("kolom `{found}` sudah ada", "the column `{found}` is there already");
    let help = bilingual!("hapus atau ganti nama salah satunya", "remove or rename one of them");
    reading.push(reading.finding(DUPLICATE_KEY, cell.span.clone(), message).help(help));
}

/// Reports a column that the table does not have: a slip of the pen for a known one, or one of somebody's own.
fn own(cell: &RawCell<'_>, places: &[Option<usize>], schema: &Schema, reading: &Reading) {
    let (found, span) = (cell.text.trim(), cell.span.clone());
    let absent = schema.columns.iter().zip(places).filter(|(_, place)| place.is_none()).map(|(column, _)| *column);
    if let Some(meant) = did_you_mean(found, absent.chain(schema.columns.iter().copied())) {
        let message = bilingual!("kolom `{found}` tidak dikenal di sini", "the column `{found}` is not known here");
        return reading.push(reading.finding(UNKNOWN_FIELD, span, message).help(meant));
    }
    let expected = schema.columns.join(",");
    let message = if found.is_empty() {
        bilingual!("kolom tanpa judul", "a column without a name")
    } else {
        bilingual!("kolom `{found}` tidak dibaca", "the column `{found}` is not read")
    };
    let help = bilingual!(
        "isinya disimpan apa adanya; yang dibaca: `{expected}`",
        "its content is kept as it is; what is read: `{expected}`"
    );
    reading.push(reading.finding(OWN_COLUMN, span, message).help(help));
}

/// Reports the columns that every such file has and this one lacks; where it lacks them all, in one sentence.
fn missing(header: &RawRecord<'_>, places: &[Option<usize>], schema: &Schema, reading: &Reading) {
    let expected = schema.header();
    let push = |message| {
        let help = bilingual!("baris judulnya `{expected}`", "the header is `{expected}`");
        reading.push(reading.finding(MISSING_FIELD, header.span.clone(), message).help(help).cutting());
    };
    if places.iter().all(Option::is_none) {
        return push(bilingual!("baris judul kolom tidak ada", "there is no header"));
    }
    for (column, _) in schema.first_columns().iter().zip(places).filter(|(_, place)| place.is_none()) {
        push(bilingual!("kolom `{column}` tidak ada", "the column `{column}` is missing"));
    }
}

/// Tells whether a text above a column means the column of a name.
pub(super) fn means(written: &str, column: &str) -> bool {
    let written = plain(written);
    let mut spellings = SPELLINGS.iter().filter(|(usual, _)| *usual == column).flat_map(|(_, others)| *others);
    written == plain(column) || spellings.any(|other| *other == written)
}

/// Returns the words of a header in lower case with one space between them, whatever stood there.
fn plain(text: &str) -> String {
    let lower = text.to_lowercase();
    let words = lower.split(|character: char| !character.is_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::{SPELLINGS, means, plain};

    #[test]
    fn case_spaces_and_language_do_not_tell_columns_apart() {
        for (written, column) in [
            ("Indikator", "indicator"),
            ("TINGKAT  KEMATANGAN", "level"),
            ("Data_Dukung", "evidence"),
            ("Decided By", "decided_by"),
            ("Batas waktu:", "due"),
            ("SHA-256", "sha256"),
        ] {
            assert!(means(written, column), "{written} is {column}");
        }
        assert!(!means("level 2017", "level"));
        assert!(!means("", "level"));
    }

    #[test]
    fn spellings_are_written_as_they_are_compared() {
        for spelling in SPELLINGS.iter().flat_map(|(_, others)| *others) {
            assert_eq!(plain(spelling), *spelling);
        }
    }
}
