//! The formulas of the workbook, as text: the same sum as `index::roll_up`, so that a changed level changes the index.

use std::cmp::Ordering;

use rust_xlsxwriter::{Formula, row_col_to_cell_absolute, worksheet_range_absolute};

use crate::index::exact::Exact;
use crate::model::decimal::Decimal;
use crate::result::numbers::Numbers;

/// How many decimals a value keeps before it is rounded for reading.
///
/// A spreadsheet reckons in binary, where 2.645 may come out as 2.6449999999999996 and 2.6 as 2.5999999999999996.
/// Ten decimals are far more than weights and levels need, and far fewer than binary numbers get wrong.
const SETTLED: u32 = 10;
/// How many decimals the result of a formula has where its digits do not end.
const RESULT: u32 = 15;

/// A column of cells on one sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Cells {
    /// The sheet.
    pub(super) sheet: String,
    /// The column.
    pub(super) column: u16,
    /// The first row.
    pub(super) first: u32,
    /// The last row.
    pub(super) last: u32,
}

impl Cells {
    /// Writes the address, the same from every sheet.
    pub(super) fn address(&self) -> String {
        worksheet_range_absolute(&self.sheet, self.first, self.column, self.last, self.column)
    }

    /// Writes the address of one of the cells, counted from 0.
    pub(super) fn address_of(&self, number: u32) -> String {
        worksheet_range_absolute(&self.sheet, self.first + number, self.column, self.first + number, self.column)
    }

    /// Returns the same rows of another column.
    pub(super) fn beside(&self, column: u16) -> Self {
        Self { column, ..self.clone() }
    }
}

/// The parts of a sum: their weights and values, and which of the rows belong to it.
#[derive(Clone, Debug)]
pub(super) struct Parts {
    /// The addresses of the weights.
    pub(super) weights: String,
    /// The addresses of the values, row by row beside the weights.
    pub(super) values: String,
    /// A comparison that is true for the rows that belong; all belong where there is none.
    pub(super) of: Option<String>,
    /// The addresses of what each open part can come to at one end; any level of the scale where there are none.
    pub(super) ends: Option<String>,
    /// The lowest and the highest value that counts as one, where somebody may have typed another; else any number.
    pub(super) scale: Option<(Decimal, Decimal)>,
}

impl Parts {
    /// Writes a factor that is 0 for rows that do not belong; nothing where all belong.
    fn mask(&self) -> String {
        self.of.as_ref().map(|of| format!("({of})*")).unwrap_or_default()
    }

    /// Writes the sum of weights times values; an empty value adds nothing.
    fn sum(&self) -> String {
        let of = self.of.as_ref().map(|of| format!("--({of}),")).unwrap_or_default();
        format!("SUMPRODUCT({of}{},{})", self.weights, self.values)
    }

    /// Writes which values count: a level that is not on the scale is no level.
    fn known(&self) -> String {
        let values = &self.values;
        let on_scale = self.scale.map(|(lowest, highest)| format!("*({values}>={lowest})*({values}<={highest})"));
        format!("ISNUMBER({values}){}", on_scale.unwrap_or_default())
    }

    /// Sums parts times weights over the whole weight; empty while a part that weighs anything has no number.
    pub(super) fn mean(&self, whole: &str) -> String {
        let (mask, weights, known, sum) = (self.mask(), &self.weights, self.known(), self.sum());
        let known = format!("SUMPRODUCT({mask}({weights}<>0)*{known})");
        let all = format!("SUMPRODUCT({mask}({weights}<>0))");
        format!("=IF(OR({whole}=0,{known}<MAX(1,{all})),\"\",{sum}/{whole})")
    }

    /// Sums up with every open part at one end: what it can come to where that is known, else a level of the scale.
    pub(super) fn mean_assuming(&self, whole: &str, level: Decimal) -> String {
        let (mask, weights, values, sum) = (self.mask(), &self.weights, &self.values, self.sum());
        let open = match &self.ends {
            Some(ends) => format!("SUMPRODUCT({mask}(1-ISNUMBER({values}))*{weights}*{ends})"),
            None => format!("{level}*SUMPRODUCT({mask}(1-ISNUMBER({values}))*{weights})"),
        };
        let all = format!("SUMPRODUCT({mask}({weights}<>0))");
        format!("=IF(OR({whole}=0,{all}=0),{level},({sum}+{open})/{whole})")
    }
}

/// Rounds a cell for reading; empty while the cell is empty.
pub(super) fn rounded(cell: &str, decimals: u32) -> String {
    format!("=IF(ISNUMBER({cell}),{},\"\")", half_up(cell, decimals))
}

/// Says how far a cell is from another; empty while one of them is empty.
pub(super) fn distance(cell: &str, from: &str, decimals: u32) -> String {
    let distance = half_up(&format!("{cell}-{from}"), decimals);
    format!("=IF(AND(ISNUMBER({cell}),ISNUMBER({from})),{distance},\"\")")
}

/// Compares a cell with another, without what binary numbers get wrong.
pub(super) fn is_below(cell: &str, other: &str) -> String {
    format!("ROUND({cell}-{other},{SETTLED})<0")
}

/// Finds the name beside the last bound that an index reaches; bounds begin with the lowest.
pub(super) fn name_of(index: &str, bounds: &Cells, names: &Cells, decimals: Option<u32>, none: &str) -> String {
    let value = match decimals {
        Some(decimals) => half_up(index, decimals),
        None => format!("ROUND({index},{SETTLED})"),
    };
    format!("IFERROR(LOOKUP({value},{},{}),\"{none}\")", bounds.address(), names.address())
}

/// Writes a value rounded for reading, once it is freed from what binary numbers get wrong.
fn half_up(value: &str, decimals: u32) -> String {
    format!("ROUND(ROUND({value},{SETTLED}),{decimals})")
}

/// Makes a formula with the result that the exact sum gives.
pub(super) fn with_result(formula: &str, result: &str) -> Formula {
    Formula::new(formula).set_result(result)
}

/// Writes a value as the result of a formula; nothing for an open one.
pub(super) fn result(value: Option<&Exact>) -> String {
    value.map(digits).unwrap_or_default()
}

/// Writes a value as it is shown, as the result of a formula.
pub(super) fn shown(value: Option<&Exact>, numbers: Numbers) -> String {
    value.map(|value| value.shown(numbers.decimals)).unwrap_or_default()
}

/// Writes how far a value is from another as the result of a formula: negative below it.
pub(super) fn apart(value: &Exact, from: &Exact, decimals: u32) -> String {
    let (side, distance) = value.apart(from);
    let sign = if side == Ordering::Less { "-" } else { "" };
    format!("{sign}{}", distance.shown(decimals))
}

/// Turns an exact value into the nearest number that a spreadsheet knows.
pub(super) fn number(value: &Exact) -> f64 {
    digits(value).parse().expect("digits with a point are a number")
}

/// Writes a value as a formula, where its digits do not end (`=10/3`).
pub(super) fn fraction(value: &Exact) -> Option<String> {
    value.decimal().is_none().then(|| format!("={}", value.fraction()))
}

/// Writes the address of a cell of the same sheet.
pub(super) fn here(row: u32, column: u16) -> String {
    row_col_to_cell_absolute(row, column)
}

/// Writes all digits of a value, or so many decimals as `RESULT` says where they do not end.
fn digits(value: &Exact) -> String {
    value.decimal().unwrap_or_else(|| value.shown(RESULT))
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;
    use std::process::Command;

    use super::{Parts, fraction};
    use crate::index::exact::Exact;
    use crate::model::decimal::Decimal;
    use crate::model::workspace::Workspace;
    use crate::result::report::Report;
    use crate::result::testing::{BANDAR_LAMPUNG, DENPASAR, bandar_lampung, denpasar, in_progress, pemdi, settle};
    use crate::text::language::Language;
    use crate::workbook::render;
    use crate::workbook::testing::opened;

    /// Makes LibreOffice reckon everything anew, whatever results a file holds.
    const ALWAYS: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>"#;

    /// Opens workbooks in LibreOffice and saves what it reckons; none where it is not installed.
    fn recalculated(workbooks: &[Vec<u8>]) -> Option<Vec<Vec<u8>>> {
        let folder = tempfile::tempdir().expect("a folder");
        let (profile, saved) = (folder.path().join("profile"), folder.path().join("saved"));
        fs::create_dir_all(profile.join("user")).expect("a folder");
        fs::write(profile.join("user/registrymodifications.xcu"), ALWAYS).expect("a file");
        let name = |number: usize| format!("{number}.xlsx");
        let mut command = Command::new("soffice");
        command.arg(format!("-env:UserInstallation=file://{}", profile.display()));
        command.args(["--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir"]).arg(&saved);
        for (number, workbook) in workbooks.iter().enumerate() {
            let path = folder.path().join(name(number));
            fs::write(&path, workbook).expect("a file");
            command.arg(path);
        }
        match command.output() {
            Ok(output) => assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr)),
            Err(error) => {
                // Where everything is tried, LibreOffice is there; elsewhere its lack is no fault.
                assert!(option_env!("CI").is_none(), "soffice: {error}");
                return None;
            }
        }
        let read = |number: usize| read(&saved.join(name(number)));
        Some((0..workbooks.len()).map(read).collect())
    }

    fn read(path: &Path) -> Vec<u8> {
        fs::read(path).expect("a workbook that LibreOffice saved")
    }

    /// Returns the index, the predicate and the exact values of all nodes.
    fn values(workbook: &[u8]) -> (String, String, Vec<Option<String>>) {
        let result = opened(workbook, "Hasil");
        let head = result.row_of("Bagian");
        let exact = result.column_of(head, "Sebelum dibulatkan");
        let rows = (head + 1..).take_while(|row| !result.text(*row, 0).is_empty());
        let nodes = rows.map(|row| result.number(row, exact).map(|value| format!("{value:.9}"))).collect();
        (result.shown(head + 1, result.column_of(head, "Nilai"), 2), result.text(4, 2), nodes)
    }

    fn report(workspace: &Workspace) -> Report<'_> {
        Report::of(workspace, &[]).expect("a report")
    }

    /// Renders the levels of one evaluation among the results of another, which a spreadsheet has to correct.
    fn stale(before: &Workspace, after: &Workspace) -> Vec<u8> {
        let mut stale = report(before);
        stale.indicators = report(after).indicators;
        render(&stale, Language::Indonesian)
    }

    #[test]
    fn a_spreadsheet_that_reckons_anew_finds_the_same_index_for_changed_levels() {
        let (mut denpasar_after, mut bandar_lampung_after) = (denpasar(), bandar_lampung());
        let mut levels = DENPASAR;
        (levels[0], levels[36]) = (5, 1);
        settle(&mut denpasar_after, &levels);
        let mut levels = BANDAR_LAMPUNG;
        (levels[10], levels[46]) = (5, 99);
        settle(&mut bandar_lampung_after, &levels);
        let mut pemdi_before = pemdi();
        pemdi_before.finals.iter_mut().for_each(|level| level.level.value = 1.into());
        let mut filled = in_progress();
        let services = filled.rows().len();
        settle(&mut filled, &DENPASAR[..services]);
        let pairs = [
            (denpasar(), denpasar_after),
            (bandar_lampung(), bandar_lampung_after),
            (pemdi_before, pemdi()),
            (in_progress(), filled),
            (in_progress(), in_progress()),
        ];
        let workbooks: Vec<Vec<u8>> = pairs.iter().map(|(before, after)| stale(before, after)).collect();
        let Some(saved) = recalculated(&workbooks) else { return };
        for ((_, after), saved) in pairs.iter().zip(&saved) {
            let expected = values(&render(&report(after), Language::Indonesian));
            assert_eq!(values(saved), expected);
            let exact = report(after).outcome.index().map(|index| index.shown(2)).unwrap_or_default();
            assert_eq!(expected.0, exact);
        }
    }

    #[test]
    fn a_level_that_is_not_on_the_scale_makes_no_index_in_a_spreadsheet() {
        let workspace = denpasar();
        let mut stale = report(&workspace);
        stale.indicators[3].level = Some(7.into());
        let Some(saved) = recalculated(&[render(&stale, Language::Indonesian)]) else { return };
        assert_eq!(values(&saved[0]).0, "");
    }

    fn decimal(text: &str) -> Decimal {
        Decimal::parse(text).expect("a decimal").0
    }

    #[test]
    fn a_tie_goes_up_and_a_bound_belongs_to_its_predicate_in_a_spreadsheet_too() {
        // Half of the weight at one level, half at another: 2.645 and 1.865 have no exact binary number.
        let mut before = pemdi();
        before.finals.iter_mut().for_each(|level| level.level.value = 1.into());
        let at = |lower: &str, upper: &str| {
            let mut after = pemdi();
            let (lower, upper) = (decimal(lower), decimal(upper));
            for found in &mut after.finals {
                // Aspects 1, 3, 4 and 5 weigh 50 together.
                let aspect =
                    pemdi().instrument.and_then(|known| Some(known.indicator(found.row.value.indicator)?.aspect));
                found.level.value = if matches!(aspect, Some(1 | 3 | 4 | 5)) { lower } else { upper };
            }
            stale(&before, &after)
        };
        let Some(saved) =
            recalculated(&[at("2.64", "2.65"), at("2.49", "2.51"), at("1.86", "1.87"), at("3.49", "3.50")])
        else {
            return;
        };
        let found: Vec<(String, String)> =
            saved.iter().map(|workbook| values(workbook)).map(|(index, predicate, _)| (index, predicate)).collect();
        let expected = [
            ("2.65", "Baik (Berkembang)"),
            ("2.50", "Baik (Berkembang)"),
            ("1.87", "Cukup (Membangun)"),
            ("3.50", "Baik (Berkembang)"),
        ];
        assert_eq!(found, expected.map(|(index, predicate)| (index.to_owned(), predicate.to_owned())));
    }

    #[test]
    fn a_weight_without_an_end_is_a_formula() {
        let third = Exact::from(10).divided_by(&Exact::from(3)).expect("not nought");
        assert_eq!(fraction(&third).as_deref(), Some("=10/3"));
        assert_eq!(fraction(&Exact::from(10)), None);
    }

    #[test]
    fn the_sum_is_empty_while_a_part_that_weighs_is_open() {
        let parts = Parts {
            weights: "W".to_owned(),
            values: "V".to_owned(),
            of: Some("A=1".to_owned()),
            ends: None,
            scale: None,
        };
        assert_eq!(
            parts.mean("E5"),
            "=IF(OR(E5=0,SUMPRODUCT((A=1)*(W<>0)*ISNUMBER(V))<MAX(1,SUMPRODUCT((A=1)*(W<>0)))),\"\",\
             SUMPRODUCT(--(A=1),W,V)/E5)"
        );
    }
}
