//! The rule `logo-unusable`.

use crate::bilingual;
use crate::check::Facts;
use crate::diagnostic::finding::Finding;
use crate::diagnostic::rule::{Rule, Severity, Stage};
use crate::model::disk::{LARGEST_LOGO, LogoState};
use crate::text::bilingual::Bilingual;

/// The logo that `report.toml` names can't stand in the report.
pub(crate) static RULE: Rule = Rule {
    id: "logo-unusable",
    severity: Severity::Warning,
    stage: Stage::Planning,
    summary: Bilingual::fixed("logo tidak dapat dipakai", "the logo can't be used"),
    why: Bilingual::fixed(
        "Laporan ditulis tanpa logo itu. Logo dibawa di dalam setiap laporan, maka ukurannya dibatasi.",
        "The report is written without it. Every report carries its logo, so its size has a limit.",
    ),
    example: Bilingual::same("report.toml:  logo = \"logo.jpg\""),
    mend: Bilingual::fixed(
        "Simpan logo sebagai PNG atau SVG di dalam folder evaluasi, paling besar 512 KiB.",
        "Store the logo as PNG or SVG inside the workspace, at most 512 KiB.",
    ),
};

/// Finds a logo that is absent, too large or of another kind.
pub(crate) fn check(facts: &Facts<'_>, findings: &mut Vec<Finding>) {
    let (Some(file), Some(logo)) = (&facts.workspace.presentation.logo, &facts.disk.logo) else { return };
    let Some(message) = flaw(&file.value, logo) else { return };
    let help = bilingual!(
        "simpan logo sebagai PNG atau SVG di dalam folder evaluasi, atau hapus baris ini",
        "store the logo as PNG or SVG inside the workspace, or remove this line"
    );
    findings.push(Finding::at(RULE.id, file.place.clone(), message).help(help));
}

/// Says why a logo can't stand in a report; nothing of one that can.
pub(crate) fn flaw(path: &str, logo: &LogoState) -> Option<Bilingual> {
    Some(match logo {
        LogoState::Png(_) | LogoState::Svg(_) => return None,
        LogoState::Absent => bilingual!(
            "logo `{path}` tidak ada di dalam folder evaluasi",
            "there is no logo `{path}` inside the workspace"
        ),
        LogoState::Other => bilingual!("logo `{path}` bukan PNG atau SVG", "the logo `{path}` is neither PNG nor SVG"),
        LogoState::Broken => bilingual!(
            "logo `{path}` rusak, atau lebih besar dari 2048 x 2048 piksel",
            "the logo `{path}` is broken, or larger than 2048 x 2048 pixels"
        ),
        LogoState::Unfit(found) => bilingual!(
            "logo `{path}` memuat `{found}`; sebuah logo hanya boleh berisi bentuk dan warna",
            "the logo `{path}` holds `{found}`; a logo may hold shapes and colours alone"
        ),
        LogoState::TooLarge(size) => bilingual!(
            "logo `{path}` berukuran {size} byte, paling besar {LARGEST_LOGO}",
            "the logo `{path}` has {size} bytes, and {LARGEST_LOGO} is the most"
        ),
    })
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::check::testing::{at, sound};
    use crate::model::disk::LogoState;

    fn says(logo: LogoState) -> Vec<String> {
        let mut case = sound();
        case.workspace.presentation.logo = Some(at("report.toml", 1, "logo.png".to_owned()));
        case.disk.logo = Some(logo);
        case.says(check)
    }

    #[test]
    fn a_logo_that_cannot_be_shown_is_found() {
        assert_eq!(says(LogoState::Absent), ["report.toml:1 there is no logo `logo.png` inside the workspace"]);
        assert_eq!(says(LogoState::Other), ["report.toml:1 the logo `logo.png` is neither PNG nor SVG"]);
        assert!(says(LogoState::Broken)[0].contains("is broken"));
        assert!(says(LogoState::Unfit("<filter>".to_owned()))[0].contains("holds `<filter>`"));
        assert_eq!(
            says(LogoState::TooLarge(600_000)),
            ["report.toml:1 the logo `logo.png` has 600000 bytes, and 524288 is the most"]
        );
    }

    #[test]
    fn a_picture_is_silent() {
        assert!(says(LogoState::Png((*b"x").into())).is_empty());
        assert!(sound().says(check).is_empty());
    }
}
