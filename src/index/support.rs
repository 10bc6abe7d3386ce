//! Which document supports which row, and at which level: asked here by everyone, by row and by document.
//!
//! A document supports a row that it is *linked* to (`evidence-links.csv`), with the level that the link states, and
//! one that it is *cited* for by a judgement (`scores/`). Everyone who lists what a document supports tells both.

use std::borrow::Borrow;
use std::collections::BTreeMap;

use crate::diagnostic::place::Located;
use crate::model::decimal::Decimal;
use crate::model::evidence::{Evidence, EvidenceLink};
use crate::model::row::RowId;
use crate::model::score::Score;
use crate::model::workspace::Workspace;

/// What supports what in one workspace.
///
/// The records are sorted once by row and once by document, and keep the order of their files within each, so that
/// every question is two searches and no scan.
#[derive(Clone, Debug)]
pub(crate) struct Support<'a> {
    /// The index, by id; what has the same id stays in order.
    documents: Vec<(&'a str, Indexed<'a>)>,
    /// The links, by row.
    links_by_row: Vec<(RowId, &'a EvidenceLink)>,
    /// The links, by the document that they name, whether or not the index has it.
    links_by_document: Vec<(&'a str, &'a EvidenceLink)>,
    /// The judgements, by row.
    scores_by_row: Vec<(RowId, &'a Score)>,
    /// What judgements cite, by row.
    citations_by_row: Vec<(RowId, Citation<'a>)>,
    /// What judgements cite, by the document that they name, whether or not the index has it.
    citations_by_document: Vec<(&'a str, Citation<'a>)>,
}

/// A document and where the index has it.
#[derive(Clone, Copy, Debug)]
struct Indexed<'a> {
    /// How many documents stand before it.
    position: usize,
    /// The document.
    evidence: &'a Evidence,
}

/// A document that a judgement cites.
#[derive(Clone, Copy, Debug)]
struct Citation<'a> {
    /// The judgement.
    score: &'a Score,
    /// The id of the document.
    document: &'a str,
}

impl<'a> Support<'a> {
    /// Sorts what a workspace says.
    pub(crate) fn of(workspace: &'a Workspace) -> Self {
        let documents = workspace.evidence.iter().enumerate();
        let documents =
            documents.map(|(position, evidence)| (evidence.id.value.as_str(), Indexed { position, evidence }));
        let cited = workspace
            .scores
            .iter()
            .flat_map(|score| score.evidence.iter().map(move |id| Citation { score, document: id.value.as_str() }));
        let links = workspace.links.iter();
        Self {
            documents: sorted(documents),
            links_by_row: sorted(links.clone().map(|link| (link.row.value, link))),
            links_by_document: sorted(links.map(|link| (link.evidence.value.as_str(), link))),
            scores_by_row: sorted(workspace.scores.iter().map(|score| (score.row.value, score))),
            citations_by_row: sorted(cited.clone().map(|citation| (citation.score.row.value, citation))),
            citations_by_document: sorted(cited.map(|citation| (citation.document, citation))),
        }
    }

    /// Returns the judgements of a row, as they stand in the files.
    pub(crate) fn scores_of(&self, row: RowId) -> impl Iterator<Item = &'a Score> + use<'_, 'a> {
        of_key(&self.scores_by_row, &row)
    }

    /// Tells whether the index has a document.
    pub(crate) fn is_indexed(&self, document: &str) -> bool {
        self.indexed(document).next().is_some()
    }

    /// Returns the links of a document, as they stand in the file.
    pub(crate) fn links_of(&self, document: &str) -> impl Iterator<Item = &'a EvidenceLink> + use<'_, 'a> {
        of_key(&self.links_by_document, document)
    }

    /// Returns the levels that links of a document to a row state, as they stand in the file.
    pub(crate) fn stated(&self, row: RowId, document: &str) -> impl Iterator<Item = &'a Located<Decimal>> {
        let links = of_key(&self.links_by_row, &row).filter(move |link| link.evidence.value == document);
        links.filter_map(|link| link.level.as_ref())
    }

    /// Tells whether a document is linked to any row, or cited for any.
    pub(crate) fn is_used(&self, document: &str) -> bool {
        self.links_of(document).next().is_some() || of_key(&self.citations_by_document, document).next().is_some()
    }

    /// Returns the rows that a document is linked to, each with the level of the link, and those that it is cited for
    /// alone; sorted.
    pub(crate) fn rows_of(&self, document: &str) -> Vec<(RowId, Option<Decimal>)> {
        let linked = self.links_of(document);
        let mut rows: Vec<(RowId, Option<Decimal>)> = linked.map(|link| (link.row.value, level(link))).collect();
        rows.sort();
        let in_links = rows.len();
        for citation in of_key(&self.citations_by_document, document) {
            let row = citation.score.row.value;
            let known = rows[..in_links].binary_search_by_key(&row, |(linked, _)| *linked).is_ok();
            if !known && rows[in_links..].iter().all(|(cited, _)| *cited != row) {
                rows.push((row, None));
            }
        }
        rows.sort();
        rows
    }

    /// Returns the documents of the index that links name for a row, with the level of each link, as the links stand in
    /// the file.
    pub(crate) fn linked_to(&self, row: RowId) -> Vec<(&'a Evidence, Option<Decimal>)> {
        let links = of_key(&self.links_by_row, &row);
        links.filter_map(|link| Some((self.indexed(&link.evidence.value).next()?.evidence, level(link)))).collect()
    }

    /// Returns the documents of the index that are linked to a row or cited for it, with the highest level that a link
    /// states or a citing judgement gave, in the order of the index.
    pub(crate) fn documents_of(&self, row: RowId) -> Vec<(&'a Evidence, Option<Decimal>)> {
        let mut levels: BTreeMap<&str, Option<Decimal>> = BTreeMap::new();
        for link in of_key(&self.links_by_row, &row) {
            let highest = levels.entry(link.evidence.value.as_str()).or_default();
            *highest = (*highest).max(level(link));
        }
        for citation in of_key(&self.citations_by_row, &row) {
            let highest = levels.entry(citation.document).or_default();
            *highest = (*highest).max(Some(citation.score.level.value));
        }
        let indexed = |(id, level): (&str, Option<Decimal>)| self.indexed(id).map(move |document| (document, level));
        let mut documents: Vec<_> = levels.into_iter().flat_map(indexed).collect();
        documents.sort_by_key(|(document, _)| document.position);
        documents.into_iter().map(|(document, level)| (document.evidence, level)).collect()
    }

    /// Counts the ids of the index that are linked to a row or cited for it.
    pub(crate) fn count_of(&self, row: RowId) -> usize {
        let linked = of_key(&self.links_by_row, &row).map(|link| link.evidence.value.as_str());
        let cited = of_key(&self.citations_by_row, &row).map(|citation| citation.document);
        let mut named: Vec<&str> = linked.chain(cited).collect();
        named.sort_unstable();
        named.dedup();
        named.into_iter().filter(|id| self.indexed(id).next().is_some()).count()
    }

    /// Returns what the index has under an id: nothing, or one document unless an id stands twice.
    fn indexed(&self, id: &str) -> impl Iterator<Item = Indexed<'a>> + use<'_, 'a> {
        of_key(&self.documents, id)
    }
}

/// Returns the level that a link states.
fn level(link: &EvidenceLink) -> Option<Decimal> {
    link.level.as_ref().map(|level| level.value)
}

/// Sorts records by key; what has the same key stays in order.
fn sorted<K: Ord, V>(records: impl Iterator<Item = (K, V)>) -> Vec<(K, V)> {
    let mut records: Vec<(K, V)> = records.collect();
    records.sort_by(|(one, _), (other, _)| one.cmp(other));
    records
}

/// Returns the records of a key among sorted ones.
fn of_key<'r, K: Borrow<Q>, Q: Ord + ?Sized, V: Copy>(
    records: &'r [(K, V)],
    key: &Q,
) -> impl Iterator<Item = V> + use<'r, K, Q, V> {
    let start = records.partition_point(|(one, _)| one.borrow() < key);
    let length = records[start..].partition_point(|(one, _)| one.borrow() == key);
    records[start..start + length].iter().map(|(_, record)| *record)
}

#[cfg(test)]
mod tests {
    use super::Support;
    use crate::format::reading::Reading;
    use crate::format::{evidence, evidence_links, scores};
    use crate::model::decimal::Decimal;
    use crate::model::evidence::Evidence;
    use crate::model::id::Id;
    use crate::model::row::RowId;
    use crate::model::workspace::Workspace;

    /// Three documents, one of them twice in the index, with links and citations of known and unknown ids.
    fn workspace() -> Workspace {
        let documents = "id,kind,title,date,unit,file,sha256\n\
                         sk,document,SK,,,,\nfoto,screenshot,Foto,,,,\nsk,document,SK lagi,,,,\nsisa,link,Sisa,,,,\n";
        let links = "indicator,evidence,level\n2,sk,2\n1,foto,\n2,foto,1\n2,sk,3\n2,hilang,1\n35-1,sk,\n";
        let judged = "indicator,level,method,date,evidence,explanation\n\
                      1,3,document,,foto sk,a\n2,4,document,,foto,b\n4,1,document,,foto hilang,c\n4,2,document,,foto,d\n";
        let by = Id::parse("hukum").expect("an id");
        Workspace {
            evidence: evidence::read(documents, &Reading::new("evidence.csv")),
            links: evidence_links::read(links, &Reading::new("evidence-links.csv")),
            scores: scores::read(judged, &by, &Reading::new("scores/hukum.csv")),
            ..Workspace::default()
        }
    }

    fn row(text: &str) -> RowId {
        text.parse().expect("a row")
    }

    fn rows(rows: Vec<(RowId, Option<Decimal>)>) -> Vec<String> {
        rows.into_iter().map(|(row, level)| told(&row.to_string(), level)).collect()
    }

    fn titles(documents: Vec<(&Evidence, Option<Decimal>)>) -> Vec<String> {
        documents.into_iter().map(|(evidence, level)| told(&evidence.title, level)).collect()
    }

    fn told(what: &str, level: Option<Decimal>) -> String {
        level.map_or_else(|| what.to_owned(), |level| format!("{what} {level}"))
    }

    #[test]
    fn a_document_has_the_rows_of_its_links_and_those_that_it_is_cited_for_alone() {
        let workspace = workspace();
        let support = Support::of(&workspace);
        assert_eq!(rows(support.rows_of("sk")), ["1", "2 2", "2 3", "35-1"]);
        assert_eq!(rows(support.rows_of("foto")), ["1", "2 1", "4"], "cited twice for 4, linked to 1");
        assert_eq!(rows(support.rows_of("sisa")), Vec::<String>::new());
        let linked: Vec<String> = support.links_of("sk").map(|link| link.row.value.to_string()).collect();
        assert_eq!(linked, ["2", "2", "35-1"]);
    }

    #[test]
    fn a_row_has_its_documents_in_the_order_of_the_index_and_its_links_in_that_of_the_file() {
        let workspace = workspace();
        let support = Support::of(&workspace);
        assert_eq!(titles(support.documents_of(row("2"))), ["SK 3", "Foto 4", "SK lagi 3"]);
        assert_eq!(titles(support.documents_of(row("1"))), ["SK 3", "Foto 3", "SK lagi 3"]);
        assert_eq!(titles(support.linked_to(row("2"))), ["SK 2", "Foto 1", "SK 3"]);
        assert_eq!(titles(support.linked_to(row("1"))), ["Foto"]);
        let stated: Vec<String> = support.stated(row("2"), "sk").map(|level| level.value.to_string()).collect();
        assert_eq!(stated, ["2", "3"]);
    }

    #[test]
    fn an_id_counts_once_and_only_if_the_index_has_it() {
        let workspace = workspace();
        let support = Support::of(&workspace);
        let counts = ["1", "2", "4", "35-1", "3"].map(|text| support.count_of(row(text)));
        assert_eq!(counts, [2, 2, 1, 1, 0]);
    }

    #[test]
    fn a_link_or_a_citation_is_use() {
        let workspace = workspace();
        let support = Support::of(&workspace);
        assert_eq!(["sk", "foto", "hilang", "sisa"].map(|id| support.is_used(id)), [true, true, true, false]);
    }
}
