//! Every kind of output: one file each, one line each in [`PUBLISHERS`]. No output uses another; what several need is in
//! `shared`.

mod aliases;
mod archive;
mod assets;
mod calendars;
mod desk;
mod follow;
mod headers;
mod home;
mod images;
mod item_page;
mod json_feed;
mod kind_pages;
mod messages;
mod not_found;
mod offline;
mod open_data;
mod pages;
pub mod poster;
pub mod print_desk;
mod qr_code;
mod rss;
mod rules_page;
pub(super) mod search;
mod sitemap;
pub(super) mod social_card;
mod zone_pages;

pub use headers::is_versioned;

use super::{Publisher, Scope};

/// Every kind of output.
pub const PUBLISHERS: &[Publisher] = &[
    Publisher { name: "item", render: Scope::Page(item_page::publish) },
    Publisher { name: "posts", render: Scope::Page(messages::publish) },
    Publisher { name: "qr", render: Scope::Page(qr_code::publish) },
    Publisher { name: "poster", render: Scope::Sheet(poster::publish) },
    Publisher { name: "card", render: Scope::Sheet(social_card::publish) },
    Publisher { name: "calendar", render: Scope::Page(calendars::publish_item) },
    Publisher { name: "calendar", render: Scope::Site(calendars::publish) },
    Publisher { name: "image", render: Scope::Page(images::publish) },
    Publisher { name: "home", render: Scope::Site(home::publish) },
    Publisher { name: "kinds", render: Scope::Site(kind_pages::publish) },
    Publisher { name: "zones", render: Scope::Site(zone_pages::publish) },
    Publisher { name: "archive", render: Scope::Site(archive::publish) },
    Publisher { name: "pages", render: Scope::Site(pages::publish) },
    Publisher { name: "print", render: Scope::Desk(print_desk::print_tasks) },
    Publisher { name: "print-page", render: Scope::Site(print_desk::publish_page) },
    Publisher { name: "desk", render: Scope::Site(desk::publish) },
    Publisher { name: "rules", render: Scope::Site(rules_page::publish) },
    Publisher { name: "aliases", render: Scope::Site(aliases::publish) },
    Publisher { name: "feeds", render: Scope::Site(rss::publish) },
    Publisher { name: "feeds", render: Scope::Site(json_feed::publish) },
    Publisher { name: "follow", render: Scope::Site(follow::publish) },
    Publisher { name: "data", render: Scope::Site(open_data::publish) },
    Publisher { name: "sitemap", render: Scope::Site(sitemap::publish) },
    Publisher { name: "not-found", render: Scope::Site(not_found::publish) },
    Publisher { name: "offline", render: Scope::Site(offline::publish) },
    Publisher { name: "assets", render: Scope::Site(assets::publish) },
    Publisher { name: "headers", render: Scope::Site(headers::publish) },
    Publisher { name: "search", render: Scope::Apart(search::publish) },
];
