#!/usr/bin/env python3
"""Libraries that are opened where they are called: where one is broken or not
installed, what needs it says so, and all else runs."""

import pathlib
import re
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE / "lib"))
from tool import ToolTest, line, main, run, tool  # noqa: E402

NAMES = set(re.findall(rb"\0(lib(?:raptor2|curl[-a-z]*)\.so\.[0-9]+)\0",
                       pathlib.Path(tool()).read_bytes()))


def without(folder):
    """An environment in which they cannot be opened: empty files are found
    first, and are no libraries."""
    for name in NAMES:
        (pathlib.Path(folder) / name.decode()).touch()
    return {"LD_LIBRARY_PATH": str(folder)}


class Libraries(ToolTest):
    def setUp(self):
        super().setUp()
        (self.folder / "lib").mkdir()
        self.env = without(self.folder / "lib")
        self.record = self.write("a.jsonl", line())

    def run_without(self, *args):
        """Run where the libraries cannot be opened."""
        return run(*args, env=self.env)

    def assert_missing(self, done, status, package):
        """It said which package is missing, once."""
        code, _, messages = done
        self.assertEqual(code, status, messages)
        self.assertEqual(messages.count("library.missing"), 1, messages)
        self.assertIn(package, messages)

    def test_both_are_opened(self):
        self.assertEqual(len(NAMES), 2, NAMES)

    def test_what_needs_none(self):
        for to in ("jsonl", "nq", "ttl"):
            args = ("extract", "-q", "--to", to, self.record)
            done = self.run_without(*args)
            self.assertEqual(done[0], 0, done[2])
            self.assertEqual(done, run(*args))

    def test_rdf_is_written(self):
        self.assert_missing(self.run_without("extract", "--to", "rdf",
                                             self.record), 4, "libraptor2-0")
        out = self.folder / "out"
        self.assert_missing(self.run_without("build", "-t", "nt,rdf", "-o", out,
                                             self.record), 4, "libraptor2-0")
        self.assertFalse((out / "graph.nq").exists())

    def test_rdf_is_read(self):
        path = self.write("a.ttl", "<http://x/a> <http://x/b> <http://x/c> .\n")
        self.assert_missing(self.run_without("check", path), 3, "libraptor2-0")

    def test_a_server_is_asked(self):
        path = self.write("q.rq", "SELECT * WHERE { ?s ?p ?o }")
        self.assert_missing(self.run_without("query", path, "--at",
                                             "http://127.0.0.1:1/"),
                            4, "libcurl3-gnutls")


if __name__ == "__main__":
    main()
