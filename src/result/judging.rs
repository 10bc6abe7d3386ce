//! What a member needs in order to judge a row: the documents at hand, the own judgement, and that of the others.

use crate::model::decimal::Decimal;
use crate::model::evidence::Evidence;
use crate::model::score::Score;
use crate::result::report::{Line, Report};

/// A row as a member judges it.
#[derive(Clone, Debug)]
pub(crate) struct Judging<'a> {
    /// The row.
    pub(crate) line: &'a Line<'a>,
    /// The member's own judgement.
    pub(crate) own: Option<&'a Score>,
    /// What the others gave, each with their id. It is not to be shown before the own judgement is given.
    pub(crate) others: Vec<&'a Score>,
    /// The documents of the index: those that are cited first, then those linked to the row, then the rest.
    pub(crate) documents: Vec<Offered<'a>>,
}

/// A document that can be cited.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Offered<'a> {
    /// The document.
    pub(crate) evidence: &'a Evidence,
    /// Whether the own judgement cites it.
    pub(crate) cited: bool,
    /// Whether it is linked to the row.
    pub(crate) linked: bool,
    /// The level that it is said to support there.
    pub(crate) level: Option<Decimal>,
}

/// Gathers what a member needs in order to judge a row.
pub(crate) fn judging<'a>(report: &'a Report<'a>, line: &'a Line<'a>, member: &str) -> Judging<'a> {
    let workspace = report.workspace;
    let (own, others): (Vec<&Score>, Vec<&Score>) = workspace
        .scores
        .iter()
        .filter(|score| score.row.value == line.row)
        .partition(|score| score.by.as_str() == member);
    let own = own.first().copied();
    let offered = |evidence: &'a Evidence| {
        let id = evidence.id.value.as_str();
        let links = || workspace.links.iter().filter(|link| link.row.value == line.row && link.evidence.value == id);
        Offered {
            evidence,
            cited: own.is_some_and(|score| score.evidence.iter().any(|cited| cited.value == id)),
            linked: links().next().is_some(),
            level: links().filter_map(|link| link.level.as_ref().map(|level| level.value)).max(),
        }
    };
    let mut documents: Vec<Offered<'a>> = workspace.evidence.iter().map(offered).collect();
    documents.sort_by_key(|document| (!document.cited, !document.linked));
    Judging { line, own, others, documents }
}

#[cfg(test)]
mod tests {
    use super::judging;
    use crate::result::testing::{pemalang, report, score, support};

    #[test]
    fn documents_at_hand_come_first_and_the_own_judgement_is_told_from_others() {
        let mut workspace = pemalang();
        support(
            &mut workspace,
            "lain,document,Lain,2018-01-02,,evidence/lain.pdf,00\njdih,document,JDIH,2018-01-02,,evidence/jdih.pdf,01\n\
             sk,document,SK,2018-01-02,,evidence/sk.pdf,02\n",
            "33,jdih,2\n",
        );
        score(&mut workspace, "tik", "33,2,document,,sk,Ada.\n");
        let report = report(&workspace);
        let line = report.indicators.iter().find(|line| line.row.indicator == 33).expect("a row");
        let judged = judging(&report, line, "tik");
        let ids: Vec<_> = judged.documents.iter().map(|document| document.evidence.id.value.as_str()).collect();
        assert_eq!(&ids[..2], ["sk", "jdih"]);
        assert!(judged.documents[0].cited && judged.documents[1].linked && !judged.documents[1].cited);
        assert_eq!(judged.documents[1].level, Some(2.into()));
        assert_eq!(judged.own.map(|score| score.by.as_str().to_owned()), Some("tik".to_owned()));
        assert!(judging(&report, line, "sekda").own.is_none());
    }
}
