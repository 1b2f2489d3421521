#!/usr/bin/env python3
"""Bad records: a clear message, the right status, and the others still done."""

import os
import pathlib
import resource
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent / "lib"))
from tool import ToolTest, line, main, markdown, run, tool  # noqa: E402


class Bad(ToolTest):
    """Each test puts a bad record between two good ones."""

    def bad_one(self, content, status, *messages, name="b.md", mode=0o644):
        """Build with the bad record; returns the files and the messages."""
        self.write("in/a.md", markdown("T-good1"))
        bad = self.write("in/" + name, content)
        bad.chmod(mode)
        self.write("in/c.md", markdown("T-good2"))
        how = {} if mode else self.ordinary()
        files, told = self.build(self.folder / "in", options=("-t", "ttl"),
                                 status=status, **how)
        for good in ("T-good1.ttl", "T-good2.ttl"):
            self.assertIn(good, files)
        for message in messages:
            self.assertIn(message, told)
        if messages:
            self.assertIn(str(bad), told)
        return files, told

    def test_missing_front_matter_is_a_warning(self):
        files, told = self.bad_one("JAK2 phosphorylates STAT5A.\n", 0,
                                   ": warning: ")
        self.assertEqual(len(files), 6, told)

    def test_broken_yaml_has_line_and_column(self):
        _, told = self.bad_one("---\nstable_id: T-1\nspecies: [Homo\n"
                               "display_name: x\n---\ntext\n", 3, ": error: ")
        self.assertRegex(told, r"b\.md:\d+:\d+: error: ")

    def test_front_matter_without_end(self):
        self.bad_one("---\nstable_id: T-1\nspecies: Homo sapiens\n", 3,
                     ": error: ")

    def test_alias_bomb(self):
        bomb = ["a0: &a0 [x,x,x,x,x,x,x,x,x]"]
        bomb += [f"a{i}: &a{i} [" + ",".join([f"*a{i - 1}"] * 9) + "]"
                 for i in range(1, 12)]
        self.bad_one("---\nstable_id: T-1\n" + "\n".join(bomb) +
                     "\n---\ntext\n", 3, ": error: ")

    def test_deep_yaml(self):
        self.bad_one("---\nstable_id: " + "[" * 5000 + "]" * 5000 +
                     "\n---\ntext\n", 3, ": error: ")

    def test_missing_stable_id_is_a_warning(self):
        files, _ = self.bad_one("---\nspecies: Homo sapiens\n---\n\n# T\n\n"
                                "## Summary\n\nJAK2 binds STAT3.\n", 0,
                                ": warning: ")
        names = [n for n in files if n.endswith(".ttl") and n[0] != "T"]
        self.assertEqual([len(n) for n in names], [36])

    def test_path_as_stable_id(self):
        files, _ = self.bad_one(markdown("../../etc/x"), 0, ": warning: ",
                                "[record.id-names-no-file]")
        self.assertEqual(sorted(os.listdir(self.folder)), ["in", "out"])
        self.assertFalse(any("etc" in name for name in files))

    def test_long_stable_id(self):
        files, _ = self.bad_one(markdown("x" * 4096), 0, ": warning: ",
                                "[record.id-names-no-file]")
        self.assertLess(max(map(len, files)), 80)

    def test_ids_that_the_run_itself_uses(self):
        for stable_id in ("graph", "report"):
            files, _ = self.bad_one(markdown(stable_id), 0,
                                    "[record.id-names-no-file]")
            self.assertNotIn(stable_id + ".ttl", files)

    def test_two_records_of_one_id(self):
        self.write("in/0.md", markdown("T-1", "JAK2 binds STAT3."))
        files, _ = self.bad_one(markdown("T-1"), 0, ": warning: ",
                                "[record.same-id]")
        twins = [name for name in files if name.startswith("T-1.")]
        self.assertEqual(len(twins), 2)
        for name in twins:
            self.assertRegex(name, r"\AT-1\.[0-9a-f]{8}\.ttl\Z")

    def test_invalid_utf8(self):
        text = markdown("T-1").encode().replace(b"JAK2", b"JAK\xff2")
        self.bad_one(text, 3, ": error: ")

    def test_utf16(self):
        self.bad_one(markdown("T-1").encode("utf-16"), 3, ": error: ")

    def test_nul_bytes(self):
        text = markdown("T-1").encode().replace(b"JAK2", b"JAK\0002")
        self.bad_one(text, 3, ": error: ")

    def test_empty_file(self):
        _, told = self.bad_one(b"", 0, "b.md")
        self.assertIn(": warning: ", told)

    def test_broken_json_line(self):
        content = line("T-1") + '{"stable_id": "T-2", \n' + line("T-3")
        files, told = self.bad_one(content, 3, name="b.jsonl")
        self.assertIn("T-1.ttl", files)
        self.assertIn("T-3.ttl", files)
        self.assertRegex(told, r"b\.jsonl:2(:\d+)?: error: ")

    def test_json_that_is_no_record(self):
        content = '[1, 2]\n"text"\n{}\n{"summary": 7}\n' + line("T-1")
        files, told = self.bad_one(content, 3, name="b.jsonl")
        self.assertIn("T-1.ttl", files)
        self.assertIn("b.jsonl:1", told)

    def test_folder_named_like_a_record(self):
        self.write("in/d.md/e.md", markdown("T-5"))
        files, _ = self.build(self.folder / "in", options=("-t", "ttl"))
        self.assertIn("T-5.ttl", files)

    def test_missing_file(self):
        good = self.write("a.md", markdown("T-1"))
        files, told = self.build(good, self.folder / "none.md",
                                 options=("-t", "ttl"), status=3)
        self.assertIn("T-1.ttl", files)
        self.assertIn("none.md", told)

    def test_nothing_could_be_opened(self):
        code, output, told = run("extract", self.folder / "none.md")
        self.assertEqual((code, output), (3, ""))
        self.assertIn("none.md", told)

    def test_unreadable_file(self):
        self.write("in/d.md", markdown("T-3"))
        files, told = self.bad_one(markdown("T-2"), 3, ": error: ", mode=0)
        self.assertIn("T-3.ttl", files)
        self.assertNotIn("T-2.ttl", files)
        self.assertRegex(told, r"(?m)b\.md: error: .*permission denied")

    def test_empty_folder(self):
        (self.folder / "in").mkdir()
        _, told = self.build(self.folder / "in")
        self.assertIn("[input.none]", told)

    def test_a_record_that_fails_is_in_the_report(self):
        files, _ = self.bad_one(b"---\nstable_id: [\n---\n", 3)
        rows = [row.split("\t") for row in
                files["report.tsv"].decode().splitlines()]
        state = rows[0].index("state")
        self.assertEqual(sorted(row[state] for row in rows[1:]),
                         ["done", "done", "failed"])


class Forms(ToolTest):
    """Bytes that look bad and are not."""

    def test_crlf(self):
        lf = self.write("a.md", markdown("T-1"))
        crlf = self.write("b.md", markdown("T-1").replace("\n", "\r\n"))
        self.assertEqual(self.labels(lf), self.labels(crlf))

    def test_byte_order_mark(self):
        plain = self.write("a.md", markdown("T-1"))
        marked = self.write("b.md", "\ufeff" + markdown("T-1"))
        self.assertEqual(self.labels(plain), self.labels(marked))

    def test_no_line_end_at_the_end(self):
        whole = self.write("a.jsonl", line("T-1") + line("T-2"))
        cut = self.write("b.jsonl", (line("T-1") + line("T-2")).rstrip("\n"))
        self.assertEqual(self.extract(whole)[0], self.extract(cut)[0])

    def labels(self, path):
        import json
        output, _ = self.extract(path)
        rows = [json.loads(row) for row in output.splitlines()]
        self.assertTrue(rows, "the record gives no claim")
        text = path.read_bytes().decode()
        for row in rows:
            begin, end = row["span"]
            if row["source"] == "file":
                self.assertEqual(text[begin:end], row["quote"])
        return [(row["id"], row["label"], row["status"]) for row in rows]


class Large(ToolTest):
    def test_line_of_100_megabytes(self):
        path = self.folder / "big.jsonl"
        with path.open("w", encoding="utf-8") as out:
            out.write(line("T-1"))
            out.write('{"stable_id": "T-2", "summary": "')
            for _ in range(100):
                out.write("x" * (1 << 20))
            out.write('"}\n')
            out.write(line("T-3"))
        child = subprocess.Popen([tool(), "extract", str(path)],
                                 stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        output, told = child.communicate(timeout=60)
        self.assertEqual(child.returncode, 3, told)
        self.assertIn(b'"T-1"', output)
        self.assertIn(b'"T-3"', output)
        self.assertRegex(told.decode(), r"big\.jsonl:2(:\d+)?: error: ")
        most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
        if "asan" not in os.environ.get("PATHQUILL_KIND", ""):
            self.assertLess(most, 100 * 1024, "memory grew with the line")


if __name__ == "__main__":
    main()
