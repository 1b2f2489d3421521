#!/usr/bin/env python3
"""-t sbgn, read by others.  libsbgnpy: each map is valid by the schema, and has as
many glyphs and arcs of each class as are written, with ends that are there.
sbgnml-to-cytoscape, with which Newt opens files: each glyph has its class, label
and place, each arc its class and its ends; annotations it does not know."""

import json
import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE / "lib"))
import peers  # noqa: E402

READ = r"""
import collections, json, pathlib, re, sys
import libsbgnpy
from lxml import etree

def all_of(glyphs):
    for glyph in glyphs:
        yield glyph
        yield from all_of(glyph.glyph)

def read(path):
    one = libsbgnpy.read_sbgn_from_file(str(path)).map[0]
    glyphs = list(all_of(one.glyph))
    ids = {g.id for g in glyphs} | {p.id for g in glyphs for p in g.port}
    if any({a.source, a.target} - ids for a in one.arc):
        return None
    return collections.Counter(o.class_value.value for o in (*glyphs, *one.arc))

schema = etree.XMLSchema(etree.parse(str(
    pathlib.Path(libsbgnpy.__file__).parent / "schema/SBGN.xsd")))
maps = glyphs = arcs = 0
invalid, odd = [], []
for path in sorted(pathlib.Path(sys.argv[1]).glob("*.sbgn")):
    text = path.read_text("utf-8")
    if not schema.validate(etree.parse(str(path))):
        invalid.append(path.name)
    if read(path) != collections.Counter(
            re.findall(r'<(?:glyph|arc) class="([^"]+)"', text)):
        odd.append(path.name)
    maps += 1
    glyphs += text.count("<glyph ")
    arcs += text.count("<arc ")
print(json.dumps([maps, glyphs, arcs, invalid, odd]))
"""


def read_by_newt(name, folder):
    """Tell what Newt's reader finds; is all of it as written?"""
    package = folder / "node_modules/sbgnml-to-cytoscape/package.json"
    version = json.loads(package.read_text("utf-8"))["version"]
    told = peers.told("node", HERE / "lib/sbgn.mjs", folder, name)
    maps, nodes, arcs, odd, notes = json.loads(told)
    print(f"sbgnml-to-cytoscape {version}: {maps:,} maps, {nodes:,} nodes, "
          f"{arcs:,} arcs: {len(odd)} read otherwise; {notes:,} annotations "
          "passed over", *odd[:10])
    return maps and not odd


def main():
    """Draw, validate, read, count."""
    python = peers.python("libsbgnpy", "lxml")
    version = peers.versions(python, "libsbgnpy")
    node = peers.node("sbgnml-to-cytoscape")
    wrong = 0
    for source in (peers.SEED, peers.DEV):
        if not source.exists():
            print("the development records are not here: only the example")
            continue
        with tempfile.TemporaryDirectory(prefix="pathquill-interop-") as name:
            peers.pathquill("draw", "-q", "-t", "sbgn", "-o", name, source)
            told = subprocess.run([python, "-c", READ, name], check=True,
                                  capture_output=True).stdout
            same = read_by_newt(name, node)
        maps, glyphs, arcs, invalid, odd = json.loads(told)
        print(f"{source.name}: libsbgnpy {version['libsbgnpy']}: {maps:,} maps,"
              f" {glyphs:,} glyphs, {arcs:,} arcs: {len(invalid)} not valid, "
              f"{len(odd)} read otherwise")
        if invalid or odd or not maps or not same:
            print(invalid[:10], odd[:10])
            wrong = 1
    sys.exit(wrong)


if __name__ == "__main__":
    main()
