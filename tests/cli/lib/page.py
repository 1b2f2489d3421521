"""A page of HTML as a tree, read strictly: what is open is closed in order."""

import html.parser

VOID = {"meta", "link", "input", "br"}


class Node:
    """An element."""

    def __init__(self, tag, attrs, above):
        self.tag, self.attrs, self.above = tag, attrs, above
        self.children = []

    def all(self, tag=None, **attrs):
        """Elements below, in order; of an attribute one of its words counts."""
        for child in self.children:
            if isinstance(child, str):
                continue
            if (tag in (None, child.tag) and
                    all(value in child.get(key.rstrip("_")).split()
                        for key, value in attrs.items())):
                yield child
            yield from child.all(tag, **attrs)

    def one(self, tag=None, **attrs):
        """The only such element."""
        found = list(self.all(tag, **attrs))
        assert len(found) == 1, (tag, attrs, len(found))
        return found[0]

    def get(self, key):
        """An attribute, or nothing."""
        return self.attrs.get(key) or ""

    def text(self):
        """All text below."""
        return "".join(child if isinstance(child, str) else child.text()
                       for child in self.children)


class Reader(html.parser.HTMLParser):
    """Builds the tree."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.root = self.at = Node("", {}, None)

    def handle_starttag(self, tag, attrs):
        names = [name for name, _ in attrs]
        assert len(names) == len(set(names)), (tag, attrs)
        node = Node(tag, dict(attrs), self.at)
        self.at.children.append(node)
        if tag not in VOID:
            self.at = node

    def handle_startendtag(self, tag, attrs):
        self.at.children.append(Node(tag, dict(attrs), self.at))

    def handle_endtag(self, tag):
        assert self.at.tag == tag, (self.at.tag, tag, self.getpos())
        self.at = self.at.above

    def handle_data(self, data):
        self.at.children.append(data)


def read(content):
    """The root of a page."""
    reader = Reader()
    reader.feed(content.decode("utf-8"))
    reader.close()
    assert reader.at is reader.root, reader.at.tag
    return reader.root
