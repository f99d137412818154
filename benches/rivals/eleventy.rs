//! A generated board as a site for Eleventy: the same texts, facts, lists and feeds as for Hugo.

use std::fs;
use std::io;
use std::path::Path;

use super::item::RivalItem;
use crate::generator;

/// Eleventy makes no pages of lists by term: the configuration lists them, as its users do.
const CONFIG: &str = r#"const SIZE = 50;
const NAMES = ["kinds", "organisations", "zones"];

export default function (eleventy) {
  eleventy.addCollection("items", (api) => api.getFilteredByGlob("o/*.md").reverse());
  const lists = (api) => {
    const all = api.getFilteredByGlob("o/*.md").reverse();
    const found = new Map([["", all]]);
    for (const name of NAMES) for (const item of all) for (const term of item.data[name] ?? []) {
      const path = `${name}/${term}/`;
      if (!found.has(path)) found.set(path, []);
      found.get(path).push(item);
    }
    return found;
  };
  eleventy.addCollection("lists", (api) => [...lists(api)].flatMap(([path, items]) => {
    const pages = Math.max(1, Math.ceil(items.length / SIZE));
    return Array.from({ length: pages }, (_, at) => ({
      path, pages, number: at + 1, items: items.slice(at * SIZE, (at + 1) * SIZE),
      address: at ? `/${path}page/${at + 1}/` : `/${path}`,
      previous: at ? (at > 1 ? `/${path}page/${at}/` : `/${path}`) : null,
      next: at + 1 < pages ? `/${path}page/${at + 2}/` : null,
    }));
  }));
  eleventy.addCollection("feeds", (api) => [...lists(api)].map(([path, items]) => ({ path, items: items.slice(0, SIZE) })));
  eleventy.addFilter("day", (date) => date.toISOString().slice(0, 10));
  eleventy.addFilter("isList", (value) => Array.isArray(value));
  eleventy.addFilter("isObject", (value) => value !== null && typeof value === "object" && !(value instanceof Date));
  return { markdownTemplateEngine: false, htmlTemplateEngine: "njk" };
}
"#;

const BASE: &str = r#"<!doctype html>
<html lang="it"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>{{ title }}</title><meta name="description" content="{{ description }}"><link rel="canonical" href="https://bacheca.example.org{{ page.url }}"></head>
<body><header><a href="/">Bacheca di prova</a><nav>{% for kind in ["formazione", "lavoro", "abitare", "normativa", "notizia", "progetto", "evento"] %}<a href="/kinds/{{ kind }}/">{{ kind }}</a> {% endfor %}</nav></header>
<main>{{ content | safe }}</main></body></html>
"#;

const ITEM: &str = r#"---
layout: base.njk
---
<h1>{{ title }}</h1><p>{{ description }}</p>
<dl>{% for name, value in facts %}<dt>{{ name }}</dt><dd>{% if value | isList %}<ul>{% for inner in value %}<li>{{ inner }}</li>{% endfor %}</ul>{% elif value | isObject %}{% for part, inner in value %}{{ part }}: {{ inner }} {% endfor %}{% else %}{{ value }}{% endif %}</dd>{% endfor %}</dl>
{{ content | safe }}
<ul>{% for organisation in organisations %}<li><a href="/organisations/{{ organisation }}/">{{ organisation }}</a></li>{% endfor %}</ul>
"#;

const LIST: &str = r#"---
layout: base.njk
title: Bacheca di prova
pagination: { data: collections.lists, size: 1, alias: list }
permalink: "{{ list.address }}"
---
<ol>{% for item in list.items %}<li><a href="{{ item.url }}">{{ item.data.title }}</a> <time>{{ item.date | day }}</time><p>{{ item.data.description }}</p></li>{% endfor %}</ol>
<nav>{% if list.previous %}<a href="{{ list.previous }}">‹</a>{% endif %} {{ list.number }}/{{ list.pages }} {% if list.next %}<a href="{{ list.next }}">›</a>{% endif %}</nav>
"#;

const FEED: &str = r#"---
pagination: { data: collections.feeds, size: 1, alias: feed }
permalink: "/{{ feed.path }}index.xml"
---
<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>Bacheca di prova</title><link>https://bacheca.example.org/{{ feed.path }}</link>
{% for item in feed.items %}<item><title>{{ item.data.title }}</title><link>https://bacheca.example.org{{ item.url }}</link><pubDate>{{ item.date.toUTCString() }}</pubDate><description>{{ item.data.description }}</description></item>{% endfor %}</channel></rss>
"#;

const SITEMAP: &str = r#"---
permalink: /sitemap.xml
---
<?xml version="1.0" encoding="utf-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{% for item in collections.items %}<url><loc>https://bacheca.example.org{{ item.url }}</loc></url>{% endfor %}</urlset>
"#;

/// Writes an Eleventy site with the first `items` items.
pub(super) fn write_site(site: &Path, items: usize) -> io::Result<()> {
    let (content, layouts) = (site.join("o"), site.join("_includes"));
    fs::create_dir_all(&content)?;
    fs::create_dir_all(&layouts)?;
    fs::write(site.join("package.json"), r#"{ "type": "module" }"#)?;
    fs::write(site.join("eleventy.config.js"), CONFIG)?;
    fs::write(content.join("o.json"), r#"{ "layout": "item.njk" }"#)?;
    for (name, text) in [("base.njk", BASE), ("item.njk", ITEM)] {
        fs::write(layouts.join(name), text)?;
    }
    for (name, text) in [("lists.njk", LIST), ("feeds.njk", FEED), ("sitemap.njk", SITEMAP)] {
        fs::write(site.join(name), text)?;
    }
    generator::for_each_item(items, |item| {
        fs::write(content.join(format!("{}.md", item.slug)), eleventy_content(&item.text))
    })
}

/// Converts a content file: front matter as Eleventy expects it, with our fields below `facts`.
fn eleventy_content(text: &str) -> String {
    let item = RivalItem::read(text);
    let RivalItem { title, summary, published, kind, organisation, zone, body, .. } = item;
    let facts = item.indent_facts(2);
    format!(
        "---\ntitle: {title}\ndescription: {summary}\ndate: {published}\nkinds: [{kind}]\norganisations: [{organisation}]\n\
         zones: [{zone}]\nfacts:\n{facts}\n---\n{body}"
    )
}
