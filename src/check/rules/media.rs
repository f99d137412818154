//! Images.

mod image_incomplete;
mod image_name_personal;
mod image_too_large;

use crate::check::Check;

pub(super) const CHECKS: &[Check] = &[image_incomplete::CHECK, image_name_personal::CHECK, image_too_large::CHECK];
