#!/usr/bin/env python3
"""Where nothing lies beside the repository, a test that wants it is skipped, or
does without: it never fails."""

import os
import pathlib
import subprocess
import sys
import unittest

TESTS = pathlib.Path(__file__).parent.parent
FOLDERS = ("cli", "lexicon", "meta")
SKIP = 77


def wanting():
    """The scripts that look beside the repository."""
    return [path for folder in FOLDERS
            for path in sorted((TESTS / folder).glob("*.py"))
            if path != pathlib.Path(__file__)
            and '"SHARED"' in path.read_text(encoding="utf-8")]


class Alone(unittest.TestCase):
    def test_scripts(self):
        scripts = wanting()
        self.assertGreater(len(scripts), 8)
        for path in scripts:
            with self.subTest(path.name):
                done = subprocess.run(
                    [sys.executable, path], capture_output=True, text=True,
                    env={**os.environ, "SHARED": "/nowhere"}, check=False)
                self.assertIn(done.returncode, (0, SKIP),
                              done.stdout + done.stderr)


if __name__ == "__main__":
    unittest.main()
