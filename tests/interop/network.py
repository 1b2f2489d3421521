#!/usr/bin/env python3
"""GraphML read by networkx, and CX2 by NDEx's own reader: as many nodes and
edges as are written, with their attributes, for every record."""

import json
import pathlib
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE / "lib"))
import peers  # noqa: E402

READ = """
import json, pathlib, sys
import networkx, ndex2
from ndex2.cx2 import RawCX2NetworkFactory
factory = RawCX2NetworkFactory()
records = nodes = edges = 0
odd = []
for path in sorted(pathlib.Path(sys.argv[1]).glob("*.graphml")):
    graph = networkx.read_graphml(path, force_multigraph=True)
    network = factory.get_cx2network(str(path.with_suffix(".cx2")))
    ours = sorted((d["interaction"], d.get("status", ""), d.get("quote", ""),
                   d.get("negated")) for _, _, d in graph.edges(data=True))
    theirs = sorted((e["v"]["interaction"], e["v"].get("status", ""),
                     e["v"].get("quote", ""), e["v"].get("negated"))
                    for e in network.get_edges().values())
    names = sorted(d["name"] for _, d in graph.nodes(data=True))
    if ours != theirs or names != sorted(
            n["v"]["name"] for n in network.get_nodes().values()):
        odd.append(path.name)
    records += 1
    nodes += graph.number_of_nodes()
    edges += graph.number_of_edges()
print(json.dumps([records, nodes, edges, odd]))
"""


def count(folder):
    """Networks, nodes and edges that were written."""
    wanted = [0, 0, 0]
    for path in folder.glob("*.cx2"):
        parts = {key: value for part in json.loads(path.read_text("utf-8"))
                 for key, value in part.items()}
        wanted[0] += 1
        wanted[1] += len(parts["nodes"])
        wanted[2] += len(parts["edges"])
    return wanted


def main():
    """Build, read, count."""
    python = peers.python("networkx", "ndex2")
    version = peers.versions(python, "networkx", "ndex2")

    def compare(source, folder):
        peers.pathquill("build", "-q", "-t", "graphml,cx2", "-o", folder,
                        source)
        *found, odd = json.loads(peers.told(python, "-c", READ, folder))
        wanted = count(folder)
        good = found == wanted and not odd
        print(f"{source.name}: networkx {version['networkx']}, ndex2 "
              f"{version['ndex2']}: {found[0]:,} networks, {found[1]:,} nodes,"
              f" {found[2]:,} edges: {'the same' if good else 'NOT THE SAME'}")
        if not good:
            print(wanted, odd[:20])
        return good

    peers.each(compare)


if __name__ == "__main__":
    main()
