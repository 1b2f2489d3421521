#!/usr/bin/env python3
"""`query`: what is sent to a store, and how its answer is printed."""

import csv
import io
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent / "lib"))
from store import CUT, HALF, Store, refuse, slow  # noqa: E402
from tool import ToolTest, main, run  # noqa: E402

SELECT = "SELECT ?a ?b WHERE { ?s ?p ?o }"
# What is hard in one form or another, as CSV of RFC 4180.
CELLS = [["a", "b"], ["κB, \"quoted\"", "two\r\nlines"],
         ["tab\there", "back\\slash \x1b[31m\x85"], ["", "1.5"]]


def as_csv(rows):
    """Text of a table."""
    out = io.StringIO()
    csv.writer(out).writerows(rows)
    return out.getvalue()


class QueryTest(ToolTest):
    """A store with one answer."""

    def setUp(self):
        super().setUp()
        self.store = Store()
        self.addCleanup(self.store.close)
        self.give(as_csv(CELLS))

    def give(self, body, kind="text/csv; charset=utf-8"):
        self.store.ready = (body if isinstance(body, bytes)
                            else body.encode(), kind)

    def query(self, text=SELECT, status=0, options=(), env=None):
        path = self.write("q.rq", text)
        code, output, messages = run("query", path, "--at", self.store.root +
                                     "/query", *options, env=env)
        self.assertEqual(code, status, output + messages)
        self.assertNotIn("Sanitizer", messages)
        return output, messages


class Tables(QueryTest):
    def test_columns(self):
        output, _ = self.query()
        self.assertEqual(output.split("\n"), [
            "a             b",
            "κB, \"quoted\"  two??lines",
            "tab?here      back\\slash ?[31m?",
            "-             1.5", ""])

    def test_csv_is_what_came(self):
        output, _ = self.query(options=("--to", "csv"))
        self.assertEqual(list(csv.reader(io.StringIO(output, newline=""))),
                         CELLS)

    def test_other_formats_are_what_the_store_gives(self):
        for name, kind in (("tsv", "text/tab-separated-values"),
                           ("json", "application/sparql-results+json")):
            self.give("?a\t\"é\n", kind + "; charset=utf-8")
            output, _ = self.query(options=("--to", name))
            self.assertEqual(output, "?a\t\"é\n")
            self.give("?a", "text/csv")
            _, told = self.query(options=("--to", name), status=3)
            self.assertIn("its answer is text/csv; is this", told)

    def test_no_row(self):
        self.give("a,b\r\n")
        output, _ = self.query()
        self.assertEqual(output, "a  b\n")

    def test_quoted_names_and_bare_line_feeds(self):
        self.give('"a","b"\n1,"x"\n')
        output, _ = self.query(options=("--to", "csv"))
        self.assertEqual(output, "a,b\n1,x\n")

    def test_one_column_with_an_empty_cell(self):
        for text in ("a\n\nx\n", "a\r\n\r\nx"):
            self.give(text)
            output, _ = self.query(options=("--to", "text"))
            self.assertEqual(output, "a\n-\nx\n")

    def test_the_last_cell_is_empty(self):
        for text in ("a,b\n1,", "a,b\n1,\n", "a,b\r\n1,\"\""):
            self.give(text)
            output, _ = self.query(options=("--to", "csv"))
            self.assertEqual(output, "a,b\n1,\n")

    def test_output_goes_to_a_file(self):
        path = self.folder / "out.csv"
        output, _ = self.query(options=("-o", path, "--to", "csv"))
        self.assertEqual(output, "")
        self.assertTrue(path.read_text("utf-8").startswith("a,b\n"))


class Kinds(QueryTest):
    def test_ask(self):
        for body, word in (("true", "true"), ("false", "false"),
                           ("_askResult\r\ntrue\r\n", "true"),
                           ('"__ASK_RETVAL"\n1\n', "true"),
                           ('"__ASK_RETVAL"\n0\n', "false")):
            self.give(body)
            for text in ("ASK { ?s ?p ?o }", "ask{?s ?p ?o}", "ASK WHERE {}"):
                self.assertEqual(self.query(text)[0], word + "\n")
        for body in ("", "maybe", "untrue?", "x" * 5000):
            self.give(body)
            _, told = self.query("ASK {}", status=3)
            self.assertIn("[store.ask]", told)

    def test_triples_are_printed_as_they_come(self):
        for text in ("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }",
                     "DESCRIBE <x>", "describe<x>"):
            self.give("<a> <b> \"é\" .\n", "application/n-triples")
            self.assertEqual(self.query(text)[0], "<a> <b> \"é\" .\n")
            self.query(text, options=("--to", "ttl"), status=3)
            self.give("<a> <b> \"é\" .\n", "text/turtle")
            self.query(text, options=("--to", "ttl"))

    def test_a_prologue_may_stand_before(self):
        for text in ("# ASK\nPREFIX a: <http://x/ASK#>\nBASE <y>\n" + SELECT,
                     "prefix : <x>" + SELECT, "\n\t" + SELECT,
                     "PREFIX select: <x>\n" + SELECT):
            self.assertTrue(self.query(text)[0].startswith("a "))

    def test_what_is_no_query(self):
        for text in ("", "# SELECT", "DROP ALL", "INSERT DATA { <a> <b> <c> }",
                     "<SELECT", "PREFIX"):
            _, told = self.query(text, status=2)
            self.assertIn("is no SELECT, ASK", told)
        self.assertEqual(self.store.requests, [])

    def test_format_and_kind_must_agree(self):
        self.query(status=2, options=("--to", "ttl"))
        self.query(status=2, options=("--to", "xml"))
        self.query("DESCRIBE <x>", status=2, options=("--to", "csv"))
        self.assertEqual(self.store.requests, [])

    def test_the_query_arrives_as_it_is(self):
        text = SELECT + " # é &=+%\n"
        self.query(text)
        self.assertEqual(self.store.asked, [text])


class Misfortune(QueryTest):
    def test_limits_of_the_query(self):
        text = SELECT + " " * (65536 - len(SELECT))
        self.query(text)
        _, told = self.query(text + " ", status=3)
        self.assertIn("longer than 64 KiB", told)
        _, told = self.query(SELECT.encode() + b"\xff", status=3)
        self.assertIn(f"byte {len(SELECT) + 1} is no UTF-8", told)

    def test_misuse(self):
        path = self.write("q.rq", SELECT)
        for words in (["query"], ["query", path], ["query", path, path, "--at",
                                                   "http://x/"],
                      ["query", path, "--at", "file:///etc/passwd"],
                      ["query", path, "--at", "http://x/", "--user", "a"],
                      ["query", path, "--at", "http://x/", "--dry-run"]):
            code, output, told = run(*words, env={"PATHQUILL_PASSWORD": ""})
            self.assertEqual((code, output), (2, ""), told)

    def test_no_file(self):
        code, _, told = run("query", self.folder / "no.rq", "--at", "http://x/")
        self.assertEqual(code, 3)
        self.assertIn("no.rq: error: it cannot be read", told)

    def test_what_the_store_says_of_a_bad_query(self):
        self.store.troubles["POST"].append(
            refuse(400, b"\r\nline 1: what is 'WHER'?\nand a long story"))
        output, told = self.query(status=3)
        self.assertEqual(output, "")
        self.assertIn("it answers 400: line 1: what is 'WHER'? [", told)

    def test_tables_that_are_none(self):
        for body in (b"a,b\n1\n", b"a,b\n1,2,3\n", b"a\n\"x", b"a\n\"x\"y\n",
                     b"a\nx\"y\n", b"a\n\xff\n", b"a\n\0\n", b"a\n\xed\xa0\x80\n"):
            self.give(body)
            output, told = self.query(status=3)
            self.assertEqual(output, "")
            self.assertIn("[store.table]", told)
        self.give("<html>", "text/html")
        self.assertIn("its answer is text/html; is this the address for queries",
                      self.query(status=3)[1])

    def test_busy_and_cut(self):
        self.store.troubles["POST"].extend([refuse(503), CUT, HALF])
        output, _ = self.query(options=("--to", "csv"))
        self.assertEqual(list(csv.reader(io.StringIO(output, newline=""))),
                         CELLS)

    def test_triples_that_were_printed_are_not_printed_again(self):
        self.give("<a> <b> <c> .\n", "application/n-triples")
        self.store.troubles["POST"].append(HALF)
        output, told = self.query("DESCRIBE <a>", status=3)
        self.assertEqual(output, "<a> <b> <c> .\n")
        self.assertIn("the connection broke", told)
        path = self.folder / "out.nt"
        self.store.troubles["POST"].append(HALF)
        self.query("DESCRIBE <a>", status=3, options=("-o", path))
        self.assertFalse(path.exists())

    def test_a_slow_query_is_not_asked_again(self):
        self.store.troubles["POST"].append(slow(2))
        _, told = self.query(status=3, options=("--timeout", "1"))
        self.assertIn("it takes too long", told)
        self.assertEqual(self.store.count("POST"), 1)

    def test_login(self):
        self.store.login = ("digest", "ann", "s3cret")
        self.query(options=("--user", "ann"),
                   env={"PATHQUILL_PASSWORD": "s3cret"})
        self.assertIn("give --user", self.query(status=3)[1])


if __name__ == "__main__":
    main()
