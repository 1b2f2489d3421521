#!/usr/bin/env python3
"""-t kgx: the claims of a run as tables of nodes and edges for Biolink."""

import os
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent / "lib"))
from tool import ToolTest, line, main  # noqa: E402

SEED = (pathlib.Path(os.environ.get("SOURCE_DIR", "."))
        / "docs/examples/R-HSA-9701524.md")
YES = "JAK2 phosphorylates STAT5A at Y694 (Gordon et al, 2001)."
AGAIN = "JAK2 phosphorylates STAT5A at Y694 (Miller et al, 2003; Gordon 2001)."
NO = "JAK2 does not phosphorylate STAT5A at Y694 (Gordon et al, 2001)."
MAY = "JAK2 may phosphorylate STAT5A at Y694."


def table(content):
    """Rows as dictionaries."""
    head, *rows = content.decode().rstrip("\n").split("\n")
    keys = head.split("\t")
    cells = [row.split("\t") for row in rows]
    assert all(len(row) == len(keys) for row in cells)
    return [dict(zip(keys, row)) for row in cells]


class Kgx(ToolTest):
    def kgx(self, *inputs, options=()):
        """Nodes, edges and messages."""
        files, told = self.build(*inputs, options=("-t", "kgx", *options))
        self.assertEqual(sorted(files), ["graph.nq", "graph_edges.tsv",
                                         "graph_nodes.tsv", "names.tsv",
                                         "report.tsv"])
        return (table(files["graph_nodes.tsv"]),
                table(files["graph_edges.tsv"]), told)

    def records(self, *texts):
        """Records T-1, T-2, ... of one sentence each."""
        return [self.write(f"{i}.jsonl", line(f"T-{i}", text))
                for i, text in enumerate(texts, 1)]

    def test_an_event_becomes_theme_and_qualifiers(self):
        nodes, edges, _ = self.kgx(*self.records(YES))
        edge, = [e for e in edges if e["predicate"] == "biolink:affects"]
        self.assertEqual({key: edge[key] for key in edge
                          if key not in ("id", "species_context_qualifier")}, {
            "subject": "UniProtKB:O60674", "predicate": "biolink:affects",
            "object": "UniProtKB:P42229", "category": "biolink:Association",
            "negated": "", "qualified_predicate": "biolink:causes",
            "object_aspect_qualifier": "phosphorylation",
            "object_direction_qualifier": "increased",
            "knowledge_level": "not_provided",
            "agent_type": "text_mining_agent",
            "original_subject": "UniProtKB:O60674",
            "original_predicate": "RO:0002327",
            "original_object": "pathquill.event:phosphorylation.P42229.Y694",
            "publications": "pathquill.work:gordon-2001"})
        self.assertIn({"id": "UniProtKB:P42229", "category": "biolink:Protein",
                       "name": "STAT5A", "taxon": "NCBITaxon:9606",
                       "iri": "http://purl.uniprot.org/uniprot/P42229"}, nodes)

    def test_signs(self):
        for text, aspect, direction in (
                ("PTPN11 dephosphorylates STAT5A.", "phosphorylation",
                 "decreased"),
                ("JAK2 inhibits STAT5A.", "activity", "decreased"),
                ("JAK2 inhibits degradation of STAT5A.", "degradation",
                 "decreased"),
                ("JAK2 inhibits dephosphorylation of STAT5A.",
                 "phosphorylation", "increased")):
            _, edges, _ = self.kgx(*self.records(text))
            edge, = [e for e in edges if e["predicate"] == "biolink:affects"]
            self.assertEqual((edge["object_aspect_qualifier"],
                              edge["object_direction_qualifier"]),
                             (aspect, direction), text)

    def test_reserve_is_no_edge_and_is_counted(self):
        _, edges, told = self.kgx(*self.records(MAY))
        self.assertEqual(edges, [])
        self.assertIn("without 1 claims that are nowhere asserted", told)
        _, edges, told = self.kgx(*self.records(YES, NO))
        self.assertEqual([e for e in edges if e["object"] ==
                          "UniProtKB:P42229"], [])
        self.assertRegex(told, r"[12] that are disputed or denied")
        _, _, told = self.kgx(*self.records(YES))
        self.assertNotIn("kgx.left-out", told)

    def test_what_is_denied_of_a_site_is_not_denied_of_the_protein(self):
        _, edges, _ = self.kgx(*self.records(NO))
        edge, = [e for e in edges if e["negated"] == "true"]
        self.assertEqual(edge["object"],
                         "pathquill.event:phosphorylation.P42229.Y694")
        self.assertEqual(edge["object_aspect_qualifier"], "")
        _, edges, _ = self.kgx(*self.records(
            "JAK2 does not phosphorylate STAT5A."))
        edge, = [e for e in edges if e["negated"] == "true"]
        self.assertEqual(edge["object"], "UniProtKB:P42229")

    def test_publications_of_all_records_once(self):
        paths = self.records(YES, AGAIN)
        nodes, edges, _ = self.kgx(*paths)
        edge, = [e for e in edges if e["predicate"] == "biolink:affects"]
        self.assertEqual(edge["publications"].split("|"), [
            "pathquill.work:gordon-2001", "pathquill.work:miller-2003"])
        self.assertEqual(self.kgx(*paths[::-1])[:2], (nodes, edges))

    def test_pubmed_ids(self):
        path = self.write("a.jsonl", line("T-1", YES, references=[
            {"pmid": 11158582, "authors": ["Gordon A", "Other B", "More C"],
             "title": "T", "year": 2001}]))
        _, edges, _ = self.kgx(path)
        self.assertEqual({e["publications"] for e in edges},
                         {"PMID:11158582"})

    def test_seed(self):
        nodes, edges, told = self.kgx(SEED)
        ids = [node["id"] for node in nodes]
        self.assertEqual(ids, sorted(set(ids)))
        self.assertEqual(set(ids), {e[end] for e in edges
                                    for end in ("subject", "object")})
        self.assertEqual(len(edges), 13)
        self.assertEqual([e["id"] for e in edges],
                         sorted(e["id"] for e in edges))
        needs = [e for e in edges
                 if e["qualified_predicate"] == "biolink:contributes_to"]
        self.assertEqual({e["subject"].split(".")[-1] for e in needs},
                         {"PI3K", "mTOR", "MAPK"})
        self.assertIn("3 claims that are nowhere asserted, 0 that are disputed"
                      " or denied, 1 open question and 1 dispute", told)

    def test_names_of_the_run_are_taken(self):
        path = self.write("a.jsonl", line("graph_edges", YES))
        files, _ = self.build(path, options=("-t", "kgx,tsv"))
        self.assertEqual(len([n for n in files if n.endswith(".tsv")]), 5)
        self.assertTrue(files["graph_edges.tsv"].startswith(b"id\tsubject\t"))


if __name__ == "__main__":
    main()
