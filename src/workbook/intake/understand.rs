//! What the cells of a work sheet mean here: rows, levels, methods, documents; what can't be understood is named by its cell.

use std::collections::{BTreeMap, BTreeSet};

use crate::bilingual;
use crate::model::decimal::Decimal;
use crate::model::instrument::Instrument;
use crate::model::row::RowId;
use crate::model::score::Method;
use crate::model::workspace::Workspace;
use crate::text::bilingual::Bilingual;
use crate::text::clean;
use crate::text::fold::same;
use crate::text::nearest::did_you_mean;
use crate::text::word::Vocabulary;
use crate::workbook::intake::Values;
use crate::workbook::intake::handed::{Handed, HandedCell, HandedRow};
use crate::workbook::intake::names::{Named, named};
use crate::workbook::intake::table::{Field, Whose, is_blank};
use crate::workbook::reading::Content;

/// A cell that can't be taken, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Fault {
    /// The row and the field, where the row is known.
    pub(crate) cell: Option<(RowId, Field)>,
    /// The cell: `Isian!D7`.
    pub(crate) place: String,
    /// What is wrong with it.
    pub(crate) message: Bilingual,
}

/// What a work sheet says.
#[derive(Clone, Debug, Default)]
pub(crate) struct Understood {
    /// What it says of each row.
    pub(crate) rows: BTreeMap<RowId, SaidRow>,
    /// The cells that are filled in, as they stand there.
    pub(crate) cells: BTreeMap<(RowId, Field), String>,
    /// What can't be taken; nothing of the sheet is, while there is any.
    pub(crate) faults: Vec<Fault>,
    /// The rows whose evidence the index does not have, in a sheet that is not ours.
    unknown_evidence: BTreeSet<RowId>,
    /// What was not taken, and does not stand in the way.
    pub(crate) notes: Vec<Bilingual>,
}

/// What a work sheet says of a row.
#[derive(Clone, Debug, Default)]
pub(crate) struct SaidRow {
    /// The values.
    pub(crate) values: Values,
    /// Where each of them stands; a column that the sheet lacks says nothing of its field.
    pub(crate) places: BTreeMap<Field, String>,
}

/// Understands a work sheet.
pub(crate) fn understand(handed: &Handed, workspace: &Workspace) -> Understood {
    let Some(instrument) = workspace.instrument.as_deref() else { return Understood::default() };
    let rows = workspace.rows();
    let numbers_on = !handed.own && numbers_on(handed, instrument, &rows);
    let reader = Reader { handed, workspace, instrument, rows, numbers_on };
    let mut understood = Understood::default();
    for row in &handed.rows {
        reader.row(row, &mut understood);
    }
    if !understood.unknown_evidence.is_empty() {
        let rows: Vec<String> = understood.unknown_evidence.iter().map(RowId::to_string).collect();
        let rows = rows.join(", ");
        understood.notes.push(bilingual!(
            "data dukung yang belum ada di indeks tidak dibawa: indikator {rows}",
            "evidence that is not in the index is not taken: indicator {rows}"
        ));
    }
    understood
}

/// Tells whether a sheet has a number behind the last indicator's, which can then only be that of a service.
fn numbers_on(handed: &Handed, instrument: &Instrument, rows: &BTreeSet<RowId>) -> bool {
    let last = instrument.indicators.iter().map(|indicator| indicator.id).max().unwrap_or_default();
    let numbers = handed.rows.iter().filter_map(|row| text(row.cells.get(&Field::Indicator)?).parse::<u32>().ok());
    rows.iter().any(|row| row.service.is_some())
        && numbers.max().is_some_and(|most| most > last && usize::try_from(most).is_ok_and(|most| most <= rows.len()))
}

/// Reads the rows of a work sheet.
struct Reader<'a> {
    handed: &'a Handed,
    workspace: &'a Workspace,
    instrument: &'a Instrument,
    rows: BTreeSet<RowId>,
    /// Whether the sheet numbers the services of an indicator on as indicators: 36 and 37 behind 35.
    numbers_on: bool,
}

impl Reader<'_> {
    /// Reads a row; one that is no indicator's (a hint, a group, a total) is passed over.
    fn row(&self, handed: &HandedRow, understood: &mut Understood) {
        let cell = |field: Field| handed.cells.get(&field);
        let filled = |field: Field| cell(field).filter(|cell| !is_blank(cell.content.as_ref()));
        let Some(number) = filled(Field::Indicator) else { return self.passed_over(handed, understood) };
        let says = [Field::Level, Field::Explanation, Field::Evidence, Field::Reason]
            .into_iter()
            .any(|field| filled(field).is_some());
        let name = filled(Field::Name).map(text).unwrap_or_default();
        let row = match self.number(number) {
            Ok(Some(row)) => row,
            Ok(None) if self.handed.own && says => {
                let found = text(number);
                return understood
                    .fault(number, bilingual!("`{found}` bukan nomor indikator", "`{found}` is no indicator"));
            }
            Ok(None) => return self.passed_over(handed, understood),
            Err(message) if says => return understood.fault(number, message),
            Err(_) => return,
        };
        match named(self.instrument, row.indicator, &name) {
            Named::Same => {}
            Named::Group => return,
            Named::Other(other) => {
                return understood.fault(
                    number,
                    bilingual!(
                        "nomor {row}, tetapi namanya milik indikator {other}: `{name}`",
                        "number {row}, but the name is that of indicator {other}: `{name}`"
                    ),
                );
            }
            Named::Unknown if says => understood.notes.push(bilingual!(
                "indikator {row}: nama `{name}` tidak dikenal, nomornya yang dipakai",
                "indicator {row}: the name `{name}` is not known, the number was taken"
            )),
            Named::Unknown => {}
        }
        if understood.rows.contains_key(&row) {
            return understood.fault(
                number,
                bilingual!("indikator {row} sudah ada di atas", "indicator {row} stands above already"),
            );
        }
        let mut said = SaidRow::default();
        for field in [Field::Level, Field::Method, Field::Evidence, Field::Explanation, Field::Reason] {
            let Some(cell) = cell(field) else { continue };
            said.places.insert(field, cell.place.clone());
            let blank = is_blank(cell.content.as_ref());
            let read = if blank { Ok(String::new()) } else { self.value(field, cell, row, understood) };
            match read {
                Ok(value) => *said.values.field(field) = value,
                Err(message) => {
                    let place = cell.place.clone();
                    understood.faults.push(Fault { cell: Some((row, field)), place, message });
                }
            }
            understood.cells.insert((row, field), text(cell));
        }
        if self.handed.is_of_answers() && !said.values.level.is_empty() && said.values.reason.is_empty() {
            let cell = cell(Field::Reason).unwrap_or(number);
            understood.fault(
                cell,
                Bilingual::fixed("level disepakati tanpa alasan", "a level is agreed on without a reason"),
            );
        }
        understood.rows.insert(row, said);
    }

    /// Names a row of the ministry's that has a level and is no indicator's, unless it is that of a group or of the whole.
    fn passed_over(&self, handed: &HandedRow, understood: &mut Understood) {
        let said = |field: Field| handed.cells.get(&field).map(text).unwrap_or_default();
        let name = [said(Field::Name), said(Field::Indicator)].into_iter().find(|name| !name.is_empty());
        let name = name.unwrap_or_default();
        let lower = name.to_lowercase();
        let of_group = ["aspek", "domain", "aspect", "indeks", "index", "nilai", "jumlah", "total", "rata", "predikat"];
        let known =
            of_group.iter().any(|word| lower.starts_with(word)) || named(self.instrument, 0, &name) == Named::Group;
        if self.handed.whose == Whose::Agency || known || Decimal::parse(&said(Field::Level)).is_none() {
            return;
        }
        if let Some(cell) = handed.cells.get(&Field::Level) {
            let place = &cell.place;
            understood.notes.push(bilingual!(
                "`{place}`: `{name}` bukan indikator, dilewati",
                "`{place}`: `{name}` is no indicator, passed over"
            ));
        }
    }

    /// Reads the number of a row; nothing where it is none, and why where it is one of another evaluation.
    fn number(&self, cell: &HandedCell) -> Result<Option<RowId>, Bilingual> {
        let row = match &cell.content {
            // `35-1` becomes a day in a spreadsheet: January 1935.
            Some(Content::Day(day)) => {
                let (year, month) = (day.year().rem_euclid(100), day.month());
                let row = RowId::service(u32::try_from(year).unwrap_or(0), u32::try_from(month).unwrap_or(0));
                Some(row).filter(|row| self.rows.contains(row))
            }
            _ => {
                let text = text(cell).replace(['–', '—'], "-");
                let bare = text.trim_start_matches(|letter: char| letter.is_alphabetic() || letter == ' ');
                bare.trim_end_matches(['.', ')']).parse::<RowId>().ok()
            }
        };
        let Some(row) = row.map(|row| self.numbered_on(row)) else { return Ok(None) };
        if self.rows.contains(&row) {
            return Ok(Some(row));
        }
        let services: Vec<String> =
            self.rows.iter().filter(|other| other.indicator == row.indicator).map(RowId::to_string).collect();
        if services.is_empty() {
            return Err(bilingual!(
                "indikator {row} tidak ada dalam evaluasi ini",
                "this evaluation has no indicator {row}"
            ));
        }
        let services = services.join(", ");
        Err(bilingual!(
            "indikator {row} dinilai per layanan: {services}",
            "indicator {row} is assessed per service: {services}"
        ))
    }

    /// Returns the row that a number means in a table that numbers the services of an indicator on as indicators.
    fn numbered_on(&self, row: RowId) -> RowId {
        let place = usize::try_from(row.indicator).unwrap_or(usize::MAX).saturating_sub(1);
        let of_table = self.rows.iter().nth(place).filter(|_| self.numbers_on && row.service.is_none());
        of_table.copied().unwrap_or(row)
    }

    /// Reads a value that is filled in.
    fn value(
        &self,
        field: Field,
        cell: &HandedCell,
        row: RowId,
        understood: &mut Understood,
    ) -> Result<String, Bilingual> {
        if let Some(Content::Failed(error)) = &cell.content {
            return Err(bilingual!("rumusnya gagal: {error}", "its formula failed: {error}"));
        }
        match field {
            Field::Level => self.level(cell),
            Field::Method => methods(&text(cell)),
            Field::Evidence => match self.evidence(&text(cell)) {
                Err(_) if !self.handed.own => {
                    understood.unknown_evidence.insert(row);
                    Ok(String::new())
                }
                read => read,
            },
            _ => prose(&text(cell)),
        }
    }

    /// Reads a level of the scale: `3`, `2,75`, `3 - Terdefinisi`.
    fn level(&self, cell: &HandedCell) -> Result<String, Bilingual> {
        let scale = &self.instrument.scale;
        let (lowest, highest) = (scale.lowest, scale.highest);
        let found = text(cell);
        let bare = found.trim_start_matches(|letter: char| letter.is_alphabetic() || letter == ' ');
        let end =
            bare.find(|letter: char| !letter.is_ascii_digit() && !matches!(letter, '.' | ',')).unwrap_or(bare.len());
        let (number, rest) = bare.split_at(end);
        let named = rest.is_empty() || rest.starts_with([' ', '-', '–', '(', ':']);
        let level = Decimal::parse(number).map(|(level, _)| level).filter(|level| named && scale.allows(*level));
        let is_day = matches!(cell.content, Some(Content::Day(_)));
        level.filter(|_| !is_day).map(|level| level.to_string()).ok_or_else(|| {
            bilingual!(
                "level `{found}` tidak ada; pakai {lowest:#} sampai {highest:#}",
                "there is no level `{found}`; use {lowest} to {highest}"
            )
        })
    }

    /// Reads documents by their numbers, ids, titles or file names, and returns their ids.
    fn evidence(&self, text: &str) -> Result<String, Bilingual> {
        let mut ids: Vec<String> = Vec::new();
        let mut add = |id: String| {
            if !ids.contains(&id) {
                ids.push(id);
            }
        };
        if let Some(id) = self.document(text) {
            return Ok(id);
        }
        for part in text.split(['\n', ';', ',']).map(str::trim).filter(|part| !part.is_empty()) {
            if let Some(id) = self.document(part) {
                add(id);
                continue;
            }
            for word in part.split_whitespace() {
                let known = self.workspace.evidence.iter().map(|evidence| evidence.id.value.as_str());
                let Some(id) = self.document(word) else {
                    let message = bilingual!("tidak ada data dukung `{part}`", "there is no evidence `{part}`");
                    let near = did_you_mean(word, known)
                        .unwrap_or_else(|| Bilingual::fixed("lihat lembar Data dukung", "see the sheet Evidence"));
                    return Err(message.and(Bilingual::fixed("; ", "; ")).and(near));
                };
                add(id);
            }
        }
        Ok(ids.join(" "))
    }

    /// Finds a document by its number on the sheet, its id or the only beginning of it, its title, or the name of its file.
    fn document(&self, text: &str) -> Option<String> {
        let text = text.trim();
        if let Some(id) = self.handed.documents.get(&text.to_uppercase()) {
            return Some(id.clone());
        }
        let all = &self.workspace.evidence;
        let id = |evidence: &crate::model::evidence::Evidence| evidence.id.value.to_string();
        if let Some(found) = all.iter().find(|evidence| evidence.id.value.as_str() == text) {
            return Some(id(found));
        }
        let file = |file: &str| same(file.rsplit('/').next().unwrap_or(file), text);
        let by_name = |evidence: &&crate::model::evidence::Evidence| {
            same(&evidence.title, text) || evidence.file.as_ref().is_some_and(|path| file(&path.value))
        };
        let begins = |evidence: &&crate::model::evidence::Evidence| {
            text.len() > 3 && evidence.id.value.as_str().starts_with(text)
        };
        let only = |found: Vec<&crate::model::evidence::Evidence>| match found.as_slice() {
            [one] => Some(id(one)),
            _ => None,
        };
        only(all.iter().filter(by_name).collect()).or_else(|| only(all.iter().filter(begins).collect()))
    }
}

impl Understood {
    /// Notes that a cell can't be taken.
    fn fault(&mut self, cell: &HandedCell, message: Bilingual) {
        self.faults.push(Fault { cell: None, place: cell.place.clone(), message });
    }
}

impl Values {
    /// Returns the value of a field; the number and the name are none.
    pub(crate) fn field(&mut self, field: Field) -> &mut String {
        match field {
            Field::Level => &mut self.level,
            Field::Method => &mut self.method,
            Field::Evidence => &mut self.evidence,
            Field::Reason => &mut self.reason,
            _ => &mut self.explanation,
        }
    }
}

/// Returns what a cell says, in digits or words.
fn text(cell: &HandedCell) -> String {
    match &cell.content {
        Some(Content::Text(text)) => text.trim().to_owned(),
        Some(Content::Day(day)) => day.to_string(),
        Some(Content::Failed(_)) | None => String::new(),
    }
}

/// Reads methods joined by a plus, a comma or an and; returns their codes.
fn methods(text: &str) -> Result<String, Bilingual> {
    let joined =
        text.to_lowercase().replace(" dan ", "+").replace(" and ", "+").replace([',', ';', '/', '&', '\n'], "+");
    let mut codes: Vec<&str> = Vec::new();
    for part in joined.split('+').map(str::trim).filter(|part| !part.is_empty()) {
        let Some(method) = Method::from_word(part) else {
            return Err(bilingual!(
                "metode `{part}` tidak ada; pakai dokumen, wawancara, observasi",
                "there is no method `{part}`; use document, interview, observation"
            ));
        };
        if !codes.contains(&method.code()) {
            codes.push(method.code());
        }
    }
    Ok(codes.join("+"))
}

/// Reads a text that may span lines.
fn prose(text: &str) -> Result<String, Bilingual> {
    clean::prose(text).map(|cleaned| cleaned.text).map_err(|unclean| {
        let code = u32::from(unclean.character);
        bilingual!("karakter tersembunyi U+{code:04X}", "an invisible character U+{code:04X}")
    })
}
