"""A triple store for tests, in a thread: named graphs, the questions that
`load` asks, and any trouble on demand.

It speaks the Graph Store protocol under /store and answers queries under
/query.  It knows no SPARQL: it recognizes the queries of `load` by their
words, and gives what a test laid ready to any other.
"""

import base64
import collections
import hashlib
import http.server
import re
import socket
import socketserver
import ssl
import struct
import threading
import time
import urllib.parse

COUNT = "(COUNT(*) AS ?n)"
MADE = ("http://www.w3.org/ns/prov#wasDerivedFrom",
        "http://www.w3.org/ns/prov#wasAttributedTo")
SUBJECT = "http://purl.org/dc/terms/subject"
TRIPLE = re.compile(r"<([^>]*)> <([^>]*)> (<[^>]*>|\".*\"\S*) \.")
QUAD = re.compile(r"(.*) <([^>]*)> \.")

Trouble = collections.namedtuple(
    "Trouble", "kind status seconds body headers", defaults=(0, 0, b"", ()))


def refuse(status, body=b"come back later", **headers):
    """An answer that is no success."""
    return Trouble("answer", status, 0, body,
                   tuple((k.replace("_", "-"), str(v))
                         for k, v in headers.items()))


CUT = Trouble("cut")    # the connection ends without an answer
HALF = Trouble("half")  # it ends in the midst of the answer
LATE = Trouble("late")  # what is asked is done, and then the connection ends


def slow(seconds):
    """An answer after a while."""
    return Trouble("slow", seconds=seconds)


class Handler(http.server.BaseHTTPRequestHandler):
    """One connection."""

    protocol_version = "HTTP/1.1"

    def log_message(self, format, *args):  # pylint: disable=redefined-builtin
        pass

    def answer(self, status, body=b"", kind="text/plain", headers=()):
        """Send a whole answer."""
        self.send_response(status)
        for name, value in headers:
            self.send_header(name, value)
        if kind:
            self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def cut(self):
        """End the connection as a server that dies does."""
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER,
                                   struct.pack("ii", 1, 0))
        self.close_connection = True
        self.connection.close()

    def handle_all(self):
        """Take a request."""
        store = self.server.store
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        with store.lock:
            where = urllib.parse.urlsplit(self.path)
            store.requests.append((self.command, where.path,
                                   self.headers.get("Authorization")))
            denied = store.challenge(self.command, self.path, self.headers)
            batch = self.command == "POST" and where.path == "/store"
            trouble = None if denied else store.next_trouble(
                "BATCH" if batch else self.command)
        if denied:
            self.answer(401, b"who are you?", headers=denied)
        elif trouble and trouble.kind == "answer":
            self.answer(trouble.status, trouble.body, headers=trouble.headers)
        elif trouble and trouble.kind == "cut":
            self.cut()
        else:
            if trouble and trouble.kind == "slow":
                time.sleep(trouble.seconds)
            with store.lock:
                answer = store.act(self.command, where, body)
            if trouble and trouble.kind == "late":
                self.cut()
            elif trouble and trouble.kind == "half":
                self.half(*answer)
            else:
                self.answer(*answer)

    def half(self, status, body=b"half", kind="text/plain"):
        """Promise more than comes."""
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(2 * len(body) + 2))
        self.end_headers()
        self.wfile.write(body)
        self.wfile.flush()
        self.cut()

    do_GET = do_PUT = do_POST = do_DELETE = handle_all

    def handle(self):
        try:
            super().handle()
        except OSError:
            pass  # the client has gone, or we have


class Listener(socketserver.ThreadingMixIn, http.server.HTTPServer):
    """A thread for each connection; what goes wrong in one is its own."""

    daemon_threads = True
    block_on_close = False

    def handle_error(self, request, client_address):
        pass


class Store:
    """The store.  `troubles` are taken one for each request of a method; BATCH
    is a POST of quads, which it takes if `quads` is true."""

    def __init__(self, certificate=None, quads=False):
        self.lock = threading.Lock()
        self.graphs = {}
        self.quads = quads
        self.batches = []  # how many graphs came in each
        self.requests = []
        self.troubles = collections.defaultdict(collections.deque)
        self.login = None  # ("basic" or "digest", name, password), ("bearer", token)
        self.ready = None  # (body, media type): answer to other queries
        self.asked = []    # queries, as they came
        self.listener = Listener(("127.0.0.1", 0), Handler)
        self.listener.store = self
        self.scheme = "http"
        if certificate:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(*certificate)
            self.listener.socket = context.wrap_socket(self.listener.socket,
                                                       server_side=True)
            self.scheme = "https"
        threading.Thread(target=self.listener.serve_forever, args=(0.02,),
                         daemon=True).start()

    def close(self):
        """Stop listening."""
        self.listener.shutdown()
        self.listener.server_close()

    @property
    def root(self):
        """Address."""
        return f"{self.scheme}://127.0.0.1:{self.listener.server_address[1]}"

    def next_trouble(self, method):
        """What shall go wrong with this request, or None."""
        queue = self.troubles[method]
        return queue.popleft() if queue else None

    def n_triples(self):
        """All that is there."""
        return sum(map(len, self.graphs.values()))

    def count(self, method):
        """How often a method was asked for."""
        return sum(request[0] == method for request in self.requests)

    # ---- who asks ----

    def challenge(self, method, path, headers):
        """Headers of a 401, or None."""
        said = headers.get("Authorization") or ""
        if not self.login:
            return None
        kind, *rest = self.login
        if kind == "bearer":
            return (None if said == "Bearer " + rest[0]
                    else [("WWW-Authenticate", "Bearer")])
        if kind == "basic":
            word = base64.b64encode(":".join(rest).encode()).decode()
            return (None if said == "Basic " + word
                    else [("WWW-Authenticate", 'Basic realm="a store"')])
        fields = dict(re.findall(r'(\w+)="?([^",]*)"?', said))
        if said.startswith("Digest ") and self.is_digest(
                fields, method, path, *rest):
            return None
        return [("WWW-Authenticate", 'Digest realm="a store", nonce="n0nce", '
                 'qop="auth", algorithm=MD5')]

    @staticmethod
    def is_digest(fields, method, path, name, password):
        """Is this the answer to our nonce?"""
        def md5(*parts):
            return hashlib.md5(":".join(parts).encode()).hexdigest()
        return fields.get("username") == name and fields.get("uri") == path and \
            fields.get("response") == md5(
                md5(name, "a store", password), "n0nce", fields.get("nc", ""),
                fields.get("cnonce", ""), "auth", md5(method, path))

    # ---- what is asked ----

    def act(self, method, where, body):
        """Answer: (status, body, media type)."""
        if where.path == "/query":
            query = urllib.parse.parse_qs(body.decode())["query"][0]
            self.asked.append(query)
            return self.select(query)
        if method == "POST":
            return self.add(body.decode()) if self.quads else (405, b"")
        graph = urllib.parse.parse_qs(where.query)["graph"][0]
        if method == "PUT":
            new = graph not in self.graphs
            self.graphs[graph] = {match.groups() for match in map(
                TRIPLE.fullmatch, body.decode().splitlines()) if match}
            return (201 if new else 204), b""
        if method == "DELETE":
            return (204 if self.graphs.pop(graph, None) is not None
                    else 404), b""
        return 405, b""

    def add(self, body, most=None):
        """Quads, which go to their graphs."""
        new = collections.defaultdict(set)
        for row in body.splitlines()[:most]:
            triple, graph = QUAD.fullmatch(row).groups()
            new[graph].add(TRIPLE.fullmatch(triple + " .").groups())
        self.batches.append(len(new))
        for graph, triples in new.items():
            self.graphs.setdefault(graph, set()).update(triples)
        return 200, b"done"

    def select(self, query):
        """A table for a query of `load`."""
        named = re.findall(r"<([^>]*)>", query.partition("VALUES")[2]
                           .partition("}")[0])
        if COUNT in query:
            rows = [("g", "n")] + [(g, str(len(self.graphs[g])))
                                   for g in named if self.graphs.get(g)]
        elif "?made" in query:
            rows = [("g", "made")] + [
                (g, o[1:-1]) for g in named
                for s, p, o in sorted(self.graphs.get(g, ())) if s == g and
                p in MADE]
        elif "?record" in query:
            rows = [("g",)] + [
                (g,) for g, triples in self.graphs.items()
                if any(p == SUBJECT and o[1:-1] in named
                       for _, p, o in triples)]
        else:
            return 200, *self.ready
        text = "".join(",".join(row) + "\r\n" for row in rows)
        return 200, text.encode(), "text/csv; charset=utf-8"
