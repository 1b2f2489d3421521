"""Read RDF with rdflib or pyoxigraph, and print it as N-Triples.

read_rdf.py LIBRARY FORMAT FILE: runs in a Python that has the library.
"""

import sys

FORMATS = {"ttl": "turtle", "nt": "nt", "nq": "nquads", "rdf": "xml"}


def by_rdflib(form, path):
    """Lines of all graphs together."""
    import rdflib
    rdflib.NORMALIZE_LITERALS = False
    found = rdflib.Dataset(default_union=True)
    if form == "jsonld":
        for line in path.read_text("utf-8").splitlines():
            found.parse(data=line, format="json-ld")
    else:
        found.parse(path, format=FORMATS[form])
    for triple in found.triples((None, None, None)):
        yield " ".join(term.n3() for term in triple[:3]) + " ."


def by_pyoxigraph(form, path):
    """Lines without the names of graphs."""
    import pyoxigraph
    formats = {"ttl": pyoxigraph.RdfFormat.TURTLE,
               "nt": pyoxigraph.RdfFormat.N_TRIPLES,
               "nq": pyoxigraph.RdfFormat.N_QUADS,
               "rdf": pyoxigraph.RdfFormat.RDF_XML,
               "jsonld": pyoxigraph.RdfFormat.JSON_LD}
    parts = (path.read_bytes().splitlines() if form == "jsonld"
             else [path.read_bytes()])
    for part in parts:
        for quad in pyoxigraph.parse(part, formats[form]):
            yield f"{quad.subject} {quad.predicate} {quad.object} ."


def main():
    """Print lines."""
    import pathlib
    library, form, path = sys.argv[1:]
    read = {"rdflib": by_rdflib, "pyoxigraph": by_pyoxigraph}[library]
    sys.stdout.reconfigure(encoding="utf-8", newline="\n")
    for line in read(form, pathlib.Path(path)):
        print(line)


if __name__ == "__main__":
    main()
