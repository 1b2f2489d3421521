#!/usr/bin/env python3
"""The seed's drawings against their targets, which lie beside the repository.

What is drawn and where is compared: nodes with their labels and looks, arcs,
boxes, and the order of each column.  Scaffold and plates are not.
"""

import os
import pathlib
import re
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "cli/lib"))
from tool import ToolTest, main, run, skip  # noqa: E402

SHARED = pathlib.Path(os.environ.get("SHARED", ""))
TARGETS = SHARED / "design/diagrams"

# What tells how an object looks.
SHOWN = ("class", "label", "shape", "style", "color", "fillcolor", "penwidth",
         "arrowhead", "arrowsize", "pq_mods", "peripheries", "URL")


def attributes(text):
    """The attributes in brackets, by name; quotes are taken off."""
    found = {}
    at = 0
    while at < len(text):
        name, _, rest = text[at:].partition("=")
        at += len(name) + 1
        begin = at
        if rest.startswith("<"):
            depth = 0
            while at == begin or depth:
                depth += {"<": 1, ">": -1}.get(text[at], 0)
                at += 1
        elif rest.startswith('"'):
            at = text.index('"', at + 1) + 1
        else:
            at = (text + ",").index(",", at)
        found[name.strip(" ,")] = text[begin:at].strip('"')
        at = text.index(",", at) + 1 if "," in text[at:] else len(text)
    return found


def look(text):
    """What is seen of an object."""
    seen = attributes(text)
    headless = seen.get("arrowhead") == "none"
    if "class" in seen:  # our objects also name the claims that they draw
        seen["class"] = " ".join(word for word in seen["class"].split()
                                 if not re.fullmatch("c[0-9a-f]{8,}", word))
        if not seen["class"]:
            del seen["class"]
    return {name: value for name, value in seen.items()
            if name in SHOWN and not (headless and name == "arrowsize")}


class Drawing:
    """Nodes, arcs, boxes and columns of a file in the form that we write."""

    def __init__(self, text):
        self.nodes, self.arcs, self.boxes, self.columns = {}, [], {}, []
        box = None
        for line in text.splitlines():
            begun = re.match(r'\s+subgraph "(.*)" \{', line)
            if begun:
                box = begun.group(1)
            elif box and "graph [" in line:
                self.boxes[box] = attributes(
                    line.partition("[")[2].rstrip("];"))["label"]
            else:
                self.take(line)

    def take(self, line):
        """A node, an arc or a column."""
        node = re.match(r'\s+"([^"]+)" \[(.*)\];$', line)
        arc = re.match(r'\s+"([^"]+)":e -> "([^"]+)"(\S*) \[(.*)\];$', line)
        if "rank=same" in line:
            self.columns.append([name for name in
                                 re.findall(r'"([^"]+)"', line)
                                 if name in self.nodes])
        elif arc and "style=invis" not in line:
            ends = [re.sub(r"^stop\d+$", "stop", name)
                    for name in arc.groups()[:2]]
            self.arcs.append((*ends, arc.group(3), look(arc.group(4))))
        elif node and "style=invis" not in line:
            self.nodes[node.group(1)] = look(node.group(2))


class Targets(ToolTest):
    """The views of the seed."""

    def both(self, view, target):
        """Ours and the target."""
        records = sorted((SHARED / "seed").glob("*.txt"))
        code, output, messages = run("draw", "--view", view, "-t", "dot", "-o",
                                     "-", *records)
        self.assertEqual(code, 0, messages)
        return Drawing(output), Drawing(
            (TARGETS / target).read_text(encoding="utf-8"))

    def compare(self, ours, theirs):
        """They show the same."""
        self.maxDiff = None
        self.assertEqual(ours.nodes, theirs.nodes)
        self.assertEqual(ours.boxes, theirs.boxes)
        self.assertEqual(ours.columns, theirs.columns)
        key = str
        self.assertEqual(sorted(ours.arcs, key=key),
                         sorted(theirs.arcs, key=key))

    def test_evidence(self):
        ours, theirs = self.both("evidence", "evidence_view.dot")
        self.compare(ours, theirs)

    def test_overview(self):
        ours, theirs = self.both("overview", "overview.dot")
        # The hand that drew the target added no links to readings.
        del ours.nodes["89cfd839.2"]["URL"]
        for node in (*ours.nodes.values(), *theirs.nodes.values()):
            node.setdefault("style", "filled")  # as the default has it
        self.compare(ours, theirs)


if __name__ == "__main__":
    if not TARGETS.is_dir():
        skip("the targets are not there")
    main()
