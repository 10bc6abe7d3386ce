//! What every form is written with: the result, the language, and short ways to the blocks.

use crate::bilingual;
use crate::form::words::Words;
use crate::model::assignment::Assignment;
use crate::model::role::Role;
use crate::model::team::{Decree, Member};
use crate::paper::document::block::{Block, Letterhead, SignatureLine};
use crate::paper::document::span::Text;
use crate::result::label::capitalised;
use crate::result::numbers::Numbers;
use crate::result::owners::Owner;
use crate::result::report::Report;
use crate::result::signing::{DOTS, place_and_day};
use crate::text::bilingual::Bilingual;
use crate::text::date::in_words;
use crate::text::language::Language;

/// What a form is written with.
#[derive(Clone, Copy, Debug)]
pub(crate) struct FormWriter<'a> {
    /// The result and everything it rests on.
    pub(crate) report: &'a Report<'a>,
    /// The language.
    pub(crate) language: Language,
    /// What writes numbers.
    pub(crate) numbers: Numbers,
    /// What names things.
    pub(crate) words: Words<'a>,
}

impl<'a> FormWriter<'a> {
    /// Begins a form.
    pub(crate) fn new(report: &'a Report<'a>, language: Language) -> Self {
        let words = Words { instrument: report.instrument, language };
        Self { report, language, numbers: report.numbers(language), words }
    }

    /// Says something in the language of the form.
    pub(crate) fn say(&self, text: &Bilingual) -> String {
        text.get(self.language).to_owned()
    }

    /// Makes a heading.
    pub(crate) fn heading(&self, level: u8, text: &Bilingual) -> Block {
        Block::Heading { level, text: self.say(text) }
    }

    /// Makes a paragraph.
    pub(crate) fn paragraph(&self, text: &Bilingual) -> Block {
        Block::Paragraph(self.say(text).into())
    }

    /// Makes a pair of a name and what it stands for.
    pub(crate) fn fact(&self, name: &Bilingual, value: impl Into<Text>) -> (String, Text) {
        (self.say(name), value.into())
    }

    /// Names the members with a role, as they stand in `team.toml`.
    pub(crate) fn with_role(&self, role: Role) -> impl Iterator<Item = &'a Member> {
        self.report.workspace.team.present().filter(move |member| member.role.value == role)
    }

    /// Names who receives what is handed in: the data-entry officer, else the team.
    pub(crate) fn receiver(&self) -> String {
        let officer = self.with_role(Role::DataEntry).next();
        officer.map_or_else(|| self.words.team(), |member| member.name.clone())
    }

    /// Names the members who evaluate rows of a unit, as they stand in `team.toml`.
    pub(crate) fn evaluators_of(&self, owner: &Owner<'_>) -> Vec<&'a str> {
        let workspace = self.report.workspace;
        let evaluates = |member: &&Member| {
            let own = |it: &&Assignment| it.member.value == member.id.value.as_str();
            workspace.assignments.iter().filter(own).any(|it| owner.rows.contains(&it.row.value))
        };
        workspace.team.present().filter(evaluates).map(|member| member.name.as_str()).collect()
    }

    /// Makes the head of a letter from the team.
    pub(crate) fn letterhead(&self) -> Block {
        let said = &self.report.workspace.presentation.letterhead;
        let labelled = |label: Bilingual, value: &Option<String>| {
            value.as_ref().map(|value| format!("{} {value}", self.say(&label)))
        };
        let reached = [
            labelled(Bilingual::fixed("Telepon", "Telephone"), &said.telephone),
            labelled(Bilingual::fixed("Pos-el", "E-mail"), &said.email),
        ];
        // Where the team sits and how it is reached is one line, as in letters of the government.
        let reached = said.address.clone().into_iter().chain(reached.into_iter().flatten());
        let below = [capitalised(&self.words.team()), reached.collect::<Vec<_>>().join(", ")];
        Block::Letterhead(Letterhead {
            parent: said.parent.clone().unwrap_or_default(),
            name: said.name.as_ref().unwrap_or(&self.report.agency.name).clone(),
            below: below.into_iter().filter(|line| !line.is_empty()).collect(),
        })
    }

    /// Makes the place to sign of a role; the name is left to the pen where nobody has the role.
    pub(crate) fn signatory(&self, role: Role) -> SignatureLine {
        let name = self.with_role(role).next().map(|member| member.name.clone()).unwrap_or_default();
        SignatureLine { office: self.words.office(role), name, number: format!("NIP {DOTS}") }
    }

    /// Makes a place to sign for somebody who is not known yet.
    pub(crate) fn stranger(&self, office: &Bilingual) -> SignatureLine {
        SignatureLine { office: self.say(office), name: String::new(), number: format!("NIP {DOTS}") }
    }

    /// Makes the block of signatures, the day of which is filled in by hand.
    pub(crate) fn signatures(&self, signatories: Vec<SignatureLine>) -> Block {
        Block::Signatures { place: place_and_day(self.report), signatories, copies: String::new() }
    }

    /// Says which regulation and which decree the evaluation rests on.
    pub(crate) fn basis(&self) -> String {
        let regulation = &self.report.instrument.regulation;
        match &self.report.workspace.team.decree {
            Some(decree) => {
                let decree = self.decree(decree);
                self.say(&bilingual!("{regulation} dan {decree}", "{regulation} and {decree}"))
            }
            None => regulation.to_string(),
        }
    }

    /// Cites a decree by its number, and by its date where that is known.
    fn decree(&self, decree: &Decree) -> String {
        let number = &decree.number;
        self.say(&match decree.date.map(|date| in_words(date, self.language)) {
            Some(date) => bilingual!("Keputusan Nomor {number} tanggal {date}", "decree {number} of {date}"),
            None => bilingual!("Keputusan Nomor {number}", "decree {number}"),
        })
    }
}

/// Names the position and unit of a member; the position is left out where the name says it already.
pub(crate) fn position_and_unit(member: &Member) -> String {
    let name = member.name.to_lowercase();
    let position = member.position.as_deref().filter(|position| !name.starts_with(&position.to_lowercase()));
    position.into_iter().chain([member.unit.value.as_str()]).collect::<Vec<_>>().join(", ")
}

/// Puts what belongs to each member or unit on pages of its own.
pub(crate) fn on_own_pages(parts: Vec<Vec<Block>>) -> Vec<Block> {
    let mut blocks = Vec::new();
    for part in parts {
        if !blocks.is_empty() && !part.is_empty() {
            blocks.push(Block::PageBreak);
        }
        blocks.extend(part);
    }
    blocks
}
