//! The widths of columns: Word is told them, so that every reader sets a table alike.

use crate::paper::document::table::{Column, Table, Width};
use crate::paper::docx::TEXT_WIDTH;
use crate::paper::docx::grid::PADDING;

/// The size of the text in tables, in twips.
const SIZE: usize = 9 * 20;
/// What the widths of letters are reckoned in: parts of the size.
const LETTER: usize = 720;

/// Returns the widths of the columns in twips; together they are never wider than the text.
pub(super) fn of(table: &Table) -> Vec<usize> {
    let mut widths: Vec<usize> = (0..table.columns.len()).map(|at| natural(table, at)).collect();
    let shares = shares(&table.columns);
    // What is to be wide gets two fifths at least, however much the narrow columns would like.
    let room = if shares == 0 { TEXT_WIDTH } else { TEXT_WIDTH * 3 / 5 };
    let limit = limit(&widths, room);
    widths.iter_mut().for_each(|width| *width = limit.min(*width));
    let left = TEXT_WIDTH - widths.iter().sum::<usize>();
    for (width, column) in widths.iter_mut().zip(&table.columns) {
        if let Width::Share(share) = column.width {
            *width = left * usize::from(share) / shares.max(1);
        }
    }
    widths
}

/// Returns how wide a column may be so that all find room: only the widest give way.
fn limit(widths: &[usize], room: usize) -> usize {
    let mut widths = widths.to_vec();
    widths.sort_unstable();
    let mut left = room;
    for (number, width) in widths.iter().enumerate() {
        let even = left / (widths.len() - number);
        if *width > even {
            return even;
        }
        left -= width;
    }
    room
}

/// Returns how many shares the wide columns have together; 0 where all are narrow.
fn shares(columns: &[Column]) -> usize {
    let share = |column: &Column| match column.width {
        Width::Share(share) => usize::from(share),
        Width::Narrow => 0,
    };
    columns.iter().map(share).sum()
}

/// The width of a narrow column's widest cell; none for a wide one.
fn natural(table: &Table, at: usize) -> usize {
    let column = &table.columns[at];
    if column.width != Width::Narrow {
        return 0;
    }
    let rows = table.rows.iter().filter(|row| row.cells.len() == table.columns.len());
    let cells = rows.map(|row| row.cells[at].text.words()).flat_map(|words| lines(&words));
    // A heading may break between its words.
    let heading = column.title.split_whitespace().map(width);
    cells.chain(heading).max().unwrap_or_default() + PADDING
}

/// Returns the width of each line of a cell, in twips.
fn lines(words: &str) -> Vec<usize> {
    words.lines().map(width).collect()
}

/// The width of a line in bold letters, in twips; two fifths wider than in Calibri, for readers that set another
/// font in its place.
pub(super) fn width(text: &str) -> usize {
    let thousandths: usize = text.chars().map(letter).sum();
    thousandths * SIZE / LETTER
}

/// Returns how wide a letter is, in 720ths of the size; whatever is not named here counts as the widest.
fn letter(character: char) -> usize {
    match character {
        'i' | 'j' | 'l' | 'I' | '.' | ',' | ':' | ';' | '\'' | '|' | '!' | ' ' => 300,
        'f' | 'r' | 't' | '(' | ')' | '[' | ']' | '-' | '/' | '"' | 'J' => 390,
        'm' | 'w' | 'M' | 'W' | '@' | '%' | '—' => 940,
        '0'..='9' | 'a'..='z' => 560,
        'A'..='Z' => 680,
        _ => 1000,
    }
}

#[cfg(test)]
mod tests {
    use super::{of, width};
    use crate::paper::document::table::Table;
    use crate::paper::docx::TEXT_WIDTH;

    #[test]
    fn wide_columns_share_what_the_narrow_ones_leave() {
        let mut table = Table::new("").number("No.").wide("Nama", 1).wide("Penjelasan", 3);
        table.row(vec!["1000".into(), "a".into(), "b".into()]);
        let widths = of(&table);
        assert!(widths[0] >= width("1000"));
        assert!(widths[0] < TEXT_WIDTH / 8);
        assert_eq!(widths[2] / widths[1], 3);
        assert!(widths.iter().sum::<usize>() <= TEXT_WIDTH);
    }

    #[test]
    fn narrow_columns_never_leave_the_page() {
        let mut table = Table::new("").narrow("A").narrow("B").wide("C", 1);
        table.row(vec!["x".repeat(300).as_str().into(), "y".into(), "z".into()]);
        let widths = of(&table);
        assert!(widths[2] >= TEXT_WIDTH * 2 / 5);
        assert!(widths[1] > width("y"), "the short one stays as it is: {widths:?}");
        assert!(widths.iter().sum::<usize>() <= TEXT_WIDTH);
    }
}
