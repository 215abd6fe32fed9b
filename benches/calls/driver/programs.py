"""Builds the programs of this folder, and starts and runs them."""

import contextlib
import json
import os
import subprocess
from pathlib import Path

HERE = Path(__file__).resolve().parent.parent
# Each is built alone, so that none turns on features of a crate that another one uses.
PACKAGES = {"msdk-bench-calls": ".", "msdk-bench-others": "others", "msdk-bench-servers": "servers", "msdk-bench-chart": "chart"}
OTHERS = ["rustify", "feignhttp", "apisdk"]
SERVER_CORE, CLIENT_CORE = 0, 1


def build(*packages):
    for package in packages or PACKAGES:
        manifest = HERE / PACKAGES[package] / "Cargo.toml"
        command = ["cargo", "build", "--release", "--locked", "--quiet", "--manifest-path", manifest]
        subprocess.run(command, check=True)


def program(name):
    command = ["cargo", "metadata", "--no-deps", "--format-version=1", "--manifest-path", HERE / "Cargo.toml"]
    if not hasattr(program, "target"):
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        program.target = Path(json.loads(done.stdout)["target_directory"])
    return str(program.target / "release" / name)


def of_arm(arm):
    return program("msdk-bench-others" if arm in OTHERS else "msdk-bench-calls")


@contextlib.contextmanager
def serving(*arguments):
    """Runs a server on a core of its own, if there are two, and gives its address."""
    command = pinned(SERVER_CORE, [program("msdk-bench-servers"), *map(str, arguments)])
    server = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    try:
        yield server.stdout.readline().strip()
    finally:
        server.kill()
        server.wait()


def pinned(core, command):
    return ["taskset", "-c", str(core), *command] if (os.cpu_count() or 1) > 1 else command


def numbers(command):
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return [float(number) for number in done.stdout.split()]
