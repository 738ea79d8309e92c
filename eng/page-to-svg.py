#!/usr/bin/env python3
"""A page of text (standard input) as an SVG that looks like a terminal.

usage: page-to-svg.py COMMAND LINES < page.txt > picture.svg

Colors follow from the form of a line: headings in capitals, ids in the margin, words in quotation marks, types in capitals.
Standard library only; the same page gives the same bytes.
"""
import html, re, sys

WIDTH, SIZE, STEP, CHAR = 100, 14, 19, 8.43
INK, DIM, HEAD, ACT, QUOTE, BACK, BAR = "#d8dee9", "#7b88a1", "#88c0d0", "#ebcb8b", "#a3be8c", "#2e3440", "#3b4252"

PIECES = re.compile(r"(?P<quote>[“‘\"][^”’\"]*[”\"]?|[‘][^’]*’)|(?P<act>\b[A-Z]{4,}\b(?: [a-z-]+(?=\s{2}|  | ·| \())?)|(?P<dim> · .*$)")


def spans(line):
    """-> [(text, color, bold)]"""
    if re.fullmatch(r"[A-Z ,]{6,}", line):
        return [(line, HEAD, True)]
    if re.fullmatch(r"─+", line) or line in ("Headline", "First paragraph", "Body"):
        return [(line, DIM, False)]
    if re.match(r" {7}\S", line):
        return [(line, QUOTE, False)]
    out, at = [], 0
    margin = re.match(r"  [es]\d+ +", line)
    if margin:
        out.append((margin.group(), DIM, False))
        at = margin.end()
        name = re.match(r"[^:,·]+", line[at:])
        if name:
            out.append((name.group(), INK, True))
            at += name.end()
    for m in PIECES.finditer(line, at):
        if m.start() > at:
            out.append((line[at:m.start()], INK, False))
        color = QUOTE if m.group("quote") else ACT if m.group("act") else DIM
        out.append((m.group(), color, False))
        at = m.end()
    out.append((line[at:], INK, False))
    return [x for x in out if x[0]]


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    sys.stdin.reconfigure(encoding="utf-8")
    sys.stdout.reconfigure(encoding="utf-8", newline="\n")
    most = int(sys.argv[2])
    lines = sys.stdin.read().rstrip("\n").split("\n")
    shown = lines[:most] + (["…"] if len(lines) > most else [])
    height, width = STEP * (len(shown) + 2) + 50, int(CHAR * WIDTH) + 40
    print('<svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" viewBox="0 0 %d %d" role="img">' % (width, height, width, height))
    print("<title>The page that onrecord prints for a sample article</title>")
    print('<rect width="%d" height="%d" rx="8" fill="%s"/><rect width="%d" height="28" rx="8" fill="%s"/>' % (width, height, BACK, width, BAR))
    for i, color in enumerate(("#bf616a", "#ebcb8b", "#a3be8c")):
        print('<circle cx="%d" cy="14" r="5" fill="%s"/>' % (18 + 18 * i, color))
    print('<g font-family="ui-monospace, Menlo, Consolas, \'DejaVu Sans Mono\', monospace" font-size="%d" xml:space="preserve">' % SIZE)
    y = 50
    rows = [[("$ ", DIM, False), (sys.argv[1], INK, True)], []] + [
        [(line, INK, True)] if i == 0 else [(line, DIM, False)] if i == 1 else spans(line) for i, line in enumerate(shown)
    ]
    for row in rows:
        if row:
            # one length for the whole row keeps columns apart where a font is missing
            text = "".join('<tspan fill="%s"%s>%s</tspan>' % (c, ' font-weight="bold"' if b else "", html.escape(t, quote=False)) for t, c, b in row)
            print('<text x="20" y="%d" textLength="%.0f">%s</text>' % (y, CHAR * sum(len(t) for t, _, _ in row), text))
        y += STEP
    print("</g>\n</svg>")


if __name__ == "__main__":
    main()
