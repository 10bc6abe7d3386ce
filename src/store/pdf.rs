//! The little of a PDF that tells whether a reader will open it: its end, and whether it is locked.

use std::io;

use crate::model::disk::Flaw;

/// How a PDF begins.
pub(super) const PDF: &[u8] = b"%PDF-";
/// How many of the last bytes readers look at for the end of a PDF, and where its table stands.
const TAIL: u64 = 4096;
/// Within how many of the last bytes the mark of the end must stand.
const END: usize = 1024;

/// Looks for what keeps a PDF of a size from being opened; nothing where it seems whole. `part` reads from a place on, so
/// many bytes at most.
///
/// # Errors
/// The file can't be read.
pub(super) fn flaw(size: u64, mut part: impl FnMut(u64, u64) -> io::Result<Vec<u8>>) -> io::Result<Option<Flaw>> {
    let tail = part(size.saturating_sub(TAIL), TAIL)?;
    if find(&tail[tail.len().saturating_sub(END)..], b"%%EOF").is_none() {
        return Ok(Some(Flaw::CutOff));
    }
    // The dictionary that names the lock stands before the end, or at the table that the end points to.
    let table = match table(&tail).filter(|at| *at < size) {
        Some(at) => part(at, TAIL)?,
        None => Vec::new(),
    };
    let locked = [tail, table].iter().any(|part| find(part, b"/Encrypt").is_some());
    Ok(locked.then_some(Flaw::Locked))
}

/// Returns where the last table of the file stands, as its end says.
fn table(tail: &[u8]) -> Option<u64> {
    const MARK: &[u8] = b"startxref";
    let at = tail.windows(MARK.len()).rposition(|part| part == MARK)?;
    let digits = tail[at + MARK.len()..].trim_ascii_start();
    let end = digits.iter().position(|byte| !byte.is_ascii_digit()).unwrap_or(digits.len());
    std::str::from_utf8(&digits[..end]).ok()?.parse().ok()
}

/// Finds a part in some bytes.
fn find(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes.windows(wanted.len()).position(|part| part == wanted)
}

#[cfg(test)]
mod tests {
    use super::flaw;
    use crate::model::disk::Flaw;

    fn seen(content: &[u8]) -> Option<Flaw> {
        let part = |from: u64, most: u64| {
            let from = usize::try_from(from).expect("a place");
            Ok(content[from..content.len().min(from + usize::try_from(most).expect("a size"))].to_vec())
        };
        flaw(content.len() as u64, part).expect("read")
    }

    #[test]
    fn a_pdf_that_ends_early_and_one_that_is_locked_are_told_apart_from_a_whole_one() {
        assert_eq!(seen(b"%PDF-1.4\n1 0 obj\ntrailer <</Root 1 0 R>>\nstartxref\n9\n%%EOF\n"), None);
        assert_eq!(seen(b"%PDF-1.4\n1 0 obj\ntrailer <</Ro"), Some(Flaw::CutOff));
        assert_eq!(seen(b"%PDF-1.4\ntrailer <</Encrypt 5 0 R>>\nstartxref\n9\n%%EOF\n"), Some(Flaw::Locked));
        // Newer files hold that dictionary at their table, behind which much may stand.
        let mut newer = b"%PDF-1.7\n7 0 obj <</Type/XRef/Encrypt 5 0 R>> stream\n".to_vec();
        newer.extend(vec![b'x'; 10_000]);
        newer.extend(b"\nendstream\nstartxref\n9\n%%EOF\n");
        assert_eq!(seen(&newer), Some(Flaw::Locked));
        newer.truncate(9_000);
        assert_eq!(seen(&newer), Some(Flaw::CutOff));
    }
}
