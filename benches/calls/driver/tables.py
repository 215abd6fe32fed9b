"""What was measured, as the tables of docs/benchmarks.md."""

from driver import times
from driver.counts import LENGTHS


def rows(header, lines):
    aligned = ["---"] + ["---:"] * (len(header) - 1)
    return "\n".join("| " + " | ".join(map(str, line)) + " |" for line in [header, aligned, *lines]) + "\n"


def thousands(count):
    return f"{count / 1000:.1f} k"


def calls(counted):
    lines = []
    for arm, of_arm in counted.items():
        cells = [arm]
        for scenario in ("small", "friends"):
            base = counted["reqwest-by-hand"][scenario]["instructions"]
            count = of_arm[scenario]
            cells += [thousands(count["instructions"]), f"{count['instructions'] / base:.2f}", f"{count['allocations']:.0f}"]
        lines.append(cells)
    header = ["one call", "small: instructions", "to by hand", "allocations", "50 friends: instructions", "to by hand", "allocations"]
    return rows(header, lines)


def parts(counted):
    lines = []
    for name, ours, base in (
        ("preparing a small request", "prepare", "prepare-by-hand"),
        ("preparing one with 50 openids", "prepare-50", "prepare-50-by-hand"),
        ("signing, to one block of MD5", "sign", "md5-block"),
        ("reading 50 friends, to `serde_json` from a slice", "decode-50", "decode-50-serde"),
        ("the same with texts that share a copy of the answer", "decode-50-shared", "decode-50-serde"),
    ):
        cells = [name]
        for count in (counted[ours], counted[base]):
            cells += [thousands(count["instructions"]), f"{count['allocations']:.0f}"]
        lines.append([*cells, f"{counted[ours]['instructions'] / counted[base]['instructions']:.2f}"])
    return rows(["part", "msdk", "allocations", "by hand", "allocations", "ratio"], lines)


def growth(counted):
    lines = []
    for name, of_length in counted.items():
        of_length = {int(length): count for length, count in of_length.items()}
        further = (of_length[LENGTHS[-1]] - of_length[100]) / (LENGTHS[-1] - 100)
        lines.append([name, *(thousands(of_length[length]) for length in LENGTHS), f"{further:,.0f}"])
    return rows(["items", *(f"{length:,}" for length in LENGTHS), "a further item"], lines)


def loads(found):
    lines = []
    for what, values in found.items():
        cells = [times.spread(times.ratios(values, arm)) for arm in times.ARMS if arm != times.BASE]
        lines.append([what, *cells])
    return rows(["to reqwest by hand", *(arm for arm in times.ARMS if arm != times.BASE)], lines)


def scale(found):
    return rows(
        ["what", "ratio"],
        [
            ["calls a second of one client on two threads, to one", times.spread(found["threads"])],
            ["calls a second to the mock gateway, to a minimal server on hyper", times.spread(found["mock"])],
        ],
    )


def memory(found):
    lines = []
    for arm, of_arm in found.items():
        idle = next(iter(of_arm.values()))[0]
        lines.append([arm, f"{idle:,.0f}", *(f"{call:,.0f}" for _, call in of_arm.values())])
    return rows(["bytes", "idle client", *(f"a call, {int(count):,} in flight" for count in next(iter(found.values())))], lines)
