#!/usr/bin/env python3
"""Compare two files of records of the same articles: added, lost and changed statements and events by type.

usage: compare-records.py OLD.jsonl NEW.jsonl [--examples N]

A statement is the same when its content begins and ends at the same place, an event when its anchor does; what else differs is a
change, and the fields are named. Ids are compared by what they stand for. Standard library only.
"""
import argparse, collections, json, sys


def load(path):
    with open(path, encoding="utf-8") as f:
        return {r["id"]: r for r in map(json.loads, f)}


def cut(record, span):
    return record["article"]["text"][span[0]:span[1]]


def names(record, ids):
    by = {a["id"]: a["name"] for a in record.get("actors", [])}
    return sorted(by.get(i, i) for i in ids or [])


def place_of_statement(record, ident):
    for s in record.get("statements", []):
        if s["id"] == ident:
            return str(s["content"]["spans"][0])
    return ident


def statements(record):
    for s in record.get("statements", []):
        spans = s["content"]["spans"]
        cue = s.get("cue") or {}
        yield (spans[0][0], spans[-1][1]), s["kind"], {
            "kind": s["kind"],
            "mode": s["mode"],
            "speaker": names(record, (s.get("source") or {}).get("actors")),
            "source": [cut(record, x) for x in (s.get("source") or {}).get("spans") or []],
            "cue": [cut(record, x) for x in cue.get("spans", [])],
            "act": cue.get("act"),
            "spans": spans,
            "nested": bool(s.get("nestedIn")),
        }, (spans[0][0], spans[-1][1])


def events(record):
    for e in record.get("events", []):
        span = tuple(e["anchor"]["span"])
        yield span, e["type"], {
            "type": e["type"],
            "mode": e.get("mode"),
            "actor": names(record, e.get("actor")),
            "recipient": names(record, e.get("recipient")),
            "factuality": e["factuality"],
            "views": [(v["holder"] if v["holder"] == "outlet" else place_of_statement(record, v["holder"]), v["stance"], v["polarity"])
                      for v in e["views"]],
            "place": next((p["name"] for p in record.get("places", []) if p["id"] == e.get("place")), None),
            "time": next((t.get("value") for t in record.get("times", []) if t["id"] == (e.get("time") or {}).get("ref")), None),
        }, span


def index(items):
    """Several records may have one span: they are told apart by their order."""
    seen, out = collections.Counter(), {}
    for span, label, fields, where in items:
        out[span, seen[span]] = (label, fields, where)
        seen[span] += 1
    return out


def context(record, where):
    text, (a, b) = record["article"]["text"], where
    clean = lambda s: " ".join(s.split())
    return "%s[%s]%s" % (clean(text[max(0, a - 60):a]) + " ", clean(text[a:b])[:160], " " + clean(text[b:b + 60]))


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("old")
    ap.add_argument("new")
    ap.add_argument("--examples", type=int, default=20)
    a = ap.parse_args()
    old, new = load(a.old), load(a.new)
    for name, left, right in (("only in old", old, new), ("only in new", new, old)):
        only = [k for k in left if k not in right]
        if only:
            print("articles %s: %d, e.g. %s" % (name, len(only), only[0]))
    examples = []
    for what, items in (("statements", statements), ("events", events)):
        table = collections.defaultdict(collections.Counter)
        changed = collections.Counter()
        for ident in sorted(old.keys() & new.keys()):
            x, y = index(items(old[ident])), index(items(new[ident]))
            for key in sorted(x.keys() | y.keys()):
                if key not in y:
                    label, fields, where = x[key]
                    kind, note, record = "lost", fields, old[ident]
                elif key not in x:
                    label, fields, where = y[key]
                    kind, note, record = "added", fields, new[ident]
                elif x[key][1] != y[key][1]:
                    label, fields, where = y[key]
                    was = x[key][1]
                    note = {k: "%s -> %s" % (was[k], fields[k]) for k in fields if fields[k] != was[k]}
                    kind, record = "changed", new[ident]
                    changed.update(note.keys())
                else:
                    table[y[key][0]]["same"] += 1
                    continue
                table[label][kind] += 1
                examples.append((what[:-1], kind, label, ident, context(record, where), note))
        columns = ("same", "added", "lost", "changed")
        print("\n%-14s %8s %8s %8s %8s" % ((what,) + columns))
        for label in sorted(table):
            print("%-14s %8d %8d %8d %8d" % ((label,) + tuple(table[label][c] for c in columns)))
        total = [sum(t[c] for t in table.values()) for c in columns]
        print("%-14s %8d %8d %8d %8d" % (("all",) + tuple(total)))
        if changed:
            print("changed fields: " + ", ".join("%s %d" % x for x in changed.most_common()))
    # evenly over all differences, so that the same two versions give the same examples
    step = max(1, len(examples) // a.examples) if a.examples else 1
    print("\n%d differences; %d to read:" % (len(examples), min(a.examples, len(examples))))
    for what, kind, label, ident, text, note in examples[::step][:a.examples]:
        print("\n%s %s %s (%s)\n  %s" % (kind, what, label, ident, text))
        print("  " + "; ".join("%s: %s" % (k, v) for k, v in note.items() if v not in (None, [], False) and k != "spans")[:300])


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8", newline="\n")
    main()
