//! One row of the table of index, domains and aspects: its numbers, and the formulas that give them.

use rust_xlsxwriter::Format;

use crate::index::evaluation::Outcome;
use crate::index::exact::Exact;
use crate::model::benchmark::BenchmarkNode;
use crate::model::decimal::Decimal;
use crate::result::averages::Average;
use crate::result::label::{ASPECT, DOMAIN, INDEX};
use crate::result::report::Node;
use crate::text::visible::on_one_line;
use crate::workbook::formulas::{Cells, Parts, apart, distance, here, number, result, rounded, shown};
use crate::workbook::nodes::{ResultField, ResultTable};
use crate::workbook::sheet::{Book, Sheet, Written};

/// Writes the headings of the table and all its rows.
pub(super) fn write(table: &ResultTable<'_>, sheet: &mut Sheet<'_>) -> Written {
    for (field, column) in table.fields.iter().zip(0..) {
        sheet.text(table.head, column, &table.heading(*field), &table.book.style.head)?;
    }
    sheet.cells.set_row_height(table.head, 32)?;
    let report = table.book.report;
    let nodes = report.domains.iter().chain(&report.aspects).map(Some);
    for (node, row) in [None].into_iter().chain(nodes).zip(table.index_row()..) {
        for (field, column) in table.fields.iter().zip(0..) {
            ResultRow { table, node, row }.write(sheet, *field, column)?;
        }
    }
    Ok(())
}

/// A row of the table: the index, or a domain or an aspect.
#[derive(Clone, Copy)]
struct ResultRow<'a> {
    /// The table.
    table: &'a ResultTable<'a>,
    /// The domain or aspect; the index has none.
    node: Option<&'a Node<'a>>,
    /// The row on the sheet.
    row: u32,
}

impl ResultRow<'_> {
    /// Writes one cell of the row.
    fn write(self, sheet: &mut Sheet<'_>, field: ResultField, column: u16) -> Written {
        let Book { report, style, .. } = self.table.book;
        let plain = |value: Option<Exact>| (value, &style.value);
        let (value, format) = match field {
            ResultField::Part | ResultField::Name => {
                let text = if field == ResultField::Part { self.part().to_owned() } else { self.name() };
                return sheet.text(self.row, column, &text, &self.strong(&style.text));
            }
            ResultField::Weight
            | ResultField::Value
            | ResultField::Exact
            | ResultField::Lowest
            | ResultField::Highest
            | ResultField::Distance => {
                return self.calculated(sheet, field, column);
            }
            ResultField::Number => (self.node.map(|node| node.id.into()), &style.count),
            ResultField::Domain => (self.node.and_then(|node| node.domain).map(Into::into), &style.count),
            ResultField::Target => plain(self.target().map(Into::into)),
            ResultField::Previous => plain(self.previous().cloned()),
            ResultField::Kind => plain(self.average(report.averages.kind.as_ref())),
            ResultField::National => plain(self.average(report.averages.national.as_ref())),
            ResultField::External => plain(self.external().cloned()),
        };
        // A published or earlier value is read, not reckoned with: a fraction would only look like a formula.
        match value {
            Some(value) => sheet.number(self.row, column, number(&value), &self.strong(format)),
            None => sheet.blank(self.row, column, &self.strong(format)),
        }
    }

    /// Writes a cell whose value is a formula, with the result that it has before anything is changed.
    fn calculated(self, sheet: &mut Sheet<'_>, field: ResultField, column: u16) -> Written {
        let Book { report, language, style } = self.table.book;
        let numbers = report.numbers(language);
        let (formula, outcome, format) = match field {
            ResultField::Weight => return self.weight(sheet, column),
            ResultField::Value => {
                (rounded(&self.here(ResultField::Exact), numbers.decimals), shown(self.value(), numbers), &style.value)
            }
            ResultField::Exact => {
                let formula = self.parts(ResultField::Exact).mean(&self.here(ResultField::Weight));
                (formula, result(self.value()), &style.exact)
            }
            ResultField::Lowest => {
                let formula =
                    self.parts(field).mean_assuming(&self.here(ResultField::Weight), report.instrument.scale.lowest);
                (formula, result(Some(self.bounds().0)), &style.value)
            }
            ResultField::Highest => {
                let formula =
                    self.parts(field).mean_assuming(&self.here(ResultField::Weight), report.instrument.scale.highest);
                (formula, result(Some(self.bounds().1)), &style.value)
            }
            _ => {
                let (exact, target) = (self.here(ResultField::Exact), self.here(ResultField::Target));
                (distance(&exact, &target, numbers.decimals), self.distance(), &style.distance)
            }
        };
        sheet.formula(self.row, column, &formula, &outcome, &self.strong(format))
    }

    /// Writes the weight, which stands on the sheet about the method; that of the index is the whole.
    fn weight(self, sheet: &mut Sheet<'_>, column: u16) -> Written {
        let style = &self.table.book.style;
        let place = self.node.and_then(|node| Some((self.table.places.weights.get(&node.benchmark)?, &node.weight)));
        let Some((cell, weight)) = place else {
            return sheet.number(self.row, column, 100.0, &self.strong(&style.weight));
        };
        let format = self.strong(style.of_weight(weight));
        sheet.formula(self.row, column, &format!("={cell}"), &result(Some(weight)), &format)
    }

    /// Finds what is summed up: rows for an aspect, aspects for a domain, and the widest parts for the index.
    fn parts(self, field: ResultField) -> Parts {
        let table = self.table;
        let rows = table.rows;
        let scale = &table.book.report.instrument.scale;
        let cells = |cells: Option<Cells>| cells.expect("the table has weights and values").address();
        match self.node {
            Some(node) if !node.is_domain() => Parts {
                weights: rows.weights.address(),
                values: rows.levels.address(),
                of: Some(format!("{}={}", rows.aspects.address(), self.here(ResultField::Number))),
                ends: rows.ends(field == ResultField::Highest).map(Cells::address),
                scale: Some((scale.lowest, scale.highest)),
            },
            Some(_) => Parts {
                weights: cells(table.of_aspects(ResultField::Weight)),
                values: cells(table.of_aspects(field)),
                of: Some(format!(
                    "{}={}",
                    cells(table.of_aspects(ResultField::Domain)),
                    self.here(ResultField::Number)
                )),
                ends: None,
                scale: None,
            },
            None if table.book.report.domains.is_empty() => Parts {
                weights: cells(table.of_aspects(ResultField::Weight)),
                values: cells(table.of_aspects(field)),
                of: None,
                ends: None,
                scale: None,
            },
            None => Parts {
                weights: cells(table.of_domains(ResultField::Weight)),
                values: cells(table.of_domains(field)),
                of: None,
                ends: None,
                scale: None,
            },
        }
    }

    /// Returns the address of a cell of this row.
    fn here(self, field: ResultField) -> String {
        here(self.row, self.table.column(field).expect("a formula uses only columns that the table has"))
    }

    /// Makes a format stand out in the rows of the index and of domains; aspects keep it as it is.
    fn strong(self, format: &Format) -> Format {
        if self.node.is_none_or(Node::is_domain) { self.table.book.style.strong(format) } else { format.clone() }
    }

    /// Says whether the row is the index, a domain or an aspect.
    fn part(self) -> &'static str {
        let kind = match self.node {
            None => &INDEX,
            Some(node) if node.is_domain() => &DOMAIN,
            Some(_) => &ASPECT,
        };
        kind.get(self.table.book.language)
    }

    /// Returns the name of the domain or aspect; beside the index stands the agency.
    fn name(self) -> String {
        let Book { report, language, .. } = self.table.book;
        on_one_line(self.node.map_or(report.agency.name.as_str(), |node| node.name.get(language)))
    }

    /// Returns the value before rounding; absent while a row below is open.
    fn value(&self) -> Option<&Exact> {
        match self.node {
            Some(node) => node.value.as_ref(),
            None => self.table.book.report.outcome.index(),
        }
    }

    /// Returns the lowest and the highest value that are possible; once there is an index, both are the index.
    fn bounds(&self) -> (&Exact, &Exact) {
        match (self.node, &self.table.book.report.outcome) {
            (Some(node), _) => (&node.lowest, &node.highest),
            (None, Outcome::Range { lowest, highest }) => (&lowest.exact, &highest.exact),
            (None, Outcome::Index(rated)) => (&rated.exact, &rated.exact),
        }
    }

    /// Returns the target: that of the index, or the level that every indicator is to reach.
    fn target(self) -> Option<Decimal> {
        let report = self.table.book.report;
        if self.node.is_some() { report.target_level } else { report.target_index }
    }

    /// Returns the distance from the target as it is shown.
    fn distance(self) -> String {
        let decimals = self.table.book.report.instrument.decimals;
        let apart = self.value().zip(self.target()).map(|(value, target)| apart(value, &target.into(), decimals));
        apart.unwrap_or_default()
    }

    /// Returns last cycle's value; under another instrument only the index has one.
    fn previous(&self) -> Option<&Exact> {
        let previous = self.table.book.report.previous.as_ref()?;
        match self.node {
            Some(node) => previous.value(node),
            None => previous.outcome.index(),
        }
    }

    /// Returns the average that was published for this part.
    fn average(self, average: Option<&Average>) -> Option<Exact> {
        average?.of(self.node.map_or(BenchmarkNode::Index, |node| node.benchmark)).map(Into::into)
    }

    /// Returns the value that follows from the ministry's levels; absent while some of them are.
    fn external(&self) -> Option<&Exact> {
        match self.node {
            Some(node) => node.external.as_ref(),
            None => self.table.book.report.external.as_ref()?.outcome.index(),
        }
    }
}
