//! The rule `not-approved`.

use crate::bilingual;
use crate::check::Facts;
use crate::diagnostic::finding::Finding;
use crate::diagnostic::place::Place;
use crate::diagnostic::rule::{Rule, Severity, Stage};
use crate::index::approval::Approved;
use crate::model::files::{FINAL_SCORES, approval_file};
use crate::text::bilingual::Bilingual;

/// An answer goes out without the word of an officer.
pub(crate) static RULE: Rule = Rule {
    id: "not-approved",
    severity: Severity::Error,
    stage: Stage::Submission,
    summary: Bilingual::fixed("jawaban belum disetujui", "an answer is not approved"),
    why: Bilingual::fixed(
        "Penanggung jawab atau koordinator menyetujui setiap jawaban sebelum dikirim. Aturan ini berlaku begitu ada yang mulai menyetujui, dan selalu saat berkas dikemas dengan `spbe bundle`.",
        "The responsible officer or the coordinator approves every answer before it is sent. The rule speaks once somebody has begun to approve, and always when a bundle is packed.",
    ),
    example: Bilingual::fixed(
        "approvals/sekda.csv:  tidak ada baris untuk indikator 12",
        "approvals/sekda.csv:  no record for indicator 12",
    ),
    mend: Bilingual::fixed(
        "Setujui dengan `spbe approve`; yang dikembalikan diperbaiki dulu oleh penilainya.",
        "Approve it with `spbe approve`; who scored it mends first what was returned.",
    ),
};

/// Finds rows with a level that nobody who may approve has accepted, once somebody has begun to approve or where it is
/// asked for in so many words.
pub(crate) fn check(facts: &Facts<'_>, findings: &mut Vec<Finding>) {
    if facts.workspace.approvals.is_empty() && !facts.approval {
        return;
    }
    let approvals = facts.approvals();
    for (row, judged) in approvals.rows().filter(|(_, judged)| judged.digest.is_some()) {
        let approve = bilingual!("setujui: `spbe approve {row}`", "approve it: `spbe approve {row}`");
        match judged.stands() {
            // What changed since is told by a rule of its own.
            Approved::Accepted | Approved::Changed => {}
            Approved::Waiting => {
                let message = bilingual!("indikator `{row}` belum disetujui", "indicator `{row}` is not approved");
                findings.push(Finding::at(RULE.id, place(facts), message).help(approve));
            }
            Approved::Returned => findings.extend(judged.returned().map(|word| {
                let (by, note) = (&word.by, &word.note);
                let message = bilingual!(
                    "indikator `{row}` dikembalikan oleh `{by}`: {note}",
                    "indicator `{row}` was returned by `{by}`: {note}"
                );
                let help = bilingual!(
                    "perbaiki, lalu minta disetujui: `spbe approve {row} --by {by}`",
                    "mend it, then have it approved: `spbe approve {row} --by {by}`"
                );
                Finding::at(RULE.id, word.row.place.clone(), message).help(help)
            })),
        }
    }
}

/// Returns where an approval would stand: with who may give one, else where levels are settled.
fn place(facts: &Facts<'_>) -> Place {
    let officer = facts.workspace.team.present().find(|member| member.role.value.decides());
    Place::file(officer.map_or_else(|| FINAL_SCORES.to_owned(), |officer| approval_file(officer.id.value.as_str())))
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::check::testing::{approve, sound};
    use crate::model::approval::Verdict;

    #[test]
    fn every_row_wants_the_word_of_an_officer_and_a_return_stands() {
        let mut case = sound();
        let rows = case.workspace.rows().len();
        assert!(case.says(check).is_empty(), "nobody has begun to approve");
        case.approval = true;
        assert_eq!(case.says(check).len(), rows, "a bundle wants it all the same");
        for row in case.workspace.rows() {
            approve(&mut case, "sekda", row, Verdict::Accepted);
        }
        assert!(case.says(check).is_empty(), "{:?}", case.says(check));
        case.workspace.approvals[0].verdict = Verdict::Returned;
        case.workspace.approvals[0].note = "Mana SOP-nya?".to_owned();
        assert_eq!(case.says(check), ["approvals/sekda.csv:2 indicator `1` was returned by `sekda`: Mana SOP-nya?"]);
    }

    #[test]
    fn who_may_not_approve_is_not_heard() {
        let mut case = sound();
        let row = case.workspace.rows().into_iter().next().expect("a row");
        approve(&mut case, "hukum", row, Verdict::Accepted);
        assert!(case.says(check).iter().any(|said| said.contains("indicator `1` is not approved")));
    }
}
