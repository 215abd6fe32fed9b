"""The memory of a client, and of calls that wait for their answers."""

from driver import programs

IN_FLIGHT = [1000, 10_000]
ARMS = ["msdk", "hyper-util", "reqwest-by-hand"]


def measure():
    """Returns {arm: {in flight: [bytes of an idle client, bytes of a call]}}."""
    found = {}
    with programs.serving("hold") as address:
        for arm in ARMS:
            command = [programs.of_arm(arm), "held", arm, address, "0"]
            found[arm] = {in_flight: programs.numbers([*command, str(in_flight)]) for in_flight in IN_FLIGHT}
    return found
