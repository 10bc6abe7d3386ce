//! How something stands.

/// How something stands. Never said by colour alone: the words beside it say it too.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Tone {
    /// As the rest.
    #[default]
    Plain,
    /// Reached.
    Good,
    /// Wants attention.
    Attention,
}
