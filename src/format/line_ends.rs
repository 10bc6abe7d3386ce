//! Line ends of old: a carriage return alone, as Excel for the Mac still writes them under "CSV (Macintosh)".

use crate::bilingual;
use crate::diagnostic::file_rules::NOT_CANONICAL;
use crate::format::reading::Reading;

/// Returns a text whose lines end with carriage returns alone as one whose lines end as usual, and says so once.
///
/// Every byte stays where it was. A text in which such an end is the exception is left as it is: there it is a slip.
pub(crate) fn usual(text: &str, reading: &Reading) -> Option<String> {
    let ends = text.bytes().filter(|byte| *byte == b'\n').count();
    let alone = text.bytes().filter(|byte| *byte == b'\r').count() - text.matches("\r\n").count();
    if alone <= ends {
        return None;
    }
    let message = bilingual!(
        "baris berakhir dengan CR saja, seperti \"CSV (Macintosh)\" dari Excel; tetap dibaca",
        "lines end with CR alone, as in Excel's \"CSV (Macintosh)\"; they are read all the same"
    );
    let help = bilingual!("`spbe fmt` menulisnya kembali dengan LF", "`spbe fmt` writes them with LF");
    reading.push(reading.finding(NOT_CANONICAL, 0..0, message).help(help));
    Some(text.replace("\r\n", "\n\n").replace('\r', "\n"))
}

#[cfg(test)]
mod tests {
    use super::usual;
    use crate::format::reading::Reading;

    #[test]
    fn lines_of_a_mac_are_lines_and_it_is_said_once() {
        let reading = Reading::new("a.csv");
        assert_eq!(usual("a,b\r1,2\r3,\"x\ny\"\r", &reading).as_deref(), Some("a,b\n1,2\n3,\"x\ny\"\n"));
        assert_eq!(reading.finish().len(), 1);
    }

    #[test]
    fn the_lines_of_other_systems_stay() {
        for text in ["a,b\n1,2\n", "a,b\r\n1,2\r\n", "a\n1\rx\n", ""] {
            let reading = Reading::new("a.csv");
            assert_eq!(usual(text, &reading), None, "{text:?}");
            assert!(reading.finish().is_empty());
        }
    }
}
