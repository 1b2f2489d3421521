"""Real triple stores for the tests: each on 127.0.0.1 and a free port, with a
folder of its own, stopped by its process id.

A server says in `missing` what it lacks on this machine, or None.
"""

import base64
import http.client
import os
import pathlib
import re
import shutil
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.parse
import urllib.request

PATIENCE = 60   # seconds until a server must answer
AT_WORK = 480   # seconds for all that is in it; the machine may be busy
FUSEKI = "5.6.0"


def free_port():
    """A port that nobody listens on just now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Server:
    """A store as a child process."""

    name = ""
    user = password = None

    def __init__(self, folder):
        self.folder = pathlib.Path(folder) / self.name
        self.folder.mkdir(parents=True, exist_ok=True)
        self.port = free_port()
        self.child = None

    @property
    def root(self):
        """Address of the server."""
        return f"http://127.0.0.1:{self.port}"

    def command(self):
        """What starts the server."""
        raise NotImplementedError

    def start(self):
        """Start, and wait until it answers."""
        with (self.folder / "log").open("ab") as log:
            # The tests stop it: it must outlive this call.
            # pylint: disable-next=consider-using-with
            self.child = subprocess.Popen(
                self.command(), cwd=self.folder, stdin=subprocess.DEVNULL,
                stdout=log, stderr=log)
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            if self.child.poll() is not None:
                break
            try:
                with urllib.request.urlopen(self.root + self.alive, timeout=5):
                    return self
            except urllib.error.HTTPError:
                return self
            except (OSError, http.client.HTTPException):
                time.sleep(0.1)
        raise RuntimeError(f"{self.name} does not start:\n" +
                           (self.folder / "log").read_text("utf-8")[-2000:])

    alive = "/"

    def end(self, how=signal.SIGTERM):
        """Stop this server and no other process."""
        if self.child and self.child.poll() is None:
            self.child.send_signal(how)
            try:
                self.child.wait(30)
            except subprocess.TimeoutExpired:
                self.child.kill()
                self.child.wait(10)
        self.child = None

    def stop(self):
        """Stop it as its manual says."""
        self.end()

    def crash(self):
        """Let it die without a warning."""
        self.end(signal.SIGKILL)

    @property
    def questions(self):
        """Address at which all graphs are asked together."""
        return self.query

    def merge(self):
        """Make it so; what has to be done after each load."""

    def put(self, path, graph=None):
        """Make a file of N-Triples the content of a named graph, or of the
        one that `one_graph` asks."""
        name = ("?graph=" + urllib.parse.quote(graph, "") if graph
                else "?default")
        self.send(urllib.request.Request(
            self.store + name, pathlib.Path(path).read_bytes(), method="PUT",
            headers={"Content-Type": "application/n-triples"}))

    def send(self, request):
        """The body of the answer to a request, as this store's user."""
        if self.user:
            word = base64.b64encode(
                f"{self.user}:{self.password}".encode()).decode()
            request.add_header("Authorization", "Basic " + word)
        with urllib.request.urlopen(request, timeout=AT_WORK) as answer:
            return answer.read().decode()

    @property
    def one_graph(self):
        """Address at which the graph without a name is asked."""
        return self.query

    @property
    def named(self):
        """Address at which named graphs are asked."""
        return self.query

    def login(self):
        """Arguments that say who asks."""
        return ["--user", self.user] if self.user else []

    def environment(self):
        """Where the tool finds the password."""
        return {"PATHQUILL_PASSWORD": self.password} if self.password else {}


class Virtuoso(Server):
    """Virtuoso 7 of Debian; writing needs Digest authentication."""

    name = "virtuoso"
    user, password = "dba", "only-for-this-test"
    alive = "/sparql"

    def __init__(self, folder):
        super().__init__(folder)
        self.sql_port = free_port()
        (self.folder / "virtuoso.ini").write_text(f"""\
[Database]
DatabaseFile = {self.folder}/virtuoso.db
ErrorLogFile = {self.folder}/virtuoso.log
LockFile = {self.folder}/virtuoso.lck
TransactionFile = {self.folder}/virtuoso.trx
xa_persistent_file = {self.folder}/virtuoso.pxa
ErrorLogLevel = 7
FileExtend = 200
[TempDatabase]
DatabaseFile = {self.folder}/temp.db
TransactionFile = {self.folder}/temp.trx
[Parameters]
ServerPort = 127.0.0.1:{self.sql_port}
DirsAllowed = {self.folder}
NumberOfBuffers = 20000
MaxDirtyBuffers = 15000
CheckpointInterval = 0
[HTTPServer]
ServerPort = 127.0.0.1:{self.port}
ServerThreads = 4
[SPARQL]
ResultSetMaxRows = 1000000
""", "utf-8")

    @property
    def store(self):
        """Graph Store address."""
        return self.root + "/sparql-graph-crud-auth"

    @property
    def query(self):
        """Query address."""
        return self.root + "/sparql-auth"

    @property
    def questions(self):
        return self.query + "?default-graph-uri=urn:pathquill:all"

    def merge(self):
        # Asked without a graph, it has a triple once for each of its graphs.
        self.sql("""
            log_enable(2);
            SPARQL CLEAR GRAPH <urn:pathquill:all>;
            SPARQL INSERT { GRAPH <urn:pathquill:all> { ?s ?p ?o } }
              WHERE { GRAPH ?g { ?s ?p ?o } FILTER (STRSTARTS(STR(?g),
                      "https://w3id.org/pathquill/graph/")) };""")

    @property
    def one_graph(self):
        return self.named + "?default-graph-uri=urn:pathquill:all"

    @property
    def named(self):
        return self.root + "/sparql"  # no password: to read is free

    def put(self, path, graph=None):
        name = graph or "urn:pathquill:all"
        copy = self.folder / "graph.nt"  # the server reads its folder alone
        shutil.copyfile(path, copy)
        self.sql(f"""
            log_enable(2);
            SPARQL CLEAR GRAPH <{name}>;
            DB.DBA.TTLP(file_to_string_output('{copy}'), '', '{name}');""")

    def send(self, request):
        with urllib.request.urlopen(request, timeout=AT_WORK) as answer:
            return answer.read().decode()

    def sql(self, text):
        """Send commands as its manual says."""
        done = subprocess.run(
            ["isql-vt", f"127.0.0.1:{self.sql_port}", self.user, self.password,
             "ERRORS=STDOUT"], input=text, capture_output=True, text=True,
            check=True, timeout=AT_WORK)
        if "*** Error" in done.stdout:
            raise RuntimeError(done.stdout)

    @classmethod
    def missing(cls):
        """What is lacking."""
        return None if shutil.which("virtuoso-t") else "no virtuoso-t"

    @classmethod
    def version(cls):
        """Its own word."""
        done = subprocess.run(["virtuoso-t", "-?"], capture_output=True,
                              check=False, text=True)
        found = re.search(r"Version ([\d.]+)", done.stdout + done.stderr)
        return found.group(1) if found else "?"

    def command(self):
        return ["virtuoso-t", "-f", "-c", "virtuoso.ini"]

    def start(self):
        if not (self.folder / "virtuoso.db").exists():
            # Makes the database, changes the passwords and ends.
            with (self.folder / "log").open("ab") as log:
                subprocess.run([*self.command(), "+pwdold", "dba", "+pwddba",
                                self.password, "+pwddav", self.password],
                               cwd=self.folder, stdin=subprocess.DEVNULL,
                               stdout=log, stderr=log, check=True,
                               timeout=PATIENCE)
        return super().start()


class Oxigraph(Server):
    """Oxigraph of PyPI; knows no users."""

    name = "oxigraph"

    @property
    def store(self):
        """Graph Store address."""
        return self.root + "/store"

    @property
    def query(self):
        """Query address."""
        return self.root + "/query"

    @staticmethod
    def program():
        """The server, in the tests' Python environment."""
        return os.path.join(os.environ.get("INTEROP_DIR", "build/interop"),
                            "python/bin/oxigraph")

    @classmethod
    def missing(cls):
        """What is lacking."""
        return None if os.path.exists(cls.program()) else "no oxigraph"

    @classmethod
    def version(cls):
        """Its own word."""
        return subprocess.run([cls.program(), "--version"], check=True,
                              capture_output=True, text=True).stdout.split()[1]

    def command(self):
        return [self.program(), "serve", "--location", str(self.folder / "db"),
                "--bind", f"127.0.0.1:{self.port}"]

    def merge(self):
        # Its --union-default-graph has a triple once for each of its graphs.
        with urllib.request.urlopen(urllib.request.Request(
                self.root + "/update", method="POST", data=b"DROP DEFAULT ; "
                b"INSERT { ?s ?p ?o } WHERE { GRAPH ?g { ?s ?p ?o } }",
                headers={"Content-Type": "application/sparql-update"}),
                timeout=AT_WORK):
            pass


class Fuseki(Server):
    """Apache Jena Fuseki of Maven, in memory, with a password."""

    name = "fuseki"
    user, password = "curator", "only-for-this-test"
    alive = "/$/ping"

    def __init__(self, folder):
        super().__init__(folder)
        (self.folder / "passwords").write_text(
            f"{self.user}: {self.password}\n", "utf-8")

    @property
    def store(self):
        """Graph Store address."""
        return self.root + "/ds/data"

    @property
    def query(self):
        """Query address."""
        return self.root + "/ds/query"

    @property
    def questions(self):
        return self.query + "?default-graph-uri=urn:x-arq:UnionGraph"

    @staticmethod
    def jar():
        """The server, where Maven put it."""
        return os.path.join(os.environ.get("INTEROP_DIR", "build/interop"),
                            f"java/jena-fuseki-server-{FUSEKI}.jar")

    @classmethod
    def missing(cls):
        """What is lacking."""
        if not shutil.which("java"):
            return "no java"
        return None if os.path.exists(cls.jar()) else "no jena-fuseki-server"

    @classmethod
    def version(cls):
        """As it was asked for."""
        return FUSEKI

    def command(self):
        return ["java", "-Xmx1g", "-XX:+UseSerialGC", "-jar", self.jar(),
                "--localhost", f"--port={self.port}", "--passwd=passwords",
                "--auth=basic", "--mem", "--update", "--ping", "/ds"]


ALL = (Virtuoso, Oxigraph, Fuseki)
