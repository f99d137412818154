//! «Finalità sociale»: who offers it, and why.

mod company_called_otherwise;
mod company_without_inclusion;

use crate::check::Check;

pub(super) const CHECKS: &[Check] = &[company_called_otherwise::CHECK, company_without_inclusion::CHECK];
