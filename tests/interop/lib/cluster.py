"""A Slurm cluster for the tests: a controller, two nodes and munge, all on this
machine, with a folder, a key and ports of their own, stopped by process id."""

import os
import pathlib
import shutil
import signal
import socket
import subprocess
import time

from servers import free_port

PATIENCE = 60  # seconds for the nodes to come; the machine may be busy
NODES = ("n1", "n2")
PATH = os.environ.get("PATH", "") + ":/usr/sbin:/sbin"
PROGRAMS = ("munged", "slurmctld", "slurmd", "sbatch", "sinfo")
NODE_OF = "PATHQUILL_TEST_NODE"

CONF = """\
ClusterName=pathquill
SlurmctldHost={host}(127.0.0.1)
SlurmctldPort={port}
SlurmUser=root
AuthType=auth/munge
AuthInfo=socket={folder}/munge.socket
StateSaveLocation={folder}/state
SlurmdSpoolDir={folder}/%n
SlurmctldPidFile={folder}/slurmctld.pid
SlurmdPidFile={folder}/%n.pid
SlurmdParameters=config_overrides
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
MpiDefault=none
JobRequeue=0
ReturnToService=2
SlurmdTimeout=30
SchedulerParameters=batch_sched_delay=0,sched_interval=1
PartitionName=all Nodes={nodes} Default=YES State=UP
"""
NODE = "NodeName={name} NodeHostname={host} NodeAddr=127.0.0.1 Port={port} " \
    "CPUs=1\n"


def missing():
    """What is lacking on this machine, or None."""
    for name in PROGRAMS:
        if not shutil.which(name, path=PATH):
            return (f"no {name}: apt install slurmctld slurmd slurm-client "
                    "munge")
    if os.geteuid() != 0:
        return "slurmd starts tasks as the user who submits: not root"
    return None


class Cluster:
    """The daemons as child processes."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.children = {}
        self.conf = self.folder / "slurm.conf"
        self.environment = {**os.environ, "PATH": PATH,
                            "SLURM_CONF": str(self.conf)}
        host = socket.gethostname().partition(".")[0]
        text = CONF.format(folder=self.folder, host=host, port=free_port(),
                           nodes=",".join(NODES))
        text += "".join(NODE.format(name=name, host=host, port=free_port())
                        for name in NODES)
        self.conf.write_text(text, "utf-8")
        # No control groups: they are the machine's, and not for a test.
        (self.folder / "cgroup.conf").write_text(
            f"CgroupPlugin=cgroup/v1\nCgroupMountpoint={self.folder}/cgroup\n",
            "utf-8")
        for name in ("state", "cgroup", *NODES):
            (self.folder / name).mkdir()

    def run(self, name, *command, **more):
        """Start a daemon that stays in the foreground."""
        with (self.folder / f"{name}.log").open("ab") as log:
            # It must outlive this call.
            # pylint: disable-next=consider-using-with
            self.children[name] = subprocess.Popen(
                command, env={**self.environment, **more},
                stdin=subprocess.DEVNULL, stdout=log, stderr=log)

    def start(self):
        """Start all, and wait for the nodes."""
        key = self.folder / "munge.key"
        key.touch(0o600)
        key.write_bytes(os.urandom(64))
        self.run("munged", "munged", "--foreground", "--force",
                 "--num-threads=2", f"--key-file={key}",
                 f"--socket={self.folder}/munge.socket",
                 f"--pid-file={self.folder}/munged.pid",
                 f"--seed-file={self.folder}/munge.seed",
                 f"--log-file={self.folder}/munge.log")
        self.wait_for("munge", (self.folder / "munge.socket").exists)
        self.run("slurmctld", "slurmctld", "-D", "-i")
        for name in NODES:
            self.start_node(name)
        self.wait_for("nodes", lambda: self.states() == "idle idle")
        return self

    def start_node(self, name):
        """Start a node."""
        self.run(name, "slurmd", "-D", "-N", name,
                 **{NODE_OF: f"{self.folder}/{name}"})

    def states(self):
        """The nodes' states."""
        done = subprocess.run(["sinfo", "-h", "-N", "-o", "%T"], check=False,
                              env=self.environment, capture_output=True,
                              text=True, timeout=PATIENCE)
        return " ".join(done.stdout.split())

    def wait_for(self, what, condition, seconds=PATIENCE):
        """Wait until it is so."""
        until = time.monotonic() + seconds
        while not condition():
            if time.monotonic() > until:
                raise RuntimeError(f"no {what} in time\n" + "".join(
                    path.read_text("utf-8", "replace")[-1000:]
                    for path in self.folder.glob("*.log")))
            time.sleep(0.1)

    def processes(self, *words):
        """Processes that this cluster started and whose environment has these
        words."""
        for path in pathlib.Path("/proc").glob("[0-9]*/environ"):
            try:
                known = path.read_bytes().decode("utf-8", "replace").split("\0")
            except OSError:
                continue
            if set(words) <= set(known):
                yield int(path.parent.name)

    def kill(self, *words):
        """Kill these processes."""
        for pid in self.processes(f"SLURM_CONF={self.conf}", *words):
            if pid != os.getpid():
                try:
                    os.kill(pid, signal.SIGKILL)
                except ProcessLookupError:
                    pass

    def crash(self, name):
        """Let a node die with all that runs on it, without a word."""
        child = self.children.pop(name)
        child.kill()
        child.wait(10)
        self.kill(f"{NODE_OF}={self.folder}/{name}")
        self.kill(f"SLURMD_NODENAME={name}")
        # As who looks after the machines would, and sooner than the controller
        # finds out by itself.
        subprocess.run(["scontrol", "update", f"nodename={name}", "state=down",
                        "reason=died"], check=True, env=self.environment,
                       timeout=PATIENCE)

    def stop(self):
        """Stop all that was started, and what that started."""
        for child in reversed(self.children.values()):
            child.terminate()
        for child in self.children.values():
            try:
                child.wait(10)
            except subprocess.TimeoutExpired:
                child.kill()
                child.wait(10)
        self.children.clear()
        self.kill()
