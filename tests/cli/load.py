#!/usr/bin/env python3
"""`load`: graphs arrive whole and once, whatever a store does."""

import os
import pathlib
import pty
import re
import resource
import shutil
import socket
import subprocess
import sys
import threading

sys.path.insert(0, str(pathlib.Path(__file__).parent / "lib"))
from store import CUT, HALF, LATE, Store, refuse, slow  # noqa: E402
from tool import OTHER, ToolTest, line, main, markdown, run, tool  # noqa: E402

BASE = "https://w3id.org/pathquill/"
RECORDS = ("".join(line(f"T-{i}", f"JAK2 phosphorylates STAT5A at Y{i}.")
                   for i in range(1, 6)))


class LoadTest(ToolTest):
    """A store, and a file with five graphs."""

    def setUp(self):
        super().setUp()
        self.store = self.new_store()
        self.quads = self.graph(RECORDS)

    def new_store(self, **how):
        store = Store(**how)
        self.addCleanup(store.close)
        return store

    def graph(self, records, name="a", options=()):
        source = self.write(f"{name}.jsonl", records)
        output, _ = self.extract(source, options=("--to", "nq", *options))
        return self.write(f"{name}.nq", output)

    def load(self, *files, status=0, options=(), env=None, store=None,
             stdin=None):
        to = (store or self.store).root + "/store"
        code, output, messages = run(
            "load", "--to", to, *options, *(files or [self.quads]),
            env=env, stdin=stdin)
        self.assertEqual(code, status, output + messages)
        self.assertNotIn("Sanitizer", messages)
        return output, messages

    def held(self, *files, store=None):
        """The store holds what the files say and nothing else."""
        want = {}
        for path in files or [self.quads]:
            for row in path.read_text("utf-8").splitlines():
                triple, graph = re.fullmatch(r"(.*) <([^>]*)> \.", row).groups()
                want.setdefault(graph, set()).add(triple)
        have = {graph: {"<%s> <%s> %s" % triple for triple in triples}
                for graph, triples in (store or self.store).graphs.items()}
        self.assertEqual(have, want)


class Loading(LoadTest):
    def test_each_record_is_a_graph_and_is_counted(self):
        output, _ = self.load()
        n = len(self.quads.read_text("utf-8").splitlines())
        self.assertEqual(output, f"5 graphs, {n} triples: 5 sent, 0 there "
                         f"already, 0 older removed; the store counts {n}\n")
        self.held()

    def test_again_changes_nothing(self):
        self.load()
        before = dict(self.store.graphs)
        self.load()
        self.assertEqual(self.store.graphs, before)

    def test_a_newer_revision_replaces_the_older(self):
        self.load()
        newer = self.graph(RECORDS.replace("Y3", "Y333"), "newer")
        output, _ = self.load(newer)
        self.assertIn("1 older removed", output)
        self.held(newer)

    def test_graphs_of_others_stay(self):
        record = "<https://identifiers.org/reactome/T-1>"
        theirs = "https://example.org/graph/" + "0" * 32
        self.store.graphs[theirs] = {
            ("d", "http://purl.org/dc/terms/subject", record)}
        self.load()
        self.assertIn(theirs, self.store.graphs)
        self.assertEqual(self.store.count("DELETE"), 0)

    def test_two_records_of_one_id_stay_both(self):
        two = self.graph(line("T-1") + line("T-1", OTHER), "two")
        output, _ = self.load(two)
        self.assertIn("2 graphs", output)
        self.held(two)

    def test_a_record_without_id_has_no_older_one(self):
        for text in ("JAK2 phosphorylates STAT5A.", "LCK binds ZAP70."):
            plain = self.write("p.nq", self.extract(
                options=("--plain", "--to", "nq"), stdin=text)[0])
            self.load(plain)
        self.assertEqual(len(self.store.graphs), 2)

    def test_turtle_and_triples_of_one_record(self):
        record = self.write("a.md", markdown(text="Whether JAK2 “binds” STAT3"
                                             " or \"depends\" on it is unclear"
                                             " (Han et al, 2006)."))
        for kind in ("nt", "ttl"):
            output, _ = self.extract(record, options=("--to", "nt"))
            n = len(output.splitlines())
            path = self.write("a." + kind, self.extract(
                record, options=("--to", kind))[0])
            # The store of this test reads no Turtle: only the count tells.
            code, printed, told = run("load", "--to", self.store.root +
                                      "/store", "--dry-run", path)
            self.assertEqual(code, 0, told)
            self.assertIn(f"1 graph, {n} triples: 1 to send", printed)
        self.load(self.write("b.nt", output))
        self.assertEqual(self.store.n_triples(), n)

    def test_standard_input(self):
        self.load("-", stdin=self.quads.read_bytes())
        self.held()

    def test_of_two_files_the_last_has_the_graph(self):
        with_rules = self.graph(RECORDS, "rules", ("--mentions",))
        self.load(self.quads, with_rules)
        self.held(with_rules)

    def test_more_files_than_may_be_open(self):
        records = self.write("r.jsonl", "".join(
            line(f"T-{i}", OTHER) for i in range(60)))
        self.build(records, options=("-t", "nt"))
        files = sorted((self.folder / "out").glob("T-*.nt"))
        self.assertEqual(len(files), 60)
        resource_limit = lambda: resource.setrlimit(  # noqa: E731
            resource.RLIMIT_NOFILE, (40, 40))
        done = subprocess.run(
            [tool(), "load", "--to", self.store.root + "/store", *files],
            capture_output=True, text=True, check=False,
            preexec_fn=resource_limit)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.held(self.folder / "out/graph.nq")

    def test_another_base(self):
        other = self.graph(RECORDS, "other", ("--base", "http://x.org/p/"))
        _, told = self.load(other, status=3)
        self.assertIn("--base", told)
        self.assertEqual(self.store.requests, [])
        self.load(other, options=("--base", "http://x.org/p/"))
        self.held(other)

    def test_progress_on_a_terminal(self):
        ours, theirs = pty.openpty()
        child = subprocess.Popen(
            [tool(), "load", "--to", self.store.root + "/store", self.quads],
            stdout=subprocess.DEVNULL, stderr=theirs)
        self.store.troubles["PUT"].extend([slow(0.3), slow(0.3)])
        self.assertEqual(child.wait(30), 0)
        os.close(theirs)
        self.assertIn(b"of 5 graphs", os.read(ours, 65536))
        os.close(ours)


class Checking(LoadTest):
    """Before anything is sent."""

    def refused(self, content, words, status=3, name="bad.nq"):
        _, told = self.load(self.write(name, content), status=status)
        self.assertIn(words, told)
        self.assertEqual(self.store.requests, [])
        return told

    def test_bad_lines_have_a_number(self):
        good = self.quads.read_text("utf-8").splitlines(True)
        for bad in ("junk\n", "<a> <b> <c> .\n", "_:b <b> <c> <d> .\n",
                    "<a> <b> \"open <d> .\n", "<a> <b> \"x\\\n"):
            told = self.refused("".join(good[:3]) + bad + "".join(good[3:]),
                                "[load.syntax]")
            self.assertIn("bad.nq:4: error:", told)

    def test_no_utf8(self):
        self.refused(b"<a> <b> \"\xff\" <d> .\n", "bad.nq:1: error: byte 10")

    def test_foreign_graphs(self):
        self.refused("<a> <b> <c> <http://x.org/graph/1> .\n", "[load.graph]")
        self.refused(f"<a> <b> <c> <{BASE}graph/{'A' * 32}> .\n",
                     "[load.graph]")

    def test_merged_by_sort(self):
        rows = sorted(self.quads.read_text("utf-8").splitlines(True))
        told = self.refused("".join(rows), "are not together")
        self.assertRegex(told, r"bad\.nq:\d+: error")

    def test_turtle_that_is_none_of_ours(self):
        for text in ("<a> <b> [ <c> <d> ] .", "<a> <b> ( 1 2 ) .",
                     "<a> <b> \"\"\"x\"\"\" .", "<a> <b> ", "@prefix a .", "{"):
            self.refused(text, "no Turtle as pathquill writes it",
                         name="bad.ttl")
        self.refused("<a> <b> <c> .\n", "[load.graph]", name="bad.ttl")
        self.refused("", "[load.graph]", name="bad.ttl")

    def test_turtle_of_two_records(self):
        two = self.write("two.jsonl", line("T-1") + line("T-2", OTHER))
        text, _ = self.extract(two, options=("--to", "ttl"))
        self.refused(text, "a second record begins", name="two.ttl")

    def test_no_such_file(self):
        _, told = self.load("nowhere.nq", status=3)
        self.assertIn("nowhere.nq: error: it cannot be read", told)
        self.assertEqual(self.store.requests, [])

    def test_misuse(self):
        for words in (["load", self.quads], ["load", "--to", self.store.root],
                      ["load", "--to", "ftp://x/store", self.quads],
                      ["load", "--to", "x/data#y", self.quads],
                      ["load", "--to", "http://x/unknown", self.quads],
                      ["load", "--to", "http://x/store", "a.rdf"],
                      ["load", "--to", "http://a:b@x/store", self.quads],
                      ["load", "--to", "http://x/store", "--user", "a",
                       self.quads],
                      ["load", "--to", "http://x/store", "--base", "x",
                       self.quads],
                      ["load", "--to", "http://x/store", "--retries", "-1",
                       self.quads],
                      ["load", "--to", "http://x/store", "--timeout", "0",
                       self.quads],
                      ["load", "--to", "http://x/store", "--batch", "0",
                       self.quads],
                      ["load", "--to", "http://x/store", "--batch", "101",
                       self.quads]):
            code, output, told = run(*words, env={"PATHQUILL_PASSWORD": ""})
            self.assertEqual((code, output), (2, ""), told)
            self.assertIn("--help", told)

    def test_dry_run_tells_and_does_nothing(self):
        self.load()
        newer = self.graph(RECORDS.replace("Y3", "Y333"), "newer")
        before = dict(self.store.graphs)
        old = set(before) - set(re.findall(rf"<({BASE}graph/\w+)>",
                                           newer.read_text("utf-8")))
        self.store.requests.clear()
        output, _ = self.load(newer, options=("--dry-run",))
        self.assertEqual(output.splitlines()[0], f"remove <{old.pop()}>")
        self.assertIn("1 to send, 4 there already, 1 older to remove", output)
        self.assertEqual(self.store.graphs, before)
        self.assertEqual({method for method, *_ in self.store.requests},
                         {"POST"})


class Trouble(LoadTest):
    """Nothing lost, nothing doubled, and a second run completes it."""

    def through(self, method, *troubles, options=()):
        self.store.troubles[method].extend(troubles)
        output, told = self.load(options=("-v", *options))
        self.held()
        return output + told

    def test_busy_for_a_while(self):
        told = self.through("PUT", refuse(503), refuse(429), refuse(500))
        self.assertIn("it answers 503: come back later; trying again in 500 ms",
                      told)
        self.assertIn("it answers 429: come back later; trying again in 1000",
                      told)

    def test_the_store_says_when(self):
        told = self.through("PUT", refuse(503, Retry_After=1))
        self.assertIn("trying again in 1000 ms", told)

    def test_too_long_a_wait(self):
        self.store.troubles["PUT"].append(refuse(503, Retry_After=4000))
        _, told = self.load(status=4)
        self.assertIn("it asks to come back in 4000 s", told)
        self.assertIn("0 of 5 graphs are in the store", told)

    def test_cut_connections(self):
        told = self.through("PUT", HALF, CUT, LATE)
        self.assertIn("the connection broke", told)
        self.assertEqual(self.store.count("PUT"), 8)

    def test_cut_queries(self):
        self.through("POST", CUT, HALF, refuse(503))

    def test_a_removal_that_was_done_and_not_confirmed(self):
        self.load()
        self.quads = self.graph(RECORDS.replace("Y3", "Y333"), "newer")
        self.through("DELETE", LATE)

    def test_slow(self):
        told = self.through("PUT", slow(2), options=("--timeout", "1"))
        self.assertIn("it takes too long", told)

    def test_too_slow_for_good(self):
        self.store.troubles["PUT"].extend([slow(2)] * 2)
        _, told = self.load(status=4, options=("--timeout", "1", "--retries",
                                               "1"))
        self.assertIn("--timeout gives it longer", told)

    def test_down_and_up_again(self):
        self.store.troubles["PUT"].extend([None, None] + [refuse(503)] * 2)
        _, told = self.load(status=4, options=("--retries", "1"))
        self.assertIn("2 of 5 graphs are in the store; --resume goes on", told)
        self.assertEqual(len(self.store.graphs), 2)
        puts = self.store.count("PUT")
        output, _ = self.load(options=("--resume",))
        self.assertIn("3 sent, 2 there already", output)
        self.assertEqual(self.store.count("PUT") - puts, 3)
        self.held()

    def test_resume_sends_what_is_not_as_in_the_file(self):
        self.load()
        graphs = sorted(self.store.graphs)
        self.store.graphs[graphs[0]].pop()  # one triple is missing
        made = [t for t in self.store.graphs[graphs[1]]
                if t[2].startswith(f"<{BASE}lexicon/")]
        self.store.graphs[graphs[1]].difference_update(made)
        for s, p, _ in made:  # as many, but of another lexicon
            self.store.graphs[graphs[1]].add((s, p, f"<{BASE}lexicon/0>"))
        output, _ = self.load(options=("--resume",))
        self.assertIn("2 sent, 3 there already", output)
        self.held()

    def test_resume_removes_what_an_interrupted_run_left(self):
        self.load()
        newer = self.graph(RECORDS.replace("Y3", "Y333"), "newer")
        self.store.troubles["DELETE"].extend([refuse(503)] * 2)
        _, told = self.load(newer, status=4, options=("--retries", "1"))
        self.assertEqual(len(self.store.graphs), 6, told)
        output, _ = self.load(newer, options=("--resume",))
        self.assertIn("0 sent, 5 there already, 1 older removed", output)
        self.held(newer)

    def test_a_store_that_loses_what_it_took(self):
        self.store.act = lambda *request, act=self.store.act: (
            (204, b"") if request[0] == "PUT" and self.store.graphs
            else act(*request))
        _, told = self.load(status=4)
        self.assertEqual(told.count("[load.count]"), 4)
        self.assertRegex(told, r"the store has 0 triples in <\S+>, not \d+")

    def test_refusals_are_not_repeated(self):
        for status, words in ((400, "bad"), (403, "may not"), (404, "address"),
                              (413, "so large"), (501, "")):
            self.store.requests.clear()
            self.store.troubles["PUT"].append(refuse(status, b"bad\x1b[31m"))
            _, told = self.load(status=4)
            self.assertIn(f"it answers {status}: bad?[31m", told)
            self.assertIn(words, told)
            self.assertEqual(self.store.count("PUT"), 1)

    def test_nobody_is_there(self):
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        code, _, told = run("load", "--to", f"http://127.0.0.1:{port}/store",
                            self.quads)
        self.assertEqual(code, 4)
        self.assertIn("no server is there", told)

    def test_no_http(self):
        """Whatever comes, the end is a message and a status."""
        for junk in (b"\0\xff" * 3000, b"HTTP/1.1 200 OK\r\n" + b"A: b\r\n" *
                     90000, b"HTTP/1.1 204 x\r\nContent-Length: -5\r\n\r\n",
                     b"HTTP/9.9 abc\r\n\r\n"):
            with socket.create_server(("127.0.0.1", 0)) as server:
                threading.Thread(target=self.say, args=(server, junk),
                                 daemon=True).start()
                code, _, told = run(
                    "load", "--to",
                    f"http://127.0.0.1:{server.getsockname()[1]}/store",
                    "--retries", "1", self.quads, timeout=30)
            self.assertEqual(code, 4, told)
            self.assertRegex(told, r"\[store\.answer\]")

    @staticmethod
    def say(server, junk):
        while True:
            try:
                client, _ = server.accept()
                with client:
                    client.recv(65536)
                    client.sendall(junk)
            except OSError:
                return

    def test_answers_of_another_kind(self):
        page = (b"<html>\n", "text/html")
        broken = ((b"g\n\"x", "text/csv"), (b"g,n\nx\n", "text/csv"),
                  (b"g,n\n\xff,1\n", "text/csv"), (b"g\n", "text/csv"),
                  (b"", "text/csv"), page)
        for ready in broken:
            self.store.select = lambda query, ready=ready: (200, *ready)
            _, told = self.load(status=4)
            self.assertRegex(told, r"\[store\.(answer|table)\]")


class Together(LoadTest):
    """Graphs that the store does not have go in one request."""

    def new_store(self, **how):
        return super().new_store(quads=True, **how)

    def test_the_first_is_looked_for_and_the_others_follow(self):
        output, _ = self.load()
        self.assertIn("5 sent, 0 there already, 0 older", output)
        self.assertEqual((self.store.batches, self.store.count("PUT")),
                         ([1, 4], 0))
        self.held()

    def test_so_many_and_no_more(self):
        self.load(options=("--batch", "2"))
        self.assertEqual(self.store.batches, [1, 2, 2])
        self.held()
        self.store.graphs.clear()
        self.store.requests.clear()
        self.load(options=("--batch", "1"))
        self.assertEqual(len(self.store.batches), 3)
        self.assertEqual(self.store.count("PUT"), 5)
        self.held()

    def test_one_graph_is_put(self):
        one = self.graph(line("T-1"), "one")
        self.load(one)
        self.assertEqual((self.store.batches, self.store.count("PUT")), ([], 1))
        self.held(one)

    def test_no_more_than_four_megabytes(self):
        rows = []
        for i in range(4):
            name = f"{BASE}graph/{i:032x}"
            size = 5 << 20 if i == 3 else 3 << 19
            rows.append(f'<{name}> <b> "{"x" * size}" <{name}> .\n')
        path = self.write("large.nq", "".join(rows))
        self.load(path)
        self.assertEqual((self.store.batches, self.store.count("PUT")),
                         ([1, 2], 1))
        self.held(path)

    def test_what_is_there_is_replaced(self):
        old = sorted(set(re.findall(r"<([^>]*)> \.$", self.quads.read_text(
            "utf-8"), re.MULTILINE)))
        for graph in old[:2]:
            self.store.graphs[graph] = {("a", "b", "<c>")}
        output, _ = self.load()
        self.assertIn("5 sent", output)
        self.assertEqual((self.store.batches, self.store.count("PUT")),
                         ([1, 2], 2))
        self.held()
        self.load()
        self.assertEqual((self.store.batches, self.store.count("PUT")),
                         ([1, 2], 7))

    def test_an_older_revision_goes_when_the_newer_is_there(self):
        self.load()
        self.store.requests.clear()
        newer = self.graph(re.sub(r"Y(\d)\.", r"Y\g<1>7.", RECORDS), "newer")
        output, _ = self.load(newer)
        self.assertIn("5 sent, 0 there already, 5 older removed", output)
        done = [request[:2] for request in self.store.requests
                if request[:2] != ("POST", "/query")]
        self.assertEqual(done, [("POST", "/store")] * 2 +
                         [("DELETE", "/store")] * 5)
        self.held(newer)

    def test_turtle_is_put(self):
        record = self.write("a.md", markdown())
        turtle = self.write("a.ttl", self.extract(
            record, options=("--to", "ttl"))[0])
        self.load(turtle, self.quads, status=4)  # this store reads no Turtle
        self.assertEqual((self.store.batches, self.store.count("PUT")),
                         ([1, 4], 1))

    def test_stores_that_do_not_take_it(self):
        page = lambda body: (200, b"<html>", "text/html")  # noqa: E731
        nothing = lambda body: (204, b"")  # noqa: E731
        for answer in (page, nothing):
            store = self.new_store()
            store.add = answer
            _, told = self.load(store=store, options=("-v",))
            self.assertIn("the store takes no graphs together", told)
            self.assertEqual(store.count("PUT"), 5)
            self.held(store=store)
        for status in (301, 400, 404, 405, 413, 415, 422, 501):
            store = self.new_store()
            store.troubles["BATCH"].append(refuse(status))
            self.load(store=store)
            self.assertEqual((store.batches, store.count("PUT")), ([], 5))
            self.held(store=store)

    def test_too_large_a_batch_is_sent_in_pieces(self):
        self.store.troubles["BATCH"].extend([None, refuse(413)])
        self.load(options=("--batch", "3"))
        self.assertEqual((self.store.batches, self.store.count("PUT")),
                         ([1], 4))
        self.held()

    def test_a_store_that_has_half_of_the_first_one_only(self):
        self.store.add = lambda body: Store.add(self.store, body, 3)
        self.load()
        self.assertEqual((self.store.batches, self.store.count("PUT")),
                         ([1], 5))
        self.held()

    def test_trouble_that_passes(self):
        for first, second in ((refuse(503), HALF), (CUT, LATE)):
            store = self.new_store()
            store.troubles["BATCH"].extend([first, None, second])
            output, _ = self.load(store=store)
            self.assertIn("5 sent", output)
            self.assertFalse(store.troubles["BATCH"])
            self.assertEqual(store.count("PUT"), 0)
            self.held(store=store)

    def test_passwords_are_asked_for(self):
        self.store.login = ("digest", "ann", "x")
        self.load(options=("--user", "ann"), env={"PATHQUILL_PASSWORD": "x"})
        self.assertEqual(self.store.count("PUT"), 0)
        self.held()
        self.store.graphs.clear()
        _, told = self.load(status=4, options=("--user", "ann"),
                            env={"PATHQUILL_PASSWORD": "y"})
        self.assertIn("401", told)
        self.assertEqual(self.store.graphs, {})

    def break_off(self):
        """The second batch comes by half, and then nobody is there."""
        add = self.store.add
        def by_half(body):
            if self.store.batches:
                Store.add(self.store, body, len(body.splitlines()) // 2 + 3)
                return 503, b"gone"
            return add(body)
        self.store.add = by_half
        _, told = self.load(status=4, options=("--retries", "0"))
        self.assertIn("1 of 5 graphs are in the store; --resume goes on", told)
        self.assertLess(1, len(self.store.graphs))
        del self.store.add
        self.store.batches.clear()
        self.store.requests.clear()

    def test_a_batch_that_broke_is_completed_by_resume(self):
        self.break_off()
        n_there = len(self.store.graphs)
        output, _ = self.load(options=("--resume",))
        self.held()
        n_puts = self.store.count("PUT")
        self.assertEqual(n_puts, 1, "the half one is replaced")
        self.assertIn(f"{6 - n_there} sent, {n_there - 1} there", output)

    def test_a_batch_that_broke_is_completed_by_another_run(self):
        self.break_off()
        n_there = len(self.store.graphs)
        self.load()
        self.assertEqual(self.store.count("PUT"), n_there)
        self.held()


class Login(LoadTest):
    SECRET = "s3cret: ü"

    def secret_file(self, mode=0o600, content=None):
        path = self.write("secret", (content or self.SECRET) + "\n")
        path.chmod(mode)
        return path

    def test_basic_and_digest(self):
        for kind in ("basic", "digest"):
            self.store.login = (kind, "ann", self.SECRET)
            self.load(options=("--user", "ann"),
                      env={"PATHQUILL_PASSWORD": self.SECRET})
            self.load(options=("--user", "ann", "--password-file",
                               self.secret_file()))
            self.held()
            denied = sum(not said for *_, said in self.store.requests)
            # Asked once for each address, not once for each graph.
            self.assertLessEqual(denied, 4)
            self.store.requests.clear()

    def test_token(self):
        self.store.login = ("bearer", "t0ken")
        self.load(env={"PATHQUILL_TOKEN": "t0ken"})
        self.load(options=("--token-file", self.secret_file(content="t0ken")))
        self.held()

    def test_a_wrong_password_is_said_once(self):
        self.store.login = ("basic", "ann", self.SECRET)
        _, told = self.load(status=4, options=("--user", "ann"),
                            env={"PATHQUILL_PASSWORD": "wrong"})
        self.assertIn("it answers 401: who are you?", told)
        self.assertLessEqual(self.store.count("PUT"), 2)

    def test_files_that_others_may_read(self):
        for mode in (0o640, 0o604, 0o620):
            _, told = self.load(status=3, options=(
                "--user", "ann", "--password-file", self.secret_file(mode)))
            self.assertIn("chmod 600", told)
        self.assertEqual(self.store.requests, [])

    def test_files_that_hold_no_secret(self):
        for content in ("\nsecond line", "a\tb"):
            _, told = self.load(status=3, options=(
                "--user", "ann", "--password-file",
                self.secret_file(content=content)))
            self.assertIn("first line", told)
        _, told = self.load(status=3, options=(
            "--token-file", self.folder / "missing"))
        self.assertIn("it cannot be opened", told)

    def test_no_secret_is_sent_along_a_redirect(self):
        other = self.new_store()
        self.store.troubles["PUT"].append(
            refuse(307, Location=other.root + "/store?graph=x"))
        _, told = self.load(status=4, env={"PATHQUILL_TOKEN": "t0ken"})
        self.assertIn(f"it sends to {other.root}/store", told)
        self.assertEqual(other.requests, [])

    def test_open_networks_are_warned_of(self):
        code, _, told = run("load", "--to", "http://store.invalid/store",
                            self.quads, env={"PATHQUILL_TOKEN": "t0ken"})
        self.assertEqual(code, 4)
        self.assertIn("unencrypted", told)
        _, told = self.load(env={"PATHQUILL_TOKEN": "t0ken"})
        self.assertNotIn("unencrypted", told)

    def test_certificates(self):
        if not shutil.which("openssl"):
            self.skipTest("no openssl")
        key, cert = self.folder / "key.pem", self.folder / "cert.pem"
        subprocess.run(
            ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes",
             "-keyout", key, "-out", cert, "-days", "2", "-subj",
             "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1"],
            check=True, capture_output=True)
        store = self.new_store(certificate=(cert, key))
        _, told = self.load(status=4, store=store)
        self.assertIn("its certificate is not to be trusted", told)
        self.assertIn("--cacert", told)
        self.assertEqual(store.graphs, {})
        self.load(store=store, options=("--cacert", cert))
        self.held(store=store)
        _, told = self.load(status=4, store=store,
                            options=("--cacert", self.quads))
        self.assertEqual(store.count("DELETE"), 0, told)


if __name__ == "__main__":
    main()
