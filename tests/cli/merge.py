#!/usr/bin/env python3
"""Files of quads merged into what one run would have written."""

import gzip
import pathlib
import shutil
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent / "lib"))
from tool import OTHER, SENTENCE, ToolTest, line, main, run  # noqa: E402


class Merge(ToolTest):
    def setUp(self):
        super().setUp()
        self.records = "".join(line(f"R-{i:02}", OTHER if i % 3 else SENTENCE)
                               for i in range(40, 0, -1))
        files, _ = self.build(self.write("all.jsonl", self.records),
                              options=("-t", "nq"))
        self.whole = files["graph.nq"].decode()

    def merge(self, *args, **how):
        code, out, told = run("merge", *args, **how)
        self.assertEqual(code, 0, told)
        return out, told

    def shards(self, n):
        for k in range(1, n + 1):
            self.build(self.folder / "all.jsonl", out=f"shard{k}",
                       options=("-t", "nq", "--shard", f"{k}/{n}"))
        return [self.folder / f"shard{k}" / "graph.nq"
                for k in range(n, 0, -1)]

    def test_shards(self):
        out, told = self.merge(*self.shards(3))
        self.assertEqual(out, self.whole)
        self.assertIn("in 40 graphs", told)

    def test_streams_in_any_order(self):
        _, stream, _ = run("extract", "--to", "nq", stdin=self.records)
        self.assertNotEqual(stream, self.whole)
        packed = self.write("a.nq.gz", gzip.compress(stream.encode()))
        self.assertEqual(self.merge(packed)[0], self.whole)
        self.assertEqual(self.merge("-", packed, stdin=stream)[0], self.whole)

    def test_into_a_file_with_a_summary(self):
        target, table = self.folder / "graph.nq", self.folder / "support.tsv"
        out, _ = self.merge("-q", "-o", target, "--summary", table,
                            *self.shards(2))
        self.assertEqual(out, "")
        self.assertEqual(target.read_text(), self.whole)
        rows = [row.split("\t") for row in table.read_text().splitlines()]
        self.assertEqual(rows[0], ["documents", "claims", "questions",
                                   "disputes", "evidence"])
        # 13 records say one thing, 27 the other; each says it in one place
        counts = {int(row[0]): [int(x) for x in row[1:]] for row in rows[1:]}
        self.assertLessEqual(set(counts), {13, 27})
        for documents, (claims, _, _, evidence) in counts.items():
            self.assertEqual(evidence, documents * claims)

    def test_what_cannot_be_merged(self):
        lines = self.write("a.jsonl", line())
        for path, why in ((lines, "no line of N-Quads"),
                          (self.folder / "none.nq", "cannot read the file")):
            target = self.folder / "out.nq"
            code, _, told = run("merge", "-o", target, path)
            self.assertEqual(code, 3, told)
            self.assertIn(why, told)
            self.assertFalse(target.exists())
        self.assertEqual(run("merge")[0], 2)

    def test_packed(self):
        stream = run("extract", "--to", "nq", stdin=self.records)[1].encode()
        whole = {"a.nq.gz": gzip.compress(stream)}
        if shutil.which("zstd"):
            whole["a.nq.zst"] = subprocess.run(
                ["zstd", "-c"], input=stream, capture_output=True,
                check=True).stdout
        for name, content in whole.items():
            self.assertEqual(self.merge(self.write(name, content))[0],
                             self.whole)
            code, out, told = run("merge", self.write(name, content[:-20]))
            self.assertEqual((code, out), (3, ""), name)
            self.assertIn(f"{name}: error: the packed data are damaged", told)

    def test_no_room_for_temporary_files(self):
        # what fits into memory needs none
        code, out, _ = run("merge", *self.shards(2),
                           env={"TMPDIR": str(self.folder / "none")})
        self.assertEqual((code, out), (0, self.whole))


if __name__ == "__main__":
    main()
