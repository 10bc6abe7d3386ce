//! A small sound workspace for the tests of the rules, to be broken in one way at a time.
//!
//! Spans stand for lines here: what is on the fifth line of a file has a span that begins at 5.

use std::borrow::Cow;
use std::sync::Arc;

use jiff::civil::date;

use crate::check::Facts;
use crate::diagnostic::finding::Finding;
use crate::diagnostic::place::{Located, Place};
use crate::index::approval::Approvals;
use crate::model::approval::{Approval, Verdict};
use crate::model::aspect_findings::AspectFindings;
use crate::model::assignment::Assignment;
use crate::model::decimal::Decimal;
use crate::model::disk::{Disk, FileState, SoundFile};
use crate::model::evidence::{Evidence, EvidenceKind, EvidenceLink};
use crate::model::id::Id;
use crate::model::instrument::{
    Aspect, Domain, Function, Indicator, Instrument, InstrumentPlaces, NodePlaces, Predicate, Repeat, RoleCount, Scale,
    Years,
};
use crate::model::manifest::{Agency, AgencyKind, Manifest, Schedule, Service};
use crate::model::policy::Targets;
use crate::model::recommendation::{Recommendation, Source, State};
use crate::model::role::Role;
use crate::model::row::RowId;
use crate::model::score::{ExternalScore, ExternalStage, FinalScore, Method, Score};
use crate::model::team::{Briefing, Decree, Member, Team};
use crate::model::workspace::Workspace;
use crate::text::bilingual::Bilingual;

/// A workspace with what stands beside it.
pub(crate) struct Case {
    pub(crate) workspace: Workspace,
    pub(crate) disk: Disk,
    pub(crate) places: InstrumentPlaces,
    pub(crate) least: Targets,
    pub(crate) approval: bool,
}

impl Case {
    pub(crate) fn facts(&self) -> Facts<'_> {
        Facts::new(&self.workspace, &self.disk, Some(&self.places)).asking(self.least).wanting_approval(self.approval)
    }

    pub(crate) fn manifest(&mut self) -> &mut Manifest {
        self.workspace.manifest.as_mut().expect("the case has a manifest")
    }

    pub(crate) fn instrument(&mut self) -> &mut Instrument {
        self.workspace.instrument.as_mut().expect("the case has an instrument").to_mut()
    }

    /// Adds a row of `final.csv`.
    pub(crate) fn settle(&mut self, line: usize, row: &str, level: &str) {
        let file = "scores/final.csv";
        self.workspace.finals.push(FinalScore {
            row: at(file, line, self::row(row)),
            level: at(file, line, number(level)),
            date: None,
            decided_by: Some(at(file, line, "sekda".to_owned())),
            reason: at(file, line, "Disepakati dalam rapat".to_owned()),
        });
    }

    /// Adds a row of `external.csv`.
    pub(crate) fn judge(&mut self, line: usize, row: &str, stage: ExternalStage, level: &str) {
        let file = "scores/external.csv";
        self.workspace.external.push(ExternalScore {
            row: at(file, line, self::row(row)),
            stage,
            level: at(file, line, number(level)),
            note: String::new(),
        });
    }

    /// What a rule on the workspace says: file, line, message.
    pub(crate) fn says(&self, check: fn(&Facts<'_>, &mut Vec<Finding>)) -> Vec<String> {
        let mut findings = Vec::new();
        check(&self.facts(), &mut findings);
        findings.iter().map(told).collect()
    }

    /// What a rule on the workspace advises: the help of each finding, empty where it has none.
    pub(crate) fn advises(&self, check: fn(&Facts<'_>, &mut Vec<Finding>)) -> Vec<String> {
        let mut findings = Vec::new();
        check(&self.facts(), &mut findings);
        findings.into_iter().map(|finding| finding.help.map(|help| help.en.into_owned()).unwrap_or_default()).collect()
    }
}

/// What a rule on an instrument says.
pub(crate) fn says(
    check: fn(&Instrument, &InstrumentPlaces, &mut Vec<Finding>),
    instrument: &Instrument,
) -> Vec<String> {
    let mut findings = Vec::new();
    check(instrument, &places(instrument), &mut findings);
    findings.iter().map(told).collect()
}

fn told(finding: &Finding) -> String {
    let place = finding.place.as_ref().expect("a finding of a rule has a place");
    let line = place.span.as_ref().map_or_else(|| "-".to_owned(), |span| span.start.to_string());
    format!("{}:{line} {}", place.file, finding.message.en)
}

/// A place on a line.
pub(crate) fn place(file: &str, line: usize) -> Place {
    Place::new(&Arc::from(file), line..line + 1)
}

/// A value on a line.
pub(crate) fn at<T>(file: &str, line: usize, value: T) -> Located<T> {
    Located::new(value, place(file, line))
}

pub(crate) fn row(text: &str) -> RowId {
    text.parse().expect("a row")
}

pub(crate) fn number(text: &str) -> Decimal {
    Decimal::parse(text).expect("a decimal").0
}

fn id(text: &str) -> Id {
    Id::parse(text).expect("an id")
}

fn name(text: &str) -> Bilingual {
    Bilingual::new(text.to_owned(), text.to_owned())
}

/// Two aspects in one domain, three indicators, the third of them assessed per service.
pub(crate) fn instrument() -> Instrument {
    let role = |role, most| RoleCount { role, name: name("role"), least: 1, most };
    let aspect = |id, weight| Aspect { id, domain: Some(1), name: name("aspect"), weight: Some(number(weight)) };
    let predicate = |text: &'static str, from, to| Predicate {
        name: Cow::Borrowed(text),
        also: None,
        from: number(from),
        to: number(to),
    };
    let function = |id: &'static str| Function { id: Cow::Borrowed(id), name: name(id) };
    Instrument {
        id: Cow::Borrowed("tiny"),
        title: name("tiny"),
        regulation: Cow::Borrowed("none"),
        gazette: None,
        years: Years { from: 2018, to: None },
        criteria_note: None,
        subject: Bilingual::same("SPBE"),
        evaluator: name("evaluator"),
        scale: Scale {
            lowest: number("0"),
            highest: number("3"),
            step: number("1"),
            nothing_shown: number("0"),
            capabilities: Cow::Owned(Vec::new()),
        },
        predicates: vec![predicate("Baik", "1.5", "3"), predicate("Kurang", "0", "1.5")].into(),
        predicate_from_shown: Cow::Owned(Vec::new()),
        decimals: 2,
        functions: vec![function("law"), function("ict")].into(),
        roles: vec![
            role(Role::Coordinator, Some(1)),
            role(Role::Responsible, Some(1)),
            role(Role::DataEntry, Some(1)),
            role(Role::Member, None),
        ]
        .into(),
        maps_from: None,
        domains: vec![Domain { id: 1, name: name("domain"), weight: Some(number("100")) }].into(),
        aspects: vec![aspect(1, "60"), aspect(2, "40")].into(),
        indicators: vec![
            indicator(1, 1, Some("25"), &["law"]),
            indicator(2, 1, Some("35"), &["ict"]),
            Indicator { repeat: Some(Repeat { least: 1, most: 3 }), ..indicator(3, 2, None, &[]) },
        ]
        .into(),
    }
}

fn indicator(id: u32, aspect: u32, weight: Option<&str>, functions: &[&'static str]) -> Indicator {
    Indicator {
        id,
        aspect,
        name: name(&format!("indicator {id}")),
        short: None,
        weight: weight.map(number),
        capability: None,
        functions: functions.iter().map(|function| Cow::Borrowed(*function)).collect(),
        repeat: None,
        criteria: (0..=3).map(|level| (Decimal::from(level), Cow::Borrowed("criterion"))).collect(),
        evidence: Cow::Owned(Vec::new()),
        evidence_by_level: Cow::Owned(Vec::new()),
        note: None,
    }
}

/// Places of an instrument: domains from line 100, aspects from 200, indicators from 300, ten lines each with the
/// weight on the second; predicates from line 50; the top list on line 9.
pub(crate) fn places(instrument: &Instrument) -> InstrumentPlaces {
    let file = "instrument.yaml";
    let node = |first: usize| {
        move |at: usize| NodePlaces { id: place(file, first + 10 * at), weight: Some(place(file, first + 10 * at + 1)) }
    };
    InstrumentPlaces {
        domains: (0..instrument.domains.len()).map(node(100)).collect(),
        aspects: (0..instrument.aspects.len()).map(node(200)).collect(),
        indicators: (0..instrument.indicators.len()).map(node(300)).collect(),
        predicates: (0..instrument.predicates.len()).map(|at| place(file, 50 + at)).collect(),
        top: Some(place(file, 9)),
        differing: Vec::new(),
    }
}

/// A workspace in which no rule finds anything: five members, four rows, two documents.
pub(crate) fn sound() -> Case {
    let places = places(&instrument());
    let workspace = Workspace {
        approvals: Vec::new(),
        manifest: Some(manifest()),
        instrument: Some(Cow::Owned(instrument())),
        team: team(),
        assignments: vec![
            assignment(2, "1", "hukum"),
            assignment(3, "2", "hukum"),
            assignment(4, "2", "ict"),
            assignment(5, "3-1", "ict"),
            assignment(6, "3-2", "ict"),
        ],
        evidence: vec![
            evidence(2, "perbup", EvidenceKind::Document),
            Evidence {
                file: Some(at("evidence.csv", 3, "evidence/wawancara.pdf".to_owned())),
                sha256: Some(at("evidence.csv", 3, "ef56".to_owned())),
                ..evidence(3, "wawancara", EvidenceKind::Interview)
            },
        ],
        links: vec![
            link(2, "1", "perbup", Some("2")),
            link(3, "2", "perbup", Some("3")),
            link(4, "3-1", "wawancara", None),
        ],
        received: Vec::new(),
        wanted: Vec::new(),
        scores: vec![
            score(2, "hukum", "1", "2", &["perbup"]),
            score(3, "hukum", "2", "3", &["perbup"]),
            score(2, "ict", "2", "3", &["perbup"]),
            score(3, "ict", "3-1", "1", &["wawancara"]),
            score(4, "ict", "3-2", "0", &[]),
        ],
        finals: Vec::new(),
        answers: Vec::new(),
        external: Vec::new(),
        published: Vec::new(),
        recommendations: ["1", "3-1", "3-2"].map(|row| advice(row, State::Open)).into(),
        presentation: Default::default(),
        aspect_findings: vec![said(2, 1, &["baik"]), said(5, 2, &["baik"])],
    };
    let mut disk = Disk { instrument_sha256: Some("ab12".to_owned()), ..Disk::default() };
    disk.evidence.insert("evidence/perbup.pdf".to_owned(), FileState::Sound(file("cd34")));
    disk.evidence.insert("evidence/wawancara.pdf".to_owned(), FileState::Sound(file("ef56")));
    Case { workspace, disk, places, least: Targets::default(), approval: false }
}

/// A PDF of ten bytes.
pub(crate) fn file(sha256: &str) -> SoundFile {
    SoundFile { sha256: sha256.to_owned(), size: 1000, head: b"%PDF-1.4\n\n".to_vec(), flaw: None }
}

fn manifest() -> Manifest {
    let file = "spbe.toml";
    let service =
        |line, text| Service { row: at(file, line, row(text)), name: Some(format!("Layanan {text}")), unit: None };
    Manifest {
        agency: Agency { name: "Kabupaten".to_owned(), kind: AgencyKind::Regency, code: None },
        year: at(file, 2, 2018),
        instrument: at(file, 3, "tiny".to_owned()),
        instrument_sha256: Some(at(file, 4, "ab12".to_owned())),
        language: None,
        target_index: None,
        target_level: Some(at(file, 5, number("3"))),
        services: vec![service(7, "3-1"), service(8, "3-2")],
        schedule: Schedule::default(),
        rules: Vec::new(),
    }
}

fn team() -> Team {
    let members = vec![
        member(10, "sekda", Role::Coordinator, &[]),
        member(20, "asisten", Role::Responsible, &[]),
        member(30, "entri", Role::DataEntry, &[]),
        member(40, "hukum", Role::Member, &["law"]),
        member(50, "ict", Role::Member, &["ict"]),
    ];
    let attended = members.iter().map(|member| at("team.toml", 90, member.id.value.to_string())).collect();
    let briefing = Briefing { date: at("team.toml", 90, date(2018, 4, 17)), venue: None, topic: None, attended };
    let decree = Decree { number: "480".to_owned(), date: Some(date(2018, 4, 2)) };
    Team { decree: Some(decree), members, units: Vec::new(), briefings: vec![briefing], lacks_members: false }
}

/// A member: the id on the given line, role and functions on the two that follow.
pub(crate) fn member(line: usize, id: &str, role: Role, functions: &[&str]) -> Member {
    let file = "team.toml";
    Member {
        id: at(file, line, self::id(id)),
        name: id.to_owned(),
        position: None,
        unit: at(file, line, "Setda".to_owned()),
        role: at(file, line + 1, role),
        functions: functions.iter().map(|function| at(file, line + 2, (*function).to_owned())).collect(),
        until: None,
        replaced_by: None,
    }
}

pub(crate) fn assignment(line: usize, row: &str, member: &str) -> Assignment {
    let file = "assignments.csv";
    Assignment {
        row: at(file, line, self::row(row)),
        member: at(file, line, member.to_owned()),
        due: None,
        place: place(file, line),
    }
}

/// A document of February from Setda; it has the file `evidence/<id>.pdf` and the digest `cd34`, other kinds have neither.
pub(crate) fn evidence(line: usize, id: &str, kind: EvidenceKind) -> Evidence {
    let file = "evidence.csv";
    Evidence {
        id: at(file, line, self::id(id)),
        kind,
        title: id.to_owned(),
        date: Some(at(file, line, date(2018, 2, 1))),
        unit: Some("Setda".to_owned()),
        file: kind.needs_file().then(|| at(file, line, format!("evidence/{id}.pdf"))),
        sha256: kind.needs_file().then(|| at(file, line, "cd34".to_owned())),
    }
}

pub(crate) fn link(line: usize, row: &str, evidence: &str, level: Option<&str>) -> EvidenceLink {
    let file = "evidence-links.csv";
    EvidenceLink {
        row: at(file, line, self::row(row)),
        evidence: at(file, line, evidence.to_owned()),
        level: level.map(|level| at(file, line, number(level))),
    }
}

/// The strengths of an aspect.
pub(crate) fn said(line: usize, id: u32, strengths: &[&str]) -> AspectFindings {
    let file = "findings.toml";
    let strengths = strengths.iter().map(|text| (*text).to_owned()).collect();
    AspectFindings { aspect: at(file, line, id), strengths, weaknesses: Vec::new() }
}

/// A recommendation for a row.
pub(crate) fn advice(row: &str, state: State) -> Recommendation {
    let file = "recommendations.csv";
    Recommendation {
        row: at(file, 2, self::row(row)),
        to_level: Some(at(file, 2, number("3"))),
        action: at(file, 2, "perbaiki".to_owned()),
        unit: Some("Setda".to_owned()),
        due: Some(at(file, 2, date(2019, 6, 30))),
        priority: None,
        source: Source::Internal,
        state,
        place: place(file, 2),
    }
}

pub(crate) fn score(line: usize, by: &str, row: &str, level: &str, evidence: &[&str]) -> Score {
    let file = format!("scores/{by}.csv");
    Score {
        by: id(by),
        row: at(&file, line, self::row(row)),
        level: at(&file, line, number(level)),
        methods: vec![Method::Document],
        date: Some(at(&file, line, date(2018, 7, 2))),
        evidence: evidence.iter().map(|cited| at(&file, line, (*cited).to_owned())).collect(),
        explanation: at(&file, line, "Fakta, analisis, justifikasi".to_owned()),
    }
}

/// Has an officer say something of a row as it stands.
pub(crate) fn approve(case: &mut Case, by: &str, row: RowId, verdict: Verdict) {
    let digest = Approvals::of(&case.workspace).row(row).and_then(|judged| judged.digest.clone());
    let file = format!("approvals/{by}.csv");
    let line = case.workspace.approvals.iter().filter(|word| word.by.as_str() == by).count() + 2;
    case.workspace.approvals.push(Approval {
        by: Id::parse(by).expect("an id"),
        row: at(&file, line, row),
        verdict,
        digest: at(&file, line, digest.expect("the row has a level")),
        date: Some(at(&file, line, date(2018, 8, 30))),
        note: String::new(),
    });
}
