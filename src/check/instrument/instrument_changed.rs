//! The rule `instrument-changed`.

use crate::bilingual;
use crate::check::Facts;
use crate::diagnostic::finding::Finding;
use crate::diagnostic::place::{Located, Place};
use crate::diagnostic::rule::{Rule, Severity, Stage};
use crate::model::files::INSTRUMENT;
use crate::text::bilingual::Bilingual;

/// The frozen instrument is not the one that the evaluation began with.
pub(crate) static RULE: Rule = Rule {
    id: "instrument-changed",
    severity: Severity::Error,
    stage: Stage::Planning,
    summary: Bilingual::fixed(
        "`instrument.yaml` berbeda dari sidik (digest) di `spbe.toml`",
        "`instrument.yaml` differs from the digest in `spbe.toml`",
    ),
    why: Bilingual::fixed(
        "Semua penilai harus menilai dengan instrumen yang sama dari awal sampai akhir; bobot yang berubah mengubah \
         indeks.",
        "Everyone must evaluate with the same instrument from beginning to end; a changed weight changes the index.",
    ),
    example: Bilingual::fixed(
        concat!("instrument.yaml:  weight: 18\n", "ketika `spbe init` dijalankan: 17",),
        concat!("instrument.yaml:  weight: 18\n", "it was 17 when `spbe init` ran",),
    ),
    mend: Bilingual::fixed(
        "Kembalikan berkasnya dengan `git checkout -- instrument.yaml`. Bila perubahan itu disengaja, tulis sidik yang \
         baru di `spbe.toml`.",
        "Restore the file with `git checkout -- instrument.yaml`. Where the change is meant, write the new digest into \
         `spbe.toml`.",
    ),
};

/// Compares the digest of the instrument with the one that was written down at the beginning.
pub(crate) fn check(facts: &Facts<'_>, findings: &mut Vec<Finding>) {
    let Some(manifest) = &facts.workspace.manifest else { return };
    let frozen = facts.workspace.instrument.as_ref().map(|instrument| instrument.id.as_ref());
    findings.extend(frozen.filter(|id| *id != manifest.instrument.value).map(|id| another(id, &manifest.instrument)));
    let Some(now) = &facts.disk.instrument_sha256 else { return };
    let Some(noted) = &manifest.instrument_sha256 else {
        let message = Bilingual::fixed(
            "tidak ada `instrument_sha256`, sehingga perubahan instrumen tidak akan ketahuan",
            "there is no `instrument_sha256`, so a change of the instrument would go unseen",
        );
        let help = bilingual!(
            "tulis `instrument_sha256 = \"{now}\"` di bawah `[evaluation]`",
            "write `instrument_sha256 = \"{now}\"` under `[evaluation]`"
        );
        findings.push(Finding::at(RULE.id, manifest.instrument.place.clone(), message).help(help));
        return;
    };
    if noted.value.eq_ignore_ascii_case(now) {
        return;
    }
    let message = Bilingual::fixed(
        "`instrument.yaml` bukan lagi instrumen saat evaluasi dimulai",
        "`instrument.yaml` is no longer the instrument that the evaluation began with",
    );
    let help = bilingual!(
        "kembalikan dengan `git checkout -- {INSTRUMENT}`; bila disengaja, tulis `{now}` di sini",
        "restore it with `git checkout -- {INSTRUMENT}`; where the change is meant, write `{now}` here"
    );
    let related = bilingual!("sidiknya sekarang `{now}`", "its digest is now `{now}`");
    findings.push(Finding::at(RULE.id, noted.place.clone(), message).help(help).also(Place::file(INSTRUMENT), related));
}

/// The manifest names one instrument, and another one is there.
fn another(frozen: &str, named: &Located<String>) -> Finding {
    let name = &named.value;
    let message = bilingual!(
        "di sini tertulis `{name}`, sedangkan `{INSTRUMENT}` adalah `{frozen}`",
        "`{name}` is named here, but `{INSTRUMENT}` is `{frozen}`"
    );
    let help = bilingual!(
        "tulis `instrument = \"{frozen}\"`, atau kembalikan `{INSTRUMENT}` yang benar",
        "write `instrument = \"{frozen}\"`, or bring the right `{INSTRUMENT}` back"
    );
    Finding::at(RULE.id, named.place.clone(), message).help(help)
}

/// The instrument that is named is none that a receiver knows: the tool carries none of that id.
pub(crate) fn unknown_to_all(named: &Located<String>) -> Finding {
    let id = &named.value;
    let message = bilingual!("tidak ada instrumen bawaan `{id}`", "there is no bundled instrument `{id}`");
    let help = Bilingual::fixed(
        "tulis salah satu dari `spbe instrument list`; atau penerima menyebutnya pada `[[instrument]]` di `--policy FILE`",
        "write one of `spbe instrument list`; or the receiver names it under `[[instrument]]` in `--policy FILE`",
    );
    Finding::at(RULE.id, named.place.clone(), message).help(help)
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::check::testing::{at, sound};

    #[test]
    fn another_instrument_than_the_manifest_names_is_found() {
        let mut case = sound();
        case.manifest().instrument = at("spbe.toml", 3, "spbe-2020".to_owned());
        assert_eq!(case.says(check), ["spbe.toml:3 `spbe-2020` is named here, but `instrument.yaml` is `tiny`"]);
    }

    #[test]
    fn a_changed_instrument_is_found_at_its_digest() {
        let mut case = sound();
        case.disk.instrument_sha256 = Some("ff00".to_owned());
        assert_eq!(
            case.says(check),
            ["spbe.toml:4 `instrument.yaml` is no longer the instrument that the evaluation began with"]
        );
    }

    #[test]
    fn a_manifest_without_a_digest_is_told_which_one_to_write() {
        let mut case = sound();
        case.manifest().instrument_sha256 = None;
        assert_eq!(case.says(check).len(), 1);
        assert_eq!(case.advises(check), ["write `instrument_sha256 = \"ab12\"` under `[evaluation]`"]);
    }

    #[test]
    fn the_same_instrument_is_silent_however_its_digest_is_spelled() {
        let mut case = sound();
        assert!(case.says(check).is_empty());
        case.manifest().instrument_sha256 = Some(at("spbe.toml", 4, "AB12".to_owned()));
        assert!(case.says(check).is_empty());
    }
}
