"""Reads a letter from a file with Python's email and html.parser, and prints what a mail program would show, as JSON."""

import email
import email.policy
import json
import sys
from html.parser import HTMLParser


class Links(HTMLParser):
    def __init__(self):
        super().__init__()
        self.found = []

    def handle_starttag(self, tag, attributes):
        if tag == "a":
            self.found.append(dict(attributes)["href"])


with open(sys.argv[1], "rb") as file:
    letter = email.message_from_binary_file(file, policy=email.policy.default)
parts = [part.get_content_type() for part in letter.walk()]
html = letter.get_body(("html",)).get_content()
links = Links()
links.feed(html)
json.dump(
    {
        "subject": letter["Subject"],
        "sender": letter["From"].addresses[0].addr_spec,
        "unsubscribe": letter["List-Unsubscribe"],
        "list": letter["List-Id"],
        "parts": parts,
        "charsets": sorted({part.get_content_charset() for part in letter.walk() if not part.is_multipart()}),
        "defects": [str(defect) for part in letter.walk() for defect in part.defects],
        "text": letter.get_body(("plain",)).get_content(),
        "links": links.found,
    },
    sys.stdout,
)
