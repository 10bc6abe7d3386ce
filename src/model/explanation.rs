//! The parts of an explanation: what was found, and what follows from it. The justification is the outside assessor's part.

/// What stands before the facts, in either language.
const FACTS: [&str; 2] = ["Fakta:", "Facts:"];
/// What stands before the analysis, in either language.
const ANALYSIS: [&str; 2] = ["Analisis:", "Analysis:"];

/// An explanation in its parts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Parts {
    /// What was found.
    pub(crate) facts: String,
    /// What follows from it; a justification that somebody wrote stands in it as it was.
    pub(crate) analysis: String,
}

impl Parts {
    /// Finds the parts of a text; one without heads is all facts.
    pub(crate) fn of(text: &str) -> Self {
        let text = text.trim();
        let behind = |heads: [&str; 2], text: &str| heads.iter().find_map(|head| Some(text.strip_prefix(head)?.len()));
        let begin = behind(FACTS, text).map_or(0, |rest| text.len() - rest);
        let at = ANALYSIS.iter().filter_map(|head| Some((text[begin..].find(head)? + begin, head.len()))).min();
        let (facts, analysis) = match at {
            Some((at, head)) => (&text[begin..at], &text[at + head..]),
            None => (&text[begin..], ""),
        };
        Self { facts: facts.trim().to_owned(), analysis: analysis.trim().to_owned() }
    }

    /// Puts the parts together again.
    pub(crate) fn together(&self) -> String {
        let part = |head: &str, text: &str| (!text.trim().is_empty()).then(|| format!("{head} {}", text.trim()));
        let parts = [part(FACTS[0], &self.facts), part(ANALYSIS[0], &self.analysis)];
        parts.into_iter().flatten().collect::<Vec<_>>().join("\n")
    }
}

#[cfg(test)]
mod tests {
    use super::Parts;

    #[test]
    fn an_explanation_is_taken_apart_and_put_together_without_loss() {
        let text = "Fakta: Perbup 12/2018 mengatur. Analisis: Sebagian unit. Justifikasi: Level 2.";
        let parts = Parts::of(text);
        assert_eq!(
            (parts.facts.as_str(), parts.analysis.as_str()),
            ("Perbup 12/2018 mengatur.", "Sebagian unit. Justifikasi: Level 2.")
        );
        assert_eq!(parts.together(), "Fakta: Perbup 12/2018 mengatur.\nAnalisis: Sebagian unit. Justifikasi: Level 2.");
        assert_eq!(Parts::of(&parts.together()), parts);
        let bare = Parts::of("Belum ada.");
        assert_eq!((bare.facts.as_str(), bare.together().as_str()), ("Belum ada.", "Fakta: Belum ada."));
        assert_eq!(Parts::of("Analysis: none").analysis, "none");
        assert_eq!(Parts::of("").together(), "");
    }
}
