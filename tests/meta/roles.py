#!/usr/bin/env python3
"""Who does what to whom, and where: the same for whatever is done. The texts
are made of roles.yaml."""

import pathlib
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parent / "lib"))
from kinds import fault, texts  # noqa: E402
from tables import check, table_of  # noqa: E402


class Roles(unittest.TestCase):
    def test_roles(self):
        check(self, texts(table_of(__file__)), fault, 500)


if __name__ == "__main__":
    unittest.main()
