//! The integration tests: the binary as a person uses it, and the shape of the source.

mod architecture;
mod bad_input;
mod broken;
mod browser;
mod canonical;
mod cases;
mod commands;
mod crash;
mod crowd;
mod disk;
mod examples;
mod faults;
mod form;
mod formats;
mod harness;
mod help;
mod hostile;
mod leaks;
mod merge;
mod office;
mod readme;
mod receiver;
mod recommend;
mod road;
mod shapes;
mod tools;
