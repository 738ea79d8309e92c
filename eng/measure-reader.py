#!/usr/bin/env python3
"""Times the reader's pages of articles of about 3,000 words, asked for by several clients at once from a running server.

    onrecord serve --archive news.db &
    eng/measure-reader.py news.db http://127.0.0.1:8080 [--pages 400] [--clients 8] [--words 3000] [--seed 7]

Prints milliseconds (median, 95th percentile, worst) and kilobytes of the pages as they are sent. Standard library only."""
import argparse, http.client, random, sqlite3, threading, time, urllib.parse


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("archive")
    parser.add_argument("url")
    parser.add_argument("--pages", type=int, default=400)
    parser.add_argument("--clients", type=int, default=8)
    parser.add_argument("--words", type=int, default=3000)
    parser.add_argument("--seed", type=int, default=7)
    args = parser.parse_args()
    db = sqlite3.connect(f"file:{args.archive}?mode=ro", uri=True)
    keys = [
        row[0]
        for row in db.execute(
            "SELECT a.key FROM article_index i JOIN article a ON a.id = i.id WHERE i.words BETWEEN ? AND ? ORDER BY a.id",
            (args.words * 19 // 20, args.words * 21 // 20),
        )
    ]
    db.close()
    if not keys:
        raise SystemExit(f"the archive has no article of about {args.words} words")
    rng = random.Random(args.seed)
    todo = iter([rng.choice(keys) for _ in range(args.pages)])
    host = urllib.parse.urlparse(args.url).netloc
    lock, times, sizes, bad = threading.Lock(), [], {}, []

    def client():
        connection = http.client.HTTPConnection(host)
        while True:
            with lock:
                key = next(todo, None)
            if key is None:
                return
            begun = time.perf_counter()
            connection.request("GET", "/article?id=" + urllib.parse.quote(key, safe=""))
            answer = connection.getresponse()
            body = answer.read()
            took = (time.perf_counter() - begun) * 1000
            with lock:
                times.append((took, key))
                sizes[key] = len(body)
                if answer.status != 200:
                    bad.append((answer.status, key))

    threads = [threading.Thread(target=client) for _ in range(args.clients)]
    begun = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    wall = time.perf_counter() - begun
    share = lambda values, p: sorted(values)[min(len(values) - 1, int(len(values) * p))]
    took, kilobytes = [t for t, _ in times], [n / 1000 for n in sizes.values()]
    print(f"{len(keys)} articles of {args.words * 19 // 20} to {args.words * 21 // 20} words, {len(times)} pages by {args.clients} clients, {len(times) / wall:.0f} a second")
    print(f"ms: median {share(took, .5):.1f}, p95 {share(took, .95):.1f}, worst {max(took):.1f} ({max(times)[1]})")
    print(f"KB: median {share(kilobytes, .5):.0f}, p95 {share(kilobytes, .95):.0f}, largest {max(kilobytes):.0f} ({max(sizes, key=sizes.get)})")
    for status, key in bad[:5]:
        print("failed", status, key)
    return 1 if bad else 0


if __name__ == "__main__":
    raise SystemExit(main())
