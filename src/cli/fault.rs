//! A fault of the program itself, told as a failure: what it was doing is given up, what stands on disk is whole.

use std::panic::{self, AssertUnwindSafe, PanicHookInfo};
use std::sync::Mutex;

use crate::bilingual;
use crate::cli::failure::{Failure, Kind};

/// What the fault said of itself, and where; the first one where threads failed one after the other.
static SAID: Mutex<Option<String>> = Mutex::new(None);

/// Does something, and makes a failure of a fault in it.
pub(super) fn caught<T>(work: impl FnOnce() -> Result<T, Failure>) -> Result<T, Failure> {
    panic::set_hook(Box::new(|info| {
        if let Ok(mut said) = SAID.lock() {
            said.get_or_insert_with(|| told(info));
        }
    }));
    // What was half done when it failed is dropped with it, and nothing of it is looked at again.
    panic::catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|_| Err(failure()))
}

/// Says what happened, and that nothing is lost.
fn failure() -> Failure {
    let said = SAID.lock().ok().and_then(|mut said| said.take()).unwrap_or_default();
    let message = bilingual!("program ini gagal: {said}", "the program failed: {said}");
    Failure::of_kind(Kind::Unexpected, message).help(bilingual!(
        "tidak ada yang hilang: setiap berkas utuh; laporkan kesalahan ini beserta perintahnya",
        "nothing is lost, every file is whole; report this fault with the command"
    ))
}

/// Says what a fault says of itself, with its place in the source.
fn told(info: &PanicHookInfo<'_>) -> String {
    let said = info.payload_as_str().unwrap_or("?");
    let place = info.location().map(|place| format!(" ({}:{})", in_source(place.file()), place.line()));
    format!("{said}{}", place.unwrap_or_default())
}

/// Returns the path of a source file from its package on: what stands above it is of the machine that built the tool.
fn in_source(file: &str) -> String {
    let parts: Vec<&str> = file.split(['/', '\\']).collect();
    let source = parts.iter().rposition(|part| *part == "src").unwrap_or_default();
    parts[source.saturating_sub(1)..].join("/")
}

#[cfg(test)]
mod tests {
    use std::panic;

    use super::{caught, in_source};
    use crate::cli::exit_status::ExitStatus;
    use crate::text::language::Language;

    #[test]
    fn a_fault_is_a_failure_that_says_what_and_where() {
        let usual = panic::take_hook();
        let failure = caught::<()>(|| panic!("no such level")).expect_err("it failed");
        panic::set_hook(usual);
        let said = failure.message(Language::English);
        assert!(said.starts_with("the program failed: no such level (src/cli/fault.rs:"), "{said}");
        assert_eq!((failure.kind.status(), failure.hints().len()), (ExitStatus::Failed, 1));
    }

    #[test]
    fn a_place_names_its_package_and_no_machine() {
        let file = "/home/a/.cargo/registry/src/index.crates.io-1949/tiny-skia-0.12.0/src/alpha_runs.rs";
        assert_eq!(in_source(file), "tiny-skia-0.12.0/src/alpha_runs.rs");
        assert_eq!(in_source("src/cli/fault.rs"), "src/cli/fault.rs");
        assert_eq!(in_source(r"C:\rust\library\core\src\option.rs"), "core/src/option.rs");
    }
}
