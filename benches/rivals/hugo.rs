//! A generated board as a site for Hugo: the same texts and facts, the simplest templates that show all of them.

use std::fs;
use std::io;
use std::path::Path;

use super::item::RivalItem;
use crate::generator;

const CONFIG: &str = r#"baseURL = "https://bacheca.example.org/"
title = "Bacheca di prova"
languageCode = "it"
[pagination]
pagerSize = 50
[taxonomies]
kind = "kinds"
organisation = "organisations"
zone = "zones"
"#;

const BASE: &str = r#"<!doctype html>
<html lang="it"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>{{ .Title }}</title><meta name="description" content="{{ .Description }}"><link rel="canonical" href="{{ .Permalink }}">
{{ with .OutputFormats.Get "rss" }}<link rel="alternate" type="application/rss+xml" href="{{ .RelPermalink }}">{{ end }}</head>
<body><header><a href="/">{{ site.Title }}</a><nav>{{ range site.Taxonomies.kinds }}<a href="{{ .Page.RelPermalink }}">{{ .Page.Title }}</a> {{ end }}</nav></header>
<main>{{ block "main" . }}{{ end }}</main></body></html>
"#;

const ITEM: &str = r#"{{ define "main" }}<h1>{{ .Title }}</h1><p>{{ .Description }}</p>
<dl>{{ range $name, $value := .Params.facts }}<dt>{{ $name }}</dt><dd>{{ if reflect.IsMap $value }}{{ range $part, $inner := $value }}{{ $part }}: {{ $inner }} {{ end }}{{ else if reflect.IsSlice $value }}<ul>{{ range $value }}<li>{{ . }}</li>{{ end }}</ul>{{ else }}{{ $value }}{{ end }}</dd>{{ end }}</dl>
{{ .Content }}
<ul>{{ range .GetTerms "organisations" }}<li><a href="{{ .RelPermalink }}">{{ .LinkTitle }}</a></li>{{ end }}</ul>{{ end }}
"#;

const LIST: &str = r#"{{ define "main" }}<h1>{{ .Title }}</h1>
<ol>{{ range .Paginator.Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a> <time>{{ .Date.Format "2006-01-02" }}</time><p>{{ .Description }}</p></li>{{ end }}</ol>
<nav>{{ with .Paginator.Prev }}<a href="{{ .URL }}">‹</a>{{ end }} {{ .Paginator.PageNumber }}/{{ .Paginator.TotalPages }} {{ with .Paginator.Next }}<a href="{{ .URL }}">›</a>{{ end }}</nav>{{ end }}
"#;

/// Writes a Hugo site with the first `items` items.
pub(super) fn write_site(site: &Path, items: usize) -> io::Result<()> {
    let (content, layouts) = (site.join("content/o"), site.join("layouts/_default"));
    fs::create_dir_all(&content)?;
    fs::create_dir_all(&layouts)?;
    fs::write(site.join("hugo.toml"), CONFIG)?;
    for (name, text) in [("baseof.html", BASE), ("single.html", ITEM), ("list.html", LIST)] {
        fs::write(layouts.join(name), text)?;
    }
    generator::for_each_item(items, |item| {
        fs::write(content.join(format!("{}.md", item.slug)), hugo_content(&item.text))
    })
}

/// Converts a content file: front matter as Hugo expects it, with our fields below `facts`.
fn hugo_content(text: &str) -> String {
    let item = RivalItem::read(text);
    let RivalItem { title, summary, published, kind, organisation, zone, body, .. } = item;
    let facts = item.indent_facts(4);
    format!(
        "---\ntitle: {title}\ndescription: {summary}\ndate: {published}\nkinds: [{kind}]\n\
         organisations: [{organisation}]\nzones: [{zone}]\nparams:\n  facts:\n{facts}\n---\n{body}"
    )
}
