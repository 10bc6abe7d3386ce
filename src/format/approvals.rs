//! `approvals/<member>.csv`.

use crate::format::reading::Reading;
use crate::format::scalar;
use crate::format::table::parse::parse;
use crate::format::table::row::Row;
use crate::format::table::schema::Schema;
use crate::model::approval::Approval;
use crate::model::id::Id;
use crate::text::bilingual::Bilingual;
use crate::text::digest::is_digest;

/// The shape of the table; it has one author.
pub(crate) static SCHEMA: Schema =
    Schema { columns: &["indicator", "verdict", "digest", "date", "note"], keys: 1, later: 0, one_line: false };

/// Reads the approvals of a member.
pub(crate) fn read(text: &str, by: &Id, reading: &Reading) -> Vec<Approval> {
    let Some(table) = parse(text, &SCHEMA, reading) else { return Vec::new() };
    Row::all(&table, &SCHEMA, reading).filter_map(|row| approval(row, by)).collect()
}

/// Reads an approval; nothing without its row, its verdict and the digest of what it is about.
fn approval(row: Row<'_>, by: &Id) -> Option<Approval> {
    let (id, verdict, digest) = (row.row_id("indicator"), row.word("verdict"), row.required("digest"));
    let (date, note) = (row.date("date"), row.said("note", false).value);
    let digest = digest?;
    if !is_digest(&digest.value) {
        let expected = Bilingual::fixed(
            "sidik 64 angka heksadesimal, yang ditulis `spbe approve`",
            "a digest of 64 hexadecimal digits, which `spbe approve` writes",
        );
        return scalar::refuse_text(&digest.value, digest.place.span.unwrap_or_default(), row.reading(), &expected);
    }
    Some(Approval { by: by.clone(), row: id?, verdict: verdict?.value, digest, date, note })
}

#[cfg(test)]
mod tests {
    use super::read;
    use crate::format::reading::Reading;
    use crate::model::approval::Verdict;
    use crate::model::id::Id;

    #[test]
    fn a_verdict_stands_with_the_digest_of_what_it_is_about() {
        let digest = "0".repeat(64);
        let text = format!(
            "indicator,verdict,digest,date,note\n1,accepted,{digest},2018-08-30,\n2,returned,{digest},,\"Mana SOP-nya?\"\n\
             3,accepted,abc,,\n4,maybe,{digest},,\n5,disetujui,{digest},,\n"
        );
        let reading = Reading::new("approvals/sekda.csv");
        let approvals = read(&text, &Id::parse("sekda").expect("an id"), &reading);
        let said: Vec<_> =
            approvals.iter().map(|one| (one.row.value.indicator, one.verdict, one.note.as_str())).collect();
        assert_eq!(
            said,
            [(1, Verdict::Accepted, ""), (2, Verdict::Returned, "Mana SOP-nya?"), (5, Verdict::Accepted, "")]
        );
        let rules: Vec<_> = reading.finish().into_iter().map(|finding| finding.rule).collect();
        assert_eq!(rules, ["bad-value", "bad-value", "not-canonical"]);
    }
}
