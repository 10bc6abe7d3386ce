//! Documents on paper and screen: the model of a document and its renderers. It knows nothing of evaluations.

pub(crate) mod document;
pub(crate) mod docx;
pub(crate) mod drawing;
pub(crate) mod fonts;
pub(crate) mod format;
pub(crate) mod html;
pub(crate) mod markdown;
pub(crate) mod pdf;
