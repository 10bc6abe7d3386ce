//! The integration tests: the binary as a person uses it, and the shape of the source.

mod architecture;
mod cases;
mod examples;
mod faults;
mod harness;
mod road;
