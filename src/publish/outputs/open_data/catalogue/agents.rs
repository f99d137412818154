//! Who publishes the data, and whom one asks about them.

use super::super::linked_data::{Object, Resource};
use super::codes::concept;
use crate::board::Board;
use crate::config::PublisherType;
use crate::model::Phone;
use crate::text::mail_address::MailAddress;

/// Address of whoever publishes the data.
pub(super) fn publisher_id(board: &Board) -> String {
    format!("{}#pubblica", board.config.bacheca.indirizzo)
}

/// Whoever publishes the data and holds the rights in them: as `site.toml` says, else the board.
pub(super) fn publisher(board: &Board) -> Resource {
    let (config, data) = (&board.config.bacheca, &board.config.dati);
    let code = data.code.as_ref().unwrap_or(&config.indirizzo);
    let name = data.holder.as_ref().unwrap_or(&config.nome);
    Resource::new(publisher_id(board), &["foaf:Agent", "dcatapit:Agent"])
        .with("dct:identifier", Object::Plain(code.clone()))
        .with("foaf:name", Object::text(name, &config.lingua))
        .with_all("dct:type", data.publisher_type.map(publisher_type))
}

fn publisher_type(publisher_type: PublisherType) -> Resource {
    let code = publisher_type.code();
    concept(format!("http://purl.org/adms/publishertype/{code}"), code, "en")
}

/// Whom one asks about the data; `None` of a board without an e-mail address and a telephone.
pub(super) fn contact_point(board: &Board) -> Option<Resource> {
    let config = &board.config.bacheca;
    let email = config.email.as_deref().and_then(MailAddress::new).map(|email| email.link(None));
    let phone = config.telefono.as_deref().and_then(Phone::new).map(|phone| format!("tel:{}", phone.dialled()));
    let has_any = email.is_some() || phone.is_some();
    let types = ["vcard:Kind", "vcard:Organization", "dcatapit:Organization"];
    let contact = Resource::new(format!("{}#contatto", config.indirizzo), &types)
        .with("vcard:fn", Object::Plain(config.nome.clone()))
        .with_all("vcard:hasEmail", email.map(Object::Reference))
        .with_all("vcard:hasTelephone", phone.map(Object::Reference))
        .with("vcard:hasURL", Object::reference(&config.indirizzo));
    has_any.then_some(contact)
}
