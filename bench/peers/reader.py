"""Records read by what a user would otherwise build: a spaCy pipeline.

    reader.py RECORDS.jsonl LITERALS.txt ROUNDS MODEL|blank

MODEL is a package with a parser: names are found by a PhraseMatcher with the
lexicon's literals, and statements by patterns over the parse, "A phosphorylates
B" and "B is phosphorylated by A".  With "blank" there is no parser, and a
statement is a verb between two names of a sentence.  Prints a line of JSON:
seconds of processor time (median of the rounds), seconds to set it up, names
and statements found.  Nothing is resolved, qualified or cited."""

import importlib
import json
import statistics
import sys
import time

import spacy
from spacy.matcher import DependencyMatcher, PhraseMatcher

VERBS = ("phosphorylate dephosphorylate activate inhibit bind ubiquitinate "
         "acetylate methylate stimulate induce promote regulate recruit cleave "
         "deacetylate repress suppress mediate catalyze degrade").split()
STEMS = tuple(verb.removesuffix("e") for verb in VERBS)


def link(name, relations, left="verb"):
    """A pattern: `left` governs a token `name` by one of the relations."""
    return {"LEFT_ID": left, "REL_OP": ">", "RIGHT_ID": name,
            "RIGHT_ATTRS": {"DEP": {"IN": relations}}}


def patterns():
    """Active and passive voice."""
    verb = {"RIGHT_ID": "verb", "RIGHT_ATTRS": {"LEMMA": {"IN": VERBS}}}
    return [[verb, link("agent", ["nsubj"]), link("theme", ["dobj"])],
            [verb, link("theme", ["nsubjpass"]), link("by", ["agent"]),
             link("agent", ["pobj"], "by")]]


class Reader:
    """A pipeline and its matchers."""

    def __init__(self, model, literals):
        if model == "blank":
            self.nlp = spacy.blank("en")
            self.nlp.add_pipe("sentencizer")
        else:
            self.nlp = importlib.import_module(model).load(exclude=["ner"])
        self.names = PhraseMatcher(self.nlp.vocab)
        self.names.add("NAME", list(self.nlp.tokenizer.pipe(literals)))
        self.parsed = DependencyMatcher(self.nlp.vocab)
        self.parsed.add("STATEMENT", patterns())
        self.statements = (self.between_names if model == "blank"
                           else self.over_parse)

    def over_parse(self, doc, spans):
        """Matches of the patterns whose ends are names."""
        named = {token.i for span in spans for token in span}
        return sum(1 for _, tokens in self.parsed(doc)
                   if tokens[1] in named and tokens[-1] in named)

    @staticmethod
    def between_names(doc, spans):
        """Neighbouring names of a sentence with a verb between them."""
        count = 0
        for left, right in zip(spans, spans[1:]):
            between = doc[left.end:right.start]
            count += (left.sent == right.sent and
                      any(t.lower_.startswith(STEMS) for t in between))
        return count

    def read(self, texts):
        """Names and statements of all texts."""
        names = statements = 0
        for doc in self.nlp.pipe(texts, batch_size=64):
            spans = spacy.util.filter_spans(self.names(doc, as_spans=True))
            names += len(spans)
            statements += self.statements(doc, spans)
        return names, statements


def main():
    """Set up, read, print."""
    records, literals, rounds, model = sys.argv[1:]
    with open(records, encoding="utf-8") as lines:
        texts = [". ".join(filter(None, (r.get("display_name"),
                                         r.get("summary"))))
                 for r in map(json.loads, lines)]
    began = time.process_time()
    with open(literals, encoding="utf-8") as lines:
        reader = Reader(model, lines.read().splitlines())
    setup, took, found = time.process_time() - began, [], (0, 0)
    for _ in range(int(rounds)):
        began = time.process_time()
        found = reader.read(texts)
        took.append(time.process_time() - began)
    print(json.dumps({
        "peer": f"spaCy {spacy.__version__}", "setup": setup,
        "seconds": statistics.median(took), "names": found[0],
        "statements": found[1], "records": len(texts)}))


if __name__ == "__main__":
    main()
