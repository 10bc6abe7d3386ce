//! The sum of an evaluation, step by step: from weight times level to the index, its rounding and its predicate.

use crate::bilingual;
use crate::index::evaluation::{Outcome, Rated};
use crate::index::exact::Exact;
use crate::index::predicate::deciding;
use crate::model::instrument::Predicate;
use crate::result::facts::{full_name, predicate_name};
use crate::result::label::{ASPECT, DOMAIN, INDEX};
use crate::result::numbers::Numbers;
use crate::result::report::{Node, Report};
use crate::text::bilingual::Bilingual;
use crate::text::language::Language;

/// What stands for a value that is not known yet.
pub(crate) const OPEN: &str = "?";

/// One sum: parts over a weight.
#[derive(Clone, Debug)]
pub(crate) struct Step {
    /// What it gives: `Aspek 1`, `Indeks`.
    pub(crate) label: String,
    /// The name of that; none for the index.
    pub(crate) name: Option<String>,
    /// What is added.
    pub(crate) parts: Vec<Part>,
    /// The sum of the products; absent while one of them is open.
    pub(crate) sum: Option<Exact>,
    /// What the sum is divided by.
    pub(crate) weight: Exact,
    /// The quotient.
    pub(crate) value: Option<Exact>,
}

/// One part of a sum: a weight times a value.
#[derive(Clone, Debug)]
pub(crate) struct Part {
    /// What it is: a row, `Aspek 1`, `Domain 1`.
    pub(crate) label: String,
    /// Its weight.
    pub(crate) weight: Exact,
    /// Its value; absent while it is open.
    pub(crate) value: Option<Exact>,
    /// Weight times value.
    pub(crate) product: Option<Exact>,
}

/// A sentence after the sums.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Remark {
    /// The words.
    pub(crate) text: String,
    /// Whether it is what the sums come down to.
    pub(crate) matters: bool,
}

/// Returns every sum: the aspects, the domains, the index.
pub(crate) fn steps(report: &Report<'_>, language: Language) -> Vec<Step> {
    Sum { report, language, numbers: report.numbers(language) }.steps()
}

/// Says how the index is rounded and which predicate follows, or what it can still be.
pub(crate) fn closing(report: &Report<'_>, language: Language) -> Vec<Remark> {
    let sum = Sum { report, language, numbers: report.numbers(language) };
    match &report.outcome {
        Outcome::Index(rated) => sum.rounding(rated),
        Outcome::Range { lowest, highest } => sum.range(lowest, highest),
    }
}

impl Part {
    /// Makes a part; its product is open while its value is.
    fn new(label: String, weight: Exact, value: Option<Exact>) -> Self {
        let product = value.as_ref().map(|value| &weight * value);
        Self { label, weight, value, product }
    }
}

impl Step {
    /// Makes a sum of parts; it is open while one of their products is.
    fn new(label: String, name: Option<String>, parts: Vec<Part>, weight: Exact, value: Option<Exact>) -> Self {
        let products = parts.iter().map(|part| part.product.clone());
        let sum = products.sum::<Option<Exact>>();
        Self { label, name, parts, sum, weight, value }
    }
}

/// Writes the sums of a report in one language.
struct Sum<'a> {
    report: &'a Report<'a>,
    language: Language,
    numbers: Numbers,
}

impl Sum<'_> {
    /// Makes every sum in the order in which it is computed.
    fn steps(&self) -> Vec<Step> {
        let aspects = self.report.aspects.iter().map(|aspect| {
            let rows = self.report.lines_of(aspect.id);
            let part =
                rows.map(|line| Part::new(line.row.to_string(), line.weight.clone(), line.level.map(Exact::from)));
            self.node(aspect, part.collect())
        });
        let domains = self.report.domains.iter().map(|domain| {
            let aspects = self.report.aspects_of(domain.id).map(|aspect| self.part(aspect));
            self.node(domain, aspects.collect())
        });
        aspects.chain(domains).chain([self.index()]).collect()
    }

    /// Makes the sum of a domain or an aspect.
    fn node(&self, node: &Node<'_>, parts: Vec<Part>) -> Step {
        let name = node.name.get(self.language).to_owned();
        Step::new(self.label(node), Some(name), parts, node.weight.clone(), node.value.clone())
    }

    /// Makes the sum of the index: of the domains, or of the aspects where there are none.
    fn index(&self) -> Step {
        let top = if self.report.domains.is_empty() { &self.report.aspects } else { &self.report.domains };
        let parts = top.iter().map(|node| self.part(node)).collect();
        let value = self.report.outcome.index().cloned();
        Step::new(INDEX.get(self.language).to_owned(), None, parts, Exact::from(100), value)
    }

    /// Makes a domain or an aspect a part of the sum above it.
    fn part(&self, node: &Node<'_>) -> Part {
        Part::new(self.label(node), node.weight.clone(), node.value.clone())
    }

    /// Names a domain or an aspect by its number.
    fn label(&self, node: &Node<'_>) -> String {
        let kind = if node.is_domain() { &DOMAIN } else { &ASPECT };
        format!("{} {}", kind.get(self.language), node.id)
    }

    /// Says how the index is rounded, and which predicate follows from which value.
    fn rounding(&self, rated: &Rated) -> Vec<Remark> {
        let (exact, shown) = (self.numbers.exactly(&rated.exact), self.numbers.shown(&rated.exact));
        let decimals = self.numbers.decimals;
        let rounding = match exact == shown {
            true => bilingual!("Tidak ada yang dibulatkan: {shown}", "Nothing is rounded: {shown}"),
            false => bilingual!(
                "Dibulatkan ke {decimals} desimal baru di sini, setengah ke atas: {exact} → {shown}",
                "Rounded to {decimals} decimals only here, half up: {exact} → {shown}"
            ),
        };
        let rounding = Remark { text: rounding.get(self.language).to_owned(), matters: false };
        vec![rounding, Remark { text: self.predicate(rated), matters: true }]
    }

    /// Says which predicate the index has, and whether the rounded or the unrounded one decides in that year.
    fn predicate(&self, rated: &Rated) -> String {
        let instrument = self.report.instrument;
        let name = rated.predicate.as_deref();
        let known = name.and_then(|name| instrument.predicates.iter().find(|predicate| predicate.name == name));
        let Some(predicate) = known else { return predicate_name(self.report, rated, self.language) };
        let by = if instrument.predicate_from_shown.contains(&self.report.year) {
            bilingual!("menurut indeks yang dibulatkan", "by the rounded index")
        } else {
            bilingual!("menurut indeks yang belum dibulatkan", "by the unrounded index")
        };
        let deciding = self.numbers.exactly(&deciding(instrument, self.report.year, &rated.exact));
        let bounds = self.bounds(predicate, &deciding);
        let (name, by) = (full_name(predicate, self.language), by.get(self.language));
        bilingual!("Predikat {name} {by}: {bounds}", "Predicate {name} {by}: {bounds}").get(self.language).to_owned()
    }

    /// Writes the bounds of a predicate around the value that decides.
    fn bounds(&self, predicate: &Predicate, value: &str) -> String {
        let (from, to) = (self.numbers.even(predicate.from), self.numbers.even(predicate.to));
        let below = if predicate.to == self.report.instrument.scale.highest { "≤" } else { "<" };
        format!("{from} ≤ {value} {below} {to}")
    }

    /// Says what the index will be with all that is open at the lowest level that it can come to, and at the highest.
    fn range(&self, lowest: &Rated, highest: &Rated) -> Vec<Remark> {
        let (open, all) = (self.report.open_rows(), self.report.indicators.len());
        let none = bilingual!(
            "Belum ada indeks: {open} dari {all} indikator masih terbuka ({OPEN})",
            "There is no index yet: {open} of {all} indicators are still open ({OPEN})"
        );
        let none = Remark { text: none.get(self.language).to_owned(), matters: true };
        let scale = &self.report.instrument.scale;
        let end = |(rated, level, side): (&Rated, _, Bilingual)| {
            let level =
                if self.report.is_narrowed() { side.get(self.language).to_owned() } else { self.numbers.plain(level) };
            let (exact, shown) = (self.numbers.exactly(&rated.exact), self.numbers.shown(&rated.exact));
            let predicate = predicate_name(self.report, rated, self.language);
            let text = bilingual!(
                "Bila semua yang masih terbuka bernilai {level}: {exact} → {shown}, {predicate}",
                "If all that are open are {level}: {exact} → {shown}, {predicate}"
            );
            Remark { text: text.get(self.language).to_owned(), matters: false }
        };
        let least = bilingual!("paling rendah yang mungkin", "as low as they can be");
        let most = bilingual!("paling tinggi yang mungkin", "as high as they can be");
        let ends = [(lowest, scale.lowest, least), (highest, scale.highest, most)];
        std::iter::once(none).chain(ends.map(end)).collect()
    }
}
