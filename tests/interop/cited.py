#!/usr/bin/env python3
"""BibTeX read by bibtexparser, and CSL-JSON by citeproc-py, for every record:
as many works as the graph has, with authors, titles and years."""

import json
import pathlib
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE / "lib"))
import peers  # noqa: E402

READ = """
import json, pathlib, sys
import bibtexparser
from citeproc.source.json import CiteProcJSON
works = resolved = 0
odd = []
for path in sorted(pathlib.Path(sys.argv[1]).glob("*.csl.json")):
    items = json.loads(path.read_text("utf-8"))
    read = CiteProcJSON(items)
    stem = str(path)[:-len(".csl.json")]
    library = bibtexparser.parse_file(stem + ".bib", encoding="utf-8")
    entries = {e.key: e.fields_dict for e in library.entries}
    ids = {i["id"] for i in items}  # citeproc-py writes its keys small
    same = (not library.failed_blocks and set(entries) == ids and
            set(read) == {i.lower() for i in ids})
    for item in items if same else ():
        fields = entries[item["id"]]
        year = read[item["id"].lower()].issued.year
        names = fields["author"].value.split(" and ") if "author" in fields \\
            else []
        names = [n for n in names if n != "others"]
        same = (same and fields["year"].value == f"{year:04}" and
                len(names) == len(item.get("author", [])) and
                ("title" in fields) == ("title" in item) and
                ("pmid" in fields) == ("PMID" in item))
        resolved += "PMID" in item
    works += len(items)
    if not same:
        odd.append(path.name)
print(json.dumps([works, resolved, odd]))
"""


def main():
    """Build, read, compare."""
    python = peers.python("bibtexparser==2.1.0", "citeproc-py")
    version = peers.versions(python, "bibtexparser", "citeproc-py")

    def compare(source, folder):
        peers.pathquill("build", "-q", "-t", "bib,csl,nt", "-o", folder,
                        source)
        works, resolved, odd = json.loads(peers.told(python, "-c", READ,
                                                     folder))
        wanted = sum(path.read_text("utf-8").count("dc/terms/issued>")
                     for path in folder.glob("*.nt"))
        good = works == wanted and not odd
        print(f"{source.name}: bibtexparser {version['bibtexparser']}, "
              f"citeproc-py {version['citeproc-py']}: {works:,} works, "
              f"{resolved:,} with a PubMed id: "
              f"{'the same' if good else 'NOT THE SAME'}")
        if not good:
            print(wanted, odd[:20])
        return good

    peers.each(compare)


if __name__ == "__main__":
    main()
