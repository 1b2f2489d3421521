#!/usr/bin/env python3
"""-t graphml,cx2: one network in two formats, read by Python's own parsers."""

import json
import os
import pathlib
import sys
import xml.etree.ElementTree as ET

sys.path.insert(0, str(pathlib.Path(__file__).parent / "lib"))
from tool import ToolTest, line, main  # noqa: E402

SEED = (pathlib.Path(os.environ.get("SOURCE_DIR", "."))
        / "docs/examples/R-HSA-9701524.md")
SPACE = "{http://graphml.graphdrawing.org/xmlns}"
NASTY = ('JAK2 may phosphorylate STAT5A & "STAT3" (O\'Neil, 2001). '
         "p40 does not phosphorylate STAT3. The role of NF-κB is unclear.")


def of_graphml(content):
    """Nodes and edges, as dictionaries without their empty fields."""
    root = ET.fromstring(content)
    names = {key.get("id"): key.get("attr.name")
             for key in root.iter(SPACE + "key")}

    def data(element):
        return {names[d.get("key")]: d.text for d in element}
    graph = root.find(SPACE + "graph")
    nodes = {n.get("id"): data(n) for n in graph.iter(SPACE + "node")}
    edges = [(nodes[e.get("source")]["iri"], nodes[e.get("target")]["iri"],
              data(e)) for e in graph.iter(SPACE + "edge")]
    return list(nodes.values()), edges


def of_cx2(content):
    """The same."""
    aspects = {name: value for part in json.loads(content)
               for name, value in part.items()}
    declared = aspects["attributeDeclarations"][0]
    counts = {m["name"]: m["elementCount"] for m in aspects["metaData"]}
    for name in ("nodes", "edges"):
        assert counts[name] == len(aspects[name])
        for one in aspects[name]:
            assert set(one["v"]) <= set(declared[name]), one
    assert aspects["status"] == [{"success": True}]
    nodes = [n["v"] for n in aspects["nodes"]]
    assert [n["id"] for n in aspects["nodes"]] == list(range(len(nodes)))
    edges = [(nodes[e["s"]]["iri"], nodes[e["t"]]["iri"], {
        key: json.dumps(value) if isinstance(value, bool) else value
        for key, value in e["v"].items()}) for e in aspects["edges"]]
    return nodes, edges


class Network(ToolTest):
    def networks(self, *inputs):
        """The network of each record, after a look that both formats agree."""
        files, _ = self.build(*inputs, options=("-q", "-t", "graphml,cx2"))
        found = {}
        for name, content in files.items():
            if not name.endswith(".graphml"):
                continue
            stem = name[:-len(".graphml")]
            found[stem] = of_graphml(content)
            self.assertEqual(of_cx2(files[stem + ".cx2"]), found[stem])
        return found

    def test_seed(self):
        nodes, edges = self.networks(SEED)["R-HSA-9701524"]
        claims = [e for _, _, e in edges if "status" in e]
        self.assertEqual(len(claims), 17)  # sixteen claims and a question
        self.assertEqual(len({n["iri"] for n in nodes}), len(nodes))
        for claim in claims:
            plain = claim["status"] == "asserted"
            self.assertEqual("[" not in claim["interaction"], plain, claim)
        sides = [c for c in claims if "dispute" in c]
        self.assertEqual(len(sides), 2)
        for side in sides:
            self.assertNotIn("works", side)
            self.assertEqual(len(side["dispute works"].split("; ")), 7)

    def test_nasty(self):
        record = self.write("a.jsonl", line("T-1", NASTY, title='"<&>" \\'))
        _, edges = self.networks(record)["T-1"]
        names = sorted({e["interaction"] for _, _, e in edges
                        if "status" in e})
        self.assertTrue(any(n.startswith("not: ") for n in names), names)
        self.assertTrue(any(n.endswith("[hedged]") for n in names), names)
        self.assertTrue(any(n.endswith("[unclear]") for n in names), names)
        quotes = [e.get("quote", "") for _, _, e in edges]
        self.assertTrue(any(' & "STAT3' in q for q in quotes), quotes)


if __name__ == "__main__":
    main()
