#!/usr/bin/env python3
"""What is kept in out/ is what the tool writes for the bundled example."""

import os
import pathlib
import re
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent / "lib"))
from tool import ToolTest, files_of, main, skip, tool  # noqa: E402

ROOT = pathlib.Path(os.environ.get("SOURCE_DIR",
                                   pathlib.Path(__file__).parents[2]))
KEPT = ROOT / "out"
EXAMPLE = ROOT / "docs/examples/R-HSA-9701524.md"
PICTURES = (".svg", "records/R-HSA-9701524.html",
            "overview.html")  # hold a drawing


def answer(*command):
    """What a program says, on either stream; nothing where it is missing."""
    try:
        return subprocess.run(command, stdout=subprocess.PIPE, check=False,
                              stderr=subprocess.STDOUT, text=True).stdout
    except FileNotFoundError:
        return ""


def draws_alike():
    """Other versions of Graphviz, or other fonts, move every line a little."""
    return (re.search(r"version 2\.4[23]\b", answer("dot", "-V")) is not None
            and "Liberation Sans" in answer("fc-match", "Helvetica"))


class Kept(ToolTest):
    def setUp(self):
        super().setUp()
        self.kept = files_of(KEPT)
        self.files, _ = self.build(EXAMPLE, options=("--site",))

    def test_the_same_files(self):
        self.assertEqual(sorted(self.files), sorted(self.kept), "run ./demo.sh")

    def test_the_same_bytes(self):
        for name, content in self.kept.items():
            if not name.endswith(PICTURES):
                self.assertEqual(self.files[name], content,
                                 f"{name} is not current: run ./demo.sh")

    def test_the_same_picture(self):
        if not draws_alike():
            self.skipTest("other Graphviz or other fonts")
        for name in self.kept:
            if name.endswith(PICTURES):
                self.assertEqual(self.files[name], self.kept[name],
                                 f"{name} is not current: run ./demo.sh")

    def test_pictures_of_documents(self):
        if not draws_alike():
            self.skipTest("other Graphviz or other fonts")
        made = self.folder / "docs"
        subprocess.run(["bash", ROOT / "docs/gallery/make.sh", tool(), made],
                       check=True, capture_output=True)
        drawn = files_of(made)
        self.assertEqual(len(drawn), 9)
        for name, content in drawn.items():
            self.assertEqual((ROOT / "docs" / name).read_bytes(), content,
                             f"{name} is not current: run docs/gallery/make.sh")


if __name__ == "__main__":
    if not KEPT.is_dir():
        skip("there is no out/")
    main()
