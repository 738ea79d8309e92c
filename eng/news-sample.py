#!/usr/bin/env python3
"""A fixed sample of the news corpus as JSON Lines: every k-th article, so that two runs on any machine read the same.

usage: news-sample.py DATA N > sample.jsonl

DATA holds news/articles-*.jsonl.gz; each line has id, outlet, url, published, title, text. Standard library only.
"""
import glob, gzip, json, os, sys


def articles(data):
    files = sorted(glob.glob(os.path.join(data, "news", "articles-*.jsonl.gz")))
    if not files:
        sys.exit("no %s/news/articles-*.jsonl.gz: set ONRECORD_DATA to the folder of corpora" % data)
    for f in files:
        with gzip.open(f, "rt", encoding="utf-8") as lines:
            for line in lines:
                if line.strip():
                    yield line


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    data, n = sys.argv[1], int(sys.argv[2])
    step = max(1, sum(1 for _ in articles(data)) // n)
    for i, line in enumerate(articles(data)):
        if i % step == 0 and i // step < n:
            a = json.loads(line)
            kept = {k: a[k] for k in ("id", "outlet", "url", "published", "title", "text") if a.get(k)}
            sys.stdout.write(json.dumps(kept, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8", newline="\n")
    main()
