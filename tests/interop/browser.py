#!/usr/bin/env python3
"""The site in a real browser: tests/browser/site.mjs with Debian's Chromium,
driven by playwright-core, and axe-core for what keeps people out.

    browser.py                what --interop runs; pictures of the pages, wide
                              and narrow, light and dark, are kept for looking
                              at below the build folder (shots/), or in SHOTS
    browser.py --many FILE    time an index of these records, twice over

PATHQUILL names the tool.  Ends with 77 where something is not to be had."""

import os
import pathlib
import shutil
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
HERE = ROOT / "tests/browser"
NODE_LEAST = 20


def skip(reason):
    """End as skipped."""
    print("SKIP:", reason)
    sys.exit(77)


def look_for_programs():
    """Chromium, and a Node that playwright-core takes."""
    if not (os.environ.get("CHROMIUM") or shutil.which("chromium")):
        skip("no chromium: apt-get install chromium, or name one in CHROMIUM")
    if not shutil.which("node") or not shutil.which("npm"):
        skip("no node, or no npm")
    version = subprocess.run(["node", "--version"], capture_output=True,
                             check=True, text=True).stdout
    if int(version.lstrip("v").split(".")[0]) < NODE_LEAST:
        skip(f"node is {version.strip()}; playwright-core wants {NODE_LEAST}")


def install_packages():
    """As the lock file says; no script of theirs is run."""
    stamp = HERE / "node_modules/.package-lock.json"
    lock = HERE / "package-lock.json"
    if stamp.exists() and stamp.stat().st_mtime > lock.stat().st_mtime:
        return
    done = subprocess.run(["npm", "ci", "--ignore-scripts", "--no-audit",
                           "--no-fund"], cwd=HERE, check=False)
    if done.returncode:
        skip("the Node packages cannot be installed")


def folder_for_shots():
    """Where pictures are kept: BUILD/shots for the tool BUILD/bin/pathquill."""
    tool = pathlib.Path(os.environ["PATHQUILL"]).resolve()
    folder = pathlib.Path(os.environ.get("SHOTS") or
                          tool.parent.parent / "shots").resolve()
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def main():
    """Run the tests, or time an index."""
    look_for_programs()
    install_packages()
    if sys.argv[1:2] == ["--many"]:
        command = ["node", "many.mjs", os.path.abspath(sys.argv[2])]
    else:
        command = ["node", "--test", "--test-reporter=spec", "site.mjs"]
    shots = folder_for_shots()
    status = subprocess.run(command, cwd=HERE, check=False,
                            env={**os.environ, "SOURCE_DIR": str(ROOT),
                                 "SHOTS": str(shots)}).returncode
    print(f"pictures of the pages are in {shots}")
    sys.exit(status)


main()
