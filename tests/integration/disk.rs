//! A disk that is full or read-only: it is said, and nothing is lost.

#![cfg(target_os = "linux")]

use std::process::Command;

use crate::harness::Place;

/// Runs a script with a small disk of its own mounted at `disk`, in a namespace that ends with it.
///
/// Mounting is for root, or for systems that let anyone have namespaces; elsewhere there is no disk to try.
fn on_a_small_disk(script: &str) -> Option<String> {
    let place = Place::empty();
    place.write("disk/x", "");
    let script = format!("mount -t tmpfs -o size=512k none disk && echo mounted && cd disk && {script}");
    let run = |options: &[&str]| {
        let output = Command::new("unshare")
            .args(options)
            .args(["sh", "-c", &script])
            .current_dir(place.path())
            .env_clear()
            .env("PATH", "/usr/bin:/bin:/usr/sbin:/sbin")
            .env("SPBE", env!("CARGO_BIN_EXE_spbe"))
            .env("SPBE_LANG", "en")
            .output()
            .ok()?;
        let said = String::from_utf8_lossy(&[output.stdout, output.stderr].concat()).into_owned();
        said.starts_with("mounted").then_some(said)
    };
    run(&["-m"]).or_else(|| run(&["-Urm"]))
}

const BEGIN: &str = "$SPBE init w --agency A --kind city --year 2021 -q && cd w && \
                     $SPBE team add m --name N --unit U --role member -q && $SPBE score 1 --level 3 --by m -q 2>/dev/null";

#[test]
fn a_full_disk_is_said_and_loses_nothing() {
    let script = format!(
        "{BEGIN}; cat scores/m.csv > before; dd if=/dev/zero of=../fill bs=1k 2>/dev/null; \
         $SPBE score all --level 4 --by m --explanation \"$(head -c 2000 /dev/zero | tr '\\0' x)\"; echo code $?; \
         cmp before scores/m.csv && echo same; ls -A scores; \
         rm ../fill; $SPBE score 2 --level 4 --by m -q; echo code $?; wc -l < scores/m.csv"
    );
    let Some(said) = on_a_small_disk(&script) else { return };
    assert!(said.contains("the disk is full") && said.contains("nothing is lost"), "{said}");
    assert!(said.contains("code 2\nsame\nm.csv\ncode 0\n3\n"), "{said}");
}

#[test]
fn a_read_only_disk_is_said_and_can_still_be_read() {
    let script = format!(
        "{BEGIN}; mount -o remount,ro ../../disk; \
         $SPBE score 2 --level 4 --by m; echo code $?; $SPBE report --format json | grep -c '\"level\": \"3\"'; \
         $SPBE validate --format short > /dev/null; echo code $?"
    );
    let Some(said) = on_a_small_disk(&script) else { return };
    assert!(said.contains("code 2\n1\ncode 1\n"), "{said}");
    assert!(said.contains("the disk is read-only") || said.contains("permission denied"), "{said}");
}
