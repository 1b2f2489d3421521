#!/usr/bin/env python3
"""Where records come from: files, folders, lists, pipes, gzip."""

import gzip
import json
import os
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent / "lib"))
from tool import OTHER, ToolTest, contents, line, main, markdown, run  # noqa: E402


def ids(output):
    """Stable ids in order, each once."""
    return list(dict.fromkeys(json.loads(row)["record"]
                              for row in output.splitlines()))


class Sources(ToolTest):
    def test_folder_is_read_in_the_order_of_paths(self):
        self.write("in/b.md", markdown("T-2"))
        self.write("in/a/z.txt", markdown("T-1"))
        self.write("in/c.jsonl", line("T-3") + line("T-4"))
        (self.folder / "in/d.jsonl.gz").write_bytes(
            gzip.compress(line("T-5").encode()))
        self.write("in/e.csv", "not,a,record\n")
        self.write("in/.hidden.md", markdown("T-6"))
        output, _ = self.extract(self.folder / "in")
        self.assertEqual(ids(output), ["T-1", "T-2", "T-3", "T-4", "T-5"])

    def test_arguments_keep_their_order(self):
        two = self.write("b.md", markdown("T-2"))
        one = self.write("a.md", markdown("T-1"))
        output, _ = self.extract(two, one)
        self.assertEqual(ids(output), ["T-2", "T-1"])

    def test_standard_input(self):
        lines = line("T-1") + line("T-2")
        for args in (("-",), ()):
            output, _ = self.extract(*args, stdin=lines)
            self.assertEqual(ids(output), ["T-1", "T-2"])
        output, _ = self.extract("-", stdin=markdown("T-3"))
        self.assertEqual(ids(output), ["T-3"])

    def test_files_from(self):
        one = self.write("a.md", markdown("T-1"))
        two = self.write("b b.md", markdown("T-2"))
        for end in ("\n", "\0"):
            paths = self.write("list", f"{one}{end}{two}{end}")
            output, _ = self.extract("--files-from", paths)
            self.assertEqual(ids(output), ["T-1", "T-2"])
        output, _ = self.extract("--files-from", "-", stdin=f"{two}\n{one}")
        self.assertEqual(ids(output), ["T-2", "T-1"])

    def test_plain_prose(self):
        output, _ = self.extract("--plain", "-", stdin=OTHER + "\n")
        rows = [json.loads(row) for row in output.splitlines()]
        self.assertTrue(rows)
        for row in rows:
            begin, end = row["span"]
            self.assertEqual(OTHER[begin:end], row["quote"])

    def test_the_same_claims_from_every_form(self):
        said = contents(self.extract(self.write("a.md", markdown()))[0])
        self.assertTrue(said)
        self.assertEqual(said, contents(self.extract(
            self.write("a.jsonl", line()))[0]))
        path = self.folder / "b.jsonl.gz"
        path.write_bytes(gzip.compress(line().encode()))
        self.assertEqual(said, contents(self.extract(path)[0]))

    def test_build_from_a_pipe_and_from_files(self):
        lines = line("T-1") + line("T-2", OTHER)
        from_file, _ = self.build(self.write("a.jsonl", lines),
                                  options=("-t", "ttl,nq"))
        target = self.folder / "piped"
        code, _, told = run("build", "-t", "ttl,nq", "-o", target, "-",
                            stdin=lines)
        self.assertEqual(code, 0, told)
        for name, content in from_file.items():
            self.assertEqual((target / name).read_bytes(), content, name)

    def test_broken_gzip(self):
        good = self.write("a.md", markdown("T-1"))
        cut = self.folder / "b.jsonl.gz"
        cut.write_bytes(gzip.compress(os.urandom(3000) + b"\n")[:-20])
        output, told = self.extract(cut, good, status=3)
        self.assertEqual(ids(output), ["T-1"])
        self.assertIn("b.jsonl.gz", told)


class Products(ToolTest):
    def test_graph_is_the_sum_of_the_records(self):
        one = self.write("a.md", markdown("T-1"))
        two = self.write("b.jsonl", line("T-2", OTHER) + line("T-0"))
        files, _ = self.build(one, two, options=("-t", "nq"))
        parts = b"".join(files[f"T-{i}.nq"] for i in range(3))
        self.assertEqual(files["graph.nq"], parts)

    def test_stream_says_what_the_files_say(self):
        record = self.write("a.md", markdown())
        files, _ = self.build(record, options=("-t", "ttl,nq,nt,jsonl,tsv"))
        for name in ("ttl", "nq", "nt", "jsonl", "tsv"):
            output, _ = self.extract(record, options=("--to", name))
            self.assertEqual(output.encode(), files["T-1." + name], name)

    def test_report_counts(self):
        record = self.write("a.md", markdown(text=OTHER + " Nothing is here."))
        files, _ = self.build(record, options=("-t", "jsonl"))
        head, row = [text.split("\t") for text in
                     files["report.tsv"].decode().splitlines()]
        report = dict(zip(head, row))
        claims = [json.loads(text) for text in
                  files["T-1.jsonl"].decode().splitlines()]
        self.assertEqual((report["record"], report["files"], report["state"]),
                         ("T-1", "T-1", "done"))
        distinct = {c["id"] for c in claims if "/claim/" in c["id"]}
        self.assertEqual(int(report["claims"]), len(distinct))
        self.assertEqual(int(report["asserted"]),
                         sum(c["status"] == "asserted" for c in claims))
        self.assertGreaterEqual(int(report["silent_sentences"]), 1)

    def test_explain_tells_every_sentence(self):
        record = self.write("a.md", markdown(text=OTHER + " It is so."))
        code, output, told = run("explain", record)
        self.assertEqual(code, 0, told)
        self.assertIn("downstream of JAK1", output)
        self.assertIn("   claim ", output)
        self.assertIn(" rule ", output)
        self.assertIn("   no claim: ", output)


if __name__ == "__main__":
    main()
