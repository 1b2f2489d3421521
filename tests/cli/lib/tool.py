"""What the tests of the tool share: running it, and making records.

PATHQUILL names the tool.  A test that lacks something it needs ends with
status 77, which the test runner counts as skipped.
"""

import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest
from unittest import mock

SKIP = 77
NOBODY = 65534

SENTENCE = "JAK2 phosphorylates STAT5A at tyrosine 694 (Gordon et al, 2001)."
OTHER = "STAT3 is phosphorylated at tyrosine 705 downstream of JAK1."


def skip(reason):
    """End as skipped."""
    print("SKIP:", reason)
    sys.exit(SKIP)


def tool():
    """Path of the tool."""
    path = os.environ.get("PATHQUILL")
    if not path:
        skip("PATHQUILL does not name the tool")
    return os.path.abspath(path)


def run(*args, stdin=None, cwd=None, timeout=120, env=None, user=None):
    """Run the tool; bytes in, and (status, output, messages) as text out."""
    if isinstance(stdin, str):
        stdin = stdin.encode()
    who = {}
    if user is not None:
        who = {"user": user, "group": user, "extra_groups": []}
    done = subprocess.run([tool(), *map(str, args)], input=stdin or b"",
                          capture_output=True, cwd=cwd, timeout=timeout,
                          check=False, env={**os.environ, **(env or {})},
                          **who)
    return (done.returncode, done.stdout.decode("utf-8", "replace"),
            done.stderr.decode("utf-8", "replace"))


def markdown(stable_id="T-1", text=SENTENCE, title="A record",
             species="Homo sapiens"):
    """A record as a Markdown file."""
    front = [f"stable_id: {stable_id}", f"display_name: {title}",
             f"species: {species}"]
    return ("---\n" + "\n".join(front) + "\n---\n\n# " + title +
            "\n\n## Summary\n\n" + text + "\n")


def line(stable_id="T-1", text=SENTENCE, title="A record", references=()):
    """A record as a line of JSON."""
    return json.dumps({"stable_id": stable_id, "display_name": title,
                       "species": "Homo sapiens", "summary": text,
                       "references": list(references)},
                      ensure_ascii=False) + "\n"


def files_of(folder):
    """All files of a folder, and below, by name, with their bytes."""
    top = pathlib.Path(folder)
    return {path.relative_to(top).as_posix(): path.read_bytes()
            for path in sorted(top.rglob("*")) if path.is_file()}


def contents(claims):
    """Claim lines as what they say, without where they say it."""
    keys = ("id", "kind", "label", "relation", "polarity", "negated",
            "directness", "status")
    return sorted(json.dumps([row[key] for key in keys] +
                             [[cue["text"] for cue in row["cues"]],
                              [c["text"] for c in row["citations"]]])
                  for row in map(json.loads, claims.splitlines()))


class ToolTest(unittest.TestCase):
    """A test with a folder of its own."""

    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="pathquill-test-"))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)

    def write(self, name, content):
        """Make a file, and its folders."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(content, str):
            content = content.encode()
        path.write_bytes(content)
        return path

    def ordinary(self):
        """More words for run: permissions bind who runs the tool.  Root runs it
        as another user, who is given this test's files and a copy to run."""
        if os.geteuid() != 0:
            return {}
        copy = shutil.copy(tool(), self.folder / "tool")
        patch = mock.patch.dict(os.environ, PATHQUILL=str(copy))
        patch.start()
        self.addCleanup(patch.stop)
        for path in (self.folder, *self.folder.rglob("*")):
            os.chown(path, NOBODY, NOBODY, follow_symlinks=False)
        return {"user": NOBODY, "cwd": self.folder}

    def build(self, *inputs, out="out", options=(), status=0, **how):
        """Build; returns files by name and the messages."""
        target = self.folder / out
        code, _, messages = run("build", "-o", target, *options, *inputs, **how)
        self.assertEqual(code, status, messages)
        return files_of(target), messages

    def extract(self, *inputs, options=(), status=0, stdin=None):
        """Extract; returns the output and the messages."""
        code, output, messages = run("extract", *options, *inputs, stdin=stdin)
        self.assertEqual(code, status, messages)
        return output, messages


def main():
    """Run the tests of the calling script."""
    tool()
    unittest.main()
