#!/usr/bin/env python3
"""The texts of a folder of cases as records, a line of JSON each.

    texts.py tests/cases > records.jsonl"""

import json
import pathlib
import re
import sys

CASE = re.compile(r"^=== ([^\n]*)\n(.*?)^---$", re.MULTILINE | re.DOTALL)


def main():
    """Print them."""
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    number = 0
    for path in sorted(pathlib.Path(sys.argv[1]).glob("*.txt")):
        for title, text in CASE.findall(path.read_text("utf-8")):
            number += 1
            print(json.dumps({"stable_id": f"R-HSA-{number}",
                              "display_name": title, "species": "Homo sapiens",
                              "summary": " ".join(text.split()),
                              "references": []}, ensure_ascii=False))


if __name__ == "__main__":
    main()
