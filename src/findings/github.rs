//! Workflow commands of GitHub: each finding becomes a note beside its line.

use crate::diagnostic::rule::Severity;
use crate::findings::told::{Note, Told};
use crate::text::visible::visible;

/// Renders one workflow command a finding, and one a thing that a sender relaxed; paths are relative to the top of the git repository.
pub(super) fn render(all: &[Told], notes: &[Note]) -> String {
    let mut commands = String::new();
    for told in all.iter().chain(notes.iter().map(|note| &note.told)) {
        let command = match told.severity {
            Some(Severity::Error) => "error",
            Some(Severity::Warning | Severity::Off) => "warning",
            None => "notice",
        };
        let mut properties = vec![format!("file={}", property(&told.path_in_repository()))];
        if let (Some(line), Some(column)) = (told.line, told.column) {
            properties.push(format!("line={line},col={column}"));
        }
        properties.push(format!("title={}", property(told.rule)));
        commands += &format!("::{command} {}::{}\n", properties.join(","), data(&told.advice()));
    }
    commands
}

/// Escapes what would end a message, and shows what a log would obey.
fn data(text: &str) -> String {
    visible(text).replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// Escapes what would end a property.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use crate::check::policy::Policy;
    use crate::diagnostic::place::Place;
    use crate::findings::Checked;
    use crate::findings::format::FindingFormat;
    use crate::findings::testing::{below_the_top, error, found, shown, sources};
    use crate::text::bilingual::Bilingual;
    use crate::text::language::Language;

    #[test]
    fn a_command_names_the_file_from_the_top_of_the_repository() {
        let findings = [error(found("a", "scores/hukum.csv", "9"))];
        let sources = sources();
        let policy = Policy::default();
        let checked = below_the_top(&policy, &sources, &findings);
        let expected = "::error file=kab/scores/hukum.csv,line=2,col=4,title=a::message\n";
        assert_eq!(shown(FindingFormat::Github, &[checked], Language::English), expected);
    }

    #[test]
    fn nothing_in_a_text_ends_the_command() {
        let mut finding = found("a", "scores/hukum.csv", "9");
        finding.place = Some(Place::file("scores/a,b:c.csv"));
        finding.message = Bilingual::same("50%\n::stop \u{1b}[31m");
        let findings = [error(finding)];
        let sources = sources();
        let checked = Checked {
            workspace: ".",
            within: Some(""),
            policy: &Policy::default(),
            sources: &sources,
            findings: &findings,
            relaxed: &[],
        };
        let expected = "::error file=scores/a%2Cb%3Ac.csv,title=a::50%25%0A::stop \\u{1b}[31m\n";
        assert_eq!(shown(FindingFormat::Github, &[checked], Language::English), expected);
    }
}
