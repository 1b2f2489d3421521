#!/usr/bin/env python3
"""Finished pictures, read back: what stands on what.

    geometry.py          the reader itself, and a seeded sample
    geometry.py --all    all development records in three views, a hundred
                         overviews of 25 records each, 300 records of chance;
                         prints the share that is clean, and the worst

A picture is clean if no node stands on another, no arc runs over a node that it
does not join, and no label stands on another (lib/picture.py says what is
forgiven).  PICTURES names a folder that keeps what --all draws.
"""

import concurrent.futures
import gzip
import json
import os
import pathlib
import random
import subprocess
import sys
import tempfile
import unittest

HERE = pathlib.Path(__file__).parent
sys.path[:0] = [str(HERE.parent / "cli/lib"), str(HERE / "lib")]
from tool import ToolTest, main, run, skip, tool  # noqa: E402
import picture  # noqa: E402

RECORDS = (pathlib.Path(os.environ.get("SHARED", "")) /
           "corpora/reactome-v88/input-dev.jsonl.gz")
CHANCE = pathlib.Path(os.environ.get("BUILD_DIR", ".")) / "bin/unit/draw_chance"
SEED = 5
SAMPLE, GROUPS, CHANCES = 60, 2, 20  # of the short run
ALL_GROUPS, ALL_CHANCES = 100, 300
GROUP = 25
LEAST = 0.99
WORST = 10


def faults_of(path):
    """What is wrong with one picture, and is there an arc in it?"""
    text = path.read_text(encoding="utf-8")
    return (path.name, picture.Picture(text).faults(), 'class="edge' in text)


def look(folder, workers=1):
    """Faults of all pictures of a folder, by name, and how many have arcs."""
    paths = sorted(pathlib.Path(folder).glob("*.svg"))
    if workers == 1:
        seen = list(map(faults_of, paths))
    else:
        with concurrent.futures.ProcessPoolExecutor(workers) as pool:
            seen = list(pool.map(faults_of, paths, chunksize=16))
    return ({name: faults for name, faults, _ in seen},
            sum(arcs for _, _, arcs in seen))


def draw_chance(folder, first, last):
    """Draw records of chance."""
    pathlib.Path(folder).mkdir(parents=True, exist_ok=True)
    if not CHANCE.exists():
        skip("draw_chance is not built")
    subprocess.run([str(CHANCE), str(folder), str(first), str(last)],
                   check=True, timeout=600)


# ---- the reader ----

SVG = """<svg xmlns="http://www.w3.org/2000/svg"><g class="graph">
<g id="a" class="node protein"><polygon points="0,0 40,0 40,20 0,20 0,0"/>
<text x="20" y="14" text-anchor="middle" font-size="12">A</text></g>
{}</g></svg>"""
NODE = ('<g id="{0}" class="node {5}"><polygon points="{1},{2} {3},{2} {3},{4} '
        '{1},{4} {1},{2}"/>{6}</g>')
ARC = '<g id="arc" class="edge"><path d="M{} C{} {} {}"/>{}</g>'
TEXT = '<text x="{}" y="{}" font-size="10">{}</text>'


class Reader(unittest.TestCase):
    """It sees what is wrong, and only that."""

    def kinds(self, *parts):
        """Kinds of faults of a picture with a node A from 0,0 to 40,20."""
        found = picture.Picture(SVG.format("".join(parts))).faults()
        return [kind for kind, _, _ in found]

    def test_nodes(self):
        self.assertEqual(self.kinds(), [])
        beside = NODE.format("b", 41, 0, 80, 20, "protein", "")
        on = NODE.format("b", 38, 0, 80, 20, "protein", "")
        badge = NODE.format("a-b0", 10, -5, 30, 5, "mod on", "")
        other = NODE.format("c-b0", 10, -5, 30, 5, "mod on", "")
        self.assertEqual(self.kinds(beside), [])
        self.assertEqual(self.kinds(on), ["node over node"])
        self.assertEqual(self.kinds(badge), [])
        self.assertEqual(self.kinds(other), ["node over node"])

    def test_arcs(self):
        through = ARC.format("-50,10", "0,10", "50,10", "100,10", "")
        past = ARC.format("-50,-1", "0,-1", "50,-1", "100,-1", "")
        joins = ARC.format("40,10", "50,10", "60,10", "70,10", "")
        back = ARC.format("40,10", "20,10", "0,10", "-30,10", "")
        self.assertEqual(self.kinds(through), ["arc over node"])
        self.assertEqual(self.kinds(past), [])
        self.assertEqual(self.kinds(joins), [])
        self.assertEqual(self.kinds(back), ["arc over node"])

    def test_a_bend_between_its_ends(self):
        """The ends and the controls of a cubic are not its way."""
        bend = ARC.format("20,-40", "20,70", "21,70", "21,-40", "")
        flat = ARC.format("-60,40", "20,25", "20,25", "100,40", "")
        self.assertEqual(self.kinds(bend), ["arc over node"])
        self.assertEqual(self.kinds(flat), [])

    def test_heads(self):
        head = '<polygon points="{} {} {} {}"/>'
        own = head.format("-6,6", "0,10", "-6,14", "-6,6")
        far = head.format("-6,6", "20,10", "-6,14", "-6,6")
        there = ("-60,10", "-40,10", "-20,10", "-8,10")
        self.assertEqual(self.kinds(ARC.format(*there, own)), [])
        self.assertEqual(self.kinds(ARC.format(*there, far)),
                         ["arc over node"])

    def test_outlines(self):
        """Corners of an ellipse and of a hexagon are empty."""
        round_ = ('<g id="o" class="node x"><ellipse cx="100" cy="100" rx="30" '
                  'ry="30"/></g>')
        six = ('<g id="h" class="node x"><polygon points="130,100 115,130 '
               '85,130 70,100 85,70 115,70 130,100"/></g>')
        corner = ARC.format("60,84", "67,77", "74,70", "81,63", "")
        middle = ARC.format("60,124", "80,104", "100,84", "120,64", "")
        for outline in (round_, six):
            self.assertEqual(self.kinds(outline, corner), [])
            self.assertEqual(self.kinds(outline, middle), ["arc over node"])

    def test_labels(self):
        """WWW is about 28 points wide at size 10, iii less than 7."""
        plate = '<g id="p" class="node foot">{}</g>'
        wide = TEXT.format(0, 50, "WWW") + TEXT.format(25, 50, "x")
        narrow = TEXT.format(0, 50, "iii") + TEXT.format(8, 50, "x")
        lines = TEXT.format(0, 50, "gjy") + TEXT.format(0, 60, "WWW")
        self.assertEqual(self.kinds(plate.format(wide)), ["label over label"])
        self.assertEqual(self.kinds(plate.format(narrow)), [])
        self.assertEqual(self.kinds(plate.format(lines)), [])
        tight = NODE.format("b", 60, 0, 70, 20, "chip",
                            TEXT.format(60, 14, "WWW"))
        self.assertEqual(self.kinds(tight), ["label out of its node"])

    def test_boxes(self):
        """Their labels are to be seen; arcs may cross their borders."""
        box = ('<g id="c" class="cluster"><path d="M100,0C100,0 180,0 180,0 '
               '180,0 180,80 180,80 180,80 100,80 100,80 100,80 100,0 100,0"/>' +
               TEXT.format(104, 12, "form not stated") + "</g>")
        on = ARC.format("60,8", "80,8", "140,8", "200,8", "")
        below = ARC.format("60,40", "80,40", "140,40", "200,40", "")
        self.assertEqual(self.kinds(box, on), ["arc over label"])
        self.assertEqual(self.kinds(box, below), [])


# ---- the sample ----

class Sample(ToolTest):
    """Some of all."""

    def check(self, folder, least):
        """That many pictures, and all but one in a hundred are clean."""
        seen, n_arcs = look(folder)
        bad = {name: faults for name, faults in seen.items() if faults}
        self.assertGreaterEqual(n_arcs, least)
        self.assertLessEqual(len(bad), (1 - LEAST) * len(seen) + 1, bad)

    def test_chance(self):
        draw_chance(self.folder / "chance", 1, CHANCES)
        self.check(self.folder / "chance", 2 * CHANCES)

    def test_records(self):
        if not RECORDS.exists():
            self.skipTest("the development records are not there")
        with gzip.open(RECORDS, "rt", encoding="utf-8") as lines:
            some = random.Random(SEED).sample(list(lines), SAMPLE)
        records = self.write("some.jsonl", "".join(some))
        for view in ("card", "evidence"):
            code, _, told = run("draw", "-q", "--view", view, "-o",
                                self.folder / view, records)
            self.assertEqual(code, 0, told)
            self.check(self.folder / view, SAMPLE // 2)
        for i in range(GROUPS):
            part = self.write(f"{i}.jsonl", "".join(
                some[i * GROUP:(i + 1) * GROUP]))
            code, _, told = run("draw", "-q", "--view", "overview", "-o",
                                self.folder / f"groups/{i}.svg", part)
            self.assertEqual(code, 0, told)
        self.check(self.folder / "groups", GROUPS)


# ---- all ----

def draw_overviews(folder, parts):
    """An overview of each part, lines of records."""
    folder.mkdir(parents=True, exist_ok=True)

    def one(numbered):
        i, part = numbered
        done = subprocess.run(
            [tool(), "draw", "-q", "--view", "overview", "-o",
             str(folder / f"{i:04}.svg"), "-"], input=part.encode(),
            capture_output=True, check=False, timeout=300)
        if done.returncode:
            print("no picture:", i, done.stderr.decode())

    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        list(pool.map(one, enumerate(parts)))


def draw_everything(top):
    """All that is looked at, a folder each."""
    with gzip.open(RECORDS, "rt", encoding="utf-8") as lines:
        records = list(lines)
    (top / "all.jsonl").write_text("".join(records), encoding="utf-8")
    for view in ("card", "evidence"):
        code, _, told = run("draw", "-q", "--view", view, "-o", top / view,
                            top / "all.jsonl", timeout=1200)
        if code:
            sys.exit(told)
    draw_overviews(top / "overview", records)
    random.Random(SEED).shuffle(records)
    draw_overviews(top / "group", [
        "".join(records[i * GROUP:(i + 1) * GROUP])
        for i in range(ALL_GROUPS)])
    draw_chance(top / "chance", 1, ALL_CHANCES)
    for view in ("card", "evidence", "overview"):
        folder = top / f"chance-{view}"
        folder.mkdir(exist_ok=True)
        for path in (top / "chance").glob(f"*-{view}.svg"):
            path.rename(folder / path.name)


def tell(top):
    """Print the shares and the worst; 1 if a share is too small."""
    status, worst = 0, []
    for folder in ("card", "evidence", "overview", "group", "chance-card",
                   "chance-evidence", "chance-overview"):
        seen, n_arcs = look(top / folder, 2)
        bad = {name: faults for name, faults in seen.items() if faults}
        clean = 1 - len(bad) / n_arcs
        status = status or int(clean < LEAST)
        kinds = {kind: sum(any(f[0] == kind for f in faults)
                           for faults in bad.values())
                 for kind in picture.KINDS}
        print(f"{folder}: {len(seen)} pictures, {n_arcs} with arcs, "
              f"{len(bad)} not clean, {100 * clean:.2f} % of those with arcs",
              {kind: n for kind, n in kinds.items() if n})
        worst += [(len(faults), f"{folder}/{name}", faults)
                  for name, faults in bad.items()]
    for n, name, faults in sorted(worst, reverse=True)[:WORST]:
        print(n, name, json.dumps(faults[:3]))
    return status


def do_all():
    """Draw and tell."""
    if not RECORDS.exists():
        skip("the development records are not there")
    if os.environ.get("PICTURES"):
        top = pathlib.Path(os.environ["PICTURES"])
        top.mkdir(parents=True, exist_ok=True)
        draw_everything(top)
        return tell(top)
    with tempfile.TemporaryDirectory(prefix="pathquill-pictures-") as folder:
        draw_everything(pathlib.Path(folder))
        return tell(pathlib.Path(folder))


if __name__ == "__main__":
    if "--all" in sys.argv:
        sys.exit(do_all())
    main()
