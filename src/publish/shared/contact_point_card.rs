//! The card of a contact point in lists: name, what it helps with, languages, district, hours, telephone number. Rendered
//! once for each language, because lists differ only in the relative path of the root.

use std::sync::OnceLock;

use tera::Value;

use crate::compose::contact_point::build_contact_point_sheet;
use crate::error::Error;
use crate::locale::Locale;
use crate::model::ContactPoint;
use crate::publish::RenderContext;
use crate::publish::shared::item_card::{CardHtml, ROOT_PLACEHOLDER};

impl RenderContext {
    /// Renders the cards of contact points as items of a list, for a page with `root` as relative path of the site's root.
    /// Ids of contact points that are not published are left out.
    ///
    /// # Errors
    /// A template that fails.
    pub(crate) fn render_contact_point_cards(&self, locale: &Locale, ids: &[&str], root: &str) -> Result<Value, Error> {
        let mut html = String::new();
        for (position, (id, contact_point)) in ids.iter().filter_map(|id| self.find_contact_point(id)) {
            let room = self.contact_point_cards.room(locale, position);
            let render = || self.render_contact_point_card(locale, id, contact_point);
            let card = room.map_or_else(render, |room: &OnceLock<_>| room.get_or_init(render).clone())?;
            html.push_str(&card.replace(ROOT_PLACEHOLDER, root));
        }
        Ok(Value::safe_string(&html))
    }

    /// A published contact point by its id, with its position among them.
    pub(crate) fn find_contact_point(&self, id: &str) -> Option<(usize, (&str, &ContactPoint))> {
        self.board.published_contact_points().enumerate().find(|(_, (known, _))| *known == id)
    }

    fn render_contact_point_card(
        &self,
        locale: &Locale,
        id: &str,
        contact_point: &ContactPoint,
    ) -> Result<CardHtml, Error> {
        let mut values = self.card_values(locale, Value::safe_string(ROOT_PLACEHOLDER))?;
        values.insert("card", &build_contact_point_sheet(&self.board, id, contact_point, locale));
        Ok(String::from_utf8_lossy(&self.templates.render_page("contact-point-card.html", &values)?).into())
    }
}
