//! What the evaluators and the team said about each level.

use crate::bilingual;
use crate::report::label::EXPLANATIONS;
use crate::report::markdown::escape::{inline, leading};
use crate::report::result::{Line, Remark, Report};
use crate::text::language::Language;

/// Renders the explanations; nothing where nobody said anything.
pub(super) fn render(report: &Report<'_>, language: Language) -> String {
    let explained: Vec<&Line<'_>> = report.indicators.iter().filter(|line| !line.remarks.is_empty()).collect();
    if explained.is_empty() {
        return String::new();
    }
    let mut text = format!("## {}\n", EXPLANATIONS.get(language));
    for line in explained {
        text.push_str(&format!("\n### {} {}\n", line.row, inline(&line.name(language))));
        for remark in &line.remarks {
            text.push_str(&format!("\n{}\n\n{}", who(report, remark, language), quoted(remark.text)));
        }
    }
    text
}

fn who(report: &Report<'_>, remark: &Remark<'_>, language: Language) -> String {
    let level = report.numbers(language).level(remark.level);
    let by = remark.by.map(inline);
    let text = match (&by, remark.settles) {
        (Some(by), false) => bilingual!("**{by}**, level {level}:", "**{by}**, level {level}:"),
        (Some(by), true) => bilingual!("**Ditetapkan {by}**, level {level}:", "**Settled by {by}**, level {level}:"),
        (None, _) => bilingual!("**Ditetapkan**, level {level}:", "**Settled**, level {level}:"),
    };
    text.get(language).to_owned()
}

/// Quotes a text line by line; a line break stays one.
fn quoted(text: &str) -> String {
    let lines: Vec<String> = text.trim().lines().map(leading).collect();
    let mut quoted = String::new();
    for (index, line) in lines.iter().enumerate() {
        let goes_on = lines.get(index + 1).is_some_and(|next| !next.is_empty()) && !line.is_empty();
        let end = if goes_on { "\\" } else { "" };
        quoted.push_str(format!("> {line}{end}").trim_end());
        quoted.push('\n');
    }
    quoted
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn an_explanation_keeps_its_lines_and_nothing_else() {
        assert_eq!(quoted("Fakta: a|b\n\n- <b>\nc\n"), "> Fakta: a\\|b\n>\n> \\- \\<b\\>\\\n> c\n");
    }
}
