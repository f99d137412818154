"""Reads the description of the open data as portals do, and prints as JSON what they would show and what they would refuse.

Arguments: the file as JSON-LD, the same as Turtle, the SHACL shapes. Needs rdflib and pyshacl.
"""

import json
import sys

from pyshacl import validate
from rdflib import RDF, Graph, Namespace
from rdflib.compare import isomorphic

DCAT = Namespace("http://www.w3.org/ns/dcat#")
DCT = Namespace("http://purl.org/dc/terms/")
FOAF = Namespace("http://xmlns.com/foaf/0.1/")
SH = Namespace("http://www.w3.org/ns/shacl#")
SKOS = Namespace("http://www.w3.org/2004/02/skos/core#")
SPDX = Namespace("http://spdx.org/rdf/terms#")
VCARD = Namespace("http://www.w3.org/2006/vcard/ns#")

json_ld, turtle, *shapes = sys.argv[1:]
graph = Graph().parse(json_ld, format="json-ld")
other = Graph().parse(turtle, format="turtle")
findings = []
for file in shapes:
    _, report, _ = validate(graph, shacl_graph=Graph().parse(file, format="turtle"), inference="none")
    for result in report.subjects(RDF.type, SH.ValidationResult):
        said = (report.value(result, name) for name in (SH.focusNode, SH.resultPath, SH.resultSeverity))
        findings.append([str(part).rsplit("/", 1)[-1] if at else str(part) for at, part in enumerate(said)])


def values(subject, name):
    return sorted(str(value) for value in graph.objects(subject, name))


def dataset(subject):
    """What ckanext-dcat's profile of DCAT-AP takes over: the same properties, the licence by its title."""
    files = list(graph.objects(subject, DCAT.distribution))
    licences = [licence for file in files for licence in graph.objects(file, DCT.license)]
    places = [label for place in graph.objects(subject, DCT.spatial) for label in values(place, SKOS.prefLabel)]
    period = graph.value(subject, DCT.temporal)
    contact = graph.value(subject, DCAT.contactPoint)
    return {
        "tags": values(subject, DCAT.keyword),
        "licence": sorted({title for licence in licences for title in values(licence, DCT.title)}),
        "languages": values(subject, DCT.language),
        "places": places,
        "temporal": values(period, DCAT.startDate) + values(period, DCAT.endDate),
        "frequency": values(subject, DCT.accrualPeriodicity),
        "publisher": values(graph.value(subject, DCT.publisher), FOAF.name),
        "contact": values(contact, VCARD.hasEmail),
        "files": {
            str(file): {
                "bytes": values(file, DCAT.byteSize),
                "sha256": [str(graph.value(sum, SPDX.checksumValue)) for sum in graph.objects(file, SPDX.checksum)],
                "format": values(file, DCT["format"]),
                "media_type": values(file, DCAT.mediaType),
            }
            for file in files
        },
    }


print(
    json.dumps(
        {
            "same": isomorphic(graph, other),
            "triples": len(graph),
            "findings": sorted(findings),
            "datasets": {str(name).rsplit("#", 1)[-1]: dataset(name) for name in graph.subjects(RDF.type, DCAT.Dataset)},
        }
    )
)
