"""Names found in prose by FlashText and by pyahocorasick.

    names.py PROSE.txt LITERALS.txt ROUNDS

Prints a line of JSON for each: seconds of processor time (median of the
rounds), seconds to set it up, and how many names it found.  As in bench/names.c
these are the leftmost longest literals that are whole words, as written.
FlashText compares its literals word by word and does so by itself; of
pyahocorasick all matches are taken, and sorted out here."""

import json
import statistics
import sys
import time
from importlib.metadata import version

import ahocorasick
from flashtext import KeywordProcessor


def flashtext_finder(literals):
    """How many names FlashText finds in a line."""
    processor = KeywordProcessor(case_sensitive=True)
    for literal in literals:
        processor.add_keyword(literal)
    return lambda line: len(processor.extract_keywords(line))


def aho_corasick_finder(literals):
    """How many names an automaton finds in a line."""
    automaton = ahocorasick.Automaton()
    for literal in literals:
        automaton.add_word(literal, len(literal))
    automaton.make_automaton()

    def find(line):
        longest, size = {}, len(line)
        for last, length in automaton.iter(line):
            begin, end = last + 1 - length, last + 1
            if ((begin == 0 or not line[begin - 1].isalnum())
                    and (end == size or not line[end].isalnum())):
                longest[begin] = max(length, longest.get(begin, 0))
        count = free = 0
        for begin in sorted(longest):
            if begin >= free:
                count += 1
                free = begin + longest[begin]
        return count
    return find


def measure(make, literals, prose, rounds):
    """Set up a finder, let it run; what it took and found."""
    began = time.process_time()
    find = make(literals)
    setup, took, names = time.process_time() - began, [], 0
    for _ in range(rounds):
        began = time.process_time()
        names = sum(map(find, prose))
        took.append(time.process_time() - began)
    return {"seconds": statistics.median(took), "setup": setup, "names": names}


def main():
    """Measure both."""
    with open(sys.argv[1], encoding="utf-8") as lines:
        prose = lines.read().splitlines()
    with open(sys.argv[2], encoding="utf-8") as lines:
        literals = lines.read().splitlines()
    for peer, make in (("flashtext", flashtext_finder),
                       ("pyahocorasick", aho_corasick_finder)):
        found = measure(make, literals, prose, int(sys.argv[3]))
        print(json.dumps({"peer": f"{peer} {version(peer)}"} | found))


if __name__ == "__main__":
    main()
