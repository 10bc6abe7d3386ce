//! Rows of an evaluation for a terminal: the indicator, its evidence, and what everyone judged.

use std::collections::BTreeSet;

use crate::bilingual;
use crate::model::approval::Verdict;
use crate::model::instrument::Instrument;
use crate::model::row::RowId;
use crate::model::score::Score;
use crate::model::workspace::Workspace;
use crate::result::instrument::numbers;
use crate::result::label::{EVIDENCE, LEVEL, StandingWord};
use crate::result::numbers::Numbers;
use crate::result::row::{View, views};
use crate::result::state::in_full;
use crate::terminal::grid::{Column, Grid};
use crate::terminal::instrument::indicator::IndicatorPage;
use crate::terminal::page::{ATTENTION, FAINT, GOOD, PLAIN, Page, inner};
use crate::text::language::Language;
use crate::text::visible::on_one_line;
use crate::text::word::Vocabulary;

/// Renders rows for a terminal.
pub(crate) fn rows_text(workspace: &Workspace, rows: &BTreeSet<RowId>, language: Language, width: usize) -> String {
    let Some(instrument) = workspace.instrument.as_deref() else { return String::new() };
    let mut page = Page::default();
    for (index, view) in views(workspace, rows).iter().enumerate() {
        if index > 0 {
            page.blank();
        }
        RowPage { instrument, view, language, width: inner(width) }.write(&mut page);
    }
    page.finish()
}

/// Writes what is known about a row.
struct RowPage<'a> {
    instrument: &'a Instrument,
    view: &'a View<'a>,
    language: Language,
    width: usize,
}

impl RowPage<'_> {
    /// Writes the indicator and how it stands, what its levels ask, and then what the files say about the row.
    fn write(&self, page: &mut Page) {
        let line = &self.view.line;
        let indicator_page = IndicatorPage {
            instrument: self.instrument,
            indicator: line.indicator,
            language: self.language,
            width: self.width,
        };
        indicator_page.head(page, &line.row.to_string(), line.service);
        page.blank();
        self.standing(page);
        indicator_page.criteria(page, line.level);
        indicator_page.accepted(page);
        self.evidence(page);
        self.answer(page);
        self.scores(page);
        self.settled(page);
        self.approval(page);
        self.external(page);
    }

    /// Returns how numbers are written in this instrument and language.
    fn numbers(&self) -> Numbers {
        numbers(self.instrument, self.language)
    }

    /// Writes the level and whether it is final or agreed; of an open row, why it is open.
    fn standing(&self, page: &mut Page) {
        let line = &self.view.line;
        let Some(level) = line.level.map(|level| self.numbers().level(level)) else {
            page.line(ATTENTION, &on_one_line(&in_full(&line.standing, self.numbers())));
            return;
        };
        let standing = StandingWord::from(&line.standing).label(self.language);
        let name = line.level_name.unwrap_or_default();
        let text = format!("{} {level} {name}", LEVEL.get(self.language));
        page.line(GOOD, &on_one_line(&format!("{} ({standing})", text.trim_end())));
    }

    /// Writes the documents that are linked to the row, each with the level that its link names.
    fn evidence(&self, page: &mut Page) {
        page.heading(bilingual!("Data dukung terindeks", "Evidence indexed").get(self.language));
        if self.view.evidence.is_empty() {
            page.line(FAINT, bilingual!("belum ada", "none yet").get(self.language));
            return;
        }
        let (kind, level) = (Column::left("").folding(1), Column::left("").folding(2));
        let columns = vec![Column::left(""), Column::giving_way(""), kind, level];
        let mut grid = Grid::new(columns, self.width);
        for (evidence, level) in &self.view.evidence {
            let level = level.map(|level| self.numbers().level(level));
            let level = level.map(|level| bilingual!("level {level}", "level {level}").get(self.language).to_owned());
            grid.row(vec![
                evidence.id.value.to_string(),
                evidence.title.clone(),
                evidence.kind.label(self.language).to_owned(),
                level.unwrap_or_default(),
            ]);
        }
        page.rows(grid);
    }

    /// Writes what each evaluator gave, with the explanation below.
    fn scores(&self, page: &mut Page) {
        page.heading(bilingual!("Penilaian", "Scores").get(self.language));
        if self.view.scores.is_empty() {
            page.line(FAINT, bilingual!("belum ada", "none yet").get(self.language));
        }
        for score in &self.view.scores {
            page.paragraph(PLAIN, "", &on_one_line(&self.score(score)), self.width);
            // What is the answer already stands above.
            if self.view.answer.is_none_or(|answer| answer.trim() != score.explanation.value.trim()) {
                self.remark(page, &score.explanation.value);
            }
        }
    }

    /// Returns the judgement of one evaluator on one line; what was not stated is left out.
    fn score(&self, score: &Score) -> String {
        let level = self.numbers().level(score.level.value);
        let mut parts = vec![bilingual!("level {level}", "level {level}").get(self.language).to_owned()];
        let methods: Vec<&str> = score.methods.iter().map(|method| method.label(self.language)).collect();
        parts.push(methods.join(", "));
        parts.push(score.date.as_ref().map(|date| date.value.to_string()).unwrap_or_default());
        let cited: Vec<&str> = score.evidence.iter().map(|id| id.value.as_str()).collect();
        let evidence = EVIDENCE.get(self.language).to_lowercase();
        parts.push(if cited.is_empty() { String::new() } else { format!("{evidence}: {}", cited.join(" ")) });
        parts.retain(|part| !part.is_empty());
        format!("{}: {}", score.by, parts.join(" · "))
    }

    /// Writes the reason for a level below it, moved in; an empty one takes no line.
    fn remark(&self, page: &mut Page, text: &str) {
        if !text.trim().is_empty() {
            page.paragraph(FAINT, "  ", text.trim(), self.width);
        }
    }

    /// Writes the agreed level, who settled it, when and why; nothing while there is none.
    fn settled(&self, page: &mut Page) {
        if self.view.finals.is_empty() {
            return;
        }
        page.heading(bilingual!("Ditetapkan", "Settled").get(self.language));
        for settled in &self.view.finals {
            let level = self.numbers().level(settled.level.value);
            let mut parts = vec![bilingual!("level {level}", "level {level}").get(self.language).to_owned()];
            parts.extend(settled.decided_by.iter().map(|by| by.value.clone()));
            parts.extend(settled.date.iter().map(|date| date.value.to_string()));
            page.line(PLAIN, &on_one_line(&parts.join(" · ")));
            self.remark(page, &settled.reason.value);
        }
    }

    /// Writes what the agency answers; of several explanations without an answer, that there is none.
    fn answer(&self, page: &mut Page) {
        let Some(answer) = self.view.answer else {
            let texts = self.view.scores.iter().filter(|score| !score.explanation.value.trim().is_empty()).count();
            if texts > 1 {
                page.heading(bilingual!("Jawaban instansi", "The agency's answer").get(self.language));
                let row = self.view.line.row;
                let none = bilingual!(
                    "belum ada: `spbe agree {row} --explanation TEKS`",
                    "none yet: `spbe agree {row} --explanation TEXT`"
                );
                page.paragraph(ATTENTION, "", none.get(self.language), self.width);
            }
            return;
        };
        page.heading(bilingual!("Jawaban instansi", "The agency's answer").get(self.language));
        page.paragraph(PLAIN, "", answer.trim(), self.width);
    }

    /// Writes what officers said, and whether it is about what stands there now; nothing while nobody said anything.
    fn approval(&self, page: &mut Page) {
        let Some(judged) = self.view.approval.as_ref().filter(|judged| !judged.words.is_empty()) else { return };
        page.heading(bilingual!("Persetujuan", "Approval").get(self.language));
        for word in &judged.words {
            let mut parts = vec![format!("{}: {}", word.by, word.verdict.label(self.language))];
            parts.extend(word.date.iter().map(|date| date.value.to_string()));
            let current = judged.is_about_this(word);
            if !current {
                parts.push(bilingual!("berubah sejak itu", "changed since").get(self.language).to_owned());
            }
            let good = current && word.verdict == Verdict::Accepted;
            page.paragraph(if good { GOOD } else { ATTENTION }, "", &on_one_line(&parts.join(" · ")), self.width);
            self.remark(page, &word.note);
        }
    }

    /// Writes what the ministry gave at each stage; nothing where it gave nothing.
    fn external(&self, page: &mut Page) {
        if self.view.external.is_empty() {
            return;
        }
        page.heading(bilingual!("Evaluasi eksternal", "External evaluation").get(self.language));
        for score in &self.view.external {
            let (stage, level) = (score.stage.label(self.language), self.numbers().level(score.level.value));
            page.line(PLAIN, bilingual!("{stage}: level {level}", "{stage}: level {level}").get(self.language));
            self.remark(page, &score.note);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::borrow::Cow;
    use std::collections::BTreeSet;

    use super::rows_text;
    use crate::model::row::RowId;
    use crate::model::workspace::Workspace;
    use crate::result::testing::{assessed, in_progress, pemdi};
    use crate::text::language::Language;

    fn plain(workspace: &Workspace, rows: &[&str], language: Language) -> String {
        let rows: BTreeSet<RowId> = rows.iter().map(|row| row.parse().expect("a row")).collect();
        anstream::adapter::strip_str(&rows_text(workspace, &rows, language, 80)).to_string()
    }

    #[test]
    fn a_row_shows_everything_that_is_known_about_it() {
        let mut workspace = in_progress();
        assessed(&mut workspace, "1,interview,2,Belum semua unit.\n1,document,1,\n");
        insta::assert_snapshot!("row_1", plain(&workspace, &["1"], Language::Indonesian));
    }

    #[test]
    fn an_open_row_says_why_and_a_service_has_its_name() {
        let text = plain(&in_progress(), &["2", "35-1"], Language::English);
        assert!(text.contains("  levels differ: hukum 2, tik 3\n"), "{text}");
        assert!(
            text.contains("Indicator 35-1  Agency public services (up to three best services): Perizinan"),
            "{text}"
        );
        assert!(text.contains("▶ 1 Informasi"), "{text}");
    }

    #[test]
    fn a_decimal_level_marks_the_criterion_that_it_has_reached() {
        let text = plain(&pemdi(), &["2"], Language::Indonesian);
        assert!(text.contains("Level 3,37 (ditetapkan)"), "{text}");
        assert!(text.contains("▶ 3"), "{text}");
    }

    #[test]
    fn a_criterion_that_is_not_known_is_not_invented() {
        let mut workspace = pemdi();
        let mut instrument = workspace.instrument.clone().expect("an instrument").into_owned();
        instrument.indicators.to_mut()[1].criteria = Cow::Borrowed(&[]);
        workspace.instrument = Some(Cow::Owned(instrument));
        assert!(plain(&workspace, &["2"], Language::English).contains("  5  not available\n"));
    }

    #[test]
    fn nothing_that_a_person_wrote_can_act_on_the_terminal() {
        let mut workspace = in_progress();
        workspace.scores[0].explanation.value = "a\u{1b}[2Jb\u{9b}\nc".to_owned();
        workspace.evidence[0].title = "d\u{202e}\ne".to_owned();
        let rows = [RowId::whole(1)].into_iter().collect();
        let text = rows_text(&workspace, &rows, Language::English, 80);
        assert!(!text.contains(['\u{9b}', '\u{202e}']) && !text.contains("\u{1b}[2J"), "{text}");
    }
}
