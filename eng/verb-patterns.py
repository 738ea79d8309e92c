#!/usr/bin/env python3
"""Writes knowledge/verb-patterns.tsv from the CAMEO verb patterns and the crosswalk to PLOVER (standard library only).

usage: verb-patterns.py CAMEO.verbpatterns.txt CAMEO2PLOVER.txt [KNOWLEDGE_DIR]

Rows: verbs BLOCK type words; set NAME words; pattern BLOCK type words-before words-behind. A type is a PLOVER root; a word that begins with & names a set.
The same input gives the same bytes.
"""
import os, re, sys

HEAD = """# Verbs with what stands beside them, and the PLOVER type that coders of political events gave them: votes for the model of acts.
# Columns: verbs, set or pattern; block of verbs, or name of the set; type; words of the block or set, or words before the verb; words behind it.
# Source: CAMEO.verbpatterns (Computational Event Data System, Penn State; MIT licence, in NOTICE) with types by the CAMEO crosswalk of PLOVER (facts).
# By eng/verb-patterns.py. Date: 2015-04.
"""


def main():
    roots = {}
    for line in open(sys.argv[2], encoding="utf-8"):
        m = re.match(r"(\d{2,4}):\s*([A-Z]+)", line)
        if m:
            roots[m.group(1)] = m.group(2)
    def root(code):
        while code:
            if code in roots:
                return roots[code]
            code = code[:-1]
        return None
    verbs, sets, patterns, block, name = {}, {}, set(), None, None
    types = {}
    for line in open(sys.argv[1], encoding="utf-8", errors="replace"):
        line = line.split("#")[0].rstrip()
        if not line:
            name = None if block is None else name
            continue
        if line.startswith("&"):
            name, block = line.split()[0].strip("_").lower(), None
            sets.setdefault(name, set())
        elif line.startswith("---"):
            m = re.match(r"---\s*([A-Z_]+)\s*(?:\[(.*?)\])?", line)
            block, name = (m.group(1).lower(), None) if m else (None, None)
            if block:
                verbs.setdefault(block, set())
                code = (m.group(2) or "").split(":")[0].strip()
                if root(code):
                    types[block] = root(code)
        elif line.startswith("+") and name:
            sets[name].add(line[1:].strip("_ ").split("{")[0].replace("_", " ").strip().lower())
        elif line.startswith("-") and block:
            m = re.match(r"-\s*(.*?)\[(.*?)\]", line)
            if not m or "*" not in m.group(1):
                continue
            code = m.group(2).split(":")[0].strip()
            if code.startswith("---") or not root(code):
                continue
            left, right = m.group(1).split("*", 1)
            words = lambda side: " ".join(w.strip("_(){}").lower() for w in re.split(r"[\s_]+", side) if w and w[0] not in "+%$^" and w.strip("_(){}"))
            if words(left) or words(right):
                patterns.add((block, root(code), words(left), words(right)))
        elif block and line[0].isalpha():
            word = re.split(r"[\s{\[]", line)[0].strip("_").lower()
            if word and "_" not in word and "+" not in word:
                verbs[block].add(word)
    out = sys.argv[3] if len(sys.argv) > 3 else os.path.join(os.path.dirname(__file__), "..", "knowledge")
    with open(os.path.join(out, "verb-patterns.tsv"), "w", encoding="utf-8", newline="\n") as f:
        f.write(HEAD)
        for b in sorted(verbs):
            if verbs[b]:
                f.write("verbs\t%s\t%s\t%s\t\n" % (b, types.get(b, ""), "|".join(sorted(verbs[b]))))
        used = {w for p in patterns for side in p[2:] for w in side.split() if w[0] == "&"}
        for s in sorted(sets):
            if s in used and sets[s]:
                f.write("set\t%s\t\t%s\t\n" % (s, "|".join(sorted(x for x in sets[s] if x))))
        for p in sorted(patterns):
            f.write("pattern\t%s\t%s\t%s\t%s\n" % p)
    print(len(verbs), "blocks,", sum(map(len, verbs.values())), "verbs,", len(sets), "sets,", len(patterns), "patterns")


if __name__ == "__main__":
    main()
