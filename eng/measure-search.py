#!/usr/bin/env python3
"""Times searches by several clients against a running server: 1,000 seeded queries in fourteen forms of the grammar, with words that
occur 10 to 10,000 times in the archive.

    onrecord serve --archive news.db &
    eng/measure-search.py news.db http://127.0.0.1:8080 [--searches 1000] [--clients 8] [--seed 7]

Prints milliseconds: median, 95th percentile, worst, by form and in all. Run an 'onrecord add' to the same archive meanwhile to see what
that costs."""
import argparse, http.client, json, random, sqlite3, threading, time, urllib.parse
from collections import defaultdict


def words_of(db, table, low, high):
    db.execute(f"CREATE VIRTUAL TABLE temp.v_{table} USING fts5vocab('main', '{table}', 'row')")
    return [(t, n) for t, n in db.execute(f"SELECT term, doc FROM temp.v_{table} WHERE doc BETWEEN ? AND ?", (low, high)) if t.isalpha() and len(t) > 2]


class Picker:
    """Words with document counts spread evenly over the logarithm of their range."""

    def __init__(self, rng, words):
        self.rng, self.bins = rng, defaultdict(list)
        for word, count in sorted(words):
            self.bins[min(11, int((len(bin(count)) - 2)))].append(word)
        self.keys = sorted(self.bins)

    def one(self):
        return self.rng.choice(self.bins[self.rng.choice(self.keys)])


def queries(db, rng, count):
    said = Picker(rng, words_of(db, "statement_fts", 10, 10000))
    told = Picker(rng, words_of(db, "article_fts", 10, 10000))
    done = Picker(rng, words_of(db, "event_fts", 10, 10000))
    actors = [r[0] for r in db.execute("SELECT name FROM actor WHERE kind IN ('person','country','organisation') AND articles BETWEEN 10 AND 10000 ORDER BY id LIMIT 4000")]
    outlets = [r[0] for r in db.execute("SELECT name FROM outlet WHERE name <> '' ORDER BY id LIMIT 300")]
    acts = ["say", "claim", "deny", "accuse", "warn", "demand", "promise", "admit", "doubt", "support"]
    types = ["ASSAULT", "CONSULT", "THREATEN", "SANCTION", "AID", "REJECT", "ACCUSE", "PROTEST"]
    quoted = lambda name: '"' + name.replace('"', " ") + '"'
    actor = lambda: quoted(rng.choice(actors))
    year = lambda: rng.randint(2012, 2020)
    forms = {
        "word": lambda: ("statements", said.one()),
        "two words": lambda: ("articles", f"{told.one()} {told.one()}"),
        "phrase": lambda: ("articles", '"' + rng.choice(["white house", "supreme court", "foreign minister", "oil prices", "health care", "prime minister", "climate change"]) + '"'),
        "word in articles": lambda: ("articles", told.one()),
        "or": lambda: ("statements", f"{said.one()} OR {said.one()}"),
        "not": lambda: ("statements", f"{said.one()} NOT {said.one()}"),
        "speaker": lambda: ("statements", f"speaker:{actor()}"),
        "speaker and word": lambda: ("statements", f"speaker:{actor()} {said.one()}"),
        "about and act": lambda: ("statements", f"about:{actor()} act:{rng.choice(acts)}"),
        "act and dates": lambda: ("statements", f"act:{rng.choice(acts)} since:{(y := year())} until:{y}"),
        "outlet and word": lambda: ("statements", f"outlet:{quoted(rng.choice(outlets))} {said.one()}"),
        "does to": lambda: ("events", f"does:{actor()} to:{actor()}"),
        "type and factuality": lambda: ("events", f"type:{rng.choice(types)} factuality:{rng.choice(['happened', 'planned', 'denied', 'threatened'])}"),
        "words of events": lambda: ("events", done.one()),
        "asserted by": lambda: ("events", f"asserted-by:outlet does:{actor()}"),
        "articles by statement": lambda: ("articles", f"speaker:{actor()} act:{rng.choice(acts)}"),
        "section": lambda: ("statements", f"section:headline {said.one()}"),
        "actors": lambda: ("actors", rng.choice(rng.choice(actors).split())),
    }
    names = list(forms)
    return [(names[i % len(names)], *forms[names[i % len(names)]]()) for i in range(count)]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("archive")
    parser.add_argument("url")
    parser.add_argument("--searches", type=int, default=1000)
    parser.add_argument("--clients", type=int, default=8)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--pages", action="store_true", help="ask for the page instead of the API")
    args = parser.parse_args()
    db = sqlite3.connect(f"file:{args.archive}?mode=ro", uri=True)
    todo = queries(db, random.Random(args.seed), args.searches)
    db.close()
    host = urllib.parse.urlparse(args.url).netloc
    lock, at, times, totals, bad = threading.Lock(), iter(todo), [], [], []

    def client():
        connection = http.client.HTTPConnection(host)
        while True:
            with lock:
                item = next(at, None)
            if item is None:
                return
            form, kind, query = item
            path = "/search?tab=" + kind if args.pages else "/api/search?kind=" + kind
            begun = time.perf_counter()
            connection.request("GET", path + "&q=" + urllib.parse.quote(query))
            answer = connection.getresponse()
            body = answer.read()
            took = (time.perf_counter() - begun) * 1000
            with lock:
                if answer.status != 200:
                    bad.append((answer.status, query, body[:200]))
                else:
                    times.append((took, form, query))
                    totals.append(0 if args.pages else json.loads(body)["total"])

    threads = [threading.Thread(target=client) for _ in range(args.clients)]
    begun = time.perf_counter()
    for t in threads:
        t.start()
    for t in threads:
        t.join()
    wall = time.perf_counter() - begun
    share = lambda values, p: sorted(values)[min(len(values) - 1, int(len(values) * p))]
    by_form = defaultdict(list)
    for took, form, _ in times:
        by_form[form].append(took)
    for form, values in by_form.items():
        print(f"{form:24} n {len(values):4}  median {share(values, .5):7.1f}  p95 {share(values, .95):7.1f}  worst {max(values):7.1f}")
    values = [t for t, _, _ in times]
    print(f"{'all':24} n {len(values):4}  median {share(values, .5):7.1f}  p95 {share(values, .95):7.1f}  worst {max(values):7.1f}  {len(values) / wall:.0f} searches/s")
    if not args.pages:
        print(f"hits: median {share(totals, .5)}, p95 {share(totals, .95)}, most {max(totals)}, none {totals.count(0)}")
    for slow in sorted(times, reverse=True)[:5]:
        print(f"slowest {slow[0]:.0f} ms: {slow[2]}")
    for status, query, body in bad[:5]:
        print("failed", status, query, body)
    return 1 if bad else 0


if __name__ == "__main__":
    raise SystemExit(main())
