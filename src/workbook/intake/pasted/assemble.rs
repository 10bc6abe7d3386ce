//! The rows of a copied table: which lines above and below a number belong to its name is what makes the names of the
//! instrument out of them best.

use crate::workbook::intake::pasted::line::{Kind, Known, Line, Value, words};

/// How many lines of a name stand above or below its number at most.
const MOST: usize = 9;

/// A row of the table.
#[derive(Clone, Debug)]
pub(super) struct PastedRow {
    /// The line of its number.
    pub(super) line: usize,
    /// The number.
    pub(super) number: String,
    /// The name, put together.
    pub(super) name: String,
    /// The levels.
    pub(super) values: Vec<Value>,
}

/// Puts the rows together, and returns the lines that are none of the table.
pub(super) fn assemble<'a>(lines: &'a [Line], known: &Known) -> (Vec<PastedRow>, Vec<&'a Line>) {
    let rows: Vec<usize> =
        lines.iter().enumerate().filter(|(_, line)| line.kind == Kind::Row).map(|(at, _)| at).collect();
    let gaps: Vec<Vec<&Line>> = (0..=rows.len()).map(|gap| fragments(lines, &rows, gap)).collect();
    let splits = split(lines, &rows, &gaps, known);
    let mut passed: Vec<&Line> = lines.iter().filter(|line| line.kind == Kind::Other).collect();
    let mut put = Vec::new();
    for (place, at) in rows.iter().enumerate() {
        let (line, (above, below)) = (&lines[*at], splits[place]);
        let before = &gaps[place][gaps[place].len() - above..];
        let behind = &gaps[place + 1][..below];
        let name = name(line, before, behind);
        let values = if line.values.is_empty() { value_below(lines, &rows, place) } else { line.values.clone() };
        // A sentence that begins with a number is no row.
        if values.is_empty() && likeness(&words(&name), line, known) < WHOLE / 2 {
            passed.push(line);
            continue;
        }
        put.push(PastedRow { line: line.number, number: line.row.clone().unwrap_or_default(), name, values });
    }
    passed.sort_by_key(|line| line.number);
    (put, passed)
}

/// Returns the parts of names in a gap between two rows, before the first or behind the last.
fn fragments<'a>(lines: &'a [Line], rows: &[usize], gap: usize) -> Vec<&'a Line> {
    let (start, end) = bounds(lines, rows, gap);
    lines[start..end].iter().filter(|line| line.kind == Kind::Fragment).collect()
}

/// Returns between which lines a gap lies.
fn bounds(lines: &[Line], rows: &[usize], gap: usize) -> (usize, usize) {
    let start = gap.checked_sub(1).and_then(|before| rows.get(before)).map_or(0, |row| row + 1);
    (start, rows.get(gap).copied().unwrap_or(lines.len()))
}

/// Finds the level of a row whose line has none: it stands below, beside the rest of the name or alone.
fn value_below(lines: &[Line], rows: &[usize], place: usize) -> Vec<Value> {
    let (start, end) = bounds(lines, rows, place + 1);
    let beside = lines[start..end].iter().find(|line| line.kind == Kind::Fragment && !line.values.is_empty());
    beside.map(|line| line.values.clone()).unwrap_or_default()
}

/// Puts a name together.
fn name(line: &Line, before: &[&Line], behind: &[&Line]) -> String {
    let parts = before.iter().map(|line| line.name.as_str()).chain([line.name.as_str()]);
    let parts: Vec<&str> = parts.chain(behind.iter().map(|line| line.name.as_str())).collect();
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

/// What two texts have in common that are the same.
const WHOLE: u64 = 1_000_000;
/// What the name of a row's own number is preferred by.
const OWN: u64 = WHOLE / 100;
/// What a line counts that is not left over.
const LINE: u64 = WHOLE / 1000;

/// How like all names are that were put together, and how many lines each row took from above and below for it.
type Way = (u64, Vec<(usize, usize)>);

/// Finds how many lines above and below each row belong to it, so that all names together are most like those of the
/// instrument: a line belongs to one row at most.
fn split(lines: &[Line], rows: &[usize], gaps: &[Vec<&Line>], known: &Known) -> Vec<(usize, usize)> {
    // The best sum so far by how many lines of the next gap are taken, with the choices that led to it.
    let mut best: Vec<Way> = vec![(0, Vec::new())];
    for (place, at) in rows.iter().enumerate() {
        let (above, below) = (&gaps[place], &gaps[place + 1]);
        let mut next: Vec<Option<Way>> = vec![None; below.len().min(MOST) + 1];
        for up in 0..=above.len().min(MOST) {
            let taken = best.iter().enumerate().filter(|(taken, _)| taken + up <= above.len()).map(|(_, one)| one);
            let Some((sum, before)) = taken.max_by_key(|one| one.0) else { continue };
            for (down, slot) in next.iter_mut().enumerate() {
                let name = name(&lines[*at], &above[above.len() - up..], &below[..down]);
                // Of two ways that are alike, the one that leaves fewer lines over.
                let lines_taken = u64::try_from(up + down).unwrap_or_default() * LINE;
                let score = sum + likeness(&words(&name), &lines[*at], known) + lines_taken;
                if slot.as_ref().is_none_or(|(known, _)| score > *known) {
                    let mut choices = before.clone();
                    choices.push((up, down));
                    *slot = Some((score, choices));
                }
            }
        }
        best = next.into_iter().flatten().collect();
    }
    best.into_iter().max_by_key(|one| one.0).map(|(_, choices)| choices).unwrap_or_default()
}

/// Tells how like words are to the most alike name of the instrument, from 0 to [`WHOLE`]; that of the row's own number
/// comes first.
fn likeness(text: &[String], line: &Line, known: &Known) -> u64 {
    let own = line.row.as_deref().and_then(|row| row.parse::<u32>().ok());
    let of = |(id, name): &(u32, Vec<String>)| alike(text, name) + if Some(*id) == own { OWN } else { 0 };
    known.indicators.iter().map(of).max().unwrap_or_default()
}

/// Tells which share of the words of both texts is common to them, from 0 to [`WHOLE`].
fn alike(text: &[String], name: &[String]) -> u64 {
    let mut left: Vec<&String> = name.iter().collect();
    let mut common = 0_u64;
    for word in text {
        if let Some(at) = left.iter().position(|other| *other == word) {
            left.swap_remove(at);
            common += 1;
        }
    }
    let all = u64::try_from(text.len() + name.len()).unwrap_or(u64::MAX);
    (2 * common * WHOLE).checked_div(all).unwrap_or_default()
}
