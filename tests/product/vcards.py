"""Reads vCards from the standard input with vobject, and prints what a telephone would store, as JSON."""

import json
import sys

import vobject

cards = []
for card in vobject.readComponents(sys.stdin.buffer.read().decode("utf-8")):
    address = card.adr.value if hasattr(card, "adr") else None
    cards.append({
        "version": card.version.value,
        "name": card.fn.value,
        "family": card.n.value.family,
        "organisation": card.org.value,
        "phones": [phone.value for phone in getattr(card, "tel_list", [])],
        "emails": [email.value for email in getattr(card, "email_list", [])],
        "street": address and address.street,
        "town": address and address.city,
        "postcode": address and address.code,
        "note": card.note.value,
        "url": card.url_list[-1].value,
    })
json.dump(cards, sys.stdout)
