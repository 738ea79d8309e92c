#!/usr/bin/env python3
"""Draw mentions of capitals from the news corpus for marking, and make the gold table from the marks (standard library only).

usage: draw-capitals.py DATA [--seed 6] [--first 1] [--last 150] [--context 350] [--skip NAME,NAME]
           prints the drawn mentions FIRST to LAST with context for marking (>>>mention<<<), one block a mention; NAMEs are not
           printed (they keep their numbers)
       draw-capitals.py DATA --marks MARKS.tsv > capitals-news.tsv
           writes the gold table (no text of the corpus) from the marks

DATA       folder with articles-*.jsonl.gz (objects with id and text)
MARKS.tsv  a line a mention read: number in the draw, article id, start, answer (government, place, other); # lines are comments

Text: the field `text` of an article as it stands in the file (that is the input object of `onrecord code`; eval/to_jsonl.py has no
mode for news). Offsets are Unicode code points into it, half-open.

The draw: the articles in the order of the files are shuffled (random.Random(seed)); then, article by article, one of the mentions in its text is
chosen at random, if it has any. A mention is a capital's name as a word (also in capital letters, as in datelines). Not taken: one right after
George, Denzel or another first name in FIRST, and Washington before State or after "state of". Left out of the list, since they mostly
mean something else in this corpus: Male, Victoria, Hamilton, Georgetown, Kingston, San Jose; and city states (Singapore, Luxembourg ...).

The choice: in the order of the draw, every mention marked government or place, at most 25 of Washington and 10 of London (later ones are passed over),
until there are 100. If fewer than 35 of these are government: go on, adding only those marked government (the same two limits), one in for the
last place mention out, until 40 are.
"""
import argparse, glob, gzip, json, os, random, re, sys

CAPITALS = """Abidjan|Abu Dhabi|Abuja|Accra|Addis Ababa|Algiers|Amman|Amsterdam|Ankara|Antananarivo|Apia|Ashgabat|Asmara|Astana|Nur-Sultan|
Asunción|Asuncion|Athens|Baghdad|Baku|Bamako|Bangkok|Bangui|Banjul|Beijing|Peking|Beirut|Belgrade|Belmopan|Berlin|Bern|Bishkek|Bissau|
Bogotá|Bogota|Brasília|Brasilia|Bratislava|Brazzaville|Bridgetown|Brussels|Bucharest|Budapest|Buenos Aires|Bujumbura|Cairo|Canberra|
Cape Town|Caracas|Castries|Chisinau|Chişinău|Colombo|Conakry|Copenhagen|Dakar|Damascus|Dar es Salaam|Delhi|New Delhi|Dhaka|Dili|Dodoma|
Doha|Dublin|Dushanbe|Freetown|Funafuti|Gaborone|Gitega|Guatemala City|Hanoi|Harare|Havana|Helsinki|Honiara|Islamabad|Jakarta|
Jerusalem|Tel Aviv|Juba|Kabul|Kampala|Kathmandu|Katmandu|Khartoum|Kiev|Kyiv|Kigali|Kinshasa|Kuala Lumpur|Kuwait City|La Paz|
Libreville|Lilongwe|Lima|Lisbon|Ljubljana|Lomé|Lome|London|Luanda|Lusaka|Madrid|Majuro|Malabo|Managua|Manama|Manila|Maputo|Maseru|
Mbabane|Mexico City|Minsk|Mogadishu|Monrovia|Montevideo|Moroni|Moscow|Muscat|N'Djamena|N’Djamena|Nairobi|Nassau|Naypyidaw|Naypyitaw|
Niamey|Nicosia|Nouakchott|Nuku'alofa|Oslo|Ottawa|Ouagadougou|Panama City|Paramaribo|Paris|Phnom Penh|Podgorica|Port Louis|
Port Moresby|Port-au-Prince|Port of Spain|Port Vila|Porto-Novo|Prague|Praia|Pretoria|Pristina|Pyongyang|Quito|Rabat|Ramallah|
Reykjavik|Reykjavík|Riga|Riyadh|Rome|San Salvador|Sana'a|Sana’a|Sanaa|Santiago|Santo Domingo|Sarajevo|Seoul|Skopje|Sofia|Stockholm|
Sucre|Suva|Taipei|Tallinn|Tarawa|Tashkent|Tbilisi|Tegucigalpa|Tehran|Teheran|The Hague|Thimphu|Tirana|Tokyo|Tripoli|Tunis|
Ulaanbaatar|Ulan Bator|Vaduz|Valletta|Vienna|Vientiane|Vilnius|Warsaw|Washington|Wellington|Windhoek|Yamoussoukro|Yaoundé|Yaounde|
Yerevan|Zagreb""".replace("\n", "").split("|")
FIRST = "George|Denzel|Martha|Booker T\\.|Kerry|Harold|Craig|Dinah|Eugene|Harriet|Jack|Stacy|Julie|Theo|Sofia|Jason|Desmond|Isaiah|Kamasi"
LIMITS = {"Washington": 25, "London": 10}
names = sorted({n for c in CAPITALS for n in (c, c.upper())}, key=lambda n: (-len(n), n))
MENTION = re.compile(r"(?<![\w@#])(?:%s)(?!\w)" % "|".join(map(re.escape, names)))
BEFORE = re.compile(r"(?:\b(?:%s)(?: [A-Z]\.)?|\b[Ss]tate of) $" % FIRST)
AFTER = re.compile(r" [Ss]tate\b")


def mentions(text):
    for m in MENTION.finditer(text):
        if BEFORE.search(text[max(0, m.start() - 30):m.start()]):
            continue
        if m.group().title() == "Washington" and AFTER.match(text[m.end():m.end() + 8]):
            continue
        yield m.start(), m.end()


def draw(folder, seed):
    """All draws in order: (number, article, start, end)."""
    files = sorted(glob.glob(os.path.join(folder, "articles-*.jsonl.gz")))
    if not files:
        sys.exit("no articles-*.jsonl.gz in " + folder)
    articles = []
    for f in files:
        with gzip.open(f, "rt", encoding="utf-8", newline="\n") as lines:
            for line in lines:
                o = json.loads(line)
                articles.append((o["id"], o.get("text") or ""))
    rng = random.Random(seed)
    rng.shuffle(articles)
    n = 0
    for id, text in articles:
        found = list(mentions(text))
        if found:
            n += 1
            s, e = rng.choice(found)
            yield n, id, text, s, e


def choose(drawn, marks):
    """The gold rows by the rule of the head: (answer, id, start, end, mention)."""
    rows, counts, topping = [], {}, False
    for n, id, text, s, e in drawn:
        if len(rows) == 100 and not topping:
            if sum(r[0] == "government" for r in rows) >= 35:
                return rows
            topping = True
        if topping and sum(r[0] == "government" for r in rows) >= 40:
            return rows
        name = text[s:e].title()
        if counts.get(name, 0) >= LIMITS.get(name, 101):
            continue
        answer = marks.get((n, id, s))
        if answer is None:
            sys.exit(f"no mark for mention {n}: {id} {s}")
        if answer == "other" or topping and answer != "government":
            continue
        if topping:
            last = max(i for i, r in enumerate(rows) if r[0] == "place")
            gone = rows.pop(last)[4].title()
            counts[gone] -= 1
        counts[name] = counts.get(name, 0) + 1
        rows.append((answer, id, s, e, text[s:e]))
    sys.exit("the draw ran out")


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("data", metavar="DATA")
    p.add_argument("--seed", type=int, default=6)
    p.add_argument("--first", type=int, default=1)
    p.add_argument("--last", type=int, default=150)
    p.add_argument("--context", type=int, default=350)
    p.add_argument("--skip", default="")
    p.add_argument("--marks")
    a = p.parse_args()
    if a.marks:
        marks = {}
        for line in open(a.marks, encoding="utf-8"):
            if line.strip() and line[0] != "#":
                n, id, s, answer = line.rstrip("\n").split("\t")
                if answer not in ("government", "place", "other"):
                    sys.exit("unknown answer: " + line)
                marks[int(n), id, int(s)] = answer
        rows = choose(draw(a.data, a.seed), marks)
        g = sum(r[0] == "government" for r in rows)
        print("# Mentions of capitals in the news corpus (shared/data/news, Article-Bias-Prediction): does the mention stand for the state's")
        print("# government or politics (government) or for the city, also as an adjective or dateline (place)? Marked by reading, before any rules.")
        print("# No text of the corpus stands here but the mention. Offsets: Unicode code points into the field `text`, half-open.")
        print(f"# Drawn by draw-capitals.py, seed {a.seed}: articles shuffled, one random mention an article; parts of names, persons and US states")
        print("# passed over; at most 25 Washington, 10 London; to 100; where fewer than 35 were government, further government ones in for the last")
        print(f"# place ones, until 40. Here: {g} government, {len(rows) - g} place.")
        print("# columns: answer, article id, start, end, mention")
        for r in rows:
            print(*r, sep="\t")
        return
    skip = set(filter(None, a.skip.split(",")))
    for n, id, text, s, e in draw(a.data, a.seed):
        if n > a.last:
            break
        if n >= a.first and text[s:e].title() not in skip:
            left, right = text[max(0, s - a.context):s], text[e:e + a.context]
            print(f"=== {n} {id} {s} {e} {text[s:e]}")
            print((left + ">>>" + text[s:e] + "<<<" + right).replace("\n", " / "))


if __name__ == "__main__":
    main()
