#!/usr/bin/env python3
"""Where records come from: files, folders, lists, pipes, gzip, zstd, PubMed."""

import gzip
import json
import os
import pathlib
import subprocess
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).parent / "lib"))
from tool import (OTHER, SENTENCE, ToolTest, contents, line,  # noqa: E402
                  main, markdown, run, tool)


def ids(output):
    """Stable ids in order, each once."""
    return list(dict.fromkeys(json.loads(row)["record"]
                              for row in output.splitlines()))


def frame(text):
    """The bytes as zstd, RFC 8878: a raw block, no checksum."""
    data = text.encode()
    assert len(data) < 1 << 17
    return (b"\x28\xb5\x2f\xfd\xa0" + len(data).to_bytes(4, "little") +
            (len(data) << 3 | 1).to_bytes(3, "little") + data)


def article(pmid, title="A title.", parts=(), authors=("Li",), year="2001"):
    """An article of PubMed; `parts` are (label, text) of the abstract."""
    return (f"<PubmedArticle><MedlineCitation><PMID Version=\"1\">{pmid}</PMID>"
            "<Article><Journal><JournalIssue><PubDate>"
            f"<Year>{year}</Year></PubDate></JournalIssue></Journal>"
            f"<ArticleTitle>{title}</ArticleTitle><Abstract>" +
            "".join(f"<AbstractText Label=\"{label}\">{text}</AbstractText>"
                    for label, text in parts) +
            "</Abstract><AuthorList CompleteYN=\"Y\">" +
            "".join(f"<Author ValidYN=\"Y\"><LastName>{name}</LastName>"
                    "<Initials>A</Initials></Author>" for name in authors) +
            "</AuthorList></Article></MedlineCitation></PubmedArticle>\n")


def pubmed(*articles):
    """A file of PubMed's."""
    return ("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
            "<!DOCTYPE PubmedArticleSet PUBLIC \"-//NLM//DTD PubMedArticle//EN\""
            " \"https://dtd.nlm.nih.gov/ncbi/pubmed/out/pubmed_240101.dtd\">\n"
            "<PubmedArticleSet>\n" + "".join(articles) +
            "</PubmedArticleSet>\n")


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


class Zstd(ToolTest):
    def test_by_name_and_by_its_bytes(self):
        packed = frame(line("T-1")) + frame(line("T-2"))
        for path in (self.write("in/a.jsonl.zst", packed),
                     self.write("packed", packed)):
            self.assertEqual(ids(self.extract(path)[0]), ["T-1", "T-2"])
        self.assertEqual(ids(self.extract(self.folder / "in")[0]),
                         ["T-1", "T-2"])
        self.assertEqual(ids(self.extract("-", stdin=packed)[0]),
                         ["T-1", "T-2"])

    def test_a_pipe_that_gives_a_byte_at_first(self):
        text = line("T-1")
        for content in (frame(text), gzip.compress(text.encode()),
                        text.encode()):
            child = subprocess.Popen([tool(), "extract", "-q", "-"],
                                     stdin=subprocess.PIPE,
                                     stdout=subprocess.PIPE)
            for byte in (content[:1], content[1:2]):
                child.stdin.write(byte)
                child.stdin.flush()
                time.sleep(0.1)
            out = child.communicate(content[2:])[0]
            self.assertEqual(child.returncode, 0, content)
            self.assertIn(b"STAT5A", out, content)

    def test_broken(self):
        good = self.write("z.md", markdown("T-9"))
        whole = frame(line("T-1"))
        for name, content, said in (
                ("cut", whole + frame(line("T-2"))[:-5], ["T-1", "T-9"]),
                ("wrong", line("T-1"), ["T-9"]),
                ("wide", b"\x28\xb5\x2f\xfd\x00\x88\x09\x00\x00x",
                 ["T-9"])):
            path = self.write(name + ".jsonl.zst", content)
            output, told = self.extract(path, good, status=3)
            self.assertEqual(ids(output), said)
            self.assertIn(f"{name}.jsonl.zst: error: ", told)
        path = self.write("empty.jsonl.zst", "")
        output, told = self.extract(path, good)
        self.assertEqual(ids(output), ["T-9"])
        self.assertIn("empty.jsonl.zst:1: warning: ", told)


SET = pubmed(article(11, SENTENCE.replace(" (Gordon et al, 2001)", ""),
                     [("BACKGROUND", SENTENCE), ("RESULTS", OTHER)],
                     ("M&#xfc;ller", "Smith")),
             article(12, OTHER, authors=("Li", "Wu", "Xi")))


class PubMed(ToolTest):
    def test_abstracts_cite_their_paper(self):
        output, told = self.extract(self.write("a.xml", SET))
        self.assertEqual(ids(output), ["PMID:11", "PMID:12"])
        self.assertNotIn("warning", told)
        for claim in map(json.loads, output.splitlines()):
            own = claim["citations"][-1]
            self.assertTrue(own["own"])
            self.assertEqual(own["pmid"], claim["record"][len("PMID:"):])
            self.assertEqual((own["text"], own["year"]), ("", 2001))
            in_text = [c["text"] for c in claim["citations"][:-1]]
            self.assertEqual(in_text, ["Gordon et al, 2001"] *
                             ("STAT5A" in claim["label"] and
                              claim["source"] == "summary"))

    def test_places_count_in_title_and_abstract(self):
        output, _ = self.extract(self.write("a.xml", SET))
        texts = {"display_name": SENTENCE.replace(" (Gordon et al, 2001)", ""),
                 "summary": f"BACKGROUND\n{SENTENCE}\n\nRESULTS\n{OTHER}"}
        seen = set()
        for claim in map(json.loads, output.splitlines()):
            if claim["record"] != "PMID:11":
                continue
            begin, end = claim["span"]
            self.assertEqual(texts[claim["source"]][begin:end], claim["quote"])
            seen.add(claim["source"])
        self.assertEqual(seen, set(texts))

    def test_every_form_gives_the_same(self):
        want, _ = self.extract(self.write("a.xml", SET))
        packed = gzip.compress(SET.encode())
        for path in (self.write("b.xml.gz", packed),
                     self.write("c.xml.zst", frame(SET)),
                     self.write("named_by_nobody", packed)):
            self.assertEqual(self.extract(path)[0], want)
        for content in (SET, packed, frame(SET)):
            self.assertEqual(self.extract("-", stdin=content)[0], want)

    def test_jobs_change_nothing(self):
        path = self.write("a.xml", pubmed(*(
            article(n, OTHER, [("", SENTENCE)]) for n in range(1, 301))))
        one = self.extract(path, options=("--jobs", "1", "--to", "nq"))
        for jobs in ("2", "7"):
            self.assertEqual(one, self.extract(
                path, options=("--jobs", jobs, "--to", "nq")))

    def test_one_node_for_a_paper_and_who_cites_it(self):
        paper = self.write("a.xml", SET)
        citing = self.write("b.jsonl", line(
            "R-HSA-1", OTHER[:-1] + " (Muller and Smith, 2001).",
            references=[{"pmid": "11", "authors": "Muller A, Smith B",
                         "year": "2001"}]))
        files, _ = self.build(paper, citing, options=("-t", "ttl"))
        name = b"cito:citesAsEvidence work:muller-smith-2001.11 "
        self.assertIn(name, files["PMID-11.ttl"])
        self.assertIn(name, files["R-HSA-1.ttl"])
        self.assertIn(b"pubmed:11 a fabio:Work ;", files["PMID-11.ttl"])
        graph = files["graph.nq"]
        self.assertIn(b"<http://rdf.ncbi.nlm.nih.gov/pubmed/12>", graph)
        code, output, told = run(
            "check", self.folder / "out/graph.nq", "--records", paper,
            "--records", citing)
        self.assertEqual(code, 0, output + told)

    def test_claim_lines_answer_as_the_graph(self):
        said = SET.replace(OTHER, "Whether STAT3 is phosphorylated by JAK2 or"
                           " by SRC is controversial.", 1)
        path = self.write("a.xml", said)
        files, _ = self.build(path, options=("-t", "jsonl"))
        lines = self.write("all.jsonl",
                           files["PMID-11.jsonl"] + files["PMID-12.jsonl"])
        for question in ("disputes", "claims-per-work", "one-paper",
                         "uncited"):
            answers = [run("ask", question, source) for source in
                       (path, self.folder / "out/graph.nq", lines)]
            self.assertEqual(answers[0][:2], answers[1][:2], question)
            self.assertEqual(answers[0][:2], answers[2][:2], question)
        self.assertIn("Müller and Smith 2001", run("ask", "disputes", path)[1])

    def test_explain_tells_of_the_paper(self):
        code, output, told = run("explain", self.write("a.xml", SET))
        self.assertEqual(code, 0, told)
        self.assertIn("Gordon et al, 2001; the paper itself, "
                      "Müller and Smith 2001\n", output)

    def test_a_broken_article_costs_itself(self):
        path = self.write("a.xml", pubmed(
            article(1, OTHER), article(2, "Broken <i>markup"),
            article(3, OTHER).replace("</PubmedArticle>", ""),
            article(4, OTHER), "<PubmedBookArticle/></PubmedBookArticle>",
            article(5, "Not &declared;."), article(6, OTHER)))
        output, told = self.extract(path, status=3)
        self.assertEqual(ids(output), ["PMID:1", "PMID:4", "PMID:6"])
        for place in (":5: error: broken XML", ":6: error: what begins here",
                      ":8: error: broken XML"):
            self.assertIn("a.xml" + place, told)

    def test_cut_and_other_files(self):
        good = self.write("z.xml", SET)
        whole = SET.encode()
        middle = whole.index(b"12</PMID>")
        for name, content in (
                ("cut.xml", whole[:middle]),
                ("cut.xml.gz", gzip.compress(whole[:middle] +
                                             os.urandom(30000))[:-9000]),
                ("cut.xml.zst", frame(SET)[:middle])):
            path = self.write(name, content)
            output, told = self.extract(path, good, status=3)
            self.assertEqual(ids(output)[:1], ["PMID:11"], name)
            self.assertEqual(output.count('"PMID:12"'), 1, name)
            self.assertIn(name, told)
        other = self.write("in/other.xml", "<?xml version=\"1.0\"?>\n<sbml/>")
        self.assertIn("other.xml:2: error: of XML, PubMed's is read",
                      self.extract(other, good, status=3)[1])
        self.assertEqual(ids(self.extract(self.folder / "in", good)[0]),
                         ["PMID:11", "PMID:12"])
        _, told = self.extract(self.write("empty.xml", ""), good)
        self.assertIn("empty.xml:1: warning: the input is empty", told)

    def test_entities_are_not_expanded(self):
        bomb = SET.replace("pubmed_240101.dtd\">", "x\" [<!ENTITY a \"b\">]>")
        _, told = self.extract(self.write("a.xml", bomb), status=3)
        self.assertIn("a.xml:2: error: declarations of entities", told)


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
