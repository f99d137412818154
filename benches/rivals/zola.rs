//! A generated board as a site for Zola: the same texts, facts, lists and feeds as for Hugo.

use std::fs;
use std::io;
use std::path::Path;

use super::item::RivalItem;
use crate::generator;

const CONFIG: &str = r#"base_url = "https://bacheca.example.org"
title = "Bacheca di prova"
default_language = "it"
generate_feeds = true
feed_filenames = ["rss.xml"]
taxonomies = [
    { name = "kinds", paginate_by = 50, feed = true },
    { name = "organisations", paginate_by = 50, feed = true },
    { name = "zones", paginate_by = 50, feed = true },
]
"#;

const SECTION: &str = "+++\ntitle = \"Bacheca di prova\"\nsort_by = \"date\"\npaginate_by = 50\ntemplate = \"list.html\"\n\
                       page_template = \"item.html\"\ngenerate_feeds = true\n+++\n";

const BASE: &str = r#"<!doctype html>
<html lang="it"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>{% block title %}{{ config.title }}{% endblock %}</title>{% block head %}{% endblock %}</head>
<body><header><a href="/">{{ config.title }}</a><nav>{% for kind in ["formazione", "lavoro", "abitare", "normativa", "notizia", "progetto", "evento"] %}<a href="/kinds/{{ kind }}/">{{ kind }}</a> {% endfor %}</nav></header>
<main>{% block main %}{% endblock %}</main></body></html>
"#;

const ITEM: &str = r#"{% extends "base.html" %}{% block title %}{{ page.title }}{% endblock %}
{% block head %}<meta name="description" content="{{ page.description }}"><link rel="canonical" href="{{ page.permalink }}">{% endblock %}
{% block main %}<h1>{{ page.title }}</h1><p>{{ page.description }}</p>
<dl>{% for name, value in page.extra.facts %}<dt>{{ name }}</dt><dd>{% if value is object %}{% for part, inner in value %}{{ part }}: {{ inner }} {% endfor %}{% elif value is iterable %}<ul>{% for inner in value %}<li>{{ inner }}</li>{% endfor %}</ul>{% else %}{{ value }}{% endif %}</dd>{% endfor %}</dl>
{{ page.content | safe }}
<ul>{% for organisation in page.taxonomies.organisations %}<li><a href="/organisations/{{ organisation }}/">{{ organisation }}</a></li>{% endfor %}</ul>{% endblock %}
"#;

const LIST: &str = r#"{% extends "base.html" %}
{% block main %}<h1>{{ config.title }}</h1>
<ol>{% for page in paginator.pages %}<li><a href="{{ page.path }}">{{ page.title }}</a> <time>{{ page.date }}</time><p>{{ page.description }}</p></li>{% endfor %}</ol>
<nav>{% if paginator.previous %}<a href="{{ paginator.previous }}">‹</a>{% endif %} {{ paginator.current_index }}/{{ paginator.number_pagers }} {% if paginator.next %}<a href="{{ paginator.next }}">›</a>{% endif %}</nav>{% endblock %}
"#;

const TERMS: &str = r#"{% extends "base.html" %}
{% block main %}<h1>{{ taxonomy.name }}</h1><ol>{% for term in terms %}<li><a href="{{ term.permalink }}">{{ term.name }}</a></li>{% endfor %}</ol>{% endblock %}
"#;

/// Writes a Zola site with the first `items` items.
pub(super) fn write_site(site: &Path, items: usize) -> io::Result<()> {
    let (content, templates) = (site.join("content/o"), site.join("templates"));
    fs::create_dir_all(&content)?;
    fs::create_dir_all(&templates)?;
    fs::write(site.join("config.toml"), CONFIG)?;
    fs::write(content.join("_index.md"), SECTION)?;
    let templates_of_site = [
        ("base.html", BASE),
        ("index.html", "{% extends \"base.html\" %}"),
        ("item.html", ITEM),
        ("list.html", LIST),
        ("taxonomy_list.html", TERMS),
        ("taxonomy_single.html", LIST),
    ];
    for (name, text) in templates_of_site {
        fs::write(templates.join(name), text)?;
    }
    generator::for_each_item(items, |item| {
        fs::write(content.join(format!("{}.md", item.slug)), zola_content(&item.text))
    })
}

/// Converts a content file: front matter as Zola expects it, with our fields below `facts`.
fn zola_content(text: &str) -> String {
    let item = RivalItem::read(text);
    let RivalItem { title, summary, published, kind, organisation, zone, body, .. } = item;
    let (facts, zone) = (item.indent_facts(4), if zone.is_empty() { String::new() } else { format!("\"{zone}\"") });
    format!(
        "---\ntitle: {title}\ndescription: {summary}\ndate: {published}\ntaxonomies:\n  kinds: [{kind}]\n  \
         organisations: [{organisation}]\n  zones: [{zone}]\nextra:\n  facts:\n{facts}\n---\n{body}"
    )
}
