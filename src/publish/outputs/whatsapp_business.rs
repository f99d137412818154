//! What a desk sets up once in WhatsApp Business, `redazione/whatsapp-business/`: a page for each language with the texts to
//! copy, and `modelli.json` with the templates that Meta approves.

use serde::Serialize;

use crate::compose::whatsapp_business::{BusinessPack, MessageTemplate, build_business_pack, build_templates};
use crate::error::Error;
use crate::locale::Locale;
use crate::publish::shared::addresses::need_path;
use crate::publish::shared::page_shell::PageHead;
use crate::publish::{PageSpec, RenderContext};

const PATH: &str = "redazione/whatsapp-business/";
const TEMPLATES_FILE: &str = "modelli.json";

/// A page of the pack in another language.
#[derive(Serialize)]
struct PackLink<'c> {
    code: &'c str,
    autonym: &'c str,
    /// Its page below the site's root.
    path: String,
    is_current: bool,
}

pub(super) fn pages(context: &RenderContext) -> Vec<PageSpec<'_>> {
    let page = |locale| {
        let spec = PageSpec::at_root(context, pack_path(locale), move |page, _| render(context, page, locale));
        spec.not_indexed("a tool for editors, linked from nowhere public")
    };
    let templates = PageSpec::at_root(context, format!("{PATH}{TEMPLATES_FILE}"), |_, _| {
        let templates: Vec<MessageTemplate> =
            context.locales.iter().flat_map(|locale| build_templates(&context.board, locale)).collect();
        serde_json::to_vec_pretty(&templates).map_err(|error| Error::internal(TEMPLATES_FILE, error))
    });
    context.locales.iter().map(page).chain([templates]).collect()
}

/// The page of a language: the board's own at the folder, the others below it.
fn pack_path(locale: &Locale) -> String {
    format!("{PATH}{}", locale.root)
}

fn render(context: &RenderContext, page: &PageSpec<'_>, locale: &Locale) -> Result<Vec<u8>, Error> {
    let own = context.locales.board_locale();
    let title = "WhatsApp Business";
    let head = page.head(context, own, title);
    let mut values = context.page_values(own, &PageHead { description: title, languages: Vec::new(), ..head })?;
    let board = &*context.board;
    let need_url = |need| board.url(&format!("{}{}", locale.root, need_path(need)));
    let pack: BusinessPack = build_business_pack(board, locale, &need_url);
    let links: Vec<PackLink<'_>> = context
        .locales
        .iter()
        .map(|other| PackLink {
            code: &other.code,
            autonym: &other.autonym,
            path: pack_path(other),
            is_current: other.code == locale.code,
        })
        .collect();
    values.insert("pack", &pack);
    values.insert("packs", &links);
    values.insert("code", &locale.code);
    values.insert("direction", &locale.direction);
    values.insert("templates", &format!("{PATH}{TEMPLATES_FILE}"));
    context.templates.render_page("desk-whatsapp-business.html", &values)
}
