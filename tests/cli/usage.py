#!/usr/bin/env python3
"""Help, version, misuse and exit status."""

import os
import pathlib
import re
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent / "lib"))
from tool import ToolTest, main, markdown, run  # noqa: E402

SOURCES = pathlib.Path(os.environ.get("SOURCE_DIR",
                                      pathlib.Path(__file__).parents[2]))
COMMANDS = ("build", "extract", "merge", "draw", "site", "annotate", "explain",
            "ask", "check",
            "load", "query", "lexicon")


class Help(ToolTest):
    def test_help_goes_to_standard_output(self):
        code, output, messages = run("--help")
        self.assertEqual((code, messages), (0, ""))
        for command in COMMANDS:
            self.assertIn(f"\n  {command} ", output)

    def test_each_command_has_help_with_examples(self):
        for command in COMMANDS:
            code, output, messages = run(command, "--help")
            self.assertEqual((code, messages), (0, ""), command)
            self.assertTrue(output.startswith(f"Usage: pathquill {command}"))
            self.assertIn("\nExamples:\n", output)
            self.assertLessEqual(max(map(len, output.splitlines())), 80)

    def test_help_of_a_command(self):
        self.assertEqual(run("help"), run("--help"))
        for command in COMMANDS:
            self.assertEqual(run("help", command), run(command, "--help"))

    def test_manual_has_every_option_and_command(self):
        manual = (SOURCES / "docs/pathquill.1").read_text(encoding="utf-8")
        said = set(re.findall(r"Fl \\-([a-z-]+)", manual))
        helped = {option for command in COMMANDS for option in
                  re.findall(r"--([a-z][a-z-]+)", run(command, "--help")[1])}
        self.assertEqual(said, helped | {"help", "version"})
        for command in COMMANDS:
            self.assertIn(f".It Cm {command}", manual)

    def test_version_names_lexicon_and_grammar(self):
        code, output, _ = run("--version")
        self.assertEqual(code, 0)
        self.assertRegex(output, r"\Apathquill \d+\.\d+\.\d+\n"
                                 r"lexicon [0-9a-f]{64}\n"
                                 r"grammar [0-9a-f]{64}\n\Z")

    def option(self, command, name):
        """What the help says of an option, its lines joined; no brackets."""
        found = re.search(rf"(?m)^  (?:-\w, )?--{name} [A-Z]+ +(.*\n"
                          r"(?: {8,}.*\n)*)", run(command, "--help")[1])
        self.assertTrue(found, name)
        return re.sub(r"\([^)]*\)", "", " ".join(found.group(1).split()))

    def test_every_format_of_the_help_is_known(self):
        record = self.write("a.md", markdown())
        names = re.findall(r"\w+", self.option("extract", "to"))
        self.assertEqual(sorted(names), ["jsonl", "jsonld", "nq", "nt",
                                         "rdf", "tsv", "ttl"])
        for name in names:
            code, output, told = run("extract", "--to", name, record)
            self.assertEqual(code, 0, told)
            self.assertTrue(output, name)

    def test_every_type_of_the_help_is_built(self):
        record = self.write("a.md", markdown())
        _, _, listed = self.option("build", "types").partition(": ")
        listed, _, run_wide = listed.partition(", and for the whole run ")
        types = re.findall(r"\w+", listed)
        self.assertEqual(sorted(types), ["bib", "biopax", "csl", "cx2", "dot",
                                         "graphml", "jsonl", "jsonld", "nq",
                                         "nt", "pdf", "png", "rdf", "sbgn",
                                         "svg", "tsv", "ttl"])
        self.assertEqual(run_wide.split(), ["kgx"])
        endings = {"biopax": "owl", "csl": "csl.json"}
        files, _ = self.build(record, options=("-t", ",".join([*types, "kgx"])))
        self.assertEqual(sorted(files), sorted(
            [f"T-1.{endings.get(name, name)}" for name in types] +
            ["graph.nq", "graph_edges.tsv", "graph_nodes.tsv", "names.tsv",
             "report.tsv"]))
        for name, content in files.items():
            self.assertTrue(content, name)


class Misuse(ToolTest):
    def misused(self, *args):
        code, output, messages = run(*args)
        self.assertEqual((code, output), (2, ""), messages)
        self.assertIn("--help", messages)

    def test_misuse_ends_with_two(self):
        self.misused()
        self.misused("fly")
        self.misused("help", "fly")
        self.misused("build")
        self.misused("build", "--no-such-option", "x")
        self.misused("build", "-t", "ttl,gif", "x")
        self.misused("build", "-t", "", "x")
        self.misused("extract", "--to", "xml", "x")
        self.misused("extract", "-t", "ttl", "x")
        self.misused("extract", "--fail-on", "sometimes", "x")
        self.misused("check")
        self.misused("lexicon")
        self.misused("lexicon", "paint")
        self.misused("lexicon", "compile")

    def test_a_base_must_be_an_iri(self):
        record = self.write("a.md", markdown())
        for base in ("nothing", "http://x.org/a b/", "http://x.org/a", "x:"):
            self.assertEqual(run("extract", "--base", base, record)[0], 2, base)

    def test_another_base_names_our_things(self):
        record = self.write("a.md", markdown())
        output, _ = self.extract(record, options=("--to", "nt", "--base",
                                                  "http://example.org/p/"))
        self.assertIn("<http://example.org/p/doc/", output)
        self.assertNotIn("<https://w3id.org/pathquill/doc/", output)


class Messages(ToolTest):
    def test_last_line_counts_findings(self):
        record = self.write("a.md", markdown())
        _, messages = self.extract(record)
        self.assertRegex(messages, r"(?m)^ERROR 0  WARN \d+  INFO \d+$")
        _, messages = self.extract(record, options=("-q",))
        self.assertEqual(messages, "")

    def test_no_progress_without_a_terminal(self):
        record = self.write("a.md", markdown())
        _, messages = self.build(record)
        self.assertNotIn("\r", messages)
        self.assertNotIn("left", messages)

    def test_fail_on(self):
        unnamed = self.write("a.md", "Only prose, without any front matter.\n")
        for level, status in (("error", 0), ("warn", 1), ("never", 0)):
            code, _, messages = run("extract", "--fail-on", level, unnamed)
            self.assertEqual(code, status, messages)
            self.assertTrue(re.search(r"(?m)^.*a\.md:\d+(:\d+)?: warning: ",
                                      messages), messages)

    def test_messages_do_not_play_with_the_terminal(self):
        record = self.write("a.md", markdown(stable_id='"a\\e[31mb"'))
        _, messages = self.build(record)
        self.assertNotIn("\033", messages)


if __name__ == "__main__":
    main()
