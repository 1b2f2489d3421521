#!/usr/bin/env python3
"""Changes of the input that must not change the claims, or the bytes."""

import json
import os
import pathlib
import random
import shutil
import subprocess
import sys
import textwrap
from unittest import mock

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "cli/lib"))
from tool import (OTHER, SENTENCE, ToolTest, contents, files_of,  # noqa: E402
                  line, main, markdown, run)

TEXTS = (
    SENTENCE,
    OTHER,
    "Phosphorylation of STAT5B by JAK2 promotes its dimerization (Li et al,"
    " 2003; reviewed in Stark and Darnell, 2012).",
    "AKT1 may phosphorylate BAD at serine 136. This depends on PI3K.",
    "It is not known whether MAP2K1 activates MAPK3.",
    "KRAS activates RAF1, and BRAF phosphorylates MAP2K1 at S218 and S222.",
)

ALL = "ttl,nq,nt,dot,jsonl,tsv"


def locales():
    """Locales that this system has; of the many, those that differ most."""
    listed = b""
    if shutil.which("locale"):
        listed = subprocess.run(["locale", "-a"], capture_output=True,
                                check=False).stdout
    here = {name.lower().replace("-", ""): name
            for name in listed.decode("utf-8", "replace").split()}
    others = ("tr_tr.utf8", "de_de.utf8", "az_az.utf8", "ja_jp.eucjp")
    return ["C.UTF-8", "POSIX"] + [here[n] for n in others if n in here]


class Order(ToolTest):
    """The same records give the same bytes."""

    def setUp(self):
        super().setUp()
        self.paths = [self.write(f"in/{i}.md", markdown(f"T-{i}", text))
                      for i, text in enumerate(TEXTS)]
        self.files, _ = self.build(*self.paths, options=("-t", ALL))

    def same(self, *inputs, out, status=0):
        files, _ = self.build(*inputs, out=out, options=("-t", ALL),
                              status=status)
        self.assertEqual(sorted(files), sorted(self.files))
        for name, content in self.files.items():
            self.assertEqual(files[name], content, name)

    def test_run_again(self):
        self.same(*self.paths, out="again")

    def test_over_old_files(self):
        self.same(*self.paths, out="out")

    def test_files_in_another_order(self):
        shuffled = list(self.paths)
        random.Random(7).shuffle(shuffled)
        self.same(*shuffled, out="shuffled")

    def test_record_doubled(self):
        self.same(*self.paths, self.paths[0], out="doubled")

    def test_folder_copied(self):
        copy = self.folder / "copy"
        shutil.copytree(self.folder / "in", copy)
        self.same(copy, out="copied")
        self.same(copy, self.folder / "in", out="both")

    def test_one_file_or_many(self):
        """A record's own files do not hear of its neighbours."""
        alone, _ = self.build(self.paths[2], out="alone",
                              options=("-t", ALL))
        for name, content in alone.items():
            if name.startswith("T-2."):
                self.assertEqual(content, self.files[name], name)

    def test_folder_list_and_arguments(self):
        paths = self.write("list", "".join(f"{p}\n" for p in self.paths))
        self.same(self.folder / "in", out="folder")
        files, _ = self.build("--files-from", paths, out="list-out",
                              options=("-t", ALL))
        self.assertEqual(files, self.files)

    def test_graph_is_the_sum_of_its_records(self):
        quads = [line for name, content in self.files.items()
                 if name.endswith(".nq") and name != "graph.nq"
                 for line in content.splitlines()]
        self.assertEqual(sorted(set(quads)),
                         sorted(set(self.files["graph.nq"].splitlines())))

    def test_locale_and_zone(self):
        before = dict(os.environ)
        for i, name in enumerate(locales()):
            with self.subTest(locale=name):
                with mock.patch.dict(os.environ, LC_ALL=name, LANG=name,
                                     TZ="Asia/Kathmandu"):
                    self.assertEqual(os.environ["LC_ALL"], name)
                    self.same(*self.paths, out=f"elsewhere-{i}")
                self.assertEqual(dict(os.environ), before)

    def test_one_line_removed_from_the_middle(self):
        lines = [line(f"T-{i}", text) for i, text in enumerate(TEXTS)]
        whole = self.extract(self.write("a.jsonl", "".join(lines)))[0]
        cut = self.extract(self.write("b.jsonl",
                                      "".join(lines[:2] + lines[3:])))[0]
        rest = [row for row in whole.splitlines()
                if json.loads(row)["record"] != "T-2"]
        self.assertEqual(cut.splitlines(), rest)


class Pictures(ToolTest):
    """What is drawn, of every view and type."""

    DRAWN = "svg,dot,png,pdf"

    def setUp(self):
        super().setUp()
        self.paths = [self.write(f"in/{i}.md", markdown(f"T-{i}", text))
                      for i, text in enumerate(TEXTS[:4])]

    def twice(self, files_from):
        """Of the same inputs, and of these in another order."""
        first = files_from(self.paths, "first")
        self.assertTrue({".svg", ".dot", ".png", ".pdf"} <=
                        {pathlib.Path(name).suffix for name in first})
        for out, paths in (("again", self.paths),
                           ("turned", self.paths[::-1])):
            files = files_from(paths, out)
            self.assertEqual(sorted(files), sorted(first))
            for name, content in first.items():
                self.assertEqual(files[name], content, (out, name))

    def test_views(self):
        for view in ("card", "evidence", "overview"):
            def drawn(paths, out, view=view):
                target = self.folder / view / out
                code, _, told = run("draw", "--view", view, "-t", self.DRAWN,
                                    "-o", target, *paths)
                self.assertEqual(code, 0, told)
                return files_of(target)
            with self.subTest(view=view):
                self.twice(drawn)

    def test_build(self):
        self.twice(lambda paths, out: self.build(
            *paths, out=out, options=("-t", self.DRAWN))[0])


def broken_among(test):
    """Enough for many batches; some of it cannot be read."""
    records = []
    for i in range(400):
        records.append(line(f"T-{i}", TEXTS[i % len(TEXTS)]))
        if i % 50 == 7:
            records.append("{broken\n")
        if i % 50 == 9:
            records.append(line(f"T-{i}-odd").replace("Homo", "Hobbit"))
    first = test.write("a.jsonl", "".join(records[:300]))
    last = test.write("b.jsonl", "".join(records[300:]))
    return (first, test.folder / "none.jsonl",
            test.write("c.md", "---\nstable_id: [\n---\n"), last)


class Jobs(ToolTest):
    """However many threads there are: the same bytes, and findings in the same
    order."""

    def test_every_format(self):
        inputs = broken_among(self)
        for to in ("jsonl", "tsv", "nq", "nt", "ttl", "rdf", "jsonld"):
            want = run("extract", "-v", "--jobs", 1, "--to", to, *inputs)
            self.assertEqual(want[0], 3)
            self.assertGreater(len(want[2].splitlines()), 20)
            for jobs in (2, 7):
                got = run("extract", "-v", "--jobs", jobs, "--to", to, *inputs)
                self.assertEqual(got, want, (to, jobs))

    def test_build(self):
        inputs = broken_among(self)[:2]
        inputs[0].write_text("".join(
            inputs[0].read_text(encoding="utf-8").splitlines(True)[:90]),
                             encoding="utf-8")
        text = "ttl,nq,rdf,jsonld,tsv,bib,csl,biopax,graphml,cx2,kgx,dot"
        self.builds("text", (1, 2, 7), *inputs, "-t", text)
        drawn = self.write("d.jsonl", "".join(
            line(f"T-{i}", text) for i, text in enumerate(TEXTS)) + "{broken\n")
        self.builds("drawn", (1, 3), drawn, "--site", "-t", "svg,sbgn,png")

    def builds(self, name, jobs, *arguments):
        """A folder each, edges with it."""
        want = None
        for n in jobs:
            out = self.folder / f"{name}{n}"
            code, _, told = run("build", "-v", "--jobs", n, "-o", out,
                                "--edges", out / "edges.nt", *arguments)
            got = (code, told, files_of(out))
            want = want or got
            self.assertEqual(got[:2], want[:2], (name, n))
            self.assertEqual(sorted(got[2]), sorted(want[2]), (name, n))
            for file, content in want[2].items():
                self.assertEqual(got[2][file], content, (name, n, file))

    def test_from_a_pipe(self):
        text = "".join(line(f"T-{i}", TEXTS[i % len(TEXTS)])
                       for i in range(300))
        want = run("extract", "--jobs", 1, stdin=text)
        self.assertEqual(run("extract", "--jobs", 3, stdin=text), want)
        self.assertEqual(run("extract", "--jobs", 3, stdin=""),
                         run("extract", "--jobs", 1, stdin=""))

    def test_number_of_jobs(self):
        for jobs in ("0", "65", "two", "-1", "2x", ""):
            code, out, told = run("extract", "--jobs", jobs, stdin=line())
            self.assertEqual((code, out), (2, ""), jobs)
            self.assertIn("--jobs is a number from 1 to 64", told)


class Shards(ToolTest):
    """Each record is in one shard, and there as in a run that takes all."""

    def test_extract(self):
        inputs = broken_among(self)
        whole = run("extract", "--to", "nq", *inputs)
        parts = [run("extract", "--to", "nq", "--shard", f"{k}/3", *inputs)
                 for k in (1, 2, 3)]
        self.assertTrue(all(len(part[1]) > len(whole[1]) / 5 for part in parts))
        self.assertEqual(sorted("".join(part[1] for part in parts).splitlines()),
                         sorted(whole[1].splitlines()))
        # what is wrong with a record is told where it belongs to, once
        self.assertGreater(whole[2].count("JSON"), 5)
        self.assertEqual(sum(part[2].count("JSON") for part in parts),
                         whole[2].count("JSON"))

    def test_build(self):
        inputs = broken_among(self)
        kinds = ("-t", "ttl,jsonl")
        whole, _ = self.build(*inputs, out="whole", options=kinds, status=3)
        parts = [self.build(*inputs, out=f"part{k}", status=3,
                            options=(*kinds, "--shard", f"{k}/2"))[0]
                 for k in (1, 2)]
        runs = {"graph.nq", "report.tsv", "names.tsv"}
        both = {**parts[0], **parts[1]}
        self.assertFalse(set(parts[0]) & set(parts[1]) - runs)
        for name in set(whole) - runs:
            self.assertEqual(both[name], whole[name], name)
        self.assertEqual(set(both), set(whole))

    def test_not_a_shard(self):
        for shard in ("0/2", "3/2", "1", "1/", "/2", "1/2/3", "a/b", "1/2000000"):
            code, _, told = run("extract", "--shard", shard, stdin=line())
            self.assertEqual(code, 2, shard)
            self.assertIn("--shard is K/N", told)


class Text(ToolTest):
    """The same words give the same claims."""

    def said(self, name, content):
        return contents(self.extract(self.write(name, content))[0])

    def each(self, change, suffix):
        for i, text in enumerate(TEXTS):
            record = markdown(f"T-{i}", text)
            before = self.said(f"{i}.md", record)
            self.assertEqual(before, self.said(f"{i}{suffix}.md",
                                               change(record)), text)

    def test_crlf(self):
        self.each(lambda record: record.replace("\n", "\r\n"), "crlf")

    def test_byte_order_mark(self):
        self.each(lambda record: "\ufeff" + record, "bom")

    def test_lines_wrapped_anew(self):
        def wrap(record):
            head, body = record.split("## Summary\n\n")
            body = textwrap.fill(body.strip(), 30, break_long_words=False,
                                 break_on_hyphens=False)
            return head + "## Summary\n\n" + body + "\n"
        plain = self.flat(lambda record: record)
        self.assertEqual(plain, self.flat(wrap))

    def flat(self, change):
        """What is said, with white space in quotes as single spaces."""
        return [[" ".join(row.replace("\\n", " ").split()) for row in
                 self.said(f"{i}.md", change(markdown(f"T-{i}", text)))]
                for i, text in enumerate(TEXTS)]

    def test_spaces_doubled(self):
        plain = self.flat(lambda record: record)
        self.assertEqual(plain, self.flat(lambda record: record.replace(
            " phosphorylat", "  phosphorylat")))

    def test_one_format_or_the_other(self):
        """Markdown and JSON give the same claims, each in its own text."""
        for i, text in enumerate(TEXTS):
            self.assertEqual(self.said(f"{i}.md", markdown(f"T-{i}", text)),
                             self.said(f"{i}.jsonl", line(f"T-{i}", text)))

    def test_paragraph_moved(self):
        one, two = TEXTS[0], TEXTS[5]
        self.assertEqual(self.said("a.md", markdown(text=f"{one}\n\n{two}")),
                         self.said("b.md", markdown(text=f"{two}\n\n{one}")))

    def test_unrelated_paragraph(self):
        more = "\n\nThe weather of the valley was mild throughout the year.\n"
        self.each(lambda record: record.rstrip("\n") + more, "more")

    def test_one_sentence_edited(self):
        first, second = TEXTS[0], TEXTS[1]
        before = self.said("a.md", markdown(text=f"{first} {second}"))
        after = self.said("b.md", markdown(text=f"{first} Nothing more."))
        self.assertTrue(set(after) < set(before))
        self.assertEqual(set(after), set(self.said("c.md",
                                                   markdown(text=first))))

    def test_slice_is_the_quote(self):
        text = "NF-κB 𝛼 precedes. " + " ".join(TEXTS)
        path = self.write("a.md", markdown(text=text))
        whole = path.read_text(encoding="utf-8")
        rows = [json.loads(row) for row in
                self.extract(path)[0].splitlines()]
        self.assertTrue(rows)
        for row in rows:
            begin, end = row["span"]
            self.assertEqual(whole[begin:end], row["quote"])
            for part in (row["agent"], row["theme"], *row["cues"],
                         *row["citations"]):
                if part:
                    begin, end = part["span"]
                    self.assertEqual(whole[begin:end], part["text"])


class Names(ToolTest):
    """A user's own names."""

    HEAD = "text\tid\tstatus\tflags\tnote\n"

    def claims(self, text, *options):
        path = self.write("a.md", markdown(text=text))
        return contents(self.extract(path, options=options)[0])

    def test_unused_name(self):
        overlay = self.write("own.tsv",
                             self.HEAD + "Wolpertinger\tHGNC:427\tname\t\t\n")
        for text in TEXTS:
            self.assertEqual(self.claims(text),
                             self.claims(text, "--lexicon", overlay))

    def test_used_name(self):
        overlay = self.write("own.tsv",
                             self.HEAD + "WLPT9\tHGNC:6192\tname\t\t\n")
        self.assertEqual(
            self.claims("WLPT9 phosphorylates STAT5A.", "--lexicon", overlay),
            self.claims("JAK2 phosphorylates STAT5A."))

    def test_order_of_rows(self):
        rows = ["WLPT8\tHGNC:427\tname\t\t\n", "WLPT9\tHGNC:6192\tname\t\t\n"]
        one = self.write("one.tsv", self.HEAD + "".join(rows))
        text = "WLPT9 phosphorylates WLPT8."
        before = self.claims(text, "--lexicon", one)
        split = [self.write(f"{i}.tsv", self.HEAD + row)
                 for i, row in enumerate(rows)]
        self.assertEqual(before, self.claims(text, "--lexicon", split[0],
                                             "--lexicon", split[1]))
        self.assertEqual(before, self.claims(text, "--lexicon", split[1],
                                             "--lexicon", split[0]))


if __name__ == "__main__":
    main()
