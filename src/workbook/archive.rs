//! The archive that a workbook is: the same bytes whatever system made it.

/// How the end of the list of entries begins.
const END: &[u8] = b"PK\x05\x06";
/// How an entry of that list begins.
const ENTRY: &[u8] = b"PK\x01\x02";
/// The system that every entry names as the one that made it: the code of Unix, as the documents have it.
const UNIX: u8 = 3;

/// Writes one system into every entry, for the library names the one that it runs on; what is no such archive stays.
pub(super) fn made_alike(bytes: &mut [u8]) {
    let Some(end) = bytes.windows(END.len()).rposition(|part| part == END) else { return };
    let Some(mut at) = number(bytes, end + 16, 4) else { return };
    while bytes.get(at..at + ENTRY.len()) == Some(ENTRY) {
        // The upper half of "version made by".
        if let Some(system) = bytes.get_mut(at + 5) {
            *system = UNIX;
        }
        let lengths: Option<usize> = [28, 30, 32].into_iter().map(|field| number(bytes, at + field, 2)).sum();
        let Some(lengths) = lengths else { return };
        at += 46 + lengths;
    }
}

/// Reads a number of so many bytes, the lowest first.
fn number(bytes: &[u8], at: usize, length: usize) -> Option<usize> {
    let bytes = bytes.get(at..at + length)?;
    Some(bytes.iter().rev().fold(0, |number, byte| number << 8 | usize::from(*byte)))
}

#[cfg(test)]
mod tests {
    use super::made_alike;
    use crate::result::report::Report;
    use crate::result::testing::denpasar;
    use crate::text::language::Language;
    use crate::workbook::render;

    #[test]
    fn a_workbook_of_another_system_becomes_the_same_bytes() {
        let workspace = denpasar();
        let here = render(&Report::of(&workspace, &[]).expect("a report"), Language::English);
        let mut there = here.clone();
        let entries: Vec<usize> = (0..there.len() - 4).filter(|at| there[*at..].starts_with(b"PK\x01\x02")).collect();
        assert!(entries.len() > 5 && entries.iter().all(|at| there[at + 5] == 3));
        entries.iter().for_each(|at| there[at + 5] = 0);
        made_alike(&mut there);
        assert!(there == here);
        made_alike(&mut []);
        made_alike(&mut b"PK\x05\x06".to_vec());
    }
}
