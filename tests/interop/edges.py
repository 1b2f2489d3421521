#!/usr/bin/env python3
"""--edges against edges.rq: what the tool derives is what a store derives from
the same graph.nq, for the bundled example and for all development records."""

import pathlib
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE / "lib"), str(HERE.parent / "cli/lib")]
import peers  # noqa: E402
import rdf  # noqa: E402

QUERY = peers.SOURCE / "ontology/queries/edges.rq"
ASK = """
import sys, pyoxigraph
store = pyoxigraph.Store()
store.bulk_load(path=sys.argv[1], format=pyoxigraph.RdfFormat.N_QUADS)
for t in store.query(open(sys.argv[2]).read(),
                     use_default_graph_as_union=True):
    print(t.subject, t.predicate, t.object, ".")
"""


def compare(source, folder):
    """Derive by both, compare."""
    peers.pathquill("build", "-q", "-t", "nt", "-o", folder / "out",
                    "--edges", folder / "edges.nt", source)
    ours = (folder / "edges.nt").read_text("utf-8")
    theirs = peers.told(peers.python("pyoxigraph"), "-c", ASK,
                        folder / "out/graph.nq", QUERY)
    same = rdf.of_lines(ours) == rdf.of_lines(theirs)
    ordered = ours.splitlines() == sorted(
        set(ours.splitlines()), key=lambda line: line.encode())
    print(f"{source.name}: {len(rdf.of_lines(ours)):,} edges, "
          f"Oxigraph {len(rdf.of_lines(theirs)):,}: "
          f"{'the same' if same else 'NOT THE SAME'}"
          f"{'' if ordered else ', NOT SORTED'}")
    return same and ordered


if __name__ == "__main__":
    peers.each(compare)
