//! The report as Markdown, to be kept in git and read on a forge: headings and tables, no HTML.

pub(crate) mod document;
mod escape;
mod explanations;
mod spans;
mod table;

use crate::bilingual;
use crate::index::evaluation::{Outcome, Rated};
use crate::model::decimal::Decimal;
use crate::report::averages::Average;
use crate::report::facts::{facts, predicate_name};
use crate::report::label::{
    ASPECT, ASPECTS, DOMAINS_AND_ASPECTS, EVIDENCE, INDICATOR, INDICATORS, LEVEL, METHOD, MINISTRY, NAME, NATIONAL,
    REPORT, STATE, STILL_OPEN, VALUE, WEIGHT, capitalised, kind_heading,
};
use crate::report::markdown::escape::inline;
use crate::report::markdown::table::Table;
use crate::report::result::{Line, Node, Report};
use crate::report::state::{in_full, in_short};
use crate::text::language::Language;
use crate::text::word::Vocabulary;

/// Renders the report.
pub fn render(report: &Report<'_>, language: Language) -> String {
    let writer = Writer { report, language };
    let mut text = String::new();
    for part in [
        writer.head(),
        writer.figures(),
        writer.nodes(),
        writer.indicators(),
        writer.open(),
        explanations::render(report, language),
    ] {
        if !part.is_empty() && !text.is_empty() {
            text.push('\n');
        }
        text.push_str(&part);
    }
    text
}

struct Writer<'a> {
    report: &'a Report<'a>,
    language: Language,
}

impl Writer<'_> {
    fn head(&self) -> String {
        let Self { report, language } = self;
        let (title, name, year) = (REPORT.get(*language), inline(&report.agency.name), report.year);
        let mut about = vec![capitalised(report.agency.kind.label(*language))];
        about.extend(report.agency.code.iter().map(|code| inline(code)));
        about.push(inline(report.instrument.title.get(*language)));
        format!("# {title} {year}: {name}\n\n{}\n\n{}\n", about.join(" · "), self.outcome())
    }

    fn outcome(&self) -> String {
        let (open, all) = (self.report.open_rows(), self.report.indicators.len());
        let text = match &self.report.outcome {
            Outcome::Index(rated) => {
                let (shown, predicate) = self.rated(rated);
                bilingual!("**Indeks {shown} – {predicate}**", "**Index {shown} – {predicate}**")
            }
            Outcome::Range { lowest, highest } => {
                let (low, low_predicate) = self.rated(lowest);
                let (high, high_predicate) = self.rated(highest);
                bilingual!(
                    "**Belum ada indeks: {open} dari {all} indikator masih terbuka.** Yang masih mungkin: \
                     {low} ({low_predicate}) sampai {high} ({high_predicate}).",
                    "**There is no index yet: {open} of {all} indicators are still open.** Still possible: \
                     {low} ({low_predicate}) to {high} ({high_predicate})."
                )
            }
        };
        text.get(self.language).to_owned()
    }

    fn rated(&self, rated: &Rated) -> (String, String) {
        let shown = self.report.numbers(self.language).shown(&rated.exact);
        (shown, inline(&predicate_name(self.report, rated, self.language)))
    }

    fn figures(&self) -> String {
        let facts = facts(self.report, self.language);
        if facts.is_empty() {
            return String::new();
        }
        let mut table = Table::new();
        table.left("").right(VALUE.get(self.language)).left("");
        for fact in facts {
            table.row(vec![fact.label, fact.value, fact.remark]);
        }
        table.render()
    }

    fn nodes(&self) -> String {
        let Self { report, language } = self;
        let title = if report.domains.is_empty() { &ASPECTS } else { &DOMAINS_AND_ASPECTS };
        let mut table = Table::new();
        table.left("").left(NAME.get(*language)).right(WEIGHT.get(*language)).right(VALUE.get(*language));
        table.right(&kind_heading(report.agency.kind, *language)).right(NATIONAL.get(*language));
        table.right(MINISTRY.get(*language));
        for node in report.nodes() {
            table.row(self.node(node));
        }
        format!("## {}\n\n{}", title.get(*language), table.render())
    }

    fn node(&self, node: &Node<'_>) -> Vec<String> {
        let numbers = self.report.numbers(self.language);
        let average = |average: &Option<Average>| {
            let value: Option<Decimal> = average.as_ref().and_then(|average| average.of(node.benchmark));
            value.map(|value| numbers.even(value)).unwrap_or_default()
        };
        let kind = if node.is_domain() { "D" } else { "A" };
        vec![
            format!("{kind}{}", node.id),
            node.name.get(self.language).to_owned(),
            numbers.plain(node.weight),
            numbers.shown_or_open(node.value.as_ref()),
            average(&self.report.averages.kind),
            average(&self.report.averages.national),
            node.external.as_ref().map(|value| numbers.shown(value)).unwrap_or_default(),
        ]
    }

    fn indicators(&self) -> String {
        let aspects = self.report.nodes().into_iter().filter(|node| !node.is_domain());
        let mut text = format!("## {}\n", INDICATORS.get(self.language));
        for aspect in aspects {
            text.push('\n');
            text.push_str(&self.aspect(aspect));
        }
        text
    }

    fn aspect(&self, aspect: &Node<'_>) -> String {
        let Self { report, language } = self;
        let mut table = Table::new();
        table.left("").left(INDICATOR.get(*language)).right(WEIGHT.get(*language)).right(LEVEL.get(*language));
        table.left("").left(STATE.get(*language)).right(MINISTRY.get(*language)).right(EVIDENCE.get(*language));
        table.left(METHOD.get(*language));
        for line in report.lines_of(aspect.id) {
            table.row(self.line(line));
        }
        let value = report.numbers(*language).shown_or_open(aspect.value.as_ref());
        let (kind, id, name) = (ASPECT.get(*language), aspect.id, inline(aspect.name.get(*language)));
        format!("### {kind} {id}. {name} ({value})\n\n{}", table.render())
    }

    fn line(&self, line: &Line<'_>) -> Vec<String> {
        let numbers = self.report.numbers(self.language);
        let methods: Vec<&str> = line.methods.iter().map(|method| method.label(self.language)).collect();
        let below = bilingual!("di bawah target", "below target");
        let state = match self.report.is_below_target(line) {
            true => below.get(self.language).to_owned(),
            false => in_short(&line.standing, numbers),
        };
        vec![
            line.row.to_string(),
            line.name(self.language),
            numbers.exactly(&line.weight),
            line.level.map_or_else(|| "–".to_owned(), |level| numbers.level(level)),
            line.level_name.unwrap_or_default().to_owned(),
            state,
            line.external.map(|level| numbers.level(level)).unwrap_or_default(),
            if line.evidence == 0 { String::new() } else { line.evidence.to_string() },
            methods.join(", "),
        ]
    }

    fn open(&self) -> String {
        let open = self.report.open();
        if open.is_empty() {
            return String::new();
        }
        let numbers = self.report.numbers(self.language);
        let mut text = format!("## {}\n\n", STILL_OPEN.get(self.language));
        for line in open {
            text.push_str(&format!("- **{}** {}\n", line.row, inline(&in_full(&line.standing, numbers))));
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::render;
    use crate::model::workspace::Workspace;
    use crate::report::result::Report;
    use crate::report::testing::{bandar_lampung, benchmarks, in_progress};
    use crate::text::language::Language;

    fn rendered(workspace: &Workspace, language: Language) -> String {
        render(&Report::of(workspace, &benchmarks()).expect("a report"), language)
    }

    #[test]
    fn the_whole_result_is_headings_and_tables() {
        insta::assert_snapshot!("bandar_lampung", rendered(&bandar_lampung(), Language::Indonesian));
        insta::assert_snapshot!("in_progress", rendered(&in_progress(), Language::English));
    }

    #[test]
    fn no_name_breaks_a_table_or_becomes_html() {
        let mut workspace = in_progress();
        let manifest = workspace.manifest.as_mut().expect("a manifest");
        manifest.services[0].name = Some("a | b\n<script> *x*".to_owned());
        let text = rendered(&workspace, Language::English);
        assert!(text.contains(": a \\| b \\<script\\> \\*x\\* |"), "{text}");
        assert!(!text.replace("\\<", "").contains('<'));
    }
}
