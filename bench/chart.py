"""Pictures of what was measured: lines over powers of ten, and stacked bars.

Plain SVG, without anything that a viewer may lack: dark on white, colours that
people of any sight tell apart, every line and bar named where it is."""

import math
from xml.sax.saxutils import escape

INK, QUIET, GRID = "#1f2430", "#59606e", "#dfe2e8"
COLOURS = ("#1f6fb4", "#d9762b", "#2e8b62", "#b8478f", "#7a5cc4", "#b59a1d",
           "#4aa7c9", "#c44a3d", "#6b7a3a", "#8d6e63", "#90a4ae", "#cfd8dc")


class Picture:
    """An SVG that grows."""

    def __init__(self, width, height, title):
        self.parts = [
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" '
            f'height="{height}" viewBox="0 0 {width} {height}" role="img" '
            'font-family="Helvetica, Arial, \'Liberation Sans\', sans-serif" '
            f'font-size="13" fill="{INK}">',
            f"<title>{escape(title)}</title>",
            f'<rect width="{width}" height="{height}" fill="#ffffff"/>']

    def text(self, x, y, words, anchor="start", fill=INK, size=13, bold=False):
        """Words; `y` is their base line."""
        weight = ' font-weight="bold"' if bold else ""
        self.parts.append(
            f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" '
            f'fill="{fill}" font-size="{size}"{weight}>{escape(words)}</text>')

    def line(self, x1, y1, x2, y2, stroke=GRID):
        """A straight line."""
        self.parts.append(f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" '
                          f'y2="{y2:.1f}" stroke="{stroke}"/>')

    def path(self, points, stroke):
        """A line through points, each with a dot."""
        corners = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
        self.parts.append(f'<polyline points="{corners}" fill="none" '
                          f'stroke="{stroke}" stroke-width="2"/>')
        self.parts += [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4" '
                       f'fill="{stroke}"/>' for x, y in points]

    def box(self, x, y, width, height, fill, note):
        """A filled box; `note` is shown when it is pointed at."""
        self.parts.append(
            f'<rect x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" '
            f'height="{height:.1f}" fill="{fill}" stroke="#ffffff">'
            f"<title>{escape(note)}</title></rect>")

    def save(self, path):
        """Write it."""
        with open(path, "w", encoding="utf-8") as out:
            out.write("\n".join(self.parts) + "\n</svg>\n")


def steps(most):
    """Round numbers from 0 to at least `most`, four to seven of them."""
    unit = 10 ** math.floor(math.log10(most))
    step = next(s * unit / 10 for s in (1, 2, 5, 10, 20) if
                most / (s * unit / 10) <= 6)
    return [i * step for i in range(math.ceil(most / step) + 1)]


def thousands(number):
    """1,000 and 1 million."""
    if number >= 1_000_000:
        return f"{number / 1_000_000:g} million"
    return f"{number:,}"


def panel(picture, place, title, series):
    """Lines over powers of ten, from zero up.  `place`: x, y, width, height;
    `series`: (name, [(x, y), ...]) each."""
    left, top, width, height = place
    every = [point for _, points in series for point in points]
    low = math.log10(min(x for x, _ in every))
    high = math.log10(max(x for x, _ in every))
    ticks = steps(max(y for _, y in every) * 1.05)

    def at(x, y):
        across = (math.log10(x) - low) / ((high - low) or 1)
        return left + across * width, top + height * (1 - y / ticks[-1])
    picture.text(left, top - 18, title, bold=True, size=14)
    for tick in ticks:
        picture.line(left, at(every[0][0], tick)[1], left + width,
                     at(every[0][0], tick)[1])
        picture.text(left - 8, at(every[0][0], tick)[1] + 4, f"{tick:,g}",
                     "end", QUIET)
    for x in sorted({x for x, _ in every}):
        picture.text(at(x, 0)[0], top + height + 20, thousands(x), "middle",
                     QUIET)
    picture.text(left + width / 2, top + height + 40, "records", "middle",
                 QUIET)
    upper = max(series, key=lambda named: named[1][0][1])
    for colour, named in zip(COLOURS, series):
        places = [at(x, y) for x, y in named[1]]
        picture.path(places, colour)
        name_line(picture, places, colour, named[0], named is upper)


def name_line(picture, places, colour, name, above):
    """The name of a line at that end from which the line leads away: above it
    at its higher end, below it at its lower one."""
    ends = (places[0], places[-1])
    x, y = (min if above else max)(ends, key=lambda end: end[1])
    picture.text(x, y + (-10 if above else 22), name,
                 "start" if x == places[0][0] else "end", colour, bold=True)


def bars(picture, place, rows, parts):
    """A stacked bar for each row, (name, {part: share}), in the order of
    `parts`; the shares that have room are written in."""
    left, top, width = place
    for i, (name, shares) in enumerate(rows):
        y, x = top + i * 74, left
        picture.text(left, y - 8, name, bold=True)
        for colour, part in zip(COLOURS, parts):
            size = shares.get(part, 0) * width
            picture.box(x, y, size, 34, colour,
                        f"{part}: {shares.get(part, 0):.1%}")
            if size > 24:
                picture.text(x + size / 2, y + 22,
                             f"{shares[part] * 100:.0f}", "middle",
                             "#ffffff" if colour not in COLOURS[-2:] else INK)
            x += size


def legend(picture, place, parts, columns=4):
    """What the colours mean."""
    left, top, width = place
    for i, (colour, part) in enumerate(zip(COLOURS, parts)):
        x = left + i % columns * width / columns
        y = top + i // columns * 22
        picture.box(x, y, 14, 14, colour, part)
        picture.text(x + 20, y + 12, part)
