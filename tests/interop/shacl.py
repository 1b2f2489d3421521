#!/usr/bin/env python3
"""The shapes under a second implementation, pySHACL: what is written for the
bundled example and for development records conforms, and each fault of
tests/shacl/faults.mjs is found here too.

PATHQUILL names the tool.  Ends with 77 where something is not to be had."""

import os
import pathlib
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).parent.parent.parent
SHARED = pathlib.Path(os.environ.get("SHARED", ROOT.parent / "shared"))
RECORDS = SHARED / "corpora/reactome-v88/seed_format_dev"
EXAMPLE = ROOT / "docs/examples/R-HSA-9701524.md"
SHAPES = ROOT / "ontology/shapes.ttl"
VENV = ROOT / "build/interop/venv"
FAULTS = ROOT / "tests/shacl"


ABSTRACT = """\
<PubmedArticleSet><PubmedArticle><MedlineCitation><PMID>1</PMID><Article>
<Journal><JournalIssue><PubDate><Year>2001</Year></PubDate></JournalIssue></Journal>
<ArticleTitle>JAK2 phosphorylates STAT5A.</ArticleTitle><Abstract><AbstractText>
Whether STAT3 is phosphorylated by JAK2 or by SRC is controversial (Li, 1999).
LCK may phosphorylate ZAP70.</AbstractText></Abstract>
<AuthorList><Author><LastName>Wu</LastName></Author></AuthorList>
</Article></MedlineCitation></PubmedArticle></PubmedArticleSet>
"""


def skip(reason):
    """End as skipped."""
    print("SKIP:", reason)
    sys.exit(77)


def enter_venv():
    """Go on with the Python that has pySHACL, made if it is missing."""
    python = VENV / "bin/python"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", str(VENV)], check=True)
    if subprocess.run([python, "-c", "import pyshacl"],
                      capture_output=True, check=False).returncode:
        done = subprocess.run([python, "-m", "pip", "-q", "install",
                               "pyshacl==0.40.1"],
                              capture_output=True, check=False)
        if done.returncode:
            skip("pySHACL cannot be installed")
    if pathlib.Path(sys.prefix) != VENV:
        os.execv(python, [str(python), *sys.argv])


def build(folder, *inputs):
    """Write the inputs' Turtle."""
    subprocess.run([os.environ["PATHQUILL"], "build", "-q", "-t", "ttl", "-o",
                    str(folder), *map(str, inputs)], check=True)


def findings(paths):
    """How many violations there are in the union of the files, and of how
    many triples."""
    import pyshacl
    import rdflib
    graph = rdflib.Graph()
    for path in paths:
        graph.parse(path)
    shapes = rdflib.Graph().parse(SHAPES)
    _, report, text = pyshacl.validate(graph, shacl_graph=shapes,
                                       inference="none")
    sh = rdflib.Namespace("http://www.w3.org/ns/shacl#")
    bad = list(report.subjects(sh.resultSeverity, sh.Violation))
    warned = list(report.subjects(sh.resultSeverity, sh.Warning))
    return len(graph), len(bad), len(warned), text


def conforms(name, paths):
    """Tell whether the files hold; False if not."""
    begun = time.monotonic()
    triples, bad, warned, text = findings(paths)
    print(f"{name}: {triples} triples, {bad} violations, {warned} warnings, "
          f"{time.monotonic() - begun:.1f} s")
    if bad:
        print(text[:2000])
    return not bad


def faults_are_found(folder, turtle):
    """Each fault, put alone into the example, is found."""
    if not (FAULTS / "node_modules/n3").is_dir():
        print("faults: SKIP, no Node packages")
        return True
    broken = folder / "faults"
    broken.mkdir()
    subprocess.run(["node", str(FAULTS / "faults.mjs"), str(SHAPES),
                    str(turtle), str(broken)], check=True,
                   stdout=subprocess.DEVNULL)
    missed = []
    files = sorted(broken.glob("*.nt"))
    for path in files:
        _, bad, warned, _ = findings([path])
        if not bad and not warned:
            missed.append(path.stem)
    print(f"faults: {len(files)}, not found: {missed or 'none'}")
    return bool(files) and not missed


def main():
    """Run all parts."""
    if not os.environ.get("PATHQUILL"):
        skip("PATHQUILL does not name the tool")
    enter_venv()
    with tempfile.TemporaryDirectory(prefix="pathquill-test-") as name:
        folder = pathlib.Path(name)
        build(folder / "seed", EXAMPLE)
        turtle = folder / "seed/R-HSA-9701524.ttl"
        good = conforms("example", [turtle])
        good = faults_are_found(folder, turtle) and good
        (folder / "a.xml").write_text(ABSTRACT, encoding="utf-8")
        build(folder / "abstract", folder / "a.xml")
        good = conforms("abstract",
                        [folder / "abstract/PMID-1.ttl"]) and good
        if RECORDS.is_dir():
            build(folder / "all", RECORDS)
            files = sorted((folder / "all").glob("*.ttl"))
            good = conforms(f"{len(files)} records", files) and good
    sys.exit(0 if good else 1)


if __name__ == "__main__":
    main()
