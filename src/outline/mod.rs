//! The report as a document, in the order of the official *Laporan Hasil Evaluasi*: one file per section.

mod brief;
mod charts;
mod computation;
mod evidence;
mod external;
mod follow_up;
mod index;
mod indicators;
mod method;
mod nodes;
mod opening;
mod recommendations;
mod risk;
pub(crate) mod section;
#[cfg(test)]
mod sentences;
mod strengths;
mod summary;
mod team;
mod words;

use crate::bilingual;
use crate::outline::section::Section;
use crate::paper::document::Document;
use crate::paper::document::block::{Block, SignatureLine};
use crate::paper::document::look::Look;
use crate::result::numbers::Numbers;
use crate::result::report::Report;
use crate::text::bilingual::Bilingual;
use crate::text::colour::Colour;
use crate::text::language::Language;

/// Writes the report with these sections.
pub(crate) fn document(report: &Report<'_>, sections: &[Section], look: Look, language: Language) -> Document {
    let writer = ReportWriter { report, language, accent: look.accent.readable() };
    let mut blocks: Vec<Block> = Vec::new();
    let mut before = None;
    for section in sections {
        let of_section = writer.section(*section);
        if of_section.is_empty() {
            continue;
        }
        // What is signed ends before the first annex.
        if section.is_annex() && before.is_some_and(|before: Section| !before.is_annex()) {
            blocks.push(Block::PageBreak);
        }
        blocks.extend(of_section);
        before = Some(*section);
    }
    writer.document(look, blocks)
}

/// Writes what the leadership reads: one page.
pub(crate) fn brief(report: &Report<'_>, look: Look, language: Language) -> Document {
    let writer = ReportWriter { report, language, accent: look.accent.readable() };
    let blocks = brief::blocks(&writer);
    writer.document(look, blocks)
}

/// Writes sections of one report in one language.
struct ReportWriter<'a> {
    report: &'a Report<'a>,
    language: Language,
    accent: Colour,
}

impl ReportWriter<'_> {
    /// Writes one section; there are no blocks where the workspace has nothing to say in it.
    fn section(&self, section: Section) -> Vec<Block> {
        match section {
            Section::Cover => opening::cover(self),
            Section::Contents => opening::contents(self),
            Section::Preface => opening::preface(self),
            Section::Purpose => opening::purpose(self),
            Section::Summary => summary::blocks(self),
            Section::Basis => opening::basis(self),
            Section::Method => method::blocks(self),
            Section::Index => index::blocks(self),
            Section::Aspects => nodes::blocks(self),
            Section::Findings => strengths::blocks(self),
            Section::Recommendations => recommendations::blocks(self),
            Section::Indicators => indicators::blocks(self),
            Section::External => external::blocks(self),
            Section::Risk => risk::blocks(self),
            Section::Team => team::blocks(self),
            Section::Signatures => opening::signatures(self),
            Section::Evidence => evidence::blocks(self),
            Section::Computation => computation::blocks(self),
            Section::FollowUp => follow_up::blocks(self),
        }
    }

    /// Gives the blocks a title and a footer, which says on every page of a draft that it is one.
    fn document(&self, look: Look, blocks: Vec<Block>) -> Document {
        let (title, agency, year) = (self.title(), &self.report.agency.name, self.report.year);
        // It comes first, for a long name is cut at its end.
        let draft = if self.is_draft() { self.say(&bilingual!("DRAF · ", "DRAFT · ")) } else { String::new() };
        Document {
            language: self.language,
            title: format!("{title} {year}: {agency}"),
            author: agency.clone(),
            footer: format!("{draft}{title} {year} · {agency}"),
            look,
            blocks,
        }
    }

    /// Names the report.
    fn title(&self) -> String {
        let subject = self.subject();
        self.say(&bilingual!("Laporan Hasil Evaluasi {subject}", "Evaluation report on {subject}"))
    }

    /// Tells whether rows are open, so that the report can still change.
    fn is_draft(&self) -> bool {
        self.report.open_rows() > 0
    }

    /// Names what is evaluated.
    fn subject(&self) -> &str {
        self.report.instrument.subject.get(self.language)
    }

    /// Says something in the language of the report.
    fn say(&self, text: &Bilingual) -> String {
        text.get(self.language).to_owned()
    }

    /// Returns what writes the numbers of the report.
    fn numbers(&self) -> Numbers {
        self.report.numbers(self.language)
    }

    /// Begins a chapter.
    fn chapter(&self, title: &Bilingual) -> Block {
        Block::Heading { level: 1, text: self.say(title) }
    }

    /// Begins an annex, which stands behind the signatures.
    fn annex(&self, title: &Bilingual) -> Block {
        let (id, en) = (&title.id, &title.en);
        self.chapter(&bilingual!("Lampiran: {id}", "Annex: {en}"))
    }

    /// Begins a part of a chapter.
    fn part(&self, title: &Bilingual) -> Block {
        Block::Heading { level: 2, text: self.say(title) }
    }

    /// Returns a paragraph.
    fn paragraph(&self, text: &Bilingual) -> Block {
        Block::Paragraph(text.get(self.language).into())
    }

    /// Returns who signs: whom `report.toml` names, else the coordinator and the responsible officer of the team.
    fn signatories(&self) -> Vec<SignatureLine> {
        words::signatories(self.report, self.language)
    }
}

#[cfg(test)]
mod tests {
    use super::{brief, document};
    use crate::format::reading::Reading;
    use crate::format::team;
    use crate::model::workspace::Workspace;
    use crate::outline::section::Section;
    use crate::paper::document::block::Block;
    use crate::paper::document::look::Look;
    use crate::paper::document::{Document, words};
    use crate::result::report::Report;
    use crate::result::testing::{bandar_lampung, benchmarks, denpasar, in_progress, pemdi};
    use crate::text::language::Language;

    fn whole(workspace: &Workspace, language: Language) -> Document {
        let report = Report::of(workspace, &benchmarks()).expect("a report");
        document(&report, Section::ALL, Look::default(), language)
    }

    #[test]
    fn headings_skip_no_level_none_stands_twice_and_no_section_is_empty() {
        for workspace in [bandar_lampung(), denpasar(), pemdi(), in_progress()] {
            for language in [Language::Indonesian, Language::English] {
                let document = whole(&workspace, language);
                let mut texts: Vec<&str> = document.headings().map(|(_, _, text)| text).collect();
                let count = texts.len();
                texts.sort_unstable();
                texts.dedup();
                assert_eq!(texts.len(), count, "a heading stands twice, so that no link can tell them apart");
                let mut before = 0;
                for (number, level, text) in document.headings() {
                    assert!(level <= before + 1, "{text}");
                    assert!(!text.is_empty());
                    let next = document.blocks.get(number + 1);
                    let deeper =
                        |block: &Block| matches!(block, Block::Heading { level: below, .. } if *below <= level);
                    assert!(next.is_some_and(|block| !deeper(block)), "nothing below {text}");
                    before = level;
                }
            }
        }
    }

    #[test]
    fn an_open_evaluation_has_no_index_anywhere() {
        let text = words(&whole(&in_progress(), Language::Indonesian));
        assert!(text.contains("belum ada indeks") || text.contains("Belum ada indeks"), "{text}");
        assert!(!text.contains("memperoleh indeks"), "{text}");
    }

    #[test]
    fn the_two_languages_never_mix() {
        let report = whole(&bandar_lampung(), Language::English);
        let text = words(&report);
        for word in ["Rekomendasi", "Kekuatan", "kurang 0", "2,98", "rata-rata"] {
            assert!(!text.contains(word), "{word} in {text}");
        }
        let text = words(&whole(&bandar_lampung(), Language::Indonesian));
        for word in ["Recommendation", "Strengths", "2.98", "average", "Summary"] {
            assert!(!text.contains(word), "{word} in {text}");
        }
    }

    #[test]
    fn the_terms_follow_the_instrument() {
        assert!(words(&whole(&pemdi(), Language::Indonesian)).contains("Laporan Hasil Evaluasi Pemerintah Digital"));
        for (mut workspace, team) in [(denpasar(), "Tim Evaluator Internal"), (bandar_lampung(), "Tim Asesor Internal")]
        {
            let member = "[[member]]\nid = \"sekda\"\nname = \"Sekda\"\nunit = \"Setda\"\nrole = \"coordinator\"\n";
            workspace.team = team::read(member, &Reading::new("team.toml"));
            assert!(words(&whole(&workspace, Language::Indonesian)).contains(team));
        }
    }

    #[test]
    fn the_page_for_the_leadership_is_short_and_has_the_index() {
        let workspace = bandar_lampung();
        let report = Report::of(&workspace, &benchmarks()).expect("a report");
        let page = brief(&report, Look::default(), Language::Indonesian);
        let text = words(&page);
        assert!(text.contains("2,98") && text.len() < 4_000, "{text}");
    }
}
