//! Every kind of output: one file each, and one line each in [`PUBLISHERS`]. Outputs do not use each other; code that
//! several need is in `shared`.

mod aliases;
mod announce;
mod archive;
mod assets;
mod calendars;
mod can_go;
mod contact_point_pages;
mod desk;
mod field_reference;
mod figures;
mod follow;
mod glossary;
mod handout;
mod headers;
mod help;
mod home;
mod images;
mod item_page;
mod json_feed;
mod kind_pages;
mod messages;
mod not_found;
mod offline;
mod open_data;
mod organisations;
mod pages;
mod poster;
pub mod print_desk;
mod qr_code;
mod rss;
mod rules_page;
mod search;
mod sitemap;
pub mod social_card;
mod translation_desk;
mod voices;
mod whatsapp_business;
mod zone_pages;

use super::{Publisher, Threads};

/// Every kind of output, in the order in which the sitemap and `_headers` list them.
pub const PUBLISHERS: &[Publisher] = &[
    Publisher::item("item", item_page::OUTPUT),
    Publisher::item("posts", messages::OUTPUT),
    Publisher::item("qr", qr_code::OUTPUT),
    Publisher::item("poster", poster::OUTPUT).on_threads(Threads::Print),
    Publisher::item("card", social_card::OUTPUT).on_threads(Threads::Print),
    Publisher::site("card", social_card::pages).on_threads(Threads::Print),
    Publisher::item("calendar", calendars::OUTPUT),
    Publisher::item("image", images::OUTPUT),
    Publisher::item("voice", voices::OUTPUT),
    Publisher::item("handout", handout::OUTPUT),
    Publisher::site("assets", assets::pages).with_caching(assets::caching),
    Publisher::site("home", home::pages),
    Publisher::site("kinds", kind_pages::pages),
    Publisher::site("can-go", can_go::pages),
    Publisher::site("help", help::pages),
    Publisher::site("zones", zone_pages::pages),
    Publisher::site("contact-points", contact_point_pages::pages),
    Publisher::site("archive", archive::pages),
    Publisher::site("follow", follow::pages),
    Publisher::site("organisations", organisations::pages),
    Publisher::site("figures", figures::pages),
    Publisher::site("pages", pages::pages),
    Publisher::site("glossary", glossary::pages),
    Publisher::site("print", print_desk::files).on_threads(Threads::Print),
    Publisher::site("print-page", print_desk::pages),
    Publisher::site("handout", handout::pages),
    Publisher::site("rules", rules_page::pages),
    Publisher::site("reference", field_reference::pages),
    Publisher::site("announce", announce::pages).with_caching(announce::caching),
    Publisher::site("search", search::pages),
    Publisher::site("search", search::index).with_caching(search::caching),
    Publisher::site("desk", desk::pages),
    Publisher::site("desk-translations", translation_desk::pages),
    Publisher::site("desk-whatsapp-business", whatsapp_business::pages),
    Publisher::site("aliases", aliases::pages),
    Publisher::site("calendar", calendars::pages),
    Publisher::site("feeds", rss::pages),
    Publisher::site("feeds", json_feed::pages),
    Publisher::site("data", open_data::pages),
    Publisher::site("offline", offline::pages).with_caching(offline::caching),
    Publisher::site("not-found", not_found::pages),
    Publisher::site("headers", headers::pages),
    Publisher::overview("aliases", aliases::former_languages),
    Publisher::overview("sitemap", sitemap::pages),
];
