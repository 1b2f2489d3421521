#!/usr/bin/env python3
"""What docs/grammar.md teaches works as it is written there.

Each block of YAML goes into a file of its own in a copy of ontology/, whose
examples then hold; with the rules that are built in, those of the page do not.
The mistake that the page shows is told as it stands there.
"""

import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

import yaml

import examples
import run

ROOT = pathlib.Path(__file__).parent.parent.parent
PAGE = (ROOT / "docs/grammar.md").read_text("utf-8")
BLOCKS = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)


class Page(unittest.TestCase):
    """The rules of the page, in a copy of the folder."""

    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="pathquill-test-"))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        self.mine = self.folder / "mine"
        shutil.copytree(ROOT / "ontology", self.mine)

    def write(self, number, text):
        """A block as a file."""
        name = f"ours-{number}.yaml" if number else "ours.yaml"
        (self.mine / "grammar" / name).write_text(text, encoding="utf-8")

    def test_examples(self):
        for number, block in enumerate(BLOCKS):
            self.write(number, block)
        done = subprocess.run(
            [sys.executable, ROOT / "tests/cases/examples.py", self.mine],
            capture_output=True, check=False, text=True, timeout=200)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)

    def test_rules_are_needed(self):
        cases = [examples.case_of(rule, example)
                 for block in BLOCKS
                 for rule in examples.rules_of(examples.merged(
                     {"events": [], "regulation": [], "dependence": [],
                      "states": [], "carriers": {"verbs": []}, "frames": {}},
                     {name: examples.whole(name, section) for name, section
                      in yaml.safe_load(block).items()}))
                 for example in rule.examples]
        rows = run.said_by_tool(cases)
        self.assertGreater(len(cases), len(BLOCKS) - 1)
        for number, case in enumerate(cases):
            self.assertTrue(run.differences(case, rows[number]),
                            case.record["summary"])

    def test_mistake(self):
        self.write(0, BLOCKS[0].replace("frame: modify", "frame: modfy"))
        done = subprocess.run(
            [os.path.abspath(os.environ["PATHQUILL"]), "extract", "--plain",
             "--ontology", "mine", "-"], input="", capture_output=True, check=False,
            text=True, timeout=60, cwd=self.folder)
        told = re.search(r"^mine/grammar/.*$", PAGE, re.MULTILINE)
        self.assertIn(told.group() + "\n", done.stderr)
        self.assertNotEqual(done.returncode, 0)


if __name__ == "__main__":
    if not os.environ.get("PATHQUILL"):
        print("SKIP: PATHQUILL does not name the tool")
        sys.exit(77)
    unittest.main()
