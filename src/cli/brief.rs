//! `spbe brief`: a socialisation, and who attended it.

use clap::Args;

use crate::bilingual;
use crate::cli::change::Change;
use crate::cli::context::Context;
use crate::cli::exit_status::ExitStatus;
use crate::cli::failure::Failure;
use crate::cli::help::say;
use crate::cli::{pick, words};
use crate::diagnostic::place::{Located, Place};
use crate::model::files::TEAM;
use crate::model::team::{Briefing, Team};

#[derive(Args, Debug)]
pub(super) struct BriefArgs {
    #[arg(required = true, value_name = say("ANGGOTA|all", "MEMBER|all"), help = say(
        "anggota yang hadir pada `--date`, atau `all`",
        "the members who attended on `--date`, or `all`",
    ))]
    members: Vec<String>,
    #[arg(long, value_name = say("TEMPAT", "PLACE"), help = say("tempat", "the place"))]
    place: Option<String>,
    #[arg(long, value_name = say("ACARA", "TOPIC"), help = say("acara", "what it was about"))]
    topic: Option<String>,
}

/// Records who attended a briefing; those who are named later for its day join it, unless place or topic differ.
pub(super) fn run(context: &Context, args: &BriefArgs) -> Result<ExitStatus, Failure> {
    let mut change = Change::begin(context, |file| file == TEAM)?;
    let members = members(&change.loaded.workspace.team, &args.members)?;
    let here = || Place::file(TEAM);
    let date = context.today()?;
    let venue = words::optional(context, "--place", args.place.as_deref())?;
    let topic = words::optional(context, "--topic", args.topic.as_deref())?;
    let mut team = change.team()?;
    let attended = members.iter().map(|id| Located::new(id.clone(), here())).collect();
    let briefing = Briefing { date: Located::new(date, here()), venue, topic, attended };
    let of_the_day = change.loaded.workspace.team.briefings.iter().filter(|other| other.date.value == date).count();
    let joined = team.add_briefing(&briefing)?;
    change.changes.text(TEAM, team.into_text());
    let count = members.len();
    let number = of_the_day + 1;
    change.finish(&match (joined, of_the_day) {
        (true, _) => bilingual!(
            "{count} anggota dicatat hadir pada sosialisasi {date} yang sudah ada.",
            "Recorded {count} members at the briefing of {date} that was there already."
        ),
        (false, 0) => bilingual!(
            "Sosialisasi {date} dicatat: {count} anggota hadir.",
            "Recorded the briefing of {date}: {count} members attended."
        ),
        (false, _) => bilingual!(
            "Sosialisasi ke-{number} pada {date} dicatat: {count} anggota hadir.",
            "Recorded another briefing of {date}, number {number}: {count} members attended."
        ),
    })?;
    Ok(ExitStatus::Done)
}

/// Finds who attended; `all` stands for the whole team, and is refused while it has no members.
fn members(team: &Team, named: &[String]) -> Result<Vec<String>, Failure> {
    if !matches!(named, [one] if ["all", "semua"].contains(&one.as_str())) {
        let member = |id: &String| Ok(pick::member(team, id)?.id.value.to_string());
        return named.iter().map(member).collect();
    }
    if team.members.is_empty() {
        let message = bilingual!("tim belum beranggota", "the team has no members yet");
        let help = bilingual!("tambahkan dengan `spbe team add`", "add them with `spbe team add`");
        return Err(Failure::new(message).help(help));
    }
    Ok(team.ids().map(str::to_owned).collect())
}
