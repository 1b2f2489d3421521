#!/usr/bin/env python3
"""bench/grow.py makes as many records as it is told, each of its own, the same
ones for the same seed; and the tool reads them."""

import json
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(os.environ.get("SOURCE_DIR",
                                   pathlib.Path(__file__).parents[2]))
TOOL = os.environ["PATHQUILL"]
NUMBER = 300


def said(*command, given=None):
    """What a command prints."""
    return subprocess.run(list(map(str, command)), input=given, check=True,
                          capture_output=True, timeout=60).stdout


class Grow(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        with tempfile.TemporaryDirectory(prefix="pathquill-grow-") as folder:
            cls.source = pathlib.Path(folder) / "records.jsonl"
            cls.source.write_bytes(said(sys.executable,
                                        ROOT / "bench/texts.py",
                                        ROOT / "tests/cases"))
            cls.first, cls.again, cls.other, cls.more = (
                said(sys.executable, ROOT / "bench/grow.py", cls.source,
                     number, seed)
                for number, seed in ((NUMBER, 1), (NUMBER, 1), (NUMBER, 2),
                                     (NUMBER + 9, 1)))

    def test_a_seed_gives_the_same_records(self):
        self.assertEqual(self.first, self.again)
        self.assertNotEqual(self.first, self.other)

    def test_more_begin_with_the_same(self):
        self.assertTrue(self.more.startswith(self.first))

    def test_every_record_is_another(self):
        records = list(map(json.loads, self.first.splitlines()))
        self.assertEqual(len(records), NUMBER)
        self.assertEqual(len({r["stable_id"] for r in records}), NUMBER)

    def test_the_tool_reads_them(self):
        claims = said(TOOL, "extract", "-q", "-", given=self.first)
        found = {json.loads(line)["record"] for line in claims.splitlines()}
        self.assertGreater(len(found), NUMBER / 2)


if __name__ == "__main__":
    unittest.main()
