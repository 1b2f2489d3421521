"""What stands where in a finished SVG of a drawing, and what stands on what.

    picture = Picture(text)      nodes, labels, arcs, read from the SVG alone
    picture.faults()             [(kind, what, what), ...]

Lengths are points, y goes down.  Nodes are their drawn outlines: ellipses, convex
polygons, else boxes.  Letters are as wide as the font's own table says (no
kerning) and reach from the base line 0.73 of their size up and 0.21 down.  Arcs
are their cubics at 24 points each, with their heads.  What is forgiven: SLACK
of nodes on nodes and of labels on labels, DEPTH of an arc in an outline, and,
where an arc meets a node that it joins, its head, and REACH around its end.
"""

import functools
import math
import pathlib
import re
import struct
import subprocess
import xml.etree.ElementTree as xml

SLACK = 0.7
DEPTH = 1.0
REACH = 5.0
NEAR = 2.5  # an end joins what is no further off, or twice as deep
STEPS = 24  # of a cubic
ASCENT, DESCENT = 0.73, 0.21
NO_GLYPH = 0.6  # of the size: what the font lacks

SVG = "{http://www.w3.org/2000/svg}"
NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
FAMILY = "Helvetica,Arial,sans-serif"

KINDS = ("node over node", "arc over node", "label over label",
         "arc over label", "label over node", "label out of its node")


# ---- the font ----

class Font:
    """Widths of letters, from the tables of a TrueType file."""

    def __init__(self, path):
        self.bytes = pathlib.Path(path).read_bytes()
        count = self.at(">H", 4)[0]
        tables = {}
        for i in range(count):
            tag, _, start, _ = self.at(">4sIII", 12 + 16 * i)
            tables[tag] = start
        self.unit = self.at(">H", tables[b"head"] + 18)[0]
        self.n_wide = self.at(">H", tables[b"hhea"] + 34)[0]
        self.hmtx = tables[b"hmtx"]
        self.glyphs = self.characters(tables[b"cmap"])

    def at(self, layout, offset):
        """Numbers of the file."""
        return struct.unpack_from(layout, self.bytes, offset)

    def characters(self, cmap):
        """Glyphs by character: the table of format 4."""
        found = {}
        for i in range(self.at(">H", cmap + 2)[0]):
            start = cmap + self.at(">HHI", cmap + 4 + 8 * i)[2]
            if self.at(">H", start)[0] != 4:
                continue
            n = self.at(">H", start + 6)[0] // 2
            last = self.at(f">{n}H", start + 14)
            first = self.at(f">{n}H", start + 16 + 2 * n)
            delta = self.at(f">{n}H", start + 16 + 4 * n)
            ranges = start + 16 + 6 * n
            offset = self.at(f">{n}H", ranges)
            for k in range(n):
                for c in range(first[k], min(last[k], 0xFFFE) + 1):
                    glyph = c
                    if offset[k]:
                        glyph = self.at(">H", ranges + 2 * k + offset[k] +
                                        2 * (c - first[k]))[0]
                    found[c] = (glyph + delta[k]) & 0xFFFF
        return found

    def width(self, text):
        """Of a text, in parts of the size."""
        total = 0.0
        for c in text:
            glyph = self.glyphs.get(ord(c), 0)
            if not glyph:
                total += NO_GLYPH
                continue
            row = min(glyph, self.n_wide - 1)
            total += self.at(">H", self.hmtx + 4 * row)[0] / self.unit
        return total


@functools.lru_cache
def font_of(bold, italic):
    """The font that drawings are made with."""
    style = ":bold" * bold + ":italic" * italic
    done = subprocess.run(["fc-match", FAMILY + style, "-f", "%{file}"],
                          capture_output=True, text=True, check=True)
    return Font(done.stdout)


# ---- outlines ----

class Shape:
    """A box, an ellipse, or a convex polygon within its box."""

    def __init__(self, box, ellipse=False, points=()):
        self.box = box
        self.ellipse = ellipse
        self.points = points

    def near(self, x, y, by):
        """Is the point within the box, or not further off?"""
        left, top, right, bottom = self.box
        return left - by < x < right + by and top - by < y < bottom + by

    def holds(self, x, y, depth):
        """Is the point deeper than that within the outline?"""
        if not self.near(x, y, -depth):
            return False
        left, top, right, bottom = self.box
        if self.ellipse:
            rx, ry = (right - left) / 2 - depth, (bottom - top) / 2 - depth
            return (rx > 0 and ry > 0 and
                    ((x - (left + right) / 2) / rx) ** 2 +
                    ((y - (top + bottom) / 2) / ry) ** 2 < 1)
        sign = 0
        for (ax, ay), (bx, by) in zip(self.points,
                                      self.points[1:] + self.points[:1]):
            away = (bx - ax) * (y - ay) - (by - ay) * (x - ax)
            if abs(away) < depth * math.hypot(bx - ax, by - ay):
                return False
            if sign and (away > 0) != (sign > 0):
                return False
            sign = away
        return True


def numbers(text):
    """All numbers of a text."""
    return [float(n) for n in NUMBER.findall(text)]


def pairs(text):
    """Points of a text."""
    values = numbers(text)
    return list(zip(values[::2], values[1::2]))


def box_of(points):
    """What holds all points."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return (min(xs), min(ys), max(xs), max(ys))


def overlap(a, b, slack):
    """Do two boxes overlap by more than that both ways?"""
    return (a[0] + slack < b[2] and b[0] + slack < a[2] and
            a[1] + slack < b[3] and b[1] + slack < a[3])


def flatten(path):
    """A path of cubics as points."""
    at = pairs(path)
    points = [at[0]]
    for i in range(0, len(at) - 3, 3):
        a, b, c, d = at[i:i + 4]
        for k in range(1, STEPS + 1):
            t = k / STEPS
            u = 1 - t
            w = (u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t)
            points.append(tuple(w[0] * a[j] + w[1] * b[j] + w[2] * c[j] +
                                w[3] * d[j] for j in (0, 1)))
    return points


def along(corners, step=1.5):
    """Points on the sides of a head."""
    points = []
    for (ax, ay), (bx, by) in zip(corners, corners[1:]):
        n = max(1, int(math.hypot(bx - ax, by - ay) / step))
        points += [(ax + (bx - ax) * k / n, ay + (by - ay) * k / n)
                   for k in range(n + 1)]
    return points


def corners_of(element):
    """Points of a head or of an outline."""
    tag = element.tag.removeprefix(SVG)
    if tag == "ellipse":
        cx, cy, rx, ry = (float(element.get(k)) for k in
                          ("cx", "cy", "rx", "ry"))
        return [(cx + rx * math.cos(k * math.pi / 8),
                 cy + ry * math.sin(k * math.pi / 8)) for k in range(17)]
    if tag == "path":
        return flatten(element.get("d"))
    return pairs(element.get("points"))


# ---- the picture ----

class Label:
    """A run of letters."""

    def __init__(self, element, owner):
        self.text = "".join(element.itertext()).replace("\u00a0", " ")
        self.owner = owner
        size = float(element.get("font-size"))
        font = font_of(element.get("font-weight") == "bold",
                       element.get("font-style") == "italic")
        blank = len(self.text) - len(self.text.lstrip())
        width = size * font.width(self.text.rstrip())
        x, y = float(element.get("x")), float(element.get("y"))
        left = x - {"middle": width / 2, "end": width}.get(
            element.get("text-anchor"), 0)
        indent = size * font.width(self.text[:blank])
        self.box = (left + indent, y - ASCENT * size, left + width,
                    y + DESCENT * size)


class Node:
    """A node, a badge or a box with what is drawn of it."""

    def __init__(self, element):
        self.name = element.get("id")
        self.classes = element.get("class").split()
        drawn = [e for e in element.iter() if e.tag in
                 (SVG + "polygon", SVG + "path", SVG + "ellipse",
                  SVG + "polyline")]
        corners = [corners_of(e) for e in drawn]
        self.shape = None
        if corners:
            self.shape = Shape(box_of(sum(corners, [])))
            outer = corners[-1][:-1]
            self.shape.ellipse = all(e.tag == SVG + "ellipse" for e in drawn)
            if (drawn[-1].tag == SVG + "polygon" and len(outer) > 4 and
                    len(drawn) <= 2):
                self.shape.points = outer
        self.labels = [label for label in
                       (Label(e, self) for e in element.iter(SVG + "text"))
                       if label.text.strip()]
        if not self.shape and self.labels:  # bare words
            boxes = [label.box for label in self.labels]
            self.shape = Shape(box_of([box[:2] for box in boxes] +
                                      [box[2:] for box in boxes]))

    def is_badge_of(self, other):
        """Does it sit on the other's border?"""
        return "mod" in self.classes and self.name.startswith(other.name + "-b")


class Arc:
    """An arc with its head."""

    def __init__(self, element):
        self.name = element.get("id")
        self.lines, self.heads, self.labels = [], [], []
        for e in element.iter():
            tag = e.tag.removeprefix(SVG)
            if tag == "path":
                self.lines += flatten(e.get("d"))
            elif tag in ("polygon", "polyline", "ellipse"):
                self.heads += along(corners_of(e))
        self.labels = [Label(e, self) for e in element.iter(SVG + "text")]
        self.box = box_of(self.lines + self.heads) if self.lines else None
        self.ends = [self.lines[0], self.tip()] if self.lines else []

    def tip(self):
        """As far as its head reaches, the way that the line goes."""
        x, y = self.lines[-1]
        before = next((p for p in reversed(self.lines) if p != (x, y)), None)
        if not before or not self.heads:
            return (x, y)
        length = math.hypot(x - before[0], y - before[1])
        dx, dy = (x - before[0]) / length, (y - before[1]) / length
        reach = max((p[0] - x) * dx + (p[1] - y) * dy for p in self.heads)
        return (x + dx * max(reach, 0), y + dy * max(reach, 0))

    def enters(self, shape):
        """Is it in the outline, other than where it meets it?"""
        if not self.box or not overlap(self.box, shape.box, 0):
            return False
        ends = [end for end in self.ends if shape.near(*end, NEAR) and
                not shape.holds(*end, 2 * NEAR)]
        heads = [] if self.ends[1] in ends else self.heads
        return any(shape.holds(x, y, DEPTH) and
                   not any(math.hypot(x - ex, y - ey) < REACH
                           for ex, ey in ends)
                   for x, y in (*self.lines, *heads))


class Picture:
    """A finished SVG."""

    def __init__(self, text):
        self.nodes, self.boxes, self.plates, self.arcs = [], [], [], []
        for element in xml.fromstring(text).iter(SVG + "g"):
            words = (element.get("class") or "").split()
            if "edge" in words:
                self.arcs.append(Arc(element))
            elif "cluster" in words:
                self.boxes.append(Node(element))
            elif {"head", "foot"} & set(words):
                self.plates.append(Node(element))
            elif "node" in words:
                self.nodes.append(Node(element))

    def on_nodes(self):
        """Nodes on nodes."""
        for i, a in enumerate(self.nodes):
            for b in self.nodes[:i]:
                if (overlap(a.shape.box, b.shape.box, SLACK) and
                        not a.is_badge_of(b) and not b.is_badge_of(a)):
                    yield ("node over node", a.name, b.name)

    def through_nodes(self):
        """Arcs in nodes."""
        for arc in self.arcs:
            for node in self.nodes:
                if arc.enters(node.shape):
                    yield ("arc over node", arc.name, node.name)

    def on_labels(self):
        """Labels on labels."""
        labels = sorted((label for what in (*self.nodes, *self.boxes,
                                            *self.plates, *self.arcs)
                         for label in what.labels),
                        key=lambda label: label.box[1])
        for i, a in enumerate(labels):
            for b in labels[i + 1:]:
                if b.box[1] >= a.box[3]:
                    break
                if overlap(a.box, b.box, SLACK):
                    yield ("label over label", a.text, b.text)

    def across(self):
        """Labels of boxes and plates on nodes and under arcs; labels that their
        node is too small for."""
        for what in (*self.boxes, *self.plates):
            for label in what.labels:
                shape = Shape(label.box)
                for node in self.nodes:
                    if overlap(label.box, node.shape.box, SLACK):
                        yield ("label over node", label.text, node.name)
                for arc in self.arcs:
                    if arc.enters(shape):
                        yield ("arc over label", arc.name, label.text)
        for node in self.nodes:
            left, top, right, bottom = node.shape.box
            for label in node.labels:
                if (label.box[0] < left - SLACK or label.box[1] < top - SLACK or
                        label.box[2] > right + SLACK or
                        label.box[3] > bottom + SLACK):
                    yield ("label out of its node", label.text, node.name)

    def faults(self):
        """All that is wrong."""
        return [*self.on_nodes(), *self.through_nodes(), *self.on_labels(),
                *self.across()]
