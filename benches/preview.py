#!/usr/bin/env python3
"""In: a number of items. Out: how long after a save the preview's page shows it, asked over HTTP.
Never: a content left changed; the item is put back as it was.

    cargo build --release
    cargo bench --bench whole -- 10000 --prepare
    python3 benches/preview.py 10000
"""

import argparse
import subprocess
import time
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
GREETING = " shows the site"
TITLE = "title: {ja: "


def started(site):
    """The preview, and its address once there is something to see."""
    command = [ROOT / "target/release/michinori", "--lang", "en", "serve", site, "--port", "0"]
    preview = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    for line in preview.stdout:
        if GREETING in line:
            return preview, line.split(GREETING)[0]
    raise SystemExit("the preview did not start")


def shown(page):
    return urllib.request.urlopen(page).read().decode()


def seconds_to_see(page, path, text, mark):
    """From the save until the page holds the mark."""
    changed = text.replace(TITLE, f"{TITLE}{mark}", 1)
    saved = time.monotonic()
    path.write_text(changed, encoding="utf-8")
    while mark not in shown(page):
        time.sleep(0.002)
    return time.monotonic() - saved


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("items", type=int)
    parser.add_argument("--saves", type=int, default=5)
    parser.add_argument("--between", type=float, default=3, help="seconds from one save to the next")
    arguments = parser.parse_args()
    site = ROOT / "target/bench" / str(arguments.items)
    path = sorted((site / "content/plans").glob("*/items/*/item.yaml"))[0]
    item, plan = path.parent, path.parent.parent.parent
    begun = time.monotonic()
    preview, address = started(site)
    print(f"the first page after {time.monotonic() - begun:.2f} s")
    text = path.read_text(encoding="utf-8")
    try:
        for number in range(arguments.saves):
            page = f"{address}{plan.name}/items/{item.name}.html"
            seconds = seconds_to_see(page, path, text, f"試験{number}・")
            print(f"a save seen after {seconds * 1000:.0f} ms")
            time.sleep(arguments.between)
    finally:
        path.write_text(text, encoding="utf-8")
        preview.terminate()


if __name__ == "__main__":
    main()
