"""Prints what the texts of a hostile site have become in its outputs that a quiet site of the same board has not: usage
outputs.py QUIET HOSTILE. Readers of its own: the standard library's, of HTML, XML, CSV, JSON and addresses."""

import csv
import html.parser
import json
import pathlib
import re
import sys
import urllib.parse
import xml.etree.ElementTree

QUIET, HOSTILE = map(pathlib.Path, sys.argv[1:])
HIDDEN = "\u202e\u2066\x01\x07\ufffe"


class Reader(html.parser.HTMLParser):
    """Elements, their attributes, and the targets of links."""

    def __init__(self, text):
        super().__init__()
        self.found, self.links, self.data = set(), [], ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attributes):
        self.found.update((tag, name) for name, _ in attributes)
        self.found.add((tag, ""))
        self.links.extend(value or "" for name, value in attributes if name in ("href", "src", "action"))

    handle_startendtag = handle_starttag

    def handle_data(self, data):
        self.data += data

    def handle_comment(self, data):
        self.found.add(("!--", ""))

    def unknown_decl(self, data):
        self.found.add(("![", ""))

    def handle_decl(self, decl):
        self.found.add(("!" + decl.lower(), ""))


def files(root, *endings):
    return sorted(path for path in root.rglob("*") if path.is_file() and path.name.endswith(endings))


def pages(root):
    return {path.relative_to(root): Reader(path.read_text("utf-8")) for path in files(root, ".html")}


def say(path, *what):
    print(path, *map(repr, what))


def check_link(path, link):
    parts = urllib.parse.urlsplit(link)
    if parts.scheme not in ("", "https", "http", "mailto", "tel", "geo", "webcal", "sms", "viber") or "@" in parts.netloc:
        say(path, "link", link)
    # An editor's text for an app, and to nobody.
    if parts.scheme in ("sms", "viber") and not re.fullmatch(r"(sms:\?&body=|viber://forward\?text=)[A-Za-z0-9_.~%-]*", link):
        say(path, "app", link)
    # Calendars to subscribe to are the board's own.
    if parts.scheme == "webcal" and parts.netloc != "borgo.example.org":
        say(path, "calendar", link)
    if parts.scheme == "mailto":
        names = {name.lower() for name, _ in urllib.parse.parse_qsl(parts.query)}
        address = urllib.parse.unquote(parts.path)
        if names - {"subject", "body"} or address.count("@") > 1 or any(sign in address for sign in "?&,%"):
            say(path, "mail", link)


ours = {element for page in pages(QUIET).values() for element in page.found}
for path, page in pages(HOSTILE).items():
    if page.found - ours:
        say(path, "elements", page.found - ours)
    for link in page.links:
        check_link(path, link)

CREATOR = "{http://purl.org/dc/elements/1.1/}creator"
CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
in_text = {element for element in ours if element[0] in ("a", "p", "ul", "ol", "li", "em", "strong", "bdi", "h2", "h3")}
for path in files(HOSTILE, ".xml", ".svg"):
    try:
        tree = xml.etree.ElementTree.parse(path)
    except xml.etree.ElementTree.ParseError as error:
        say(path, error)
        continue
    for element in tree.iter():
        reader = Reader(element.text or "")
        if element.tag in ("title", "description", CREATOR) and reader.found:
            say(path, element.tag, reader.found)
        if element.tag == CONTENT and reader.found - in_text - {("br", ""), ("code", ""), ("pre", ""), ("del", "")}:
            say(path, element.tag, reader.found - in_text)
        if element.tag == CONTENT:
            for link in reader.links:
                check_link(path, link)

for path in files(HOSTILE, "feed.json"):
    for item in json.loads(path.read_text("utf-8"))["items"]:
        reader = Reader(item["content_html"])
        if reader.found - in_text - {("br", ""), ("code", ""), ("pre", ""), ("del", "")}:
            say(path, reader.found - in_text)
for path in files(HOSTILE, ".json", ".jsonld", ".webmanifest"):
    json.loads(path.read_text("utf-8"))

for path in files(HOSTILE, ".ics"):
    raw = path.read_bytes()
    lines = raw.split(b"\r\n")
    for line in lines:
        if any(byte < 0x20 or byte == 0x7F for byte in line):
            say(path, "control", line)
        if line.upper().startswith((b"ATTACH", b"ORGANIZER", b"X-EVIL")):
            say(path, "property", line)

for path in files(HOSTILE, ".csv"):
    for delimiter in ";,\t":
        with path.open(encoding="utf-8-sig", newline="") as file:
            for row in csv.reader(file, delimiter=delimiter):
                for cell in row:
                    # Telephone numbers stay whole: no formula is made of figures and spaces.
                    is_number = re.fullmatch(r"\+39[0-9]+( \+?[0-9]+)*", cell)
                    if cell.lstrip(" ")[:1] in tuple("=+-@\t\r") and not is_number:
                        say(path, delimiter, cell)

for path in files(HOSTILE, ".txt"):
    text = path.read_text("utf-8", newline="") if sys.version_info >= (3, 13) else path.read_bytes().decode()
    if "\r" in text:
        say(path, "carriage return")
