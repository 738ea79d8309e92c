#!/usr/bin/env python3
"""Draws questions on office holders, to ask the knowledge tables with `OnRecord.Training score office-holders` (standard library only).

usage: draw-office-holders.py heads REIGN.csv [--count 250] [--seed 6]
       draw-office-holders.py ministers NEWS_DIR [--count 100] [--seed 6]

heads      leaders of the REIGN list, each on a day inside the spell from 1990 on: spells are drawn, then days. REIGN is never a source of the
           tables. The month of the end is known and not its day, so the day drawn lies before that month.
ministers  foreign, defence and interior ministers of the news corpus: the words "Country's or Countrian (role) minister Given Surname", or the name, a comma and the office, in an
           article of a known date, each country, role and surname once. The second source of a question is the article: its id and offset
           (code points) stand with it. "Former" ministers and those to come are passed over.
Columns: country (alpha-3); role, or heads; day; name; where the source says so.
"""
import csv, datetime, glob, gzip, json, os, random, re, sys

# Correlates of War abbreviations that differ from ISO 3166 alpha-3
ISO = dict(p.split(":") for p in (
    "AAB:ATG ALG:DZA ANG:AGO AUL:AUS AUS:AUT BAH:BHR BAR:BRB BEN:BEN BFO:BFA BHM:BHS BHU:BTN BNG:BGD BOS:BIH BOT:BWA BRU:BRN BUI:BDI BUL:BGR "
    "CAM:KHM CAO:CMR CAP:CPV CDI:CIV CEN:CAF CHA:TCD CON:COG COS:CRI CRO:HRV CZR:CZE DEN:DNK DRC:COD DRV:VNM EQG:GNQ ETM:TLS FIJ:FJI FRN:FRA "
    "GAM:GMB GDR:DEU GFR:DEU GMY:DEU GRG:GEO GRN:GRD GUA:GTM GUI:GIN HAI:HTI HON:HND ICE:ISL INS:IDN IRE:IRL KUW:KWT KYR:KGZ KZK:KAZ LAT:LVA "
    "LEB:LBN LES:LSO LIB:LBY LIT:LTU MAA:MRT MAC:MKD MAD:MDV MAG:MDG MAL:MYS MAS:MUS MAW:MWI MLD:MDA MNC:MCO MNG:MNE MON:MNG MOR:MAR MSI:MHL "
    "MYA:MMR MZM:MOZ NAU:NRU NEP:NPL NEW:NZL NIG:NGA NIR:NER NTH:NLD OMA:OMN PAL:PLW PAR:PRY PHI:PHL POR:PRT ROK:KOR ROM:ROU SAF:ZAF SAL:SLV "
    "SEY:SYC SIE:SLE SIN:SGP SKN:KNA SLO:SVK SLU:LCA SLV:SVN SNM:SMR SOL:SLB SPN:ESP SRI:LKA SUD:SDN SVG:VCT SWA:SWZ SWD:SWE SWZ:CHE TAJ:TJK "
    "TAZ:TZA THI:THA TOG:TGO TRI:TTO UAE:ARE UKG:GBR URU:URY VAN:VUT YAR:YEM YPR:YEM YUG:SRB ZAM:ZMB ZIM:ZWE").split())


def heads(path, count, seed):
    spells = []
    for c in csv.reader(open(path, encoding="utf-8", errors="replace")):
        if c[0] == "stateabb" or len(c) < 9 or not c[8].isdigit() or not c[6].isdigit():
            continue
        first = max(datetime.date(int(c[6]), int(c[5]), max(1, int(c[4] or 1))), datetime.date(1990, 1, 1))
        last = min(datetime.date(int(c[8]), int(c[7]), 1) - datetime.timedelta(1), datetime.date(2021, 3, 1))
        if last >= first:
            spells.append((ISO.get(c[0], c[0]), c[3].strip(), first, last, c[2]))
    draw = random.Random(seed)
    for country, name, first, last, ident in draw.sample(spells, count):
        day = first + datetime.timedelta(draw.randrange((last - first).days + 1))
        print(country, "heads", day.isoformat(), name, "REIGN " + ident, sep="\t")


ROLES = {"foreign": "foreign", "external affairs": "foreign", "defence": "defence", "defense": "defence", "interior": "interior", "home": "interior"}
NOT_A_NAME = r"(?!Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|But|The|And|In|On)"


def ministers(folder, count, seed):
    names = {}
    tables = os.path.join(os.path.dirname(__file__), "..", "knowledge", "countries.tsv")
    for line in open(tables, encoding="utf-8"):
        if line[0] != "#":
            c = line.rstrip("\n").split("\t")
            names.update((n, c[0]) for n in c[4].split("|") if n)
            names[c[2] + "'s"] = names[c[2] + "\u2019s"] = c[0]
    names.update({"British": "GBR", "UK": "GBR", "U.K.": "GBR"})
    for n in ("American", "US"):
        names.pop(n, None)
    who = "|".join(sorted(map(re.escape, names), key=len, reverse=True))
    given = NOT_A_NAME + r"[A-Z][\w\u00c0-\u024f'\u2019-]+"
    name = r"(?P<name%%d>%s(?: (?:al-|bin |Al |von |van |de |Mc)?%s){1,2})" % (given, given)
    office = r"(?P<who%%d>%s) (?P<role%%d>%s) (?:[Mm]inister|[Ss]ecretary)" % (who, "|".join(list(ROLES) + [r.title() for r in ROLES]))
    pattern = re.compile(r"(?<![\w-])(?:%s,? %s(?!\w)|%s, (?:the )?%s(?=[,.;]| (?:said|told|has|was|on)))"
                         % (office % (1, 1), name % 1, name % 2, office % (2, 2)))
    found = {}
    for path in sorted(glob.glob(os.path.join(folder, "articles-*.jsonl.gz"))):
        for line in gzip.open(path, "rt", encoding="utf-8"):
            a = json.loads(line)
            day = (a.get("published") or a.get("date") or "")[:10]
            if not re.fullmatch(r"\d{4}-\d\d-\d\d", day):
                continue
            for m in pattern.finditer(a["text"]):
                before = a["text"][max(0, m.start() - 30):m.start()].lower()
                if re.search(r"(former|ex-|then|deputy|late|new|incoming|designate|vice|shadow|opposition|junior|state)\W*$", before):
                    continue
                k = "1" if m.group("name1") else "2"
                key = (names[m.group("who" + k)], ROLES[m.group("role" + k).lower()], m.group("name" + k).split()[-1])
                found.setdefault(key, []).append((day, m.group("name" + k), "%s %d" % (a["id"], m.start("name" + k))))
    draw = random.Random(seed)
    keys = sorted(found)
    for key in draw.sample(keys, min(count, len(keys))):
        day, name, where = draw.choice(found[key])
        print(key[0], key[1], day, name, where, sep="\t")
    print("%d pairs of office and name in the corpus" % len(keys), file=sys.stderr)


def main():
    a = sys.argv[1:]
    if len(a) < 2 or a[0] not in ("heads", "ministers"):
        sys.exit(__doc__)
    option = lambda name, default: int(a[a.index(name) + 1]) if name in a else default
    (heads if a[0] == "heads" else ministers)(a[1], option("--count", 250 if a[0] == "heads" else 100), option("--seed", 6))


if __name__ == "__main__":
    main()
