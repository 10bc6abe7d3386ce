//! A disk that is full or read-only: it is said, and nothing is lost.

#![cfg(target_os = "linux")]

use std::fs;
use std::io::{self, Write};
use std::process::Command;

use crate::harness::Place;

/// Runs a script in a folder and returns all that it said.
fn script(place: &Place, wrapper: &[&str], script: &str) -> String {
    place.write("big", vec![0; 1024 * 1024]);
    let output = Command::new(wrapper[0])
        .args(&wrapper[1..])
        .arg(script)
        .current_dir(place.path())
        .env_clear()
        .env("PATH", "/usr/bin:/bin:/usr/sbin:/sbin")
        .env("SPBE", env!("CARGO_BIN_EXE_spbe"))
        .env("BIG", place.path().join("big"))
        .env("SPBE_LANG", "en")
        .output();
    let output = output.unwrap_or_else(|error| panic!("{}: {error}", wrapper[0]));
    String::from_utf8_lossy(&[output.stdout, output.stderr].concat()).into_owned()
}

/// Runs a script with a small disk of its own mounted at `disk`, in a namespace that ends with it.
///
/// Mounting is for those whom the system lets mount, or have namespaces. Elsewhere there is no disk to try, which is
/// said; a write that is refused half-way is tried everywhere, below.
fn on_a_small_disk(commands: &str) -> Option<String> {
    let place = Place::empty();
    place.write("disk/x", "");
    let commands = format!("mount -t tmpfs -o size=512k none disk && echo mounted && cd disk && {{ {commands}; }}");
    let ways = [&["unshare", "-m", "sh", "-c"][..], &["unshare", "-Urm", "sh", "-c"]];
    let said: Vec<String> = ways.iter().map(|way| script(&place, way, &commands)).collect();
    let mounted = said.iter().find(|said| said.starts_with("mounted"));
    if mounted.is_none() {
        assert!(!may_mount(), "whoever may mount must see this test run: {said:?}");
        // Past what the test harness keeps to itself while a test passes.
        let _ = writeln!(io::stderr(), "NOT TESTED, for nothing can be mounted here: {said:?}");
    }
    mounted.cloned()
}

/// Tells whether this process may mount (`CAP_SYS_ADMIN`).
fn may_mount() -> bool {
    let status = fs::read_to_string("/proc/self/status").expect("the status");
    let line = status.lines().find_map(|line| line.strip_prefix("CapEff:")).expect("the capabilities");
    u64::from_str_radix(line.trim(), 16).expect("a number") & (1 << 21) != 0
}

const BEGIN: &str = "$SPBE init w --agency A --kind city --year 2021 -q && cd w && \
                     $SPBE team add m --name N --unit U --role member -q && \
                     $SPBE score 1 --level 3 --by m -q 2>/dev/null && \
                     echo document > in.txt && $SPBE evidence add in.txt --for 1 --id a -q && \
                     find . -type f | LC_ALL=C sort | xargs sha256sum > ../before";

/// Says whether every file is as it was, and which are there that were not.
const COMPARE: &str = "find . -type f | LC_ALL=C sort | xargs sha256sum | diff ../before - && echo same";

#[test]
fn a_full_disk_is_said_and_loses_nothing() {
    let fill = "dd if=/dev/zero of=../fill bs=1k 2>/dev/null";
    let long = "\"$(head -c 2000 /dev/zero | tr '\\0' x)\"";
    let said = on_a_small_disk(&format!(
        "{BEGIN}; {fill}; \
         $SPBE score all --level 4 --by m --explanation {long} -q; echo code $?; {COMPARE}; \
         $SPBE assign all --to m -q; echo code $?; {COMPARE}; \
         $SPBE evidence add \"$BIG\" --for 1 2 --lang id -q; echo code $?; {COMPARE}; \
         $SPBE evidence replace a \"$BIG\" -q; echo code $?; {COMPARE}; \
         $SPBE report -o r.md -q; echo code $?; {COMPARE}; \
         rm ../fill; $SPBE score 2 --level 4 --by m -q 2>/dev/null; echo code $?; wc -l < scores/m.csv"
    ));
    let Some(said) = said else { return };
    assert_eq!(said.matches("code 2\nsame\n").count(), 5, "{said}");
    assert!(said.contains("code 0\n3\n"), "{said}");
    assert!(said.contains("the disk is full") && said.contains("nothing is lost; make room"), "{said}");
    assert!(said.contains("penyimpanan penuh") && said.contains("tidak ada yang hilang"), "{said}");
}

#[test]
fn a_workspace_that_found_no_room_is_completed_later() {
    let init = "$SPBE init w --agency A --kind city --year 2021 -q";
    let said = on_a_small_disk(&format!(
        "dd if=/dev/zero of=fill bs=1k count=470 2>/dev/null; {init}; echo code $?; \
         rm fill; {init}; echo code $?; $SPBE -C w validate > /dev/null; echo code $?; find . -name '*.tmp' | wc -l"
    ));
    let Some(said) = said else { return };
    assert!(said.contains("code 2\ncode 0\ncode 1\n0\n") && said.contains("the disk is full"), "{said}");
}

#[test]
fn a_read_only_disk_is_said_and_can_still_be_read() {
    let said = on_a_small_disk(&format!(
        "{BEGIN}; mount -o remount,bind,ro ../../disk && echo read-only; \
         $SPBE score 2 --level 4 --by m -q; echo code $?; $SPBE evidence add in.txt --for 2 -q; echo code $?; \
         $SPBE report --format json 2>/dev/null | grep -c '\"level\": \"3\"'; \
         $SPBE validate --format short > /dev/null; echo code $?; \
         $SPBE score 2 --level 4 --by m --dry-run 2>/dev/null | grep -c '+ 2,4,'; {COMPARE}"
    ));
    let Some(said) = said else { return };
    assert!(said.contains("read-only\ncode 2\ncode 2\n1\ncode 1\n1\nsame\n"), "{said}");
    assert!(said.contains("the disk is read-only"), "{said}");
}

#[test]
fn a_write_that_is_refused_half_way_loses_nothing_whoever_runs_it() {
    let place = Place::empty();
    let said = script(
        &place,
        &["sh", "-c"],
        // No file may grow beyond a few blocks of 512 or 1,024 bytes; the signal that comes with it is ignored.
        &format!(
            "{BEGIN}; trap '' XFSZ; ulimit -f 4; \
             $SPBE score all --level 4 --by m --explanation \"$(head -c 2000 /dev/zero | tr '\\0' x)\" -q; echo code $?; \
             $SPBE evidence add \"$BIG\" --for 1 -q; echo code $?; {COMPARE}"
        ),
    );
    assert!(said.contains("code 2\ncode 2\nsame\n"), "{said}");
    assert!(said.contains("scores/m.csv: the file is too large"), "{said}");
}
