#!/usr/bin/env python3
"""Where found sentences end and gold ones do not, by the last character before: full stop, question or exclamation mark, other mark, word.

usage: sentence-ends.py GOLD.conllu PARSED.conllu

Both hold the same text; spaces do not count. Standard library only.
"""
import collections, sys


def ends(path):
    """The last word of each sentence, by the count of characters before its end."""
    found, at, last, skip = {}, 0, None, 0
    for line in open(path, encoding="utf-8"):
        line = line.rstrip("\n")
        if not line:
            if last is not None:
                found[at] = last
            last = None
            continue
        columns = line.split("\t")
        if line[0] == "#" or "." in columns[0]:
            continue
        if "-" in columns[0]:
            first, end = map(int, columns[0].split("-"))
            skip = end - first + 1
        elif skip:
            skip -= 1
            continue
        last = "".join(columns[1].split())
        at += len(last)
    if last is not None:
        found[at] = last
    return found


def kind(word):
    if word.endswith("."):
        return "full stop"
    return "? or !" if word[-1] in "?!" else "word" if word[-1].isalnum() else "other mark"


if len(sys.argv) != 3:
    sys.exit(__doc__)
gold, parsed = ends(sys.argv[1]), ends(sys.argv[2])
print("%-12s%8s%8s%8s" % ("", "gold", "missed", "extra"))
for k in ("full stop", "? or !", "other mark", "word"):
    count = lambda items: sum(1 for w in items if kind(w) == k)
    print(
        "%-12s%8d%8d%8d"
        % (
            k,
            count(gold.values()),
            count(w for at, w in gold.items() if at not in parsed),
            count(w for at, w in parsed.items() if at not in gold),
        )
    )
