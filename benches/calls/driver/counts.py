"""Instructions, by callgrind, and allocations of calls and of their parts.

Each count is the difference of two runs with different numbers of calls, so that starting up does not count.
"""

import re
import subprocess
import tempfile

from driver import programs

FEW, MANY = 100, 400
CALLS = ["raw", "hyper", "hyper-util", "msdk", "msdk-on-reqwest", "reqwest-by-hand", *programs.OTHERS]
FRIENDS = 50
LENGTHS = [1, 10, 100, 1000, 5000]


def instructions(command):
    with tempfile.NamedTemporaryFile() as out:
        valgrind = ["valgrind", "--tool=callgrind", f"--callgrind-out-file={out.name}", *command]
        done = subprocess.run(valgrind, capture_output=True, text=True, check=True)
    return int(re.search(r"refs:\s*([\d,]+)", done.stderr).group(1).replace(",", ""))


def of_each(command, few=FEW, many=MANY):
    """Counts what one of the calls costs that `command` makes when it is given their number."""
    runs = [[*map(str, command), str(calls)] for calls in (few, many)]
    counted = []
    for count in (instructions, lambda run: programs.numbers(run)[0]):
        less, more = map(count, runs)
        counted.append((more - less) / (many - few))
    return {"instructions": counted[0], "allocations": counted[1]}


def call(arm, friends, address):
    return of_each([programs.of_arm(arm), "count", arm, address, friends])


def part(name, items=0, few=FEW, many=MANY):
    return of_each([programs.program("msdk-bench-calls"), "part", name, items], few, many)


def calls():
    counted = {}
    with programs.serving("memory", FRIENDS) as address:
        for arm in CALLS:
            counted[arm] = {"small": call(arm, 0, address), "friends": call(arm, FRIENDS, address)}
    return counted


def parts():
    return {
        "prepare": part("prepare"),
        "prepare-by-hand": part("prepare-by-hand"),
        "prepare-50": part("prepare", 50),
        "prepare-50-by-hand": part("prepare-by-hand", 50),
        "sign": part("sign"),
        "md5-block": part("md5-block"),
        "decode-50": reading("msdk-from-memory"),
        "decode-50-shared": reading("msdk-shared-from-memory"),
        "decode-50-serde": part("decode-serde", FRIENDS),
    }


def reading(arm):
    """What fifty friends cost to read, UTF-8 included: a call without a network, less the same call without friends."""
    many, none = (call(arm, friends, "127.0.0.1:1") for friends in (FRIENDS, 0))
    return {key: many[key] - none[key] for key in many}


def growth():
    """What a list of each length costs, in a request and in a reply."""
    few, many = 2, 6
    request = {length: part("prepare", length, few, many)["instructions"] for length in LENGTHS}
    reply = {length: part("decode", length, few, many)["instructions"] for length in LENGTHS}
    return {"request": request, "reply": reply}
