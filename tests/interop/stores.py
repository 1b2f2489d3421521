#!/usr/bin/env python3
"""`load` and `query` with real stores: Virtuoso, Oxigraph and Fuseki.

Each store gets the seed's graph, a revision of a record, a load in whose midst
the server dies, and all development records; what comes out is what went in,
and the queries of ontology/queries have the same rows everywhere.  Prints the
rows of the table in docs/interop.md.
"""

import concurrent.futures
import contextlib
import csv
import io
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import time
import traceback

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE / "lib"), str(HERE.parent / "cli" / "lib")]
import servers  # noqa: E402
from tool import line, skip, tool  # noqa: E402

SOURCES = HERE.parents[1]
SHARED = pathlib.Path(os.environ.get("SHARED", SOURCES.parent / "shared"))
RECORDS = SHARED / "corpora/reactome-v88/input-dev.jsonl.gz"
SEED = SOURCES / "tests/golden/R-HSA-9701524/expected/graph.nq"
QUERIES = sorted((SOURCES / "ontology/queries").glob("*.rq"))
TOGETHER = 400  # records of the load that is interrupted


def check(condition, *words):
    """An assertion that stays when Python optimizes."""
    if not condition:
        raise AssertionError(" ".join(map(str, words)))


class Trial:
    """One store and what is done with it."""

    def __init__(self, kind, folder, data):
        self.server = kind(folder)
        self.data = data
        self.rows = []
        self.answers = {}

    def run(self, *words, status=0, wait=True):
        """Run the tool as this store's user."""
        child = subprocess.Popen(
            [tool(), *map(str, words), *self.server.login()],
            env={**os.environ, **self.server.environment()},
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
            stderr=subprocess.PIPE, text=True)
        if not wait:
            return child
        output, told = child.communicate(timeout=servers.AT_WORK)
        check(child.returncode == status, words, child.returncode, output, told)
        return output

    def load(self, *words, **how):
        """Load."""
        return self.run("load", "--to", self.server.store, "--at",
                        self.server.query, *words, **how)

    def select(self, query, at=None):
        """Rows of a query, with the names of the columns."""
        path = self.server.folder / "query.rq"
        path.write_text(query, "utf-8")
        output = self.run("query", path, "--at", at or self.server.query,
                          "--to", "csv")
        return list(csv.reader(io.StringIO(output, newline="")))

    def count(self):
        """(graphs, triples) in the store, of ours."""
        rows = self.select("""SELECT (COUNT(DISTINCT ?g) AS ?a)
            (COUNT(*) AS ?b) WHERE { GRAPH ?g { ?s ?p ?o }
            FILTER (STRSTARTS(STR(?g), "https://w3id.org/pathquill/")) }""")
        return tuple(map(int, rows[1]))

    def empty(self):
        """Begin anew with an empty store."""
        self.server.stop()
        shutil.rmtree(self.server.folder)
        self.server = type(self.server)(self.server.folder.parent)
        self.server.start()
        check(self.count() == (0, 0), "not empty", self.count())

    def get(self, graph):
        """Lines of a graph."""
        path = self.server.folder / "get.rq"
        path.write_text("CONSTRUCT { ?s ?p ?o } WHERE { GRAPH <" + graph +
                        "> { ?s ?p ?o } }", "utf-8")
        return self.run("query", path, "--at",
                        self.server.query).strip().splitlines()

    # ---- what is tried ----

    def seed(self):
        """What goes in comes out, once however often it is loaded."""
        began = time.monotonic()
        self.load(SEED)
        spent = time.monotonic() - began
        rows = SEED.read_text("utf-8").splitlines()
        graph = re.search(r"<([^>]*)> \.$", rows[0]).group(1)
        want = {plain(re.sub(r" <[^>]*> \.$", " .", row)) for row in rows}
        for again in (), ("--resume",):
            have = {plain(row) for row in self.get(graph)}
            check(have == want, "differs:", *sorted(have ^ want)[:6])
            check(self.count() == (1, len(want)), self.count())
            output = self.load(*again, SEED)
            check(("1 sent" in output) == (not again), output)
        self.answer("seed")
        self.tell("seed", len(rows), len(have), spent)

    def revision(self):
        """A newer revision takes the place of the older."""
        older, newer = self.data["older"], self.data["newer"]
        self.load(older)
        check(self.count()[0] == 3, self.count())  # two, and the seed
        output = self.load("--dry-run", newer)
        check(output.count("remove <") == 1, output)
        output = self.load(newer)
        check("1 older removed" in output, output)
        rows = newer.read_text("utf-8").splitlines()
        graphs = {re.search(r"<([^>]*)> \.$", row).group(1) for row in rows}
        there = {graph for graph, in self.select(
            "SELECT DISTINCT ?g WHERE { GRAPH ?g { ?d "
            "<http://purl.org/dc/terms/identifier> ?x } }")[1:]}
        check(graphs <= there and self.count()[0] == 3, there)

    def interruption(self):
        """The server dies in the midst of a load and comes again."""
        path = self.data["many"]
        rows = len(path.read_text("utf-8").splitlines())
        before = self.count()
        # Few in a request, so that it takes a while.
        child = self.load("--retries", "8", "--batch", "2", path, wait=False)
        time.sleep(0.4)
        self.server.crash()
        check(child.poll() is None, "it was done before the server died")
        time.sleep(0.5)
        self.server.start()
        output, told = child.communicate(timeout=servers.AT_WORK)
        # What a store took and forgot is found by the count.
        if child.returncode:
            check(child.returncode == 4 and
                  ("[load.count]" in told or "[load.part]" in told), told)
            output = self.load("--resume", path)
        check(f"the store counts {rows}\n" in output, output)
        # Fuseki forgets what it had in memory.
        have = self.count()
        check(have in ((TOGETHER, rows), (before[0] + TOGETHER,
                                          before[1] + rows)), before, have)

    def everything(self):
        """All development records, each by itself and together."""
        path = self.data.get("all")
        if not path:
            return
        rows, graphs = self.data["size"]
        for batch in 1, 100:
            self.empty()
            began = time.monotonic()
            output = self.load("--batch", batch, path)
            spent = time.monotonic() - began
            check(f"the store counts {rows}\n" in output, output)
            have = self.count()
            check(have == (graphs, rows), have)
            output = self.load("--resume", path)
            check(f" 0 sent, {graphs} there already, 0 older" in output, output)
            self.tell(f"development records, `--batch {batch}`", rows, have[1],
                      spent)
        self.answer("all")

    def answer(self, name):
        """Keep what each query gives."""
        self.server.merge()
        at = self.server.questions
        for path in QUERIES:
            query = path.read_text("utf-8")
            if re.search(r"^CONSTRUCT", query, re.MULTILINE):
                output = self.run("query", path, "--at", at)
                rows = [plain(row) for row in output.splitlines() if row]
            else:
                rows = [tuple(map(truth, row)) for row in self.select(query, at)]
            # Where graphs are not one set, a triple of two gives two rows.
            self.answers[name, path.stem] = sorted(set(rows))

    def tell(self, what, n_in, n_out, seconds):
        """A row of the table."""
        self.rows.append(f"| {self.server.name.capitalize()} | "
                         f"{self.server.version()} | {what} | {n_in:,} | "
                         f"{n_out:,} | {seconds:.2f} s |")

    def all(self):
        """Everything, in order."""
        self.server.start()
        try:
            for step in (self.seed, self.revision, self.interruption,
                         self.everything):
                began = time.monotonic()
                step()
                print(f"{self.server.name}: {step.__name__} "
                      f"{time.monotonic() - began:.1f} s", flush=True)
        finally:
            self.server.stop()


def truth(cell):
    """Virtuoso has numbers for truth values."""
    return {"1": "true", "0": "false"}.get(cell, cell)


def plain(row):
    """A line of N-Triples in one spelling."""
    row = re.sub(r"\\u([0-9A-Fa-f]{4})",
                 lambda m: chr(int(m.group(1), 16)), row)
    row = re.sub(r"\\U([0-9A-Fa-f]{8})",
                 lambda m: chr(int(m.group(1), 16)), row)
    row = re.sub(r"\s+", " ", row.strip())
    return re.sub(r'"([01])"(\^\^<http://www.w3.org/2001/XMLSchema#boolean>)',
                  lambda m: f'"{truth(m.group(1))}"{m.group(2)}', row)


def extract(folder, name, *words, stdin=None):
    """Make N-Quads."""
    path = folder / name
    with path.open("wb") as out:
        subprocess.run([tool(), "extract", "-q", "--to", "nq", *words],
                       input=stdin, stdout=out, check=True)
    return path


def make_data(folder):
    """Files that all trials load."""
    def records(text):
        return (line("T-1", text) + line("T-2")).encode()
    data = {
        "older": extract(folder, "older.nq", stdin=records(
            "JAK2 phosphorylates STAT5A at Y694.")),
        "newer": extract(folder, "newer.nq", stdin=records(
            "JAK2 phosphorylates STAT5B at Y699.")),
        "many": extract(folder, "many.nq", stdin="".join(
            line(f"M-{i}", f"JAK2 phosphorylates STAT5A at Y{i}.")
            for i in range(1, TOGETHER + 1)).encode()),
    }
    if RECORDS.exists():
        subprocess.run([tool(), "build", "-q", "-t", "nq", "-o",
                        folder / "all", RECORDS], check=True)
        data["all"] = folder / "all" / "graph.nq"
        with data["all"].open(encoding="utf-8") as rows:
            graphs = [row.rsplit(" ", 2)[1] for row in rows]
        data["size"] = (len(graphs), len(set(graphs)))
    else:
        print("SKIP: no development records; the seed only")
    return data


def compare(trials):
    """The same rows everywhere; says what differs."""
    failures = []
    first, *others = trials
    for key, rows in first.answers.items():
        for other in others:
            if other.answers.get(key) != rows:
                failures.append(
                    f"{key}: {first.server.name} has {len(rows)} rows, "
                    f"{other.server.name} {len(other.answers.get(key, ()))} "
                    "or others")
    for data in {data for data, _ in first.answers}:
        n = sum(len(rows) > 1 for (of, _), rows in first.answers.items()
                if of == data)
        if n < 10:
            failures.append(f"{data}: only {n} queries have rows")
    return failures


def attempt(trial):
    """Words about what went wrong, or None."""
    try:
        trial.all()
    except Exception:  # pylint: disable=broad-exception-caught
        return trial.server.name + ": " + traceback.format_exc()
    return None


def main():
    """Try all stores that are there, together."""
    tool()
    only = sys.argv[1:] or [kind.name for kind in servers.ALL]
    kinds = [kind for kind in servers.ALL
             if kind.name in only and not kind.missing()]
    for kind in servers.ALL:
        if kind.missing():
            print(f"SKIP {kind.name}: {kind.missing()}")
    if not kinds:
        skip("no store is there")
    with contextlib.ExitStack() as stack:
        folder = pathlib.Path(tempfile.mkdtemp(prefix="pathquill-stores-"))
        stack.callback(shutil.rmtree, folder, ignore_errors=True)
        data = make_data(folder)
        trials = [Trial(kind, folder, data) for kind in kinds]
        with concurrent.futures.ThreadPoolExecutor(len(trials)) as pool:
            failures = [words for words in pool.map(attempt, trials) if words]
    if not failures:
        failures = compare(trials)
    for trial in trials:
        print("\n".join(trial.rows))
    print(f"{len(QUERIES)} queries compared between {len(trials)} stores")
    print("\n".join(failures))
    sys.exit(1 if failures else 0)


main()
