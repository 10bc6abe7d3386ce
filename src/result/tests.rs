//! The sums behind a result, what they come down to, and what stands beside it.

use crate::index::evaluation::Outcome;
use crate::index::exact::Exact;
use crate::model::benchmark::BenchmarkNode;
use crate::model::manifest::AgencyKind;
use crate::model::workspace::Workspace;
use crate::result::averages::select;
use crate::result::report::Report;
use crate::result::sum::{Remark, Step, closing, steps};
use crate::result::testing::{DENPASAR, bandar_lampung, benchmarks, denpasar, in_progress, pemdi, settle};
use crate::text::language::Language;

fn report(workspace: &Workspace) -> Report<'_> {
    Report::of(workspace, &benchmarks()).expect("a report")
}

fn said(workspace: &Workspace, language: Language) -> Vec<String> {
    closing(&report(workspace), language).into_iter().map(|remark| remark.text).collect()
}

/// Denpasar with some of its rows, by their order, still open.
fn with_open(rows: &[usize]) -> Workspace {
    let mut workspace = denpasar();
    let mut levels = DENPASAR;
    for row in rows {
        levels[*row] = 99;
    }
    settle(&mut workspace, &levels);
    workspace
}

fn labels(steps: &[Step]) -> Vec<&str> {
    steps.iter().map(|step| step.label.as_str()).collect()
}

#[test]
fn every_sum_is_the_sum_of_its_products_and_gives_the_value_that_is_reported() {
    for workspace in [denpasar(), bandar_lampung(), pemdi()] {
        let report = report(&workspace);
        let steps = steps(&report, Language::English);
        for step in &steps {
            let products = step.parts.iter().map(|part| {
                let value = part.value.as_ref().expect("nothing is open");
                assert_eq!(part.product, Some(&part.weight * value), "{} {}", step.label, part.label);
                part.product.clone()
            });
            let sum: Option<Exact> = products.sum();
            assert_eq!(step.sum, sum, "{}", step.label);
            let value = step.value.as_ref().expect("nothing is open");
            assert_eq!(Some(&step.weight * value), sum, "{}: the quotient is exact", step.label);
        }
        let nodes = report.aspects.iter().chain(&report.domains);
        for (node, step) in nodes.zip(&steps) {
            assert_eq!(node.value, step.value, "{}", step.label);
            assert_eq!(step.name.as_deref(), Some(node.name.get(Language::English)));
        }
        let last = steps.last().expect("the index");
        assert_eq!(last.value.as_ref(), report.outcome.index());
        assert_eq!(last.weight, Exact::from(100));
    }
}

#[test]
fn aspects_come_before_domains_and_the_index_comes_last() {
    let workspace = denpasar();
    let steps = steps(&report(&workspace), Language::Indonesian);
    let expected = [
        "Aspek 1", "Aspek 2", "Aspek 3", "Aspek 4", "Aspek 5", "Aspek 6", "Aspek 7", "Domain 1", "Domain 2",
        "Domain 3", "Indeks",
    ];
    assert_eq!(labels(&steps), expected);
    let parts = |number: usize| steps[number].parts.iter().map(|part| part.label.as_str()).collect::<Vec<_>>();
    assert_eq!(parts(7), ["Aspek 1", "Aspek 2"]);
    assert_eq!(parts(10), ["Domain 1", "Domain 2", "Domain 3"]);
    assert!(parts(6).contains(&"35-1"), "a row of each service");
}

#[test]
fn without_domains_the_aspects_sum_up_to_the_index() {
    let workspace = pemdi();
    let steps = steps(&report(&workspace), Language::English);
    let index = steps.last().expect("the index");
    assert_eq!(index.parts.len(), 7);
    assert!(index.parts.iter().all(|part| part.label.starts_with("Aspect ")), "{:?}", index.parts);
}

#[test]
fn an_open_row_opens_every_sum_above_it_and_no_other() {
    let workspace = with_open(&[0]);
    let steps = steps(&report(&workspace), Language::English);
    let open: Vec<&str> = steps.iter().filter(|step| step.sum.is_none()).map(|step| step.label.as_str()).collect();
    assert_eq!(open, ["Aspect 1", "Domain 1", "Index"]);
    let first = &steps[0].parts[0];
    assert!(first.value.is_none() && first.product.is_none());
    assert!(steps[0].parts[1..].iter().all(|part| part.product.is_some()), "its neighbours are known");
}

#[test]
fn what_the_sums_come_down_to_is_said_in_both_languages() {
    assert_eq!(
        said(&denpasar(), Language::English),
        ["Nothing is rounded: 2.64", "Predicate Baik by the unrounded index: 2.60 ≤ 2.64 < 3.50"]
    );
    assert_eq!(
        said(&bandar_lampung(), Language::Indonesian),
        [
            "Dibulatkan ke 2 desimal baru di sini, setengah ke atas: 2,9795 → 2,98",
            "Predikat Baik menurut indeks yang belum dibulatkan: 2,60 ≤ 2,9795 < 3,50",
        ]
    );
    let remarks = closing(&report(&denpasar()), Language::English);
    assert_eq!(remarks.iter().map(|Remark { matters, .. }| *matters).collect::<Vec<_>>(), [false, true]);
}

#[test]
fn in_a_year_of_the_rounded_index_that_one_decides() {
    let mut workspace = bandar_lampung();
    workspace.manifest.as_mut().expect("a manifest").year.value = 2023;
    assert_eq!(said(&workspace, Language::English)[1], "Predicate Baik by the rounded index: 2.60 ≤ 2.98 < 3.50");
}

#[test]
fn an_open_evaluation_comes_down_to_its_two_ends() {
    let workspace = with_open(&[0, 1]);
    let said = said(&workspace, Language::English);
    assert_eq!(said.len(), 3);
    assert_eq!(said[0], "There is no index yet: 2 of 37 indicators are still open (?)");
    assert!(said[1].starts_with("If all that are open are 0: "), "{}", said[1]);
    assert!(said[2].starts_with("If all that are open are 5: "), "{}", said[2]);
    let report = report(&workspace);
    let Outcome::Range { lowest, highest } = &report.outcome else { panic!("a range") };
    let numbers = report.numbers(Language::English);
    assert!(said[1].contains(&format!("→ {}", numbers.shown(&lowest.exact))));
    assert!(said[2].contains(&format!("→ {}", numbers.shown(&highest.exact))));
    assert!(lowest.exact < highest.exact);
}

#[test]
fn a_range_narrows_with_every_row_that_is_settled() {
    let mut width = None;
    for open in (0..=6).rev() {
        let rows: Vec<usize> = (0..open).collect();
        let workspace = with_open(&rows);
        let report = report(&workspace);
        assert_eq!(report.open_rows(), open);
        let now = match &report.outcome {
            Outcome::Range { lowest, highest } => highest.exact.apart(&lowest.exact).1,
            Outcome::Index(_) => Exact::from(0),
        };
        assert!(width.is_none_or(|before| now < before), "{open} rows are open");
        width = Some(now);
    }
    assert_eq!(width, Some(Exact::from(0)));
}

#[test]
fn averages_are_of_the_same_instrument_and_never_of_a_later_year() {
    let all = benchmarks();
    for kind in [AgencyKind::City, AgencyKind::Regency, AgencyKind::Province, AgencyKind::Ministry] {
        for year in 2018..=2030 {
            for instrument in ["spbe-2018", "spbe-2020", "pemdi-2026"] {
                let found = select(&all, instrument, kind, year);
                for average in [&found.kind, &found.national].into_iter().flatten() {
                    assert!(average.year <= year, "{instrument} {year}");
                    let later = all.iter().any(|known| {
                        known.instrument == instrument
                            && known.year > average.year
                            && known.year <= year
                            && average.values.contains_key(&known.node)
                            && found.kind.as_ref().is_none_or(|of_kind| std::ptr::eq(of_kind, average))
                            && known.group == crate::model::benchmark::Group::Kind(kind)
                    });
                    assert!(!later, "{instrument} {kind:?} {year}: {} is not the latest", average.year);
                    assert!(average.of(BenchmarkNode::Index).is_some(), "{instrument} {kind:?} {year}");
                }
            }
        }
    }
}

#[test]
fn what_is_open_is_not_counted_below_the_target() {
    let workspace = in_progress();
    let report = report(&workspace);
    let below = report.below_target();
    assert!(!below.is_empty());
    assert!(below.iter().all(|line| line.level.is_some()), "an open row has no level to be below");
    assert!(below.windows(2).all(|pair| pair[0].level <= pair[1].level), "the lowest come first");
    let open = report.open();
    assert!(!open.is_empty() && open.iter().all(|line| line.level.is_none()));
    assert_eq!(open.len(), report.open_rows());
}
