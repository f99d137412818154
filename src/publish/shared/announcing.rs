//! Where partners announce: the pages of the form, and the languages that have it.

use crate::diagnostic::MessageLanguage;
use crate::form::ORGANISATION_FORM;
use crate::locale::Locale;
use crate::model::Kind;
use crate::publish::RenderContext;

/// Path of the page from which one announces, below a language's root.
pub(crate) const ANNOUNCE_PATH: &str = "annuncia/";

/// Language of the form on the pages of a language of the board: English, or Italian where the board's own language is
/// neither; `None` for languages that have a page which leads to the form.
pub(crate) fn form_language(context: &RenderContext, locale: &Locale) -> Option<MessageLanguage> {
    match locale.code.as_str() {
        "en" => Some(MessageLanguage::English),
        code if code == "it" || code == context.board.config.bacheca.lingua => Some(MessageLanguage::Italian),
        _ => None,
    }
}

/// Path below the site's root of the form of a kind for the readers of a language.
pub(crate) fn form_path(context: &RenderContext, locale: &Locale, kind: Kind) -> String {
    let root = form_language(context, locale).map_or("", |_| locale.root.as_str());
    format!("{root}{ANNOUNCE_PATH}{}/", kind.key())
}

/// Path below the site's root from which the readers of a language register an organisation: the form, or the page that
/// leads to the languages that have it.
pub(crate) fn registration_path(context: &RenderContext, locale: &Locale) -> String {
    match form_language(context, locale) {
        Some(_) => format!("{}{ANNOUNCE_PATH}{ORGANISATION_FORM}/", locale.root),
        None => format!("{}{ANNOUNCE_PATH}", locale.root),
    }
}
