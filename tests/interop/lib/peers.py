"""Other people's tools, for the tests that compare with them.

They come from PyPI, npm and Maven into build/interop, once.  A test whose tools
cannot be had ends with status 77 and says why.
"""

import os
import pathlib
import subprocess
import sys
import tempfile
import venv

HERE = pathlib.Path(__file__).resolve().parent
SOURCE = HERE.parent.parent.parent
ROOM = pathlib.Path(os.environ.get("INTEROP_DIR", SOURCE / "build/interop"))
SHARED = pathlib.Path(os.environ.get("SHARED", SOURCE.parent / "shared"))
SEED = SOURCE / "docs/examples/R-HSA-9701524.md"
DEV = SHARED / "corpora/reactome-v88/input-dev.jsonl.gz"
SKIP = 77


def skip(reason):
    """End as skipped."""
    print("SKIP:", reason)
    sys.exit(SKIP)


def tool():
    """Path of the tool: PATHQUILL, or what was built last for release."""
    for path in (os.environ.get("PATHQUILL"),
                 SOURCE / "build/release/bin/pathquill",
                 SOURCE / "build/dev/bin/pathquill"):
        if path and pathlib.Path(path).exists():
            return str(path)
    return skip("there is no pathquill; PATHQUILL names one")


def pathquill(*args):
    """Run the tool; its output as bytes."""
    return subprocess.run([tool(), *map(str, args)], check=True,
                          stdout=subprocess.PIPE).stdout


def told(*command):
    """What another program prints; it must end well."""
    return subprocess.run([str(c) for c in command], check=True,
                          capture_output=True).stdout.decode("utf-8")


def each(compare):
    """Compare for the bundled example and, where they are at hand, for all
    development records, and end: with 0 if nothing differs.  `compare` takes
    the input and an empty folder, prints a line, and says whether all is well.
    """
    wrong = 0
    for source in (SEED, DEV):
        if not source.exists():
            print("the development records are not here: only the example")
            continue
        with tempfile.TemporaryDirectory(prefix="pathquill-interop-") as name:
            wrong += not compare(source, pathlib.Path(name))
    sys.exit(1 if wrong else 0)


def fetch(what, command, **how):
    """Run a package client, or skip."""
    try:
        done = subprocess.run(command, capture_output=True, check=False,
                              timeout=900, **how)
    except (OSError, subprocess.TimeoutExpired) as why:
        return skip(f"{what} cannot be had: {why}")
    if done.returncode:
        told = (done.stderr or done.stdout).decode("utf-8", "replace")
        return skip(f"{what} cannot be had: {told.strip()[-300:]}")
    return None


def python(*packages, room="venv"):
    """A Python that has these packages; those that change others' behaviour
    have a room of their own."""
    folder = ROOM / room
    program = folder / "bin/python"
    if not program.exists():
        venv.create(folder, with_pip=True)
    names = [name.partition("==")[0] for name in packages]
    known = subprocess.run([program, "-m", "pip", "show", "-q", *names],
                           capture_output=True, check=False)
    if known.returncode or b"not found" in known.stderr:
        fetch(" ".join(packages), [program, "-m", "pip", "install", "-q",
                                   *packages])
    return str(program)


def versions(program, *packages):
    """The versions of packages of that Python, by name."""
    told = subprocess.run(
        [program, "-c", "import importlib.metadata as m, sys; print(*[m."
         "version(n) for n in sys.argv[1:]])", *packages],
        check=True, capture_output=True).stdout.decode().split()
    return dict(zip(packages, told))


def node(package):
    """A folder in which Node finds the package."""
    folder = ROOM / "node"
    folder.mkdir(parents=True, exist_ok=True)
    if not (folder / "node_modules" / package).exists():
        fetch(package, ["npm", "install", "--no-audit", "--no-fund",
                        "--ignore-scripts", "--prefix", str(folder), package])
    return folder


POM = """<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>org.example</groupId><artifactId>peer</artifactId>
  <version>1</version>
  <dependencies><dependency>
    <groupId>{}</groupId><artifactId>{}</artifactId><version>{}</version>
  </dependency></dependencies>
</project>
"""


def java(group, name, version):
    """A class path with all jars of an artifact."""
    folder = ROOM / "maven" / f"{name}-{version}"
    jars = folder / "jars"
    if not (jars / f"{name}-{version}.jar").exists():
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "pom.xml").write_text(POM.format(group, name, version),
                                        "utf-8")
        fetch(name, ["mvn", "-q", "-B", "dependency:copy-dependencies",
                     f"-DoutputDirectory={jars}"], cwd=folder)
    return f"{jars}/*"
