//! The parts, packed: compressed, without dates, the same bytes on every system.

use std::io::{Cursor, Write};

use zip::result::ZipResult;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, System, ZipWriter};

use crate::paper::docx::part::Part;

/// Packs the parts of a file, in their order.
pub(super) fn pack(parts: Vec<Part>) -> Vec<u8> {
    write(parts).expect("memory takes whatever is written to it")
}

/// Writes the archive: each part is dated with the first day that a zip can name, and made on Unix wherever it was.
fn write(parts: Vec<Part>) -> ZipResult<Vec<u8>> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for part in parts {
        // Pictures are compressed already; a second time only costs time.
        let packed = part.name.ends_with(".png");
        let method = if packed { CompressionMethod::Stored } else { CompressionMethod::Deflated };
        let options = SimpleFileOptions::default()
            .compression_method(method)
            .last_modified_time(DateTime::default())
            .system(System::Unix);
        archive.start_file(part.name, options)?;
        archive.write_all(&part.bytes)?;
    }
    Ok(archive.finish()?.into_inner())
}

#[cfg(test)]
mod tests {
    use super::pack;
    use crate::paper::docx::part::Part;

    #[test]
    fn a_file_names_no_day_and_no_system_of_its_maker() {
        let file = pack(vec![Part { name: "a.png".to_owned(), kind: None, bytes: vec![1] }]);
        assert_eq!(&file[10..14], [0, 0, 0x21, 0], "the first day that a zip can name, not today");
        let directory = file.windows(4).position(|bytes| bytes == b"PK\x01\x02").expect("a directory");
        assert_eq!(file[directory + 5], 3, "Unix, whatever it was made on");
    }
}
