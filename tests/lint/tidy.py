"""Run clang-tidy on one source file, and remember that it was clean.

tidy.py TIDY BUILD SOURCE STAMP: writes STAMP, and beside it STAMP.d with the
headers that SOURCE includes, so that the build tool runs this again only when
one of them changes.
"""

import json
import pathlib
import shlex
import subprocess
import sys


# How many steps the analyzer takes in one function before it gives it up: by
# default 225,000, with which half of all the time goes into few functions.
PATHS = ("--extra-arg=-Xclang", "--extra-arg=-analyzer-config",
         "--extra-arg=-Xclang", "--extra-arg=max-nodes=75000")


def command_of(build, source):
    """The compiler's command line for a source file."""
    for entry in json.loads((build / "compile_commands.json").read_text()):
        if pathlib.Path(entry["directory"], entry["file"]) == source:
            return shlex.split(entry["command"])
    return None


def main(tidy, build, source, stamp):
    """Lint; then list the headers."""
    command = command_of(pathlib.Path(build), pathlib.Path(source))
    if not command:
        sys.exit(f"{source}: nothing compiles this file")
    run = subprocess.run([tidy, "-p", build, "--quiet", *PATHS, source],
                         capture_output=True, text=True, check=False)
    if run.returncode or run.stdout:
        sys.exit(run.stdout or run.stderr)
    out = command.index("-o")
    del command[out:out + 2]
    command.remove("-c")
    depfile = pathlib.Path(stamp + ".d")
    depfile.parent.mkdir(parents=True, exist_ok=True)
    subprocess.run([*command, "-MM", "-MT", stamp, "-MF", depfile],
                   check=True, cwd=build)
    pathlib.Path(stamp).touch()


main(*sys.argv[1:])
