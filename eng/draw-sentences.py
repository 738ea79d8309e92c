#!/usr/bin/env python3
"""Draws sentences of the news corpus to be marked by hand, one an article, by a seed.

    eng/draw-sentences.py DIR [--count 300] [--seed 20260102]

DIR has news/articles-*.jsonl.gz. Prints one JSON object a line: id, start, end (code points of the article's text), text. The rule that
cuts sentences is its own and simple, so that nothing of the program decides what is measured. What is printed is the corpus's text: keep
it out of the repository."""

import argparse
import glob
import gzip
import json
import os
import random
import re

# A full stop, question or exclamation mark, closing marks, a space, and a capital or an opening mark.
END = re.compile(r"(?<=[.?!])[\"”’')]*(?=\s+[\"“‘(]?[A-Z])")
ABBREVIATION = re.compile(
    r"(?:^|[\s(“\"‘])(?:[A-Z]|[A-Z](?:\.[A-Z])+|Mr|Mrs|Ms|Dr|Gen|Sen|Rep|Gov|Lt|Col|Sgt|Capt|Maj|St|Jr|Sr|Rev|Prof|Inc|Corp|Co|Ltd|vs|No"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|Ala|Ariz|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Ky|La|Mass|Md|Mich|Minn|Miss|Mo"
    r"|Mont|Neb|Nev|Okla|Ore|Pa|Tenn|Tex|Va|Vt|Wash|Wis|Adm|Hon|Pres|Supt|Sens|Reps|Messrs|a\.m|p\.m)\.$"
)


def sentences(text):
    """Start and end of each sentence that looks like prose, 6 to 60 words long."""
    for line in re.finditer(r"[^\n]+", text):
        at, stop = line.start(), line.end()
        cuts = []
        for m in END.finditer(text, at, stop):
            if not ABBREVIATION.search(text[at : m.start()]):
                cuts.append(m.end())
        for cut in cuts + [stop]:
            start, end = at, cut
            at = cut
            while start < end and text[start].isspace():
                start += 1
            while start < end and text[end - 1].isspace():
                end -= 1
            s = text[start:end]
            words = s.split()
            if 6 <= len(words) <= 60 and re.search(r"[.?!][\"”’')]*$", s) and sum(w[:1].islower() for w in words) * 2 >= len(words):
                yield start, end


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("data")
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--seed", type=int, default=20260102)
    a = parser.parse_args()
    # By the order of a seeded draw over ids, so that the order of the files does not matter.
    articles = {}
    for path in sorted(glob.glob(os.path.join(a.data, "news", "articles-*.jsonl.gz"))):
        with gzip.open(path, "rt", encoding="utf-8") as f:
            for row in f:
                row = json.loads(row)
                articles[row["id"]] = row["text"]
    ids = sorted(articles)
    draw = random.Random(a.seed)
    draw.shuffle(ids)
    found = 0
    for i in ids:
        of = list(sentences(articles[i]))
        if not of:
            continue
        start, end = draw.choice(of)
        print(json.dumps({"id": i, "start": start, "end": end, "text": articles[i][start:end]}, ensure_ascii=False))
        found += 1
        if found == a.count:
            break


if __name__ == "__main__":
    main()
