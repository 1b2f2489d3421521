"""Statements of RDF as sets of tuples, to compare one format with another.

A term is "<iri>", or text with its datatype behind a NUL.
"""

import json
import re

XSD = "http://www.w3.org/2001/XMLSchema#"
TYPE = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
LINE = re.compile(r'(<[^>]*>) (<[^>]*>) (<[^>]*>|"(?:[^"\\]|\\.)*"'
                  r'(?:\^\^<[^>]*>)?)(?: <[^>]*>)? ?\.')
ESCAPE = re.compile(r"\\(u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|.)")
LETTERS = {"t": "\t", "n": "\n", "r": "\r", "b": "\b", "f": "\f"}


def plain(text):
    """Text without the escapes of N-Triples."""
    def one(match):
        code = match.group(1)
        return (chr(int(code[1:], 16)) if code[0] in "uU"
                else LETTERS.get(code, code))
    return ESCAPE.sub(one, text)


def literal(text, kind=""):
    """A literal; without a kind it is a string."""
    return f"{text}\0{kind or XSD + 'string'}"


def of_lines(text):
    """The statements of N-Triples or N-Quads, whatever graph they are in."""
    found = set()
    for line in text.split("\n"):
        if not line.strip():
            continue
        match = LINE.fullmatch(line.strip("\r"))
        if not match:
            raise ValueError(f"no statement: {line}")
        subject, predicate, thing = match.groups()
        if thing.startswith('"'):
            words, _, kind = thing[1:].rpartition('"')
            thing = literal(plain(words), kind[3:-1])
        found.add((plain(subject), plain(predicate), plain(thing)
                   if thing.startswith("<") else thing))
    return found


class Document:
    """Our own JSON-LD, read by its context alone.  No processor: what a
    context may say beyond what ours says is refused."""

    def __init__(self, text):
        self.tree = json.loads(text)
        self.terms = dict(self.tree["@context"])
        self.vocabulary = self.terms.pop("@vocab")
        if self.terms.pop("@version") != 1.1:
            raise ValueError("no JSON-LD 1.1")
        self.found = set()

    def address(self, term):
        """What a term is short for."""
        rule = self.terms[term]
        return rule if isinstance(rule, str) else rule.get("@id") or \
            rule["@reverse"]

    def iri(self, name, word=False):
        """An absolute IRI."""
        head, colon, tail = name.partition(":")
        if colon and head in self.terms and not tail.startswith("//"):
            return self.iri(self.address(head)) + tail
        if colon:
            return name
        if not word:
            raise ValueError(f"no IRI: {name}")
        return self.vocabulary + name

    def value(self, rule, value):
        """The object that a value of a property stands for."""
        kind = rule.get("@type") if isinstance(rule, dict) else None
        if kind in ("@id", "@vocab"):
            return f"<{self.iri(value, kind == '@vocab')}>"
        if isinstance(value, bool):
            return literal(json.dumps(value), XSD + "boolean")
        if isinstance(value, int):
            return literal(str(value), XSD + "integer")
        return literal(value, self.iri(kind) if kind else "")

    def node(self, node):
        """Take a node with all in it; returns its name."""
        name = f"<{self.iri(node['id'])}>" if "id" in node else None
        for key, values in node.items():
            if key in ("id", "@context"):
                continue
            many = values if isinstance(values, list) else [values]
            if key == "type":
                self.found |= {(name, TYPE, f"<{self.iri(one, True)}>")
                               for one in many}
                continue
            rule = self.terms[key]
            if rule == "@included":
                for one in many:
                    self.node(one)
                continue
            term = f"<{self.iri(self.address(key), True)}>"
            for one in many:
                thing = (self.node(one) if isinstance(one, dict)
                         else self.value(rule, one))
                back = isinstance(rule, dict) and "@reverse" in rule
                self.found.add((thing, term, name) if back
                               else (name, term, thing))
        return name


def of_jsonld(text):
    """The statements of one document, or of one a line."""
    found = set()
    for line in [text] if text.startswith("{\n") else text.splitlines():
        document = Document(line)
        document.node(document.tree)
        found |= document.found
    return found
