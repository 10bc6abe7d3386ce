//! Messages to paste into a chat: courteous and plain, short enough to be read on a telephone.

use jiff::civil::Date;

use crate::bilingual;
use crate::model::role::Role;
use crate::model::row::RowId;
use crate::result::progress::members::{Lack, MemberProgress, MemberState, Task, TaskState};
use crate::result::progress::runs::parts;
use crate::result::progress::units::{UnitProgress, rows};
use crate::result::report::{Line, Report};
use crate::result::signing::team_name;
use crate::text::bilingual::Bilingual;
use crate::text::date::in_words;
use crate::text::language::Language;
use crate::text::visible::on_one_line;
use crate::text::wrap::shortened;

/// The most characters of a message.
const MOST: usize = 700;
/// The most characters of a name in one.
const NAME: usize = 80;

/// Writes messages, each under a line that names its addressee, with an empty line between two.
pub(crate) fn text(messages: &[Message], language: Language) -> String {
    let one = |message: &Message| {
        let to = &message.to;
        let head = bilingual!("Kepada {to}:", "To {to}:");
        format!("{}\n{}\n", head.get(language), message.text)
    };
    messages.iter().map(one).collect::<Vec<_>>().join("\n")
}

/// A message to somebody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Message {
    /// The name of the addressee.
    pub(crate) to: String,
    /// What is said to them.
    pub(crate) text: String,
}

/// Writes messages about one evaluation.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Messenger<'p> {
    /// The evaluation as it stands.
    pub(crate) report: &'p Report<'p>,
    /// The language.
    pub(crate) language: Language,
}

impl Messenger<'_> {
    /// Writes to a member: what is late, else what is still to come, else thanks.
    pub(crate) fn to_member(self, member: &MemberProgress<'_>) -> Message {
        let name = cut(member.name, NAME);
        let all = member.tasks.len();
        let (work, receiver) = (self.work(), self.receiver(member.id));
        let late = member.state() == MemberState::Late;
        let wanted = |task: &&Task<'_>| !late || matches!(task.state, TaskState::Late(_));
        let lines: Vec<&Line<'_>> = member.missing().filter(wanted).map(|task| task.line).collect();
        let thanks = bilingual!(
            "Yth. {name}, terima kasih atas bantuan Bapak/Ibu dalam {work}.",
            "Dear {name}, thank you for your help with the {work}."
        );
        if lines.is_empty() {
            let text = thanks.and(self.without_missing_scores(member));
            return Message { text: self.limited(&text), to: name };
        }
        let day = member.next_due().map(|day| in_words(day, self.language)).unwrap_or_default();
        let due = match (late, day.is_empty()) {
            (true, _) => bilingual!(" Tenggatnya {day} dan kini sudah lewat.", " It was due on {day}."),
            (false, false) => bilingual!(" Tenggatnya {day}.", " It is due on {day}."),
            (false, true) => Bilingual::fixed("", ""),
        };
        let missing = lines.len();
        let waiting = bilingual!(
            " Kami masih menunggu penilaian Bapak/Ibu untuk {missing} dari {all} indikator.",
            " We are still waiting for your assessment of {missing} of {all} indicators."
        );
        let close = bilingual!(
            "\nMohon diselesaikan dan disampaikan kepada {receiver}. Bila ada kendala, silakan kabari kami. Terima kasih.",
            "\nPlease complete it and hand it to {receiver}. If anything stands in the way, please tell us. Thank you."
        );
        Message { text: self.fitting(&thanks.and(waiting).and(due), &lines, &close), to: name }
    }

    /// Says what is left of a member who owes no score: rows to complete, levels to agree on, or nothing.
    fn without_missing_scores(self, member: &MemberProgress<'_>) -> Bilingual {
        let rows_with = |wanted: &[Lack]| -> Vec<RowId> {
            let todos = member.todos.iter().filter(|todo| todo.lacks.iter().any(|lack| wanted.contains(lack)));
            let mut rows: Vec<RowId> = todos.map(|todo| todo.line.row).collect();
            rows.sort_unstable();
            rows
        };
        let incomplete = rows_with(&[Lack::Evidence, Lack::Explanation]);
        let differing = rows_with(&[Lack::Decision, Lack::Agreement]);
        let mut said = Bilingual::fixed("", "");
        if !incomplete.is_empty() {
            let rows = self.numbers(&incomplete);
            said = said.and(bilingual!(
                " Penilaian untuk {rows} masih perlu dilengkapi data dukung atau penjelasannya.",
                " Your assessment of {rows} still wants its evidence or explanation."
            ));
        }
        if !differing.is_empty() {
            let rows = self.numbers(&differing);
            said = said.and(bilingual!(
                " Untuk {rows} masih ada perbedaan level; mohon kesediaan Bapak/Ibu untuk menyepakatinya bersama.",
                " Levels differ on {rows}; we kindly ask you to help settle them."
            ));
        }
        match (member.tasks.is_empty(), incomplete.is_empty() && differing.is_empty()) {
            (true, true) => Bilingual::fixed(
                " Saat ini tidak ada yang kami tunggu dari Bapak/Ibu.",
                " At present we are waiting for nothing from you.",
            ),
            (false, true) => Bilingual::fixed(
                " Semua penilaian Bapak/Ibu sudah kami terima dengan lengkap.",
                " We have received all of your assessments.",
            ),
            (_, false) => said,
        }
    }

    /// Writes to a unit on a day: the evidence that is missing, else thanks.
    pub(crate) fn to_unit(self, unit: &UnitProgress<'_>, day: Date) -> Message {
        let name = cut(unit.name, NAME);
        let receiver = self.receiver("");
        let lines: Vec<&Line<'_>> = unit.lacking().map(|need| need.line).collect();
        let begin = self.begin(&name);
        if lines.is_empty() {
            let received = Bilingual::fixed(
                " data dukung semua indikator Bapak/Ibu sudah kami terima.",
                " we have received the evidence for all of your indicators.",
            );
            let text =
                begin.and(received).and(self.welcome(unit)).and(Bilingual::fixed(" Terima kasih.", " Thank you."));
            return Message { text: self.limited(&text), to: name };
        }
        let close = match unit.due() {
            Some(due) if due < day => {
                let due = in_words(due, self.language);
                bilingual!(
                    "\nTenggatnya {due} sudah lewat; mohon dikirim kepada {receiver} secepatnya. Terima kasih.",
                    "\nIt was due on {due}; please send it to {receiver} as soon as you can. Thank you."
                )
            }
            Some(due) => {
                let due = in_words(due, self.language);
                bilingual!(
                    "\nMohon dikirim kepada {receiver} paling lambat {due}. Terima kasih.",
                    "\nPlease send it to {receiver} by {due}. Thank you."
                )
            }
            None => bilingual!(
                "\nMohon dikirim kepada {receiver}. Terima kasih.",
                "\nPlease send it to {receiver}. Thank you."
            ),
        };
        Message { text: self.asking(begin, &lines, &close), to: name }
    }

    /// Writes to a unit that gets a letter about these rows, with the day on which the first of them is due; the letter says
    /// the rest.
    pub(crate) fn with_letter(self, unit: &str, lines: &[&Line<'_>], due: Option<Date>) -> Message {
        let (name, receiver) = (cut(unit, NAME), self.receiver(""));
        let by = due.map(|due| in_words(due, self.language));
        let by = by.map(|day| bilingual!(" paling lambat {day}", " by {day}"));
        let please = bilingual!("\nMohon dikirim kepada {receiver}", "\nPlease send it to {receiver}");
        let close = please.and(by.unwrap_or(Bilingual::fixed("", ""))).and(Bilingual::fixed(
            ". Rinciannya ada dalam surat kami. Terima kasih.",
            ". Our letter has the details. Thank you.",
        ));
        Message { text: self.asking(self.begin(&name), lines, &close), to: name }
    }

    /// Addresses a unit.
    fn begin(self, unit: &str) -> Bilingual {
        let work = self.work();
        bilingual!("Yth. Bapak/Ibu di {unit}, untuk {work}", "Dear colleagues at {unit}, for the {work}")
    }

    /// Asks for the evidence of rows.
    fn asking(self, begin: Bilingual, lines: &[&Line<'_>], close: &Bilingual) -> String {
        let count = lines.len();
        let indicators = if count == 1 { "indicator" } else { "indicators" };
        let wanting = bilingual!(
            " kami masih memerlukan data dukung untuk {count} indikator.",
            " we still need evidence for {count} {indicators}."
        );
        self.fitting(&begin.and(wanting), lines, close)
    }

    /// Names what is going on: the self-assessment of which subject, where and when.
    fn work(self) -> String {
        let report = self.report;
        let (subject, agency) =
            (cut(report.instrument.subject.get(self.language), NAME), cut(&report.agency.name, NAME));
        let year = report.year;
        let work = bilingual!(
            "penilaian mandiri {subject} {agency} Tahun {year}",
            "{year} self-assessment of {subject} at {agency}"
        );
        work.get(self.language).to_owned()
    }

    /// Names who receives what is handed in: the data-entry officer, else the team; nobody hands in to themselves.
    fn receiver(self, own: &str) -> String {
        let report = self.report;
        let mut officers = report.workspace.team.present().filter(|member| member.role.value == Role::DataEntry);
        let officer = officers.find(|member| member.id.value.as_str() != own);
        let team = || team_name(report.instrument, self.language);
        cut(&officer.map_or_else(team, |member| member.name.clone()), NAME)
    }

    /// Says on which rows evidence for a higher level would be welcome.
    fn welcome(self, unit: &UnitProgress<'_>) -> Bilingual {
        let rows = rows(unit.improvable());
        if rows.is_empty() {
            return Bilingual::fixed("", "");
        }
        let rows = self.numbers(&rows);
        bilingual!(
            " Bila ada, bukti untuk level yang lebih tinggi pada {rows} masih dapat disampaikan.",
            " Evidence for a higher level on {rows} is still welcome, if there is any."
        )
    }

    /// Names rows in a sentence.
    fn numbers(self, rows: &[RowId]) -> String {
        let listed = match self.language {
            Language::Indonesian => parts(rows, " s.d. "),
            Language::English => parts(rows, " to "),
        };
        let (rows, indicators) = (listed.join(", "), if rows.len() == 1 { "indicator" } else { "indicators" });
        bilingual!("indikator {rows}", "{indicators} {rows}").get(self.language).to_owned()
    }

    /// Writes a message that names rows, as fully as its length allows: with their names, by their numbers, or the first
    /// of them and how many follow.
    fn fitting(self, begin: &Bilingual, lines: &[&Line<'_>], close: &Bilingual) -> String {
        let (begin, close) = (begin.get(self.language), close.get(self.language));
        let named = |line: &&Line<'_>| format!("\n{}. {}", line.row, on_one_line(&line.short_name(self.language)));
        let rows: Vec<RowId> = lines.iter().map(|line| line.row).collect();
        let some = |count: usize| {
            let (first, rest) = (self.numbers(&rows[..count]), rows.len() - count);
            let text =
                bilingual!("\nYang dimaksud: {first} dan {rest} lainnya.", "\nThese are {first} and {rest} more.");
            text.get(self.language).to_owned()
        };
        let all = self.numbers(&rows);
        let all = bilingual!("\nYang dimaksud: {all}.", "\nThese are {all}.").get(self.language).to_owned();
        let ways = [lines.iter().map(named).collect(), all].into_iter().chain((1..rows.len()).rev().map(some));
        let texts = ways.map(|way| format!("{begin}{way}{close}"));
        let fits = |text: &String| length(text) <= MOST;
        texts.clone().find(fits).unwrap_or_else(|| cut_to(&format!("{begin}{close}"), MOST))
    }

    /// Writes a message that names no rows.
    fn limited(self, text: &Bilingual) -> String {
        cut_to(text.get(self.language), MOST)
    }
}

/// Counts characters.
fn length(text: &str) -> usize {
    text.chars().count()
}

/// Shortens a text to so many characters.
fn cut_to(text: &str, most: usize) -> String {
    shortened(text, most, length)
}

/// Writes a name on one line, and no longer than a message bears.
fn cut(name: &str, most: usize) -> String {
    cut_to(&on_one_line(name), most)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::{Messenger, text};
    use crate::model::workspace::Workspace;
    use crate::result::progress::Progress;
    use crate::result::testing::{assign, pemalang, report, score};
    use crate::text::language::Language;

    fn busy() -> Workspace {
        let mut workspace = pemalang();
        assign(&mut workspace, "4,tik,2018-07-10\n5,tik,2018-07-10\n6,tik,2018-07-10\n3,tik,2018-08-13\n");
        workspace
    }

    #[test]
    fn a_name_cannot_act_on_the_terminal() {
        let mut workspace = busy();
        workspace.manifest.as_mut().expect("a manifest").agency.name = "Kota \u{1b}]0;x\u{7}\nx".to_owned();
        workspace.team.members[4].name = "Si\u{202e}\u{1b}[31m\nB".to_owned();
        let report = report(&workspace);
        let progress = Progress::of(&report, date(2018, 7, 16));
        let member = progress.members.iter().find(|member| member.id == "tik").expect("a member");
        let message = Messenger { report: &report, language: Language::English }.to_member(member);
        let said = text(&[message], Language::English);
        assert!(!said.contains(['\u{7}', '\u{202e}', '\u{1b}']) && !said.contains("\nB"), "{said}");
    }

    #[test]
    fn a_message_is_courteous_plain_and_short() {
        let workspace = busy();
        let report = report(&workspace);
        let progress = Progress::of(&report, date(2018, 7, 16));
        for language in [Language::Indonesian, Language::English] {
            let messenger = Messenger { report: &report, language };
            let members = progress.members.iter().map(|member| messenger.to_member(member));
            let units = progress.units.iter().map(|unit| messenger.to_unit(unit, progress.day));
            for message in members.chain(units) {
                let text = &message.text;
                assert!(text.chars().count() <= 700, "{text}");
                assert!(!text.contains(['`', '*', '_', '#', '<', '[']) && !text.contains("\n\n"), "{text}");
                assert!(!text.contains("spbe") && !text.contains("git"), "{text}");
                assert!(text.starts_with("Yth. ") || text.starts_with("Dear "), "{text}");
                assert!(text.contains("erima kasih") || text.to_lowercase().contains("thank you"), "{text}");
            }
        }
        let messenger = Messenger { report: &report, language: Language::Indonesian };
        let late = progress.members.iter().find(|member| member.id == "tik").expect("a member");
        insta::assert_snapshot!(text(
            &[messenger.to_member(late), messenger.to_unit(&progress.units[1], progress.day)],
            Language::Indonesian
        ));
    }

    #[test]
    fn a_member_who_owes_no_score_is_told_what_is_left_and_nothing_that_is_not_so() {
        let workspace = busy();
        let report = report(&workspace);
        let progress = Progress::of(&report, date(2018, 7, 16));
        let said = |id: &str| {
            let member = progress.members.iter().find(|member| member.id == id).expect("a member");
            Messenger { report: &report, language: Language::English }.to_member(member).text
        };
        assert!(said("sekda").ends_with(" Levels differ on indicator 2; we kindly ask you to help settle them."));
        assert!(said("entri").ends_with(" At present we are waiting for nothing from you."), "{}", said("entri"));
        let mut workspace = busy();
        score(&mut workspace, "hukum", "3,2,document,,,\n");
        let report = crate::result::testing::report(&workspace);
        let progress = Progress::of(&report, date(2018, 7, 16));
        let hukum = progress.members.iter().find(|member| member.id == "hukum").expect("a member");
        let text = Messenger { report: &report, language: Language::Indonesian }.to_member(hukum).text;
        assert!(text.contains("Penilaian untuk indikator 3 masih perlu dilengkapi data dukung"), "{text}");
    }

    #[test]
    fn a_message_about_everything_still_fits_and_says_how_much_it_is_about() {
        let mut workspace = pemalang();
        for row in workspace.rows() {
            assign(&mut workspace, &format!("{row},tik,2018-07-10\n"));
        }
        workspace.team.members[4].name = "Kepala ".repeat(60);
        workspace.manifest.as_mut().expect("a manifest").agency.name = "Pemerintah ".repeat(60);
        let report = report(&workspace);
        let progress = Progress::of(&report, date(2018, 7, 16));
        let late = progress.members.iter().find(|member| member.id == "tik").expect("a member");
        let text = Messenger { report: &report, language: Language::English }.to_member(late).text;
        assert!(text.chars().count() <= 700 && text.contains("34 of 35 indicators"), "{text}");
        assert!(text.contains("These are indicators 1, 3 to 34, 35-1."), "{text}");
    }
}
