#!/usr/bin/env python3
"""Output that fails, pipes that close, and files that must stay whole."""

import os
import pathlib
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent / "lib"))
from tool import ToolTest, files_of, line, main, markdown, run, tool  # noqa: E402


class Pipes(ToolTest):
    def test_full_device(self):
        if not os.path.exists("/dev/full"):
            self.skipTest("no /dev/full")
        record = self.write("a.md", markdown())
        commands = (["extract", str(record)], ["explain", str(record)],
                    ["lexicon", "show", "ALK"], ["--help"], ["--version"],
                    ["extract", "--help"])
        for args in commands:
            with open("/dev/full", "wb") as full:
                done = subprocess.run([tool(), *args], stdout=full,
                                      stderr=subprocess.PIPE, check=False)
            self.assertEqual(done.returncode, 4, args)
            self.assertIn(b"cannot write to standard output", done.stderr)

    def test_full_device_by_name(self):
        if not os.path.exists("/dev/full"):
            self.skipTest("no /dev/full")
        record = self.write("a.md", markdown())
        code, _, told = run("extract", "-o", "/dev/full", record)
        self.assertEqual(code, 4, told)

    def closed(self, streams, *args):
        """Run the tool without some of its streams; what it prints."""
        return subprocess.run(
            ["bash", "-c", f'exec "$@" {streams}', "-", tool(), *args],
            capture_output=True, check=False)

    def test_closed_streams(self):
        record = self.write("a.md", markdown())
        out = self.folder / "out"
        done = self.closed("<&- >&-", "build", "-t", "svg,nq", "-o", out,
                           record)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertTrue((out / "T-1.svg").exists())
        done = self.closed(">&-", "extract", record)
        self.assertEqual(done.returncode, 4, done.stderr)
        self.assertIn(b"it is closed", done.stderr)
        done = self.closed("<&-", "extract", "-")
        self.assertEqual(done.returncode, 3, done.stderr)

    def test_findings_do_not_go_into_the_output(self):
        bad = self.write("b.md", "---\nstable_id: [1]\n---\n")
        target = self.folder / "a.nq"
        self.closed("2>&-", "extract", "--to", "nq", "-o", target, bad)
        self.assertEqual(target.read_bytes(), b"")

    def test_a_pipe_stays_a_pipe(self):
        record = self.write("a.md", markdown())
        pipe = self.folder / "edges"
        os.mkfifo(pipe)
        reader = subprocess.Popen(["timeout", "20", "cat", pipe],
                                  stdout=subprocess.PIPE)
        self.build(record, options=("-t", "nq", "--edges", pipe))
        self.assertTrue(pipe.is_fifo())
        self.assertIn(b"<", reader.communicate()[0])

    def many(self):
        return str(self.write("a.jsonl", "".join(line(f"T-{i}")
                                                 for i in range(2000))))

    def test_closed_pipe_ends_quietly(self):
        path = self.many()
        for jobs in ("1", "3"):
            child = subprocess.Popen([tool(), "extract", "-q", "--jobs", jobs,
                                      path], stdout=subprocess.PIPE,
                                     stderr=subprocess.PIPE)
            self.assertTrue(child.stdout.readline().startswith(b"{"))
            child.stdout.close()
            told = child.stderr.read()
            child.stderr.close()
            self.assertEqual((child.wait(), told), (0, b""))

    def test_full_device_ends_all_jobs(self):
        if not os.path.exists("/dev/full"):
            self.skipTest("no /dev/full")
        with open("/dev/full", "wb") as full:
            done = subprocess.run([tool(), "extract", "--jobs", "4",
                                   self.many()], stdout=full, check=False,
                                  stderr=subprocess.PIPE)
        self.assertEqual(done.returncode, 4)
        self.assertIn(b"cannot write to standard output", done.stderr)

    def test_build_with_few_threads(self):
        records = self.write("a.jsonl", "".join(line(f"T-{i}")
                                                for i in range(9)))
        want, _ = self.build(records, out="one",
                             options=("-t", "nq", "--jobs", "1"))
        who = self.ordinary()
        if who:
            who = {"user": who["user"], "group": who["user"],
                   "extra_groups": [], "cwd": who["cwd"]}
        for most in ("1", "3"):
            out = self.folder / f"out{most}"
            done = subprocess.run(
                ["bash", "-c", f'ulimit -u {most} && exec "$@"', "-", tool(),
                 "build", "-q", "-o", out, "-t", "nq", "--jobs", "4", records],
                capture_output=True, check=False,
                env={**os.environ, "ASAN_OPTIONS": "detect_leaks=0"}, **who)
            self.assertEqual((done.returncode, done.stderr), (0, b""), most)
            self.assertEqual(files_of(out), want)

    def test_no_threads_to_be_had(self):
        path = self.many()
        want = run("extract", "-q", "--jobs", "1", path)[1]
        who = self.ordinary()
        if who:
            who = {"user": who["user"], "group": who["user"],
                   "extra_groups": [], "cwd": who["cwd"]}
        # a leak checker would need a thread of its own
        done = subprocess.run(
            ["bash", "-c", 'ulimit -u 1 && exec "$@"', "-", tool(), "extract",
             "-q", "--jobs", "4", path], capture_output=True, check=False,
            env={**os.environ, "ASAN_OPTIONS": "detect_leaks=0"}, **who)
        self.assertEqual((done.returncode, done.stderr), (0, b""))
        self.assertEqual(done.stdout.decode(), want)

    def test_first_output_before_the_last_input(self):
        for jobs in ("1", "3"):
            self.first_before_last(jobs)

    def first_before_last(self, jobs):
        child = subprocess.Popen([tool(), "extract", "--jobs", jobs, "-"],
                                 stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                 stderr=subprocess.DEVNULL)
        kept = {"T-0": line("T-0"), "T-1": line("T-1")}
        child.stdin.write(kept["T-0"].encode())
        child.stdin.flush()
        child.stdin.write(kept["T-1"].encode())
        child.stdin.flush()
        self.assertIn(b'"T-0"', child.stdout.readline())
        child.stdin.close()
        self.assertIn(b'"T-1"', child.stdout.read())
        child.stdout.close()
        self.assertEqual(child.wait(), 0)


class Files(ToolTest):
    def test_output_file_is_whole_or_old(self):
        record = self.write("a.md", markdown())
        target = self.folder / "claims.jsonl"
        target.write_text("old\n", encoding="utf-8")
        code, _, _ = run("extract", "-o", target, self.folder / "none.md")
        self.assertEqual((code, target.read_text()), (3, "old\n"))
        code, output, _ = run("extract", "-o", target, record)
        self.assertEqual((code, output), (0, ""))
        self.assertEqual(target.read_text(), self.extract(record)[0])
        self.assertEqual(sorted(os.listdir(self.folder)),
                         ["a.md", "claims.jsonl"])

    def test_output_folder_is_made(self):
        record = self.write("a.md", markdown())
        files, _ = self.build(record, out="x/y/z", options=("-t", "ttl"))
        self.assertEqual(sorted(files), ["T-1.ttl", "graph.nq", "names.tsv",
                                         "report.tsv"])

    def test_output_folder_that_cannot_be_made(self):
        record = self.write("a.md", markdown())
        (self.folder / "above").mkdir(mode=0o555)
        code, _, told = run("build", "-o", self.folder / "above/out", record,
                            **self.ordinary())
        self.assertEqual(code, 4, told)
        self.assertIn("permission denied", told)
        code, _, told = run("build", "-o", "", record)
        self.assertEqual(code, 4, told)
        self.assertIn("no such folder", told)

    def test_output_folder_is_a_file(self):
        record = self.write("a.md", markdown())
        code, _, told = run("build", "-o", record, record)
        self.assertEqual(code, 4, told)
        self.assertIn(str(record), told)

    def test_a_folder_has_the_name_of_a_file(self):
        record = self.write("a.md", markdown())
        self.write("out/T-1.ttl/x", "x")
        code, _, told = run("build", "-o", self.folder / "out", "-t", "ttl",
                            record)
        self.assertEqual(code, 4, told)
        self.assertIn("T-1.ttl", told)
        self.assertEqual(sorted(os.listdir(self.folder / "out")), ["T-1.ttl"])

    def test_links_are_replaced_not_followed(self):
        record = self.write("a.md", markdown())
        secret = self.write("secret", "keep")
        (self.folder / "out").mkdir()
        (self.folder / "out/T-1.ttl").symlink_to(secret)
        self.build(record, options=("-t", "ttl"))
        self.assertEqual(secret.read_text(), "keep")
        self.assertFalse((self.folder / "out/T-1.ttl").is_symlink())

    def test_read_only_folder(self):
        record = self.write("a.md", markdown())
        (self.folder / "out").mkdir(mode=0o555)
        how = self.ordinary()
        code, _, told = run("build", "-o", self.folder / "out", record, **how)
        self.assertEqual(code, 4, told)
        self.assertEqual(files_of(self.folder / "out"), {})
        (self.folder / "out").chmod(0o755)
        code, _, told = run("build", "-o", self.folder / "out", record, **how)
        self.assertEqual(code, 0, told)

    def test_full_disk_leaves_old_files_whole(self):
        out = self.folder / "small"
        out.mkdir()
        mounted = subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(out)],
            capture_output=True, check=False)
        if mounted.returncode:
            self.skipTest("cannot mount a small file system")
        try:
            record = self.write("a.md", markdown())
            code, _, told = run("build", "-t", "nt", "-o", out, record)
            self.assertEqual(code, 0, told)
            before = files_of(out)
            more = self.write("b.jsonl", "".join(line(f"T-{i}")
                                                 for i in range(2, 200)))
            code, _, told = run("build", "-t", "nt", "-o", out, record, more)
            self.assertEqual(code, 4, told)
            self.assertIn("no space is left", told)
            after = files_of(out)
            for name, content in before.items():
                self.assertEqual(after[name], content, name)
            self.assertFalse([n for n in after if n.startswith(".")])
        finally:
            subprocess.run(["umount", str(out)], check=False)

    def test_interrupted_run_leaves_no_halves(self):
        records = self.write("a.jsonl", "".join(line(f"T-{i:04}")
                                                for i in range(3000)))
        files, _ = self.build(self.write("b.md", markdown("T-0000")),
                              options=("-t", "nt"))
        out = self.folder / "out"
        child = subprocess.Popen([tool(), "build", "-q", "-t", "nt", "-o",
                                  str(out), str(records)])
        while len(os.listdir(out)) < 20 and child.poll() is None:
            pass
        child.kill()
        child.wait()
        self.assertEqual((out / "graph.nq").read_bytes(), files["graph.nq"])
        for path in out.glob("T-*.nt"):
            self.assertTrue(path.read_bytes().endswith(b" .\n"), path)

    def test_the_next_run_removes_what_a_killed_one_left(self):
        record = self.write("b.md", markdown())
        gone = subprocess.Popen([tool(), "--version"],
                                stdout=subprocess.DEVNULL)
        gone.wait()
        fresh = f".report.tsv.{gone.pid}.part"
        kept = {f".b.{os.getpid()}.part", ".part", ".b.part", ".b.x.part",
                f".b{gone.pid}.part", f"b.{gone.pid}.part", ".b.0.part"}
        folders = ("out", "out/site", "out/site/records")
        for folder in folders:
            for name in kept | {f".graph.nq.{gone.pid}.part"}:
                path = self.write(f"{folder}/{name}", "half")
                os.utime(path, (0, 0))
            # another machine may be at it
            self.write(f"{folder}/{fresh}", "half")
        self.build(record, options=("-t", "nt", "--site"))
        for folder in folders:
            self.assertEqual({name for name in os.listdir(self.folder / folder)
                              if name.endswith(".part")}, kept | {fresh})


if __name__ == "__main__":
    main()
