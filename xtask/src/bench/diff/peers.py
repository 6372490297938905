"""Times Python's difflib on pairs of texts, in one process. Reads and writes
the same JSON as peers.js."""

import difflib
import json
import platform
import re
import sys
import time

WORD = re.compile(r"(?:\w+|[^\w\s])\s*|\s+")

task = json.load(sys.stdin)
seconds = [float("inf")] * len(task["pairs"])
redlines = []
start = time.perf_counter()
for run in range(task["runs"]):
    if run > 0 and time.perf_counter() - start > task["budget"]:
        break
    for at, (old, new) in enumerate(task["pairs"]):
        begin = time.perf_counter()
        old, new = WORD.findall(old), WORD.findall(new)
        codes = difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
        seconds[at] = min(seconds[at], time.perf_counter() - begin)
        if run == 0:
            pieces = []
            for what, a, b, c, d in codes:
                if what == "equal":
                    pieces.append(["=", "".join(new[c:d])])
                else:
                    pieces.append(["-", "".join(old[a:b])])
                    pieces.append(["+", "".join(new[c:d])])
            redlines.append(pieces)
json.dump({"version": platform.python_version(), "seconds": seconds, "pieces": redlines}, sys.stdout)
