//! Repositories that would make git run a program.
