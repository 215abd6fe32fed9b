"""CPU time and calls a second, and how long calls take.

The arms take turns, round after round, so that a machine which is busy for a while is so for all of them. What is kept
of a round are ratios to the client that is written by hand on reqwest.
"""

from statistics import median

from driver import programs

BASE = "reqwest-by-hand"
ARMS = [BASE, "msdk", "msdk-on-reqwest", "hyper-util", "hyper", "raw", *programs.OTHERS]
IN_FLIGHT = [1, 64, 1000]
FRIENDS = 50


def on_client_core(*arguments):
    return programs.numbers(programs.pinned(programs.CLIENT_CORE, [str(argument) for argument in arguments]))


def load(arm, address, friends, in_flight, seconds):
    return on_client_core(programs.of_arm(arm), "load", arm, address, friends, in_flight, seconds, 1)


def paced(arm, address, in_flight, seconds, rate):
    return on_client_core(programs.of_arm(arm), "paced", arm, address, 0, in_flight, seconds, rate)


def measure(rounds, seconds):
    """Returns {what: {arm: [value of each round]}}."""
    found = {}
    with programs.serving("memory", FRIENDS) as address:
        for _ in range(rounds):
            for friends in (0, FRIENDS):
                for in_flight in IN_FLIGHT:
                    for arm in ARMS:
                        calls, cpu = load(arm, address, friends, in_flight, seconds)
                        name = f"{in_flight} in flight, {friends} friends"
                        found.setdefault(f"calls a second, {name}", {}).setdefault(arm, []).append(calls)
                        found.setdefault(f"CPU of a call, {name}", {}).setdefault(arm, []).append(cpu)
            # Half of what the client on reqwest can do, for all.
            rate = found["calls a second, 64 in flight, 0 friends"][BASE][-1] / 2
            for arm in ARMS:
                half, most = paced(arm, address, 64, seconds, rate)
                found.setdefault("50th percentile", {}).setdefault(arm, []).append(half)
                found.setdefault("99th percentile", {}).setdefault(arm, []).append(most)
    return found


def threads(rounds, seconds):
    """Calls a second of one client on two threads, as a multiple of those on one; the server shares the cores."""
    ratios = []
    with programs.serving("memory", FRIENDS) as address:
        for _ in range(rounds):
            one, two = (
                programs.numbers([programs.of_arm("msdk"), "load", "msdk", address, "0", "64", str(seconds), str(threads)])[0]
                for threads in (1, 2)
            )
            ratios.append(two / one)
    return ratios


def mock(rounds, seconds):
    """Calls a second to the mock gateway with all its checks, as a multiple of those to a minimal server on hyper."""
    found = {"gateway": [], "hyper": []}
    for _ in range(rounds):
        for server in found:
            with programs.serving(server) as address:
                command = [programs.of_arm("msdk"), "load", "raw-profile", address, 0, 64, seconds, 1]
                found[server].append(on_client_core(*command)[0])
    return [mock / minimal for mock, minimal in zip(found["gateway"], found["hyper"])]


def ratios(values, arm):
    return [value / base for value, base in zip(values[arm], values[BASE])]


def spread(values):
    return f"{median(values):.2f} ({min(values):.2f}–{max(values):.2f})"
