#!/usr/bin/env python3
"""The tables of -t kgx, read and validated by kgx, for the bundled example and
for all development records.

kgx keeps one edge for a subject, predicate and object, whatever its qualifiers,
so distinct ones are counted.
"""

import json
import pathlib
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE / "lib"))
import peers  # noqa: E402


def rows(path):
    """Cells of a table, without its head."""
    return [line.split("\t")
            for line in path.read_text("utf-8").splitlines()[1:]]


def main():
    """Build and validate."""
    # kgx brings a replacement of rdflib's reader of JSON-LD.
    python = peers.python("kgx", "biolink-model", room="kgx")
    version = peers.versions(python, "kgx")["kgx"]

    def compare(source, folder):
        peers.pathquill("build", "-q", "-t", "kgx", "-o", folder, source)
        paths = [folder / "graph_nodes.tsv", folder / "graph_edges.tsv"]
        told = peers.told(python, HERE / "lib/read_kgx.py", *paths)
        nodes, edges = rows(paths[0]), rows(paths[1])
        found = json.loads(told[told.index("{"):])
        wanted = (len(nodes), len({tuple(row[1:4]) for row in edges}))
        good = (not found["errors"] and not found["odd"] and
                (found["nodes"], found["edges"]) == wanted)
        print(f"{source.name}: kgx {version}, Biolink {found['model']}: "
              f"{found['nodes']:,} nodes, {len(edges):,} edges "
              f"({found['edges']:,} as kgx tells them apart), "
              f"{found['negated']} negated: "
              f"{'valid' if good else 'WRONG'}")
        if not good:
            print(json.dumps([found["errors"], found["odd"], wanted])[:2000])
        return good

    peers.each(compare)


if __name__ == "__main__":
    main()
