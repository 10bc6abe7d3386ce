//! Line ends: those of old, a carriage return alone, as Excel for the Mac still writes them under "CSV (Macintosh)"; and
//! those that a file has, kept line by line when it is edited.

use similar::{Algorithm, DiffOp, capture_diff_slices};

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

/// Writes a text with the line ends that its lines had before; a new line ends like the one above it.
pub(crate) fn like(before: &str, after: &str) -> String {
    let cut = |text: &str| text.split_inclusive('\n').map(Line::of).collect::<Vec<_>>();
    let plain = after.replace("\r\n", "\n");
    if !before.contains("\r\n") {
        return plain;
    }
    let (old, new) = (cut(before), cut(&plain));
    let said = |lines: &[Line]| lines.iter().map(|line| line.text.clone()).collect::<Vec<_>>();
    let mut ends: Vec<&'static str> = new.iter().map(|line| line.end).collect();
    let first = old.first().map_or("\n", |line| line.end);
    let above = |ends: &[&'static str], line: usize| {
        let end = line.checked_sub(1).map_or(first, |above| ends[above]);
        if end.is_empty() { "\n" } else { end }
    };
    for operation in capture_diff_slices(Algorithm::Myers, &said(&old), &said(&new)) {
        if let DiffOp::Equal { old_index, new_index, len } = operation {
            for offset in 0..len {
                let own = old[old_index + offset].end;
                ends[new_index + offset] = if own.is_empty() { above(&ends, new_index + offset) } else { own };
            }
        } else {
            let range = operation.new_range();
            let end = above(&ends, range.start);
            range.for_each(|line| ends[line] = end);
        }
    }
    let last = new.len().saturating_sub(1);
    let end = |index: usize, line: &Line| match (index == last, line.end, ends[index]) {
        (true, "", _) => "",
        (_, _, "") => "\n",
        (_, _, end) => end,
    };
    new.iter().enumerate().map(|(index, line)| format!("{}{}", line.text, end(index, line))).collect()
}

/// A line and what ends it.
struct Line {
    text: String,
    end: &'static str,
}

impl Line {
    /// Cuts the end off a line.
    fn of(line: &str) -> Self {
        let end = match line {
            _ if line.ends_with("\r\n") => "\r\n",
            _ if line.ends_with('\n') => "\n",
            _ => "",
        };
        Self { text: line[..line.len() - end.len()].to_owned(), end }
    }
}

#[cfg(test)]
mod tests {
    use super::{like, usual};
    use crate::format::reading::Reading;

    #[test]
    fn lines_of_a_mac_are_lines_and_it_is_said_once() {
        let reading = Reading::new("a.csv");
        assert_eq!(usual("a,b\r1,2\r3,\"x\ny\"\r", &reading).as_deref(), Some("a,b\n1,2\n3,\"x\ny\"\n"));
        assert_eq!(reading.finish().len(), 1);
    }

    #[test]
    fn every_line_keeps_its_end_and_a_new_one_takes_that_of_its_neighbour() {
        assert_eq!(like("a\nb\r\nc\n", "a\nb\nx\nc\n"), "a\nb\r\nx\r\nc\n");
        assert_eq!(like("a\r\nb", "a\nb\nc\n"), "a\r\nb\r\nc\r\n");
        assert_eq!(like("a\nb\n", "a\nc\n"), "a\nc\n");
        assert_eq!(like("a\r\nb\r\n", "a\nc\nb\n"), "a\r\nc\r\nb\r\n");
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
