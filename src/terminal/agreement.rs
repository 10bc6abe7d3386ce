//! What evaluators differ about, and how far they agree, for a terminal.

use crate::bilingual;
use crate::index::agreement::Standing;
use crate::index::exact::Exact;
use crate::model::score::Score;
use crate::result::concord::{Concord, Share};
use crate::result::label::ASPECT;
use crate::result::report::{Line, Report};
use crate::terminal::grid::{Column, Grid, wrapped};
use crate::text::bilingual::Bilingual;
use crate::text::language::Language;
use crate::text::number::with_mark;
use crate::text::visible::visible;

/// How far an explanation is moved in.
const INDENT: &str = "    ";

/// Writes a block for each row on which evaluators differ: the levels side by side, and why.
pub(crate) fn disputed(report: &Report<'_>, language: Language, width: usize) -> String {
    let blocks: Vec<String> =
        report.indicators.iter().filter_map(|line| block(report, line, language, width)).collect();
    if blocks.is_empty() {
        let none = bilingual!("Tidak ada penilaian yang berbeda.\n", "There is nothing on which evaluators differ.\n");
        return none.get(language).to_owned();
    }
    blocks.join("\n")
}

/// Writes the block of a row; none where nobody differs.
fn block(report: &Report<'_>, line: &Line<'_>, language: Language, width: usize) -> Option<String> {
    let Standing::Disputed { levels, whole } = &line.standing else { return None };
    let numbers = report.numbers(language);
    let (least, most) = (levels.iter().map(|(_, level)| *level).min()?, levels.iter().map(|(_, level)| *level).max()?);
    let spread = numbers.exactly(&Exact::from(most).apart(&Exact::from(least)).1);
    let (row, name) = (line.row, line.name(language));
    let mut text = format!("{row}. {}\n", visible(&name));
    let (least, most) = (numbers.level(least), numbers.level(most));
    let range =
        bilingual!("  level {least} sampai {most}, selisih {spread}", "  level {least} to {most}, {spread} apart");
    text += range.get(language);
    if !whole {
        text += bilingual!("; belum semua menilai", "; not everyone has scored").get(language);
    }
    text.push('\n');
    text += &judgements(report, line, language, width.min(100));
    let mut deciders = report.workspace.team.present().filter(|member| member.role.value.decides());
    let by = deciders.next().map_or_else(|| "…".to_owned(), |member| member.id.value.to_string());
    let help = bilingual!(
        "  spbe agree {row} --level N --by {by} --reason ALASAN\n",
        "  spbe agree {row} --level N --by {by} --reason REASON\n"
    );
    text += help.get(language);
    Some(text)
}

/// Writes what each evaluator gave a row, and why.
pub(crate) fn judgements(report: &Report<'_>, line: &Line<'_>, language: Language, width: usize) -> String {
    let numbers = report.numbers(language);
    let mut text = String::new();
    let of_row = |score: &&Score| score.row.value == line.row;
    for score in report.workspace.scores.iter().filter(of_row) {
        let by = score.by.as_str();
        let member = report.workspace.team.member(by).map_or(by, |member| member.name.as_str());
        let level = numbers.level(score.level.value);
        let said = bilingual!("  {by} ({member}): level {level}\n", "  {by} ({member}): level {level}\n");
        text += &visible(said.get(language).trim_end());
        text.push('\n');
        for line in wrapped(&visible(score.explanation.value.trim()), width.saturating_sub(INDENT.len())) {
            text += &format!("{INDENT}{line}\n");
        }
    }
    text
}

/// Writes how far the evaluators agree: in all, by aspect, and by evaluator.
pub(crate) fn stats(report: &Report<'_>, concord: &Concord, language: Language, width: usize) -> String {
    let Share { rows, alike } = concord.judged;
    if rows == 0 {
        let none = bilingual!(
            "Belum ada baris yang dinilai lebih dari satu evaluator.\n",
            "No row is scored by more than one evaluator yet.\n"
        );
        return none.get(language).to_owned();
    }
    let percent = |share: Share| per_cent(share, language);
    let all = percent(concord.judged);
    let mut text = bilingual!(
        "Sama persis: {alike} dari {rows} baris ({all}).\n",
        "Exactly alike: {alike} of {rows} rows ({all}).\n"
    )
    .get(language)
    .to_owned();
    let alpha = concord.alpha.as_ref().map_or_else(|| "–".to_owned(), |alpha| with_mark(&alpha.shown(3), language));
    text += bilingual!("Alpha Krippendorff: {alpha}\n", "Krippendorff's alpha: {alpha}\n").get(language);
    let heading = |id: &'static str, en: &'static str| Bilingual::fixed(id, en).get(language).to_owned();
    let mut grid = Grid::new(
        vec![
            Column::giving_way(ASPECT.get(language)),
            Column::right(heading("Baris", "Rows")),
            Column::right(heading("Sama persis", "Alike")),
        ],
        width,
    );
    for (aspect, share) in &concord.aspects {
        let name = report.instrument.aspect(*aspect).map(|aspect| aspect.name.get(language)).unwrap_or_default();
        grid.row(vec![format!("{aspect}. {name}"), share.rows.to_string(), percent(*share)]);
    }
    text += &format!("\n{}\n", grid.lines().join("\n"));
    let mut grid = Grid::new(
        vec![
            Column::giving_way("Evaluator"),
            Column::right(heading("Baris", "Rows")),
            Column::right(heading("Terhadap yang lain", "Against the others")),
        ],
        width,
    );
    for (member, rows, apart) in &concord.evaluators {
        let shown = with_mark(&apart.shown(2), language);
        let sign = if apart.negative || apart.size.rounded(2).is_zero() { "" } else { "+" };
        grid.row(vec![member.clone(), rows.to_string(), format!("{sign}{shown}")]);
    }
    text + &format!("\n{}\n", grid.lines().join("\n"))
}

/// Writes a share in whole per cent.
fn per_cent(share: Share, language: Language) -> String {
    let exact = share.exact().unwrap_or_else(Exact::zero);
    let hundred = &exact * &Exact::from(100);
    with_mark(&hundred.rounded(0).in_digits(), language) + " %"
}
