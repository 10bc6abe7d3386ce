//! TOML: spellings and line endings; comments, order and blank lines stay.

use crate::format::canonical::Canonical;
use crate::format::canonical::fixes::{apply, lines};
use crate::format::reading::Reading;
use crate::format::{
    aspect_findings as findings, manifest as manifests, presentation as presentations, team as teams, toml,
};
use crate::text::date;

/// Writes `spbe.toml` in canonical form.
pub(crate) fn manifest(text: &str, file: &str) -> Canonical {
    canonical(text, file, |text, reading| {
        let _ = manifests::read(text, reading);
    })
}

/// Writes `team.toml` in canonical form.
pub(crate) fn team(text: &str, file: &str) -> Canonical {
    canonical(text, file, |text, reading| {
        let _ = teams::read(text, reading);
    })
}

/// Writes `findings.toml` in canonical form.
pub(crate) fn aspect_findings(text: &str, file: &str) -> Canonical {
    canonical(text, file, |text, reading| {
        let _ = findings::read(text, reading);
    })
}

/// Writes `report.toml` in canonical form.
pub(crate) fn presentation(text: &str, file: &str) -> Canonical {
    canonical(text, file, |text, reading| {
        let _ = presentations::read(text, reading);
    })
}

/// Puts right what `read` understands but finds unusual; only a text that is no TOML is refused.
fn canonical(text: &str, file: &str, read: impl Fn(&str, &Reading)) -> Canonical {
    let reading = Reading::new(file);
    if toml::parse(text, &reading).is_none() {
        return Err(reading.finish());
    }
    let reading = Reading::new(file);
    read(text, &reading);
    Ok(lines(&apply(text, &reading.finish(), spelt)))
}

/// A word keeps its quotes, a date needs none.
fn spelt(old: &str, new: &str) -> String {
    let quoted = old.starts_with(['"', '\'']);
    if quoted && date::parse(new).is_none() { format!("\"{new}\"") } else { new.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::{manifest, team};

    #[test]
    fn spellings_change_and_everything_else_stays() {
        let text = "\u{feff}schema = 1\r\n# note\r\n[agency]\r\nname = \"A\"\r\nkind = 'kota'  # jenis\r\n\r\n\
                    [evaluation]\r\nyear = 2018\r\ninstrument = \"x\"\r\ntarget_index = \"2,60\"\r\n\
                    [schedule]\r\nplanning = { start = \"17/04/2018\", end = 2018-05-31 }";
        let expected = "schema = 1\n# note\n[agency]\nname = \"A\"\nkind = \"city\"  # jenis\n\n\
                        [evaluation]\nyear = 2018\ninstrument = \"x\"\ntarget_index = \"2.6\"\n\
                        [schedule]\nplanning = { start = 2018-04-17, end = 2018-05-31 }\n";
        let written = manifest(text, "spbe.toml").expect("canonical");
        assert_eq!(written, expected);
        assert_eq!(manifest(&written, "spbe.toml").expect("canonical"), expected);
    }

    #[test]
    fn a_wrong_value_stays_and_the_others_are_mended() {
        let text = "[[member]]\nid = \"a\"\nrole = \"chief\"\n[[member]]\nrole = \"anggota\"";
        let written = team(text, "team.toml").expect("canonical");
        assert_eq!(written, text.replace("anggota", "member") + "\n");
    }

    #[test]
    fn what_is_no_toml_is_refused() {
        let refused = team("[[member]]\nid = a\nrole = \"anggota\"\n", "team.toml").expect_err("refused");
        assert!(refused.iter().any(|finding| finding.rule == "bad-syntax"), "{refused:?}");
    }
}
