//! A whole instrument for a terminal.

use crate::bilingual;
use crate::index::weights::{weight_of_aspect, weight_of_domain};
use crate::model::instrument::{Aspect, Instrument};
use crate::result::facts::full_name;
use crate::result::instrument::{numbers, scale, years};
use crate::terminal::grid::{Column, Grid};
use crate::terminal::page::{FAINT, PLAIN, Page, STRONG, inner};
use crate::text::language::Language;
use crate::text::visible::on_one_line;
use crate::text::word::Vocabulary;

/// Renders an instrument for a terminal.
pub(crate) fn text(instrument: &Instrument, language: Language, width: usize) -> String {
    let whole = Whole { instrument, language, width: inner(width) };
    let mut page = Page::default();
    whole.head(&mut page);
    whole.tree(&mut page);
    whole.predicates(&mut page);
    whole.functions(&mut page);
    whole.roles(&mut page);
    page.finish()
}

/// Writes an instrument, part by part.
struct Whole<'a> {
    instrument: &'a Instrument,
    language: Language,
    width: usize,
}

impl Whole<'_> {
    /// Writes the title, the regulation, the years and the scale, and where the criteria's wording comes from.
    fn head(&self, page: &mut Page) {
        let instrument = self.instrument;
        page.title(&format!("{}  {}", instrument.id, on_one_line(instrument.title.get(self.language))));
        let mut regulation = instrument.regulation.to_string();
        if let Some(gazette) = &instrument.gazette {
            regulation.push_str(&format!(" ({gazette})"));
        }
        self.paragraph(page, &regulation);
        let (years, scale) = (years(instrument.years), scale(instrument, self.language));
        let evaluator = instrument.evaluator.get(self.language);
        let about = bilingual!(
            "Tahun {years} · nilai {scale} · penilai disebut {evaluator}",
            "Years {years} · values {scale} · who evaluates is called {evaluator}"
        );
        page.line(FAINT, &on_one_line(about.get(self.language)));
        if let Some(note) = &instrument.criteria_note {
            page.blank();
            self.paragraph(page, note);
        }
    }

    /// Writes a text on as many lines as it takes.
    fn paragraph(&self, page: &mut Page, text: &str) {
        page.paragraph(PLAIN, "", &on_one_line(text), self.width);
    }

    /// Writes domains, aspects and indicators with their weights; aspects without a domain come last.
    fn tree(&self, page: &mut Page) {
        let instrument = self.instrument;
        let title = if instrument.domains.is_empty() {
            bilingual!("Aspek dan indikator", "Aspects and indicators")
        } else {
            bilingual!("Domain, aspek, dan indikator", "Domains, aspects and indicators")
        };
        page.heading(title.get(self.language));
        let weight = bilingual!("Bobot", "Weight");
        let mut grid = Grid::new(
            vec![Column::left(""), Column::giving_way(""), Column::right(weight.get(self.language))],
            self.width,
        );
        let mut styles = vec![FAINT];
        let numbers = numbers(instrument, self.language);
        for domain in instrument.domains.iter() {
            grid.row(vec![
                format!("D{}", domain.id),
                domain.name.get(self.language).to_owned(),
                numbers.exactly(&weight_of_domain(instrument, domain)),
            ]);
            styles.push(STRONG);
            for aspect in instrument.aspects.iter().filter(|aspect| aspect.domain == Some(domain.id)) {
                self.aspect(aspect, &mut grid, &mut styles);
            }
        }
        let homeless = |aspect: &&Aspect| instrument.domains.iter().all(|domain| aspect.domain != Some(domain.id));
        for aspect in instrument.aspects.iter().filter(homeless) {
            self.aspect(aspect, &mut grid, &mut styles);
        }
        for (line, style) in grid.lines().iter().zip(styles) {
            page.line(style, line);
        }
    }

    /// Adds an aspect and its indicators; `styles` has one style for each line of the grid.
    fn aspect(&self, aspect: &Aspect, grid: &mut Grid, styles: &mut Vec<anstyle::Style>) {
        let numbers = numbers(self.instrument, self.language);
        let name = aspect.name.get(self.language).to_owned();
        grid.row(vec![format!(" A{}", aspect.id), name, numbers.exactly(&weight_of_aspect(self.instrument, aspect))]);
        styles.push(STRONG);
        let equal = bilingual!("sama rata", "equal");
        for indicator in self.instrument.indicators.iter().filter(|indicator| indicator.aspect == aspect.id) {
            let weight = indicator.weight.map(|weight| numbers.plain(weight));
            let weight = weight.unwrap_or_else(|| equal.get(self.language).to_owned());
            grid.row(vec![format!("  {}", indicator.id), indicator.name.get(self.language).to_owned(), weight]);
            styles.push(PLAIN);
        }
    }

    /// Writes which index has which predicate; only the highest of all includes the index at its end.
    fn predicates(&self, page: &mut Page) {
        page.heading(bilingual!("Predikat", "Predicates").get(self.language));
        let numbers = numbers(self.instrument, self.language);
        let mut grid = Grid::new(vec![Column::giving_way(""), Column::left("")], self.width);
        for predicate in self.instrument.predicates.iter() {
            let (from, to) = (numbers.even(predicate.from), numbers.even(predicate.to));
            let below = if predicate.to == self.instrument.scale.highest { "≤" } else { "<" };
            let index = bilingual!("{from} ≤ indeks {below} {to}", "{from} ≤ index {below} {to}");
            grid.row(vec![full_name(predicate, self.language), index.get(self.language).to_owned()]);
        }
        page.rows(grid);
        if !self.instrument.predicate_from_shown.is_empty() {
            let years: Vec<String> = self.instrument.predicate_from_shown.iter().map(u32::to_string).collect();
            let years = years.join(", ");
            let note = bilingual!(
                "Predikat mengikuti indeks yang belum dibulatkan; pada tahun {years} yang sudah dibulatkan.",
                "The predicate follows the unrounded index; in {years} the rounded one."
            );
            self.paragraph(page, note.get(self.language));
        }
    }

    /// Writes the functions of government that the team comes from; nothing where the instrument has none.
    fn functions(&self, page: &mut Page) {
        if self.instrument.functions.is_empty() {
            return;
        }
        page.heading(bilingual!("Fungsi yang terwakili dalam tim", "Functions in the team").get(self.language));
        let mut grid = Grid::new(vec![Column::left(""), Column::giving_way("")], self.width);
        for function in self.instrument.functions.iter() {
            grid.row(vec![function.id.to_string(), function.name.get(self.language).to_owned()]);
        }
        page.rows(grid);
    }

    /// Writes how many members each role must have, and may have; nothing where the instrument has no roles.
    fn roles(&self, page: &mut Page) {
        if self.instrument.roles.is_empty() {
            return;
        }
        page.heading(bilingual!("Peran dalam tim", "Roles in the team").get(self.language));
        let mut grid = Grid::new(vec![Column::left(""), Column::giving_way(""), Column::left("")], self.width);
        for role in self.instrument.roles.iter() {
            let least = role.least;
            let count = match role.most {
                Some(most) if most == least => bilingual!("tepat {most}", "exactly {most}"),
                Some(most) => bilingual!("{least} sampai {most}", "{least} to {most}"),
                None if least == 0 => bilingual!("bebas", "any number"),
                None => bilingual!("paling sedikit {least}", "at least {least}"),
            };
            grid.row(vec![
                role.role.code().to_owned(),
                role.name.get(self.language).to_owned(),
                count.get(self.language).to_owned(),
            ]);
        }
        page.rows(grid);
    }
}
