#!/usr/bin/env python3
"""Scores names on marked sentences of the news corpus, from the CoNLL-U that the program wrote.

    eng/score-names.py GOLD DIR --write articles.jsonl      the articles of the list, to be read by the program
    onrecord parse articles.jsonl > names.conllu
    eng/score-names.py GOLD DIR names.conllu                precision, recall and F1 by kind

GOLD is tests/gold/names-news.tsv: article, start and end of a sentence, names as start:end:KIND in code points of the article's text. DIR
has news/articles-*.jsonl.gz. A name is right when both ends and the kind are. Words are found in the text one after another, so tokens
may be cut in any way. --errors N shows what is wrong; that prints text of the corpus. Standard library only."""

import argparse
import collections
import glob
import gzip
import json
import os
import sys

KINDS = ("PER", "ORG", "LOC")


def read_gold(path):
    gold = {}
    with open(path, encoding="utf-8") as f:
        for line in f:
            if line.startswith("#") or not line.strip():
                continue
            c = line.rstrip("\n").split("\t") + [""]
            names = set()
            for n in c[3].split():
                a, b, kind = n.split(":")
                names.add((int(a), int(b), kind))
            gold[c[0]] = (int(c[1]), int(c[2]), names)
    return gold


def read_articles(data, ids):
    found = {}
    for path in sorted(glob.glob(os.path.join(data, "news", "articles-*.jsonl.gz"))):
        with gzip.open(path, "rt", encoding="utf-8") as f:
            for line in f:
                row = json.loads(line)
                if row["id"] in ids:
                    found[row["id"]] = row
    missing = sorted(set(ids) - set(found))
    if missing:
        sys.exit("score-names: not in the corpus: " + ", ".join(missing))
    return found


def documents(path):
    """Id, and for each word its form and tag, of each document of a CoNLL-U file."""
    ident, words = None, []
    with open(path, encoding="utf-8") as f:
        for line in f:
            line = line.rstrip("\n")
            if line.startswith("# newdoc"):
                if ident is not None:
                    yield ident, words
                ident, words = line.partition("=")[2].strip(), []
            elif line and not line.startswith("#"):
                c = line.split("\t")
                if c[0].isdigit():
                    tag = next((m[4:] for m in c[9].split("|") if m.startswith("NER=")), "O")
                    words.append((c[1], tag))
    if ident is not None:
        yield ident, words


def names_of(ident, text, words):
    """Names as start, end, kind."""
    at, names, open_name = 0, set(), None
    for form, tag in words:
        start = text.find(form, at)
        if start < 0:
            sys.exit(f"score-names: {ident}: {form!r} is not in the text after {at}")
        at = start + len(form)
        if open_name and tag == "I-" + open_name[2]:
            open_name[1] = at
            continue
        if open_name:
            names.add(tuple(open_name))
        open_name = [start, at, tag[2:]] if tag != "O" else None
    if open_name:
        names.add(tuple(open_name))
    return names


def report(name, gold, found, right):
    p = 100 * right / found if found else 0
    r = 100 * right / gold if gold else 0
    f = 200 * right / (gold + found) if gold + found else 0
    print(f"{name:4} {gold:5} names  P {p:5.1f}  R {r:5.1f}  F1 {f:5.1f}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold")
    parser.add_argument("data")
    parser.add_argument("system", nargs="?", help="CoNLL-U of onrecord parse")
    parser.add_argument("--write", metavar="FILE", help="write the articles as JSON lines and stop")
    parser.add_argument("--errors", type=int, default=0, metavar="N")
    a = parser.parse_args()
    gold = read_gold(a.gold)
    articles = read_articles(a.data, gold)
    if a.write:
        with open(a.write, "w", encoding="utf-8") as f:
            for ident in gold:
                f.write(json.dumps(articles[ident], ensure_ascii=False) + "\n")
        return
    if not a.system:
        parser.error("a file of the program's output, or --write")
    marked, found, right = collections.Counter(), collections.Counter(), collections.Counter()
    read = set()
    for ident, words in documents(a.system):
        if ident not in gold:
            continue
        read.add(ident)
        text = articles[ident]["text"]
        start, end, names = gold[ident]
        system = {n for n in names_of(ident, text, words) if n[0] >= start and n[1] <= end}
        for counter, some in ((marked, names), (found, system), (right, names & system)):
            counter.update(kind for _, _, kind in some)
        if names != system and a.errors > 0:
            a.errors -= 1
            show = lambda some: ", ".join(f"{text[s:e]}/{kind}" for s, e, kind in sorted(some))
            print(f"{ident} missed: {show(names - system)}; too many: {show(system - names)}")
    if read != set(gold):
        sys.exit(f"score-names: {len(set(gold) - read)} articles of the list are not in {a.system}")
    for kind in KINDS:
        report(kind, marked[kind], found[kind], right[kind])
    report("all", sum(marked.values()), sum(found.values()), sum(right.values()))


if __name__ == "__main__":
    main()
