#!/usr/bin/env python3
"""What goes wrong with statements, by kind: how many, and a sample of each by article and offset (no text).

usage: statement-errors.py EVAL GOLD.jsonl.gz SYSTEM.jsonl [--each 20] > errors.tsv

EVAL is the folder of the scorers (score_attribution.py tells the kinds of gold), GOLD a packed split of PolNeAR, SYSTEM what
record_to.py attribution wrote. Counts go to the error stream, rows to the output: kind, article, offset of the cue (of the content
where there is none) in code points. Standard library only.
"""
import argparse, collections, json, random, sys


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("eval")
    parser.add_argument("gold")
    parser.add_argument("system")
    parser.add_argument("--each", type=int, default=20)
    args = parser.parse_args()
    sys.path.insert(0, args.eval)
    import score_attribution as scorer

    gold, _ = scorer.load_gold(args.gold)
    system = {}
    for line in open(args.system, encoding="utf-8"):
        if line.strip():
            row = json.loads(line)
            system[row["id"]] = row["attributions"]
    found = collections.defaultdict(list)
    for article, (text, attributions, discard) in gold.items():
        doc = scorer.Doc(text)
        mask = scorer.quoted_chars(text)
        left_out = doc.words(discard)
        predicted = []
        for p in system.get(article, []):
            content = doc.words(p.get("content"))
            if not (left_out and len(content & left_out) * 2 >= len(content)):
                predicted.append((p, content, doc.words(p.get("source")), doc.words(p.get("cue"))))
        met = set()
        for a in attributions:
            content, cue = doc.words(a["content"]), doc.words(a["cue"])
            if not content:
                continue
            at = min((a["cue"] or a["content"]))[0]
            same = [i for i, p in enumerate(predicted) if (cue & p[3] if cue else not p[3] and content & p[1])]
            met.update(same)
            over = [i for i, p in enumerate(predicted) if scorer.iou(content, p[1]) >= 0.5]
            met.update(over)
            if not same:
                kind = scorer.kind(doc, mask, a["content"])
                if over:
                    name = "other cue"
                elif not a["source"]:
                    name = "missed, without source"
                else:
                    name = "missed, " + kind
            else:
                head = scorer.head_token(doc, a["source"]) if a["source"] else None
                right = [i for i in same if (head in predicted[i][2] if a["source"] else not predicted[i][2])]
                if any(scorer.iou(content, predicted[i][1]) >= 0.5 for i in right):
                    continue
                if right:
                    widths = sum(len(predicted[i][1]) for i in right) - len(content)
                    name = "content too long" if widths > 0 else "content too short"
                else:
                    name = "other source"
            found[name].append((article, at))
        for i, p in enumerate(predicted):
            if i not in met:
                spans = p[0].get("cue") or p[0]["content"]
                found["not in the gold"].append((article, min(spans)[0]))
    draw = random.Random(5)
    for name in sorted(found):
        rows = found[name]
        print("%-24s %5d" % (name, len(rows)), file=sys.stderr)
        for article, at in sorted(draw.sample(rows, min(args.each, len(rows)))):
            print("%s\t%s\t%d" % (name, article, at))


if __name__ == "__main__":
    main()
