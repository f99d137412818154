"""Reads GeoJSON from the standard input with the package geojson, and prints what is wrong with it, or its points by id, as JSON."""

import json
import sys

import geojson

collection = geojson.loads(sys.stdin.buffer.read().decode("utf-8"))
faults = [collection.errors()] if not collection.is_valid else []
points = {feature.id: feature.geometry.coordinates for feature in collection.features}
json.dump({"faults": faults, "points": points}, sys.stdout)
