//! A workspace: one agency's evaluation of one year, as far as its files can be read.

use std::borrow::Cow;
use std::collections::BTreeSet;

use crate::model::approval::Approval;
use crate::model::aspect_findings::AspectFindings;
use crate::model::assignment::Assignment;
use crate::model::evidence::{Evidence, EvidenceLink};
use crate::model::instrument::Instrument;
use crate::model::manifest::Manifest;
use crate::model::presentation::Presentation;
use crate::model::published::PublishedValue;
use crate::model::received::Received;
use crate::model::recommendation::Recommendation;
use crate::model::row::RowId;
use crate::model::score::{Answer, ExternalScore, FinalScore, Score};
use crate::model::served::Served;
use crate::model::team::Team;

/// Everything that the files of a workspace say.
#[derive(Clone, Debug, Default)]
pub(crate) struct Workspace {
    /// The manifest; absent when `spbe.toml` can't be read.
    pub(crate) manifest: Option<Manifest>,
    /// The frozen instrument; absent when `instrument.yaml` can't be read.
    pub(crate) instrument: Option<Cow<'static, Instrument>>,
    /// The team.
    pub(crate) team: Team,
    /// Who evaluates what.
    pub(crate) assignments: Vec<Assignment>,
    /// The evidence index.
    pub(crate) evidence: Vec<Evidence>,
    /// What each document supports.
    pub(crate) links: Vec<EvidenceLink>,
    /// Every evaluator's judgements, by member and then as they stand in the file.
    pub(crate) scores: Vec<Score>,
    /// The agreed levels.
    pub(crate) finals: Vec<FinalScore>,
    /// The agency's own answers.
    pub(crate) answers: Vec<Answer>,
    /// What officers approved, by officer and then as it stands in the file.
    pub(crate) approvals: Vec<Approval>,
    /// The ministry's levels.
    pub(crate) external: Vec<ExternalScore>,
    /// What the ministry published beside levels.
    pub(crate) published: Vec<PublishedValue>,
    /// What to improve.
    pub(crate) recommendations: Vec<Recommendation>,
    /// Which work sheets came in.
    pub(crate) received: Vec<Received>,
    /// What served as evidence last year.
    pub(crate) wanted: Vec<Served>,
    /// Strengths and weaknesses.
    pub(crate) aspect_findings: Vec<AspectFindings>,
    /// How the report presents itself.
    pub(crate) presentation: Presentation,
}

impl Workspace {
    /// Returns the rows that are evaluated; none while instrument or manifest can't be read.
    pub(crate) fn rows(&self) -> BTreeSet<RowId> {
        match (&self.instrument, &self.manifest) {
            (Some(instrument), Some(manifest)) => instrument.rows(&manifest.service_rows()),
            _ => BTreeSet::new(),
        }
    }
}
