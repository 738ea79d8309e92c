#!/usr/bin/env python3
"""Documents of some genres out of GUM in CoNLL-U (standard library only).

usage: genres.py FILE.conllu[.gz] GENRE[,GENRE ...] > PART.conllu

A document belongs to the genre of its line `# meta::genre = NAME`. `free` stands for the genres whose texts are free for any use,
from which models are learned.
"""
import gzip, sys

FREE = "news,interview,bio,voyage,textbook,vlog,speech,conversation,academic,court"


def documents(path):
    lines = []
    with (gzip.open if path.endswith(".gz") else open)(path, "rt", encoding="utf-8") as f:
        for line in f:
            if line.startswith("# newdoc") and lines:
                yield lines
                lines = []
            lines.append(line)
    if lines:
        yield lines


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    wanted = {f"# meta::genre = {g}" for g in (FREE if sys.argv[2] == "free" else sys.argv[2]).split(",")}
    for lines in documents(sys.argv[1]):
        if any(line.strip() in wanted for line in lines):
            sys.stdout.writelines(lines)


if __name__ == "__main__":
    main()
