//! Files that another program has open, which Windows keeps from everyone else: a virus scanner lets go of a new file
//! within moments, a spreadsheet when it is closed.

use std::fs::File;
use std::io;
use std::path::Path;
use std::thread::sleep;
use std::time::Duration;

use crate::bilingual;
use crate::text::bilingual::Bilingual;

/// How long is waited before each further attempt: a second in all.
const PAUSES: [Duration; 6] = [
    Duration::from_millis(10),
    Duration::from_millis(30),
    Duration::from_millis(80),
    Duration::from_millis(180),
    Duration::from_millis(300),
    Duration::from_millis(400),
];

/// What Windows says of a file that is open elsewhere: sharing violation, lock violation.
const HELD_ON_WINDOWS: [i32; 2] = [32, 33];

/// Tells whether a failure is that of a file that another program has open.
pub(super) fn is_held(error: &io::Error) -> bool {
    let by_code = error.raw_os_error().is_some_and(|code| HELD_ON_WINDOWS.contains(&code));
    error.kind() == io::ErrorKind::ResourceBusy || (cfg!(windows) && by_code)
}

/// Tells whether it may be: Windows denies to replace a file that is open as it denies what nobody may.
pub(super) fn may_be_held(error: &io::Error) -> bool {
    is_held(error) || (cfg!(windows) && error.kind() == io::ErrorKind::PermissionDenied)
}

/// Says what to do about a file that another program has open.
pub(super) fn close_it() -> Bilingual {
    bilingual!(
        "tutup berkas itu di program yang membukanya (Excel, Word), lalu ulangi",
        "close it in the program that has it open (Excel, Word), then try again"
    )
}

/// Tries something again for a second while another program has the file open.
pub(super) fn patiently<T>(mut attempt: impl FnMut() -> io::Result<T>) -> io::Result<T> {
    for pause in PAUSES {
        match attempt() {
            Err(error) if may_be_held(&error) => sleep(pause),
            done => return done,
        }
    }
    attempt()
}

/// Opens a file to read it, as soon as no other program keeps it.
pub(super) fn open(path: &Path) -> io::Result<File> {
    patiently(|| File::open(path))
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;
    use std::io;

    use super::{PAUSES, is_held, patiently};

    fn held_for(attempts: usize) -> (io::Result<usize>, usize) {
        let tried = Cell::new(0);
        let outcome = patiently(|| {
            tried.set(tried.get() + 1);
            if tried.get() > attempts { Ok(tried.get()) } else { Err(io::ErrorKind::ResourceBusy.into()) }
        });
        (outcome, tried.get())
    }

    #[test]
    fn a_file_that_is_let_go_of_is_taken_and_one_that_is_not_is_given_up() {
        assert!(matches!(held_for(0), (Ok(1), 1)));
        assert!(matches!(held_for(2), (Ok(3), 3)));
        let (given_up, tried) = held_for(usize::MAX);
        assert!(is_held(&given_up.expect_err("still held")));
        assert_eq!(tried, PAUSES.len() + 1);
    }

    #[test]
    fn what_waiting_does_not_mend_is_tried_once() {
        let tried = Cell::new(0);
        let outcome: io::Result<()> = patiently(|| {
            tried.set(tried.get() + 1);
            Err(io::ErrorKind::NotFound.into())
        });
        assert!(outcome.is_err() && tried.get() == 1);
    }
}
