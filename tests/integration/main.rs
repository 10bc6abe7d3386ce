//! The integration tests.
mod cases;
