#!/usr/bin/env python3
"""Our RDF in five formats, read by six other implementations.

Prints a table: format, implementation, version, statements in and out, for the
bundled example and for all development records where they are at hand.  Exits
with 0 if all are equal, 77 if a peer cannot be had.

    formats.py [--write]    with --write the table goes into docs/interop.md
"""

import gzip
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE / "lib"), str(HERE.parent / "cli/lib")]
import peers  # noqa: E402
import rdf  # noqa: E402

JENA = ("org.apache.jena", "jena-cmds", "4.10.0")
NAMES = {"ttl": "Turtle", "nt": "N-Triples", "nq": "N-Quads",
         "rdf": "RDF/XML", "jsonld": "JSON-LD"}
SYNTAX = {"rapper": {"ttl": "turtle", "nt": "ntriples", "nq": "nquads",
                     "rdf": "rdfxml"},
          "serdi": {"ttl": "turtle", "nt": "ntriples", "nq": "nquads"},
          "riot": {"ttl": "ttl", "nt": "nt", "nq": "nq", "rdf": "rdfxml",
                   "jsonld": "jsonld"}}
BEGIN, END = "<!-- formats.py begins -->", "<!-- formats.py ends -->"
SAMPLE = 200


class Raptor:
    """raptor2, of Debian."""
    name, formats, most = "raptor", tuple(SYNTAX["rapper"]), None

    def __init__(self):
        if not shutil.which("rapper"):
            peers.skip("no rapper: apt install raptor2-utils")
        self.version = peers.told("rapper", "--version").strip()

    def read(self, form, path):
        """Its N-Triples."""
        return peers.told("rapper", "-q", "-I", "http://base.invalid/", "-i",
                          SYNTAX["rapper"][form], path)


class Serd:
    """serd, of Debian."""
    name, formats, most = "serd", tuple(SYNTAX["serdi"]), None

    def __init__(self):
        if not shutil.which("serdi"):
            peers.skip("no serdi: apt install serdi")
        self.version = peers.told("serdi", "-v").split()[1]

    def read(self, form, path):
        """Its N-Triples, or N-Quads."""
        to = "nquads" if form == "nq" else "ntriples"
        return peers.told("serdi", "-i", SYNTAX["serdi"][form], "-o", to, path)


class Library:
    """A library of Python."""
    formats = tuple(NAMES)

    def __init__(self, package, name, most=None):
        self.name, self.package, self.most = name, package, most
        self.python = peers.python(package)
        self.version = peers.versions(self.python, package)[package]

    def read(self, form, path):
        """Its N-Triples."""
        return peers.told(self.python, HERE / "lib/read_rdf.py", self.package,
                          form, path)


class Jena:
    """RIOT of Apache Jena."""
    name, formats, most = "Jena RIOT", tuple(NAMES), None

    def __init__(self):
        self.classes = peers.java(*JENA)
        self.version = JENA[2]

    def read(self, form, path):
        """Its N-Triples.  It ends with 1 for a warning, such as U+FFFD in a
        record's own words, so the statements are what counts.  Lines of
        JSON-LD become files."""
        paths = [path]
        if form == "jsonld":
            paths = []
            for i, line in enumerate(path.read_text("utf-8").splitlines()):
                paths.append(path.with_suffix(f".{i}.jsonld"))
                paths[-1].write_text(line, "utf-8")
        to = "NQ" if form == "nq" else "NT"
        return subprocess.run(
            ["java", "-Xmx512m", "-cp", self.classes, "riotcmd.riot",
             f"--syntax={SYNTAX['riot'][form]}", f"--output={to}",
             "--base=http://base.invalid/", *map(str, paths)], check=False,
            capture_output=True, timeout=1800).stdout.decode("utf-8")


class JsonLd:
    """jsonld.js, of npm."""
    name, formats, most = "jsonld.js", ("jsonld",), None

    def __init__(self):
        self.folder = peers.node("jsonld")
        told = self.folder / "node_modules/jsonld/package.json"
        self.version = json.loads(told.read_text("utf-8"))["version"]

    def read(self, _, path):
        """Its N-Quads."""
        return peers.told("node", HERE / "lib/jsonld.mjs", self.folder, path)


def inputs(folder):
    """Name, path and number of records of what is read."""
    yield "the example", peers.SEED, 1
    if not peers.DEV.exists():
        return
    lines = gzip.decompress(peers.DEV.read_bytes()).splitlines(True)
    path = folder / "sample.jsonl"
    path.write_bytes(b"".join(lines[:SAMPLE]))
    yield f"{SAMPLE} records", path, SAMPLE
    yield f"{len(lines):,} records", peers.DEV, len(lines)


def rows(folder, name, source, n_records, readers):
    """A row for each format and implementation."""
    paths = {}
    for form in NAMES:
        paths[form] = folder / f"all.{form}"
        paths[form].write_bytes(peers.pathquill(
            "extract", "-q", "--mentions", "--to", form, source))
    ours = rdf.of_lines(paths["nt"].read_text("utf-8"))
    for form, label in NAMES.items():
        for reader in readers:
            few = reader.most or n_records
            if form not in reader.formats or n_records > few or (
                    n_records == SAMPLE and not reader.most):
                continue
            began = time.monotonic()
            theirs = rdf.of_lines(reader.read(form, paths[form]))
            took = time.monotonic() - began
            yield (label, reader.name, reader.version, name, len(ours),
                   len(theirs), theirs == ours, took)


def table(found):
    """Markdown."""
    lines = ["| format | implementation | version | input | statements in | "
             "out | same | seconds |", "|---|---|---|---|---|---|---|---|"]
    for label, reader, version, name, ours, theirs, same, took in found:
        lines.append(f"| {label} | {reader} | {version} | {name} | {ours:,} | "
                     f"{theirs:,} | {'yes' if same else 'NO'} | {took:.1f} |")
    return "\n".join(lines) + "\n"


def write(text):
    """Put the table into docs/interop.md."""
    path = peers.SOURCE / "docs/interop.md"
    whole = path.read_text("utf-8")
    head, _, rest = whole.partition(BEGIN)
    _, _, tail = rest.partition(END)
    path.write_text(f"{head}{BEGIN}\n{text}{END}{tail}", "utf-8")


def main():
    """Compare all."""
    readers = [Raptor(), Serd(), Library("pyoxigraph", "Oxigraph"), Jena(),
               JsonLd(), Library("rdflib", "rdflib", SAMPLE)]
    with tempfile.TemporaryDirectory(prefix="pathquill-interop-") as name:
        folder = pathlib.Path(name)
        found = [row for what in inputs(folder)
                 for row in rows(folder, *what, readers)]
    print(table(found), end="")
    if "--write" in sys.argv:
        write(table(found))
    if not peers.DEV.exists():
        print("the development records are not here: only the example")
    wrong = [row for row in found if not row[6]]
    sys.exit(f"{len(wrong)} differ" if wrong else 0)


if __name__ == "__main__":
    main()
