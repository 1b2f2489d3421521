#!/usr/bin/env python3
"""The colours of drawings and pages: can they be read, and told apart?

Colours are taken from where the sources have them.  Contrast is that of WCAG
2.1; colour blindness is simulated as Viénot, Brettel and Mollon (1999) do it,
and differences are distances in CIELAB.
"""

import itertools
import math
import os
import pathlib
import re
import unittest

ROOT = pathlib.Path(os.environ.get("SOURCE_DIR",
                                   pathlib.Path(__file__).parents[2]))
WRITE = ROOT / "src/write"

BODY, SECONDARY, LINE = 7, 4.5, 3  # floors of contrast
APART = 10  # a distance in CIELAB that is seen at once, in small areas too
PAGE = "#ffffff"
BODY_INKS = {"#1b1f24", "#24292f"}
HAIR = "#afb8c1"  # around chips: carries no meaning
BADGE = "#ffe08a"  # the same by day and night


# ---- the formulae ----

def linear(color):
    """Red, green and blue as light, 0 to 1 (IEC 61966-2-1)."""
    parts = (int(color[i:i + 2], 16) / 255 for i in (1, 3, 5))
    return [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4
            for c in parts]


def contrast(one, two):
    """WCAG 2.1, 1.4.3: from 1 to 21."""
    light = sorted(sum(w * c for w, c in
                       zip((0.2126, 0.7152, 0.0722), linear(color)))
                   for color in (one, two))
    return (light[1] + 0.05) / (light[0] + 0.05)


def times(matrix, vector):
    """A matrix by a vector."""
    return [sum(a * b for a, b in zip(row, vector)) for row in matrix]


def inverse(m):
    """Of three rows, by cofactors; their indices run round."""
    def cofactor(i, j):
        a, b, c, d = (i + 1) % 3, (i + 2) % 3, (j + 1) % 3, (j + 2) % 3
        return m[a][c] * m[b][d] - m[a][d] * m[b][c]
    whole = sum(m[0][j] * cofactor(0, j) for j in range(3))
    return [[cofactor(j, i) / whole for j in range(3)] for i in range(3)]


# From light to the three kinds of cones, and what a missing kind would see.
CONES = ((17.8824, 43.5161, 4.11935), (3.45565, 27.1554, 3.86714),
         (0.0299566, 0.184309, 1.46709))
EYES = {"all cones": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
        "protanopia": ((0, 2.02344, -2.52581), (0, 1, 0), (0, 0, 1)),
        "deuteranopia": ((1, 0, 0), (0.494207, 0, 1.24827), (0, 0, 1))}


def seen(light, eye):
    """Light that an eye with all cones sees as `eye` sees the given one."""
    cones = times(EYES[eye], times(CONES, light))
    return [min(1, max(0, c)) for c in times(inverse(CONES), cones)]


def lab(light):
    """CIELAB, D65."""
    xyz = times(((0.4124564, 0.3575761, 0.1804375),
                 (0.2126729, 0.7151522, 0.0721750),
                 (0.0193339, 0.1191920, 0.9503041)), light)
    x, y, z = (c ** (1 / 3) if c > (6 / 29) ** 3
               else c / (3 * (6 / 29) ** 2) + 4 / 29
               for c in (a / b for a, b in zip(xyz, (0.95047, 1, 1.08883))))
    return (116 * y - 16, 500 * (x - y), 200 * (y - z))


def distance(one, two, eye="all cones"):
    """CIE 1976 difference."""
    return math.dist(*(lab(seen(linear(color), eye)) for color in (one, two)))


# ---- what the sources have ----

def source(name):
    """A source file without its comments, its strings as one piece each."""
    text = (WRITE / name).read_text("utf-8")
    text = re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)
    return re.sub(r'"\s*\n\s*"', "", text)


def table(name, head):
    """The inside of the table whose declaration ends with `head`."""
    text = source(name)
    begin = text.index(head) + len(head)
    return text[begin:text.index("};", begin)]


def colors(text):
    """All colours of a text, in lower case."""
    return [c.lower() for c in re.findall(r"#[0-9A-Fa-f]{6}\b", text)]


def attributes(text):
    """Attributes in DOT, by name."""
    return {name: (quoted or bare).lower() for name, quoted, bare in
            re.findall(r'(\w+)=(?:\\"([^"\\]*)\\"|([^,\s"\\]+))', text)}


def looks():
    """How each kind of node looks, defaults included."""
    graph = source("dot_graph.c")
    base = attributes(graph[graph.index("node [label="):
                            graph.index("edge [fontname")])
    base["style"] = "rounded,filled"
    rows = re.findall(r'\[PQ_DRAW_(\w+)\] = \{"[^"]*",\s*"((?:\\.|[^"\\])*)"',
                      table("dot_node.c", "} looks[] = {"))
    return {kind: {**base, **attributes(look)} for kind, look in rows}


def tones():
    """Claim cards: bar, border, ground and words of each."""
    rows = re.findall(r"\[PQ_TONE_(\w+)\] = \{(.*?)\}",
                      table("dot_claim.c", "} tones[] = {"), re.DOTALL)
    return {tone: colors(row) for tone, row in rows}


def frames():
    """The grey box and the brown one: line, ground and text."""
    found = []
    for name in ("grey", "brown"):
        look = attributes(frame(name))
        found.append((look["pencolor"], look["fillcolor"].replace("none", PAGE),
                      look["fontcolor"]))
    return found


def frame(name):
    """The string of a box."""
    text = source("dot_graph.c")
    return re.search(rf'char {name}\[\] =\s*"((?:\\.|[^"\\])*)"', text)[1]


def arcs():
    """Colours of lines between nodes."""
    text = source("dot_graph.c")
    return colors(table("dot_graph.c", "char *const lines[] = {") +
                  text[text.index("edge [fontname"):])


def swatches():
    """The colours that the overview's key shows."""
    return colors(table("dot_plate.c", "} kinds[] = {"))


def styles(night):
    """The variables of the pages' style."""
    text = (WRITE / "web/style.css").read_text("utf-8")
    blocks = re.findall(r":root \{(.*?)\}", text, re.DOTALL)
    return {name: value.lower() for block in blocks[:2 if night else 1]
            for name, value in re.findall(r"--([\w-]+): (#\w{6});", block)}


class Day:
    """The colours as the drawing has them."""

    name = "light"

    def ground(self, color):
        """Of an area."""
        return color

    line = text = ground
    page = PAGE


class Night(Day):
    """What the style in an SVG makes of them on a dark screen."""

    name = "dark, by style"

    def __init__(self):
        text = source("svg.c")
        self.maps = {}
        for name in ("grounds", "lines", "texts"):
            inside = table("svg.c", f"paint {name}[] = {{")
            self.maps[name] = {a.lower(): b.lower() for a, b in
                               re.findall(r'\{"([^"]+)", "([^"]+)"\}', inside)}
        self.page = re.search(r"polygon\{fill:(#\w{6})\}", text)[1]
        self.plain = re.search(r'"text\{fill:(#\w{6})\}"', text)[1]

    def ground(self, color):
        return self.maps["grounds"].get(color, color)

    def line(self, color):
        return self.maps["lines"].get(color, color)

    def text(self, color):
        return self.maps["texts"].get(color, self.plain)


class Painted(Day):
    """What --theme makes of them."""

    def __init__(self, name, column, page):
        self.name, self.page = name, page
        inside = table("theme.c", "} paints[] = {")
        rows = [[c.lower() for c in row] for row in
                re.findall(r'\{"(#\w+)", "(#\w+)", "(#\w+)"\}', inside)]
        self.map = {row[0]: row[column] for row in rows}

    def ground(self, color):
        return self.map[color]

    line = text = ground


THEMES = (Day(), Night(), Painted("dark", 1, "#0d1117"),
          Painted("print", 2, PAGE))


# ---- tests ----

class Formulae(unittest.TestCase):
    """Against values that are published."""

    def test_contrast(self):
        self.assertAlmostEqual(contrast("#000000", "#ffffff"), 21)
        self.assertAlmostEqual(contrast("#777777", "#ffffff"), 4.48, 2)
        self.assertAlmostEqual(contrast("#ffffff", "#0000ff"), 8.59, 2)
        self.assertEqual(contrast("#123456", "#123456"), 1)

    def test_lab(self):
        for color, want in (("#ffffff", (100, 0, 0)), ("#000000", (0, 0, 0)),
                            ("#ff0000", (53.24, 80.09, 67.20)),
                            ("#00ff00", (87.73, -86.18, 83.18))):
            for got, value in zip(lab(linear(color)), want):
                self.assertAlmostEqual(got, value, delta=0.03)

    def test_missing_cones(self):
        """Red and green light as one, grey as before, blue as before."""
        for eye, share in (("protanopia", 0.1124), ("deuteranopia", 0.2928)):
            for light, want in (((1, 0, 0), share), ((0, 1, 0), 1 - share)):
                red, green, _ = seen(light, eye)
                self.assertAlmostEqual(red, want, 3)
                self.assertAlmostEqual(green, want, 3)
            self.assertLess(distance("#808080", "#808080", eye), 1e-9)
            grey = linear("#808080")
            self.assertLess(math.dist(lab(seen(grey, eye)), lab(grey)), 0.5)
            self.assertLess(math.dist(seen((0, 0, 1), eye), (0, 0, 1)), 0.03)


class Contrast(unittest.TestCase):
    """Text on its ground, lines on theirs."""

    def readable(self, theme, what, ink, ground):
        """Text: body or secondary."""
        floor = BODY if ink in BODY_INKS else SECONDARY
        self.above(floor, theme, what, theme.text(ink), ground)

    def above(self, floor, theme, what, one, two):
        """Contrast of two colours."""
        with self.subTest(theme=theme.name, what=what, colors=(one, two)):
            self.assertGreaterEqual(round(contrast(one, two), 2), floor)

    def test_nodes(self):
        kinds = looks()
        self.assertGreaterEqual(len(kinds), 17)
        for theme, (kind, look) in itertools.product(THEMES, kinds.items()):
            on = theme.ground(look["fillcolor"])
            if kind == "CAPTION":  # no fill: stands on the page
                self.readable(theme, kind, look["fontcolor"], theme.page)
                continue
            if kind != "BINDING":  # a dot without words
                self.readable(theme, kind, look["fontcolor"], on)
                if look["color"] != HAIR:
                    self.above(LINE, theme, kind, theme.line(look["color"]), on)
            if look["color"] != HAIR:
                self.above(LINE, theme, kind, theme.line(look["color"]),
                           theme.page)

    def test_hair_line_alone_is_pale(self):
        pale = {look["color"] for look in looks().values()
                if contrast(look["color"], look["fillcolor"]) < LINE
                and look["shape"] != "plaintext"
                and look["color"] != look["fillcolor"]}
        self.assertEqual(pale, {HAIR})

    def test_members(self):
        inside = source("dot_node.c")
        border, ground = colors(inside[inside.index("label=<<TABLE"):])[:2]
        member = colors(inside[inside.index('STYLE=\\"ROUNDED'):])[:2]
        for theme in THEMES:
            self.above(LINE, theme, "complex", theme.line(border),
                       theme.ground(ground))
            self.above(LINE, theme, "member", theme.line(member[0]),
                       theme.ground(member[1]))
            self.readable(theme, "member", "#1b1f24", theme.ground(member[1]))

    def test_claims(self):
        faces = colors(table("dot_claim.c", "} faces[] = {"))
        self.assertEqual(len(tones()), 4)
        for theme, (tone, row) in itertools.product(THEMES, tones().items()):
            bar, border, ground, words = row
            on = theme.ground(ground)
            self.readable(theme, tone, "#1b1f24", on)
            for ink in (words, *faces):
                self.readable(theme, tone, ink, on)
            for at in (on, theme.page):
                self.above(LINE, theme, tone, theme.line(border), at)
            # The bar of a dispute is a pale orange by day: the border beside
            # it says the same, and so does a word.
            if tone != "DISPUTED" or theme.name.startswith("dark"):
                self.above(LINE, theme, f"bar {tone}", theme.ground(bar), on)

    def test_boxes_and_arcs(self):
        boxes = frames()
        brown = boxes[1][1]
        self.assertGreaterEqual(len(arcs()), 3)
        for theme in THEMES:
            for line, ground, ink in boxes:
                on = theme.page if ground == PAGE else theme.ground(ground)
                self.readable(theme, "box", ink, on)
                self.above(LINE, theme, "box", theme.line(line), on)
                self.above(LINE, theme, "box", theme.line(line), theme.page)
            for line, on in itertools.product(
                    arcs(), (theme.page, theme.ground(brown))):
                self.above(LINE, theme, "arc", theme.line(line), on)

    def test_badges(self):
        text = source("picture_text.c")
        text = text[text.index("void put_badge(const"):]
        on, off, border, ink = colors(text)[:4]
        self.assertEqual(on, BADGE)
        for theme in THEMES:
            self.readable(theme, "badge, named", ink, theme.ground(off))
            self.above(LINE, theme, "badge, named", theme.line(border),
                       theme.ground(off))
            if theme.name == Night.name:  # `.on text` keeps its ink
                self.above(BODY, theme, "badge, set", "#1b1f24", on)
                self.assertIn(".on text{fill:#1b1f24}", source("svg.c"))
            else:
                self.readable(theme, "badge, set", "#1b1f24", theme.ground(on))
            for kind, look in looks().items():
                if kind not in ("PROTEIN", "DISEASE", "CHEMICAL", "GENE"):
                    continue
                # a light area on a dark node needs no line around it
                edges = (contrast(theme.line(look["color"]), theme.ground(on)),
                         contrast(theme.ground(on), theme.page))
                with self.subTest(theme=theme.name, kind=kind):
                    self.assertGreaterEqual(max(edges), LINE)

    def test_plates(self):
        inks = set(colors(source("dot_plate.c"))) - set(swatches())
        self.assertGreaterEqual(len(inks), 4)
        for theme in THEMES:
            for ink in inks:
                self.readable(theme, "plate", ink, theme.page)
            for ink in swatches():
                self.above(LINE, theme, "key", theme.text(ink), theme.page)
                with self.subTest(theme=theme.name, ink=ink):
                    self.assertEqual(theme.text(ink), theme.line(ink),
                                     "the key shows another colour")

    def test_pages(self):
        for night, theme in ((False, THEMES[0]), (True, THEMES[1])):
            c = styles(night)
            names = ("protein", "disease", "pathway", "gene", "process",
                     "other")
            for ground in ("ground", "panel", "kin", "lit", *names):
                self.above(BODY, theme, ground, c["text"], c[ground])
            for ground, ink in itertools.product(("ground", "panel", "kin"),
                                                 ("quiet", "link")):
                self.above(SECONDARY, theme, ink, c[ink], c[ground])
            self.above(BODY, theme, "site", c["on-site"], c["site"])
            for line in ("focus", "mark", "asserted", "presupposed", "hedged",
                         "disputed", "unclear", "denied", "unknown"):
                self.above(LINE, theme, line, c[line], c["ground"])


class NightIsWhole(unittest.TestCase):
    """Each colour of a drawing has another one for the dark."""

    def test_each_is_painted(self):
        theme = THEMES[2]
        for name in ("dot_claim.c", "dot_graph.c", "dot_node.c", "dot_plate.c",
                     "dot_flow.c", "picture_text.c"):
            for color in colors(source(name)):
                self.assertIn(color, theme.map, name)

    def test_each_is_styled(self):
        night = THEMES[1]
        kinds = looks().values()
        areas = {look["fillcolor"] for look in kinds}
        areas |= {color for row in tones().values() for color in (row[0],
                                                                  row[2])}
        areas |= set(arcs())  # their heads
        kept = {"#e69f00", "#7d8590"}  # the same by day and night
        self.assertLessEqual(areas - kept, set(night.maps["grounds"]))
        borders = {look["color"] for look in kinds} | set(arcs())
        borders |= {row[1] for row in tones().values()}
        self.assertLessEqual(borders, set(night.maps["lines"]))

    def test_style_and_theme_agree(self):
        night, dark = THEMES[1], THEMES[2]
        for name in ("grounds", "lines", "texts"):
            for light, color in night.maps[name].items():
                if light != "white":
                    self.assertEqual(color, dark.map[light], (name, light))


class Eyes(unittest.TestCase):
    """Nothing is told by colour alone."""

    KINDS = ("PROTEIN", "DISEASE", "COMPLEX", "CHEMICAL", "PATHWAY", "GENE",
             "EFFECT", "OTHER", "RIVAL", "NOTE", "CHIP")

    # Borders that look alike to some eye; fills are too pale to tell.
    ALIKE = {
        "all cones": {("PROTEIN", "COMPLEX"), ("PROTEIN", "CHEMICAL"),
                      ("COMPLEX", "CHEMICAL")},
        "protanopia": {("GENE", "RIVAL")},
        "deuteranopia": {("GENE", "RIVAL"), ("EFFECT", "OTHER")},
    }

    @staticmethod
    def outline(kind, look):
        """What is left of a look in grey."""
        inside = {"COMPLEX": "a cell per member", "PROTEIN": "bold name",
                  "DISEASE": "bold name"}.get(kind, "plain name")
        return (look["shape"], "rounded" in look["style"],
                "dashed" in look["style"], look.get("peripheries", "1"),
                look["penwidth"], inside)

    def pairs(self):
        """Two kinds each, with their looks."""
        kinds = looks()
        for one, two in itertools.combinations(self.KINDS, 2):
            yield (one, two), kinds[one], kinds[two]

    def test_which_look_alike(self):
        always = self.ALIKE["all cones"]
        for eye in EYES:
            found = {pair for pair, a, b in self.pairs()
                     if distance(a["color"], b["color"], eye) < APART}
            self.assertEqual(found, always | self.ALIKE[eye], eye)

    def test_grey_tells_kinds_apart(self):
        """In the card all but pathways and genes, which have words."""
        same = {pair for pair, a, b in self.pairs()
                if self.outline(pair[0], a) == self.outline(pair[1], b)}
        self.assertEqual(same, {("PATHWAY", "GENE")})
        rows = (ROOT / "ontology/lexicon/pathways.tsv").read_text("utf-8")
        labels = [row.split("\t")[2] for row in rows.splitlines()[1:]]
        self.assertGreater(len(labels), 50)
        for label in labels:
            self.assertRegex(label, r"pathway|signal|response|cascade")

    def test_pathway_and_gene(self):
        """An overview leaves the word "pathway" to the tool tip, so the
        colours must be far apart for every eye, by day and by night."""
        kinds = looks()
        for theme, eye in itertools.product(THEMES[:3], EYES):
            one, two = (theme.line(kinds[kind]["color"])
                        for kind in ("PATHWAY", "GENE"))
            self.assertGreater(distance(one, two, eye), 2 * APART,
                               (theme.name, eye))

    def test_statuses_differ_in_border(self):
        """Of claims: solid, dashed or dotted; two dashed ones in words."""
        text = table("dot_claim.c", "} tones[] = {")
        self.assertEqual(re.findall(r'STYLE=\\"(\w+)', text),
                         ["DASHED", "DASHED", "DOTTED"])

    def test_states_differ_in_form(self):
        """Of arcs: dash, and dots; of badges: the corners of a place."""
        lines = table("dot_graph.c", "char *const lines[] = {")
        self.assertEqual(re.findall(r"style=(\w+)", lines),
                         ["dashed", "dashed", "dotted"])
        self.assertIn('place ? "" : "rounded,"', source("picture_text.c"))

    def test_stances_of_pages_differ_in_line(self):
        css = (WRITE / "web/style.css").read_text("utf-8")
        styles_of = {}
        for names, block in re.findall(r"^((?:\.s-\w+,?\s*)+)\{(.*?)\}", css,
                                       re.DOTALL | re.MULTILINE):
            style = re.search(r"decoration-style: (\w+)", block)[1]
            for name in re.findall(r"s-(\w+)", names):
                styles_of[name] = style
        self.assertEqual(styles_of, {
            "asserted": "solid", "presupposed": "solid", "hedged": "dashed",
            "alternative": "wavy", "controversial": "wavy",
            "unclear": "dotted", "denied": "double"})
        self.assertRegex(css, r"\.u\.s-presupposed,[^}]*thickness: 1px")


if __name__ == "__main__":
    unittest.main()
