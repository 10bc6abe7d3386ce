//! Findings for people: each with the line that it points at.

use std::collections::BTreeMap;

use annotate_snippets::{Annotation, AnnotationKind, Element, Group, Level, Origin, Renderer, Snippet};

use crate::diagnostic::finding::Finding;
use crate::diagnostic::place::Place;
use crate::diagnostic::rule::Severity;
use crate::findings::excerpt::excerpt;
use crate::findings::{Checked, Counts};
use crate::text::bilingual::Bilingual;
use crate::text::language::Language;
use crate::text::visible::on_one_line;
use crate::text::word::Vocabulary;

/// How many findings of one rule are shown; the others are counted.
const MOST_OF_A_RULE: usize = 5;

/// What stands before the advice.
const HELP: Bilingual = Bilingual::fixed("saran", "help");

/// What stands before what a sender relaxed.
const NOTE: Bilingual = Bilingual::fixed("catatan", "note");

/// Renders the pages of all workspaces, and how many findings there are.
pub(super) fn render(pages: String, counts: Counts, language: Language) -> String {
    let mut text = pages;
    text.push_str(&closing(counts, language));
    text.push('\n');
    text
}

/// Renders the findings of one workspace; with terminal styles where `colour` is wanted.
pub(super) fn page(checked: &Checked<'_>, language: Language, colour: bool) -> String {
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
    let listing = Listing { checked: *checked, language };
    let mut text = String::new();
    for paragraph in listing.paragraphs(&renderer) {
        text.push_str(&paragraph);
        text.push_str("\n\n");
    }
    text
}

/// The findings of one workspace in one language.
struct Listing<'a> {
    checked: Checked<'a>,
    language: Language,
}

impl Listing<'_> {
    /// Renders the findings; behind the last one that is shown of a rule, the others are counted.
    fn paragraphs(&self, renderer: &Renderer) -> Vec<String> {
        let mut totals: BTreeMap<&str, usize> = BTreeMap::new();
        for judged in self.checked.findings {
            *totals.entry(judged.finding.rule).or_default() += judged.finding.stands_for;
        }
        let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
        let mut paragraphs = Vec::new();
        for judged in self.checked.findings {
            let rule = judged.finding.rule;
            let nth = seen.entry(rule).or_default();
            *nth += 1;
            if *nth <= MOST_OF_A_RULE {
                let level = level(judged.severity).with_name(judged.severity.label(self.language));
                paragraphs.push(renderer.render(&[self.group(level, &judged.finding)]));
            } else if *nth == MOST_OF_A_RULE + 1 {
                paragraphs.push(folded(totals[rule] - MOST_OF_A_RULE, rule, self.language));
            }
        }
        paragraphs.extend(self.checked.relaxed.iter().map(|relaxed| {
            let level = Level::NOTE.with_name(NOTE.get(self.language).to_owned());
            renderer.render(&[self.group(level, &relaxed.finding)])
        }));
        paragraphs
    }

    /// Puts together what is wrong, the lines that it points at, and what to do next.
    fn group(&self, level: Level<'static>, finding: &Finding) -> Group<'static> {
        let mut group = Group::with_title(level.primary_title(self.line_of(&finding.message)).id(finding.rule));
        if let Some(place) = &finding.place {
            group = group.element(self.at(place, AnnotationKind::Primary, None));
        }
        for (place, message) in &finding.related {
            let message = self.line_of(message);
            group = group.element(self.at(place, AnnotationKind::Context, Some(message.clone())));
            if !self.is_shown(place) {
                group = group.element(Level::NOTE.no_name().message(message));
            }
        }
        if let Some(help) = &finding.help {
            let level = Level::HELP.with_name(HELP.get(self.language).to_owned());
            group = group.element(level.message(self.line_of(help)));
        }
        group
    }

    /// The line that a place points into, or the name of its file where there is no line to show.
    fn at(&self, place: &Place, kind: AnnotationKind, label: Option<String>) -> Element<'static> {
        let path = self.path(&place.file);
        let span = place.span.as_ref();
        let line = span.and_then(|span| Some((span, self.checked.sources.line(&place.file, span.start)?)));
        let Some((span, line)) = line else { return Origin::path(path).into() };
        let excerpt = excerpt(line, span);
        let snippet: Snippet<'_, Annotation<'_>> = Snippet::source(excerpt.text).path(path).line_start(excerpt.line);
        snippet.annotation(kind.span(excerpt.span).label(label)).into()
    }

    /// Tells whether a place can be shown; the message of one that can't becomes a note.
    fn is_shown(&self, place: &Place) -> bool {
        place.span.is_some() && self.checked.sources.text(&place.file).is_some()
    }

    /// The path of a file from where the user stands.
    fn path(&self, file: &str) -> String {
        let path = match self.checked.workspace {
            "." | "" => file.to_owned(),
            folder => format!("{}/{file}", folder.trim_end_matches(['/', '\\'])),
        };
        on_one_line(&path)
    }

    /// Returns a message in the language of the listing, on one line.
    fn line_of(&self, text: &Bilingual) -> String {
        on_one_line(text.get(self.language))
    }
}

/// Returns the level, with its colour, of a severity.
fn level(severity: Severity) -> Level<'static> {
    match severity {
        Severity::Error => Level::ERROR,
        Severity::Warning | Severity::Off => Level::WARNING,
    }
}

/// Says how many findings of a rule are not shown.
fn folded(more: usize, rule: &str, language: Language) -> String {
    match language {
        Language::Indonesian => format!("… dan {more} lagi dari `{rule}`"),
        Language::English => format!("… and {more} more of `{rule}`"),
    }
}

/// Says how many errors and warnings there are, a kind without any left out, or that there are no findings.
fn closing(counts: Counts, language: Language) -> String {
    let Counts { errors, warnings } = counts;
    let told = |count: usize, severity: Severity| {
        let word = severity.label(language);
        let plural = if language == Language::English && count != 1 { "s" } else { "" };
        (count > 0).then(|| format!("{count} {word}{plural}"))
    };
    let parts: Vec<String> =
        [told(errors, Severity::Error), told(warnings, Severity::Warning)].into_iter().flatten().collect();
    match language {
        _ if !parts.is_empty() => parts.join(", "),
        Language::Indonesian => "tidak ada temuan".to_owned(),
        Language::English => "no findings".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use crate::check::Judged;
    use crate::check::policy::Policy;
    use crate::diagnostic::finding::Finding;
    use crate::diagnostic::place::Place;
    use crate::findings::Checked;
    use crate::findings::format::FindingFormat;
    use crate::findings::testing::{self, error, found, sources, warning};
    use crate::text::bilingual::Bilingual;
    use crate::text::language::Language;

    fn shown(workspace: &str, findings: &[Judged], language: Language) -> String {
        let (policy, sources) = (Policy::default(), sources());
        let checked =
            Checked { workspace, within: Some(""), policy: &policy, sources: &sources, findings, relaxed: &[] };
        testing::shown(FindingFormat::Text, &[checked], language)
    }

    #[test]
    fn a_finding_shows_its_line_what_belongs_to_it_and_what_to_do() {
        let finding = found("level-out-of-range", "scores/hukum.csv", "9")
            .also(found("", "spbe.toml", "schema").place.expect("a place"), Bilingual::fixed("di sini", "here"))
            .also(Place::file("instrument.yaml"), Bilingual::fixed("sidiknya", "its digest"))
            .help(Bilingual::fixed("tulis 3", "write 3"));
        let expected = "\
kesalahan[level-out-of-range]: pesan
 --> scores/hukum.csv:2:4
  |
2 | 12,9
  |    ^
  |
 ::: spbe.toml:1:1
  |
1 | schema = 1
  | ------ di sini
 ::: instrument.yaml
  = sidiknya
  = saran: tulis 3

1 kesalahan
";
        assert_eq!(shown(".", &[error(finding)], Language::Indonesian), expected);
    }

    #[test]
    fn what_stands_in_no_line_is_shown_by_its_file_or_alone() {
        let message = Bilingual::fixed("pesan", "message");
        let nowhere = Finding { place: None, ..Finding::at("a", Place::file("x"), message.clone()) };
        let whole = Finding::at("b", Place::file("team.toml"), message);
        let expected = "\
warning[a]: message

error[b]: message
--> examples/x/team.toml

1 error, 1 warning
";
        assert_eq!(shown("examples/x", &[warning(nowhere), error(whole)], Language::English), expected);
    }

    #[test]
    fn more_than_five_findings_of_a_rule_are_counted() {
        let many: Vec<Judged> = (0..37)
            .map(|_| error(Finding::at("score-missing", Place::file("a"), Bilingual::fixed("pesan", "message"))))
            .collect();
        let text = shown(".", &many, Language::English);
        assert_eq!(text.matches("error[score-missing]").count(), 5);
        assert!(text.ends_with("\n\n… and 32 more of `score-missing`\n\n37 errors\n"), "{text}");
    }

    #[test]
    fn a_file_cannot_steer_the_terminal() {
        let mut finding = found("bad-value", "scores/hukum.csv", "4");
        finding.message = Bilingual::fixed("x", "found `\u{202e}4\n3`");
        finding.help = Some(Bilingual::fixed("x", "not \u{1b}[31m"));
        let text = shown(".", &[error(finding)], Language::English);
        assert!(!text.contains(['\u{1b}', '\u{202e}']), "{text}");
        assert!(text.contains("found `\\u{202e}4 3`") && text.contains("scores/hukum.csv:3:5"), "{text}");
    }

    #[test]
    fn nothing_wrong_is_said_in_words() {
        assert_eq!(shown(".", &[], Language::English), "no findings\n");
        assert_eq!(shown(".", &[], Language::Indonesian), "tidak ada temuan\n");
    }
}
