#!/usr/bin/env python3
"""Answers of `pathquill ask` against SPARQL: each equals its twin's, row for row.

    ask.py                        the example and all development records, against
                                  Virtuoso, Oxigraph and Fuseki, which it starts
    ask.py --at URL --data FILE   FILE, which the endpoint at URL has loaded and
                                  nothing else, against that endpoint

PATHQUILL names the tool, SOURCE_DIR the sources, SHARED what lies beside them,
BUILD_DIR a folder that may be written to.  It ends with 77 if it lacks
something.
"""

import argparse
import collections
import gzip
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import time
import urllib.parse
import urllib.request
import venv

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE / "lib"), str(HERE.parent / "cli/lib")]
import servers  # noqa: E402
from tool import run, skip  # noqa: E402

SOURCES = pathlib.Path(os.environ.get("SOURCE_DIR",
                                      pathlib.Path(__file__).parents[2]))
SHARED = pathlib.Path(os.environ.get("SHARED", SOURCES / "../shared"))
QUERIES = SOURCES / "ontology/queries"
OXIGRAPH = "pyoxigraph==0.5.13"
XSD = "http://www.w3.org/2001/XMLSchema#"
PATIENCE = 600
BEFORE, AFTER = "urn:pathquill:before", "urn:pathquill:after"

# What is asked besides the defaults, so that no twin is only ever empty.
SETTINGS = {
    "site-agents": [{"protein": "uniprot:P19174", "position": "783"},
                    {"protein": "uniprot:P04637", "position": "15"}],
    "sites": [{"protein": "uniprot:P04637"}, {"protein": "fplx:STAT5"}],
    "acts-on": [{"protein": "uniprot:P04637"}, {"protein": "fplx:STAT5"}],
    "paths": [{"from": "fplx:AKT", "to": "uniprot:P04637"},
              {"from": "uniprot:P04637", "to": "GO:0006915"}],
    "rival-kinases": [{"kind": "MI:0220"}],
    "retraction": [{"paper": "work:palmer-2009"},
                   {"paper": "work:zhang-2002.11751994"}],
}

Question = collections.namedtuple("Question", "name twin parameters")


def questions():
    """The list, as the tool tells it."""
    code, text, messages = run("ask", "--list", "--to", "json")
    assert code == 0, messages
    found = []
    for row in json.loads(text)["results"]["bindings"]:
        words = row.get("parameters", {"value": ""})["value"].split()
        found.append(Question(row["question"]["value"], row["twin"]["value"],
                              dict(word.split("=", 1) for word in words)))
    return found


def twin_of(question, settings):
    """The query with other parameters, as its first lines say."""
    lines = (QUERIES / question.twin).read_text(encoding="utf-8").splitlines()
    for name, default in question.parameters.items():
        said = f"# Parameter {name} = {default}: "
        assert any(line.startswith(said) for line in lines), \
            f"{question.twin} does not tell its parameter {name}={default}"
        value = settings.get(name, default)
        lines = [line if line.startswith("#") else
                 re.sub(rf"(?<![\w:.-]){re.escape(default)}(?![\w-])",
                        lambda _, value=value: value, line)
                 for line in lines]
    return with_prefixes("\n".join(lines))


def with_prefixes(query):
    """Prefixes that a parameter brings along."""
    known = {"fplx": "https://identifiers.org/fplx/",
             "GO": "http://purl.obolibrary.org/obo/GO_"}
    head = "".join(f"PREFIX {name}: <{space}>\n"
                   for name, space in known.items()
                   if re.search(rf"(?<!\w){name}:\w", query)
                   and f"PREFIX {name}:" not in query)
    return head + query


def plain(cell):
    """A cell of SPARQL's JSON as text that is alike in all stores."""
    if cell is None:
        return ""
    if cell["type"] == "uri":
        return f"<{cell['value']}>"
    kind = cell.get("datatype", "").replace(XSD, "xsd:")
    value = cell["value"]
    if kind == "xsd:string":
        kind = ""
    if kind == "xsd:boolean":  # Virtuoso writes 1
        value = {"1": "true", "0": "false"}.get(value, value)
    if kind in ("xsd:int", "xsd:long", "xsd:nonNegativeInteger"):
        kind = "xsd:integer"
    return f'"{value}"^^{kind}@{cell.get("xml:lang", "")}'


def rows_of(text):
    """SPARQL's JSON as columns and sorted rows."""
    found = json.loads(text)
    columns = found["head"]["vars"]
    return columns, sorted(tuple(plain(row.get(name)) for name in columns)
                           for row in found["results"]["bindings"])


def needs_file(question):
    """Does it compare?"""
    return "FILE" in question.parameters.values()


def ask(question, settings, path, before=None):
    """The tool's rows."""
    words = [f"{name}={value}" for name, value in settings.items()]
    words += [f"{name}={before}" for name, value in question.parameters.items()
              if value == "FILE"]
    code, text, messages = run(
        "ask", "-q", question.name, "--to", "json",
        *(part for word in words for part in ("--set", word)), path)
    assert code == 0, messages
    return rows_of(text)


# ---- stores ----

def oxigraph():
    """pyoxigraph, from a folder of our own if need be."""
    try:
        import pyoxigraph  # noqa: F401
    except ImportError:
        folder = pathlib.Path(os.environ.get("BUILD_DIR",
                                             tempfile.gettempdir()),
                              "interop-python")
        venv.create(folder, with_pip=True)
        done = subprocess.run([folder / "bin/pip", "install", "-q", OXIGRAPH],
                              capture_output=True, text=True, check=False,
                              timeout=PATIENCE)
        if done.returncode:
            skip(f"{OXIGRAPH} cannot be installed: "
                 f"{done.stderr.strip().splitlines()[-1:]}")
        sys.path[:0] = [str(path) for path
                        in folder.glob("lib/python3*/site-packages")]
        import pyoxigraph  # noqa: F401
    return sys.modules["pyoxigraph"]


class Oxigraph:
    """A store in memory, of named graphs that are asked as one."""

    def __init__(self, path):
        self.ox = oxigraph()
        self.store = self.ox.Store()
        self.store.bulk_load(path=str(path), format=self.ox.RdfFormat.N_QUADS)

    def rows(self, query, _named=False):
        """Columns and sorted rows."""
        found = self.store.query(query, use_default_graph_as_union=True)
        return rows_of(found.serialize(
            format=self.ox.QueryResultsFormat.JSON).decode())


class Endpoint:
    """Any SPARQL 1.1 endpoint."""

    def __init__(self, url):
        self.url = url

    def rows(self, query, _named=False):
        """Columns and sorted rows."""
        with urllib.request.urlopen(asking(self.url, query),
                                    timeout=PATIENCE) as answer:
            return rows_of(answer.read().decode())


class Served:
    """A server of lib/servers.py: the union is one graph, and beside it are
    the old graph and the new by their names."""

    def __init__(self, server, data):
        self.server = server
        server.put(data.union)
        server.put(data.union_before, BEFORE)
        server.put(data.union, AFTER)

    def rows(self, query, named=False):
        """Columns and sorted rows."""
        at = self.server.named if named else self.server.one_graph
        return rows_of(self.server.send(asking(at, query)))


def asking(url, query):
    """A request for a table."""
    return urllib.request.Request(
        url, data=urllib.parse.urlencode({"query": query}).encode(),
        headers={"Accept": "application/sparql-results+json"})


# ---- the comparison ----

class Data:
    """Records of today and of yesterday, as the stores and the tool have them."""

    def __init__(self, folder, records, before):
        self.now = build(folder / "now", records)
        self.before = build(folder / "before", before)
        self.union = union(self.now)
        self.union_before = union(self.before)
        self.answers = {}

    def ask(self, question, settings):
        """The tool's rows, asked for once."""
        key = question.name, told(settings)
        if key not in self.answers:
            self.answers[key] = ask(question, settings, self.now, self.before)
        return self.answers[key]


class Given(Data):
    """N-Quads that a user has loaded."""

    def __init__(self, path):  # pylint: disable=super-init-not-called
        self.now, self.before, self.answers = path, None, {}


def told(settings):
    """Settings in short."""
    return " ".join(f"{name}={value}" for name, value in settings.items())


def compare(where, store, data):
    """All questions; returns how many differ, and a row about them."""
    wrong, n_rows, slowest, n_asked = 0, 0, (0, ""), 0
    for question in questions():
        if needs_file(question) and not data.before:
            continue
        for settings in [{}, *SETTINGS.get(question.name, [])]:
            ours = data.ask(question, settings)
            began = time.monotonic()
            theirs = store.rows(twin_of(question, settings),
                                needs_file(question))
            took = time.monotonic() - began
            same = ours == theirs
            wrong += not same
            n_asked += 1
            n_rows += len(ours[1])
            slowest = max(slowest, (took, question.name))
            print(f"{'same' if same else 'DIFFERENT':9} {where}: "
                  f"{question.name} {told(settings)}: {len(ours[1])} rows, "
                  f"twin {len(theirs[1])} in {took:.2f} s", flush=True)
            if not same:
                tell_difference(ours, theirs)
    return wrong, (f"{n_asked} | {n_rows:,} | {wrong or 'none'} | "
                   f"{slowest[0]:.2f} s ({slowest[1]})")


def tell_difference(ours, theirs):
    """A few rows of each side."""
    if ours[0] != theirs[0]:
        print("  columns:", ours[0], "twin:", theirs[0])
    for name, one, other in (("ours alone", ours, theirs),
                             ("twin alone", theirs, ours)):
        rest = collections.Counter(one[1]) - collections.Counter(other[1])
        for row in list(rest)[:3]:
            print(f"  {name}: {row}")


def build(folder, *records):
    """N-Quads of records."""
    code, _, messages = run("build", "-q", "-t", "nq", "-o", folder, *records,
                            timeout=PATIENCE)
    assert code == 0, messages
    return pathlib.Path(folder, "graph.nq")


def union(quads):
    """All statements, each once, as N-Triples."""
    path = quads.with_suffix(".nt")
    rows = {row.rsplit(b" <", 1)[0] for row in quads.read_bytes().splitlines()}
    path.write_bytes(b"".join(row + b" .\n" for row in sorted(rows)))
    return path


# Yesterday the example said other things in other words of other works.
EDITS = (("is also phosphorylated", "may also be phosphorylated"),
         ("Zamo et al, 2002; ", ""), ("PI3K, mTOR and", "PI3K and"),
         ("(reviewed in Chiarle", "(Chiarle"),
         ("is not entirely clear", "is unknown"))


def yesterday(records, folder):
    """Some records less, and some that said other things."""
    path = folder / "yesterday.jsonl"
    with gzip.open(records, "rt", encoding="utf-8") as rows, \
            path.open("w", encoding="utf-8") as out:
        for i, row in enumerate(rows):
            if i % 10 == 0:
                continue
            if i % 3 == 0:
                row = row.replace(" phosphorylates ", " may phosphorylate ")
                row = row.replace(", 200", ", 199").replace("inhibit", "promot")
            out.write(row)
    return path


def compare_servers(what, data):
    """With each store that is there, alone on the machine."""
    wrong, table = 0, []
    for kind in servers.ALL:
        if kind.missing():
            print(f"SKIP {kind.name}: {kind.missing()}")
            continue
        with tempfile.TemporaryDirectory() as folder:
            server = kind(folder).start()
            try:
                differ, row = compare(f"{what}, {kind.name}",
                                      Served(server, data), data)
            finally:
                server.stop()
        wrong += differ
        table.append(f"| {kind.name.capitalize()} | {kind.version()} | {what} "
                     f"| {row} |")
    return wrong, table


def compare_all(folder):
    """The example, and all development records where they are at hand."""
    example = SOURCES / "docs/examples/R-HSA-9701524.md"
    text = example.read_text(encoding="utf-8")
    for words, others in EDITS:
        assert words in text, words
        text = text.replace(words, others)
    before = folder / example.name
    before.write_text(text, encoding="utf-8")
    data = Data(folder / "example", example, before)
    wrong, table = compare_servers("the example", data)
    if not table:
        skip("no store is there")
    data.before = None
    differ, _ = compare("the example, named graphs",
                        Oxigraph(data.now), data)
    wrong += differ
    records = SHARED / "corpora/reactome-v88/input-dev.jsonl.gz"
    if records.is_file():
        data = Data(folder / "all", records, yesterday(records, folder))
        differ, rows = compare_servers("development records", data)
        wrong += differ
        table += rows
    else:
        print("the development records are not here: only the example")
    print("\n".join(table))
    return wrong


def main():
    """Compare; the status is 0 if nothing differs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--at", help="URL of a SPARQL endpoint")
    parser.add_argument("--data", type=pathlib.Path,
                        help="N-Quads that the endpoint has loaded")
    options = parser.parse_args()
    if bool(options.at) != bool(options.data):
        parser.error("--at and --data go together")
    if options.at:
        wrong, _ = compare(options.at, Endpoint(options.at),
                           Given(options.data))
    else:
        with tempfile.TemporaryDirectory() as folder:
            wrong = compare_all(pathlib.Path(folder))
    print(f"{wrong} differ")
    sys.exit(wrong != 0)


if __name__ == "__main__":
    main()
