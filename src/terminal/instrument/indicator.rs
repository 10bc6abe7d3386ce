//! One indicator for a terminal: what each level asks, and which evidence counts.

use crate::bilingual;
use crate::model::decimal::Decimal;
use crate::model::instrument::{Indicator, Instrument};
use crate::result::instrument::{levels, numbers};
use crate::result::label::{ASPECT, DOMAIN, INDICATOR, NOT_AVAILABLE};
use crate::terminal::grid::hanging;
use crate::terminal::page::{FAINT, PLAIN, Page, STRONG, inner};
use crate::text::language::Language;
use crate::text::visible::on_one_line;

/// What marks the level that counts.
const CURRENT: &str = "▶";

/// Renders an indicator for a terminal.
pub(crate) fn indicator_text(
    instrument: &Instrument,
    indicator: &Indicator,
    language: Language,
    width: usize,
) -> String {
    let mut page = Page::default();
    let indicator_page = IndicatorPage { instrument, indicator, language, width: inner(width) };
    indicator_page.head(&mut page, &indicator.id.to_string(), None);
    indicator_page.criteria(&mut page, None);
    indicator_page.accepted(&mut page);
    page.finish()
}

/// Writes the parts of an indicator that its instrument knows.
pub(super) struct IndicatorPage<'a> {
    pub(super) instrument: &'a Instrument,
    pub(super) indicator: &'a Indicator,
    pub(super) language: Language,
    pub(super) width: usize,
}

impl IndicatorPage<'_> {
    /// Writes the names, where the indicator belongs, its weight and its functions.
    pub(super) fn head(&self, page: &mut Page, row: &str, service: Option<&str>) {
        let (indicator, language) = (self.indicator, self.language);
        let other = match language {
            Language::Indonesian => Language::English,
            Language::English => Language::Indonesian,
        };
        let mut name = indicator.name.get(language).to_owned();
        if let Some(service) = service {
            name.push_str(&format!(": {service}"));
        }
        page.title(&format!("{} {row}  {}", INDICATOR.get(language), on_one_line(&name)));
        self.paragraph(page, indicator.name.get(other));
        self.paragraph(page, &self.belonging());
        let functions: Vec<&str> = indicator.functions.iter().map(|id| self.function(id)).collect();
        if !functions.is_empty() {
            let functions = functions.join(", ");
            let text = bilingual!("Fungsi yang menguasai: {functions}", "Functions that know it: {functions}");
            self.paragraph(page, text.get(language));
        }
        if let Some(note) = &indicator.note {
            self.paragraph(page, note);
        }
    }

    /// Returns the domain, the aspect, the weight, the capability, and how many services are assessed.
    fn belonging(&self) -> String {
        let language = self.language;
        let numbers = numbers(self.instrument, language);
        let mut parts = Vec::new();
        let aspect = self.instrument.aspect(self.indicator.aspect);
        if let Some(domain) = aspect.and_then(|aspect| self.instrument.domain(aspect.domain?)) {
            parts.push(format!("{} {} {}", DOMAIN.get(language), domain.id, domain.name.get(language)));
        }
        if let Some(aspect) = aspect {
            parts.push(format!("{} {} {}", ASPECT.get(language), aspect.id, aspect.name.get(language)));
        }
        let weight = match self.indicator.weight.map(|weight| numbers.plain(weight)) {
            Some(weight) => bilingual!("bobot {weight}", "weight {weight}"),
            None => bilingual!("bobot sama rata dalam aspeknya", "weight equal within its aspect"),
        };
        parts.push(weight.get(language).to_owned());
        let capability = self.indicator.capability.as_deref().and_then(|id| self.instrument.capability(id));
        parts.extend(capability.map(|capability| capability.name.get(language).to_lowercase()));
        if let Some(repeat) = self.indicator.repeat {
            let (least, most) = (repeat.least, repeat.most);
            let text = bilingual!("dinilai untuk {least}–{most} layanan", "assessed for {least}–{most} services");
            parts.push(text.get(language).to_owned());
        }
        parts.join(" · ")
    }

    /// Returns the name of a function, or its id where the instrument names no such function.
    fn function<'b>(&'b self, id: &'b str) -> &'b str {
        let known = self.instrument.functions.iter().find(|function| function.id == id);
        known.map_or(id, |function| function.name.get(self.language))
    }

    /// Writes what only helps to read, on as many lines as it takes.
    fn paragraph(&self, page: &mut Page, text: &str) {
        page.paragraph(FAINT, "", &on_one_line(text), self.width);
    }

    /// Writes what each level asks, with the current one marked.
    pub(super) fn criteria(&self, page: &mut Page, level: Option<Decimal>) {
        page.heading(bilingual!("Kriteria per level", "Criteria by level").get(self.language));
        let levels = levels(self.instrument);
        let current = level.and_then(|level| levels.iter().copied().rfind(|asked| *asked <= level));
        let rows: Vec<(String, String)> = levels.iter().map(|asked| self.criterion(*asked, current)).collect();
        for (asked, lines) in levels.iter().zip(hanging(&rows, self.width)) {
            let style = if current == Some(*asked) { STRONG } else { PLAIN };
            for line in lines {
                page.line(style, &line);
            }
        }
    }

    /// Returns a level, marked where it is the current one, and what it asks, as far as that is known.
    fn criterion(&self, level: Decimal, current: Option<Decimal>) -> (String, String) {
        let mark = if current == Some(level) { CURRENT } else { " " };
        let name = self.instrument.level_name(self.indicator, level).unwrap_or_default();
        let number = numbers(self.instrument, self.language).plain(level);
        let text = self.indicator.criterion(level).unwrap_or_else(|| NOT_AVAILABLE.get(self.language));
        (on_one_line(&format!("{mark} {number} {name}")).trim_end().to_owned(), on_one_line(text))
    }

    /// Writes the evidence that the instrument accepts.
    pub(super) fn accepted(&self, page: &mut Page) {
        let indicator = self.indicator;
        page.heading(bilingual!("Data dukung yang diterima", "Evidence accepted").get(self.language));
        let any = indicator.evidence.iter().map(|text| ("-".to_owned(), on_one_line(text))).collect();
        let numbers = numbers(self.instrument, self.language);
        let by_level = indicator.evidence_by_level.iter().map(|(level, text)| {
            let level = numbers.plain(*level);
            (bilingual!("level {level}", "level {level}").get(self.language).to_owned(), on_one_line(text))
        });
        let groups: [Vec<(String, String)>; 2] = [any, by_level.collect()];
        if groups.iter().all(Vec::is_empty) {
            page.line(PLAIN, NOT_AVAILABLE.get(self.language));
        }
        for line in groups.iter().flat_map(|rows| hanging(rows, self.width).concat()) {
            page.line(PLAIN, &line);
        }
    }
}
