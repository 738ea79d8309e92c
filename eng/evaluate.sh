#!/usr/bin/env bash
# Every score of docs/evaluation.md, in its order. Needs the corpora and the scorers, which are not part of this repository.
#
#   ONRECORD_DATA=DIR EVAL=DIR eng/evaluate.sh
#
# ONRECORD_DATA   folder of the corpora (default ../shared/data)
# EVAL            folder of the scorers (default ../shared/eval)
set -euo pipefail
cd "$(dirname "$0")/.."
data=${ONRECORD_DATA:-../shared/data}
eval=${EVAL:-../shared/eval}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
dotnet build src/OnRecord.Cli -c Release -v quiet --nologo >/dev/null
onrecord() { dotnet src/OnRecord.Cli/bin/Release/net10.0/OnRecord.Cli.dll "$@"; }
title() { printf '\n== %s\n' "$*"; }

ud() { # GOLD SYSTEM: a line of each score
  python3 "$eval/eval_ud.py" "$1" "$2" | awk 'NR > 1 { printf "%s %s  ", $1, $4 } END { print "" }'
}

title "parse, gold tokens: EWT dev, GUM dev of all genres, of the free ones, of news, of each"
zcat "$data/ud/en_ewt-ud-dev.conllu.gz" >"$work/ewt.conllu"
zcat "$data/ud/en_gum-ud-dev.conllu.gz" >"$work/gum.conllu"
python3 eng/genres.py "$work/gum.conllu" free >"$work/gum-free.conllu"
for genre in $(sed -n 's/^# meta::genre = //p' "$work/gum.conllu" | sort -u); do
  python3 eng/genres.py "$work/gum.conllu" "$genre" >"$work/gum-$genre.conllu"
done
for setting in accurate fast; do
  echo "-- --$setting"
  for set in ewt gum gum-free gum-news; do
    onrecord parse --$setting --pretokenized "$work/$set.conllu" >"$work/parsed.conllu"
    echo "$set: $(ud "$work/$set.conllu" "$work/parsed.conllu")"
  done
done
echo "-- each genre, --accurate"
for genre in $(sed -n 's/^# meta::genre = //p' "$work/gum.conllu" | sort -u); do
  onrecord parse --pretokenized "$work/gum-$genre.conllu" >"$work/parsed.conllu"
  echo "$genre: $(ud "$work/gum-$genre.conllu" "$work/parsed.conllu")"
done

title "parse, plain text: EWT dev, GUM dev of the free genres"
for set in ewt gum-free; do
  gzip -kf "$work/$set.conllu"
  python3 "$eval/to_jsonl.py" ud "$work/$set.conllu.gz" >"$work/plain.jsonl"
  onrecord parse --all-text "$work/plain.jsonl" >"$work/parsed.conllu"
  echo "$set: $(ud "$work/$set.conllu" "$work/parsed.conllu")"
done

title "names, UNER English EWT dev"
python3 "$eval/iob2_to_conllu.py" "$data/uner/en_ewt-dev.iob2.gz" >"$work/uner.conllu"
onrecord parse --pretokenized "$work/uner.conllu" >"$work/named.conllu"
python3 "$eval/score_ner.py" "$data/uner/en_ewt-dev.iob2.gz" "$work/named.conllu" | tail -8

title "names, marked sentences of news"
python3 eng/score-names.py tests/gold/names-news.tsv "$data" --write "$work/news.jsonl"
onrecord parse "$work/news.jsonl" >"$work/news.conllu"
python3 eng/score-names.py tests/gold/names-news.tsv "$data" "$work/news.conllu"

title "coreference, GUM dev"
dotnet run -c Release --project src/OnRecord.Training -- score coreference --data "$data" | grep -E "^(all genres|news.interview|bio|chains)"

title "statements, PolNeAR dev"
python3 "$eval/to_jsonl.py" polnear "$data/polnear/dev.jsonl.gz" >"$work/polnear.jsonl"
for statements in all reported-speech; do
  onrecord code "$work/polnear.jsonl" --statements "$statements" --format jsonl >"$work/polnear.out.jsonl"
  python3 "$eval/record_to.py" attribution "$work/polnear.out.jsonl" --input "$work/polnear.jsonl" >"$work/polnear.system.jsonl"
  echo "-- --statements $statements"
  python3 "$eval/score_attribution.py" "$data/polnear/dev.jsonl.gz" "$work/polnear.system.jsonl"
done
for measure in candidates speakers confidence; do
  dotnet run -c Release --project src/OnRecord.Training -- score "$measure" --data "$data"
done
dotnet run -c Release --project src/OnRecord.Training -- score statements --rules --data "$data" --write "$work/rules.jsonl"
python3 "$eval/record_to.py" attribution "$work/rules.jsonl" --input "$work/polnear.jsonl" >"$work/rules.system.jsonl"
echo "-- without learned weights"
python3 "$eval/score_attribution.py" "$data/polnear/dev.jsonl.gz" "$work/rules.system.jsonl" | head -5

title "wording and answers, own gold"
dotnet run -c Release --project src/OnRecord.Training -- score wording | grep -E "^all rows|, all "
dotnet run -c Release --project src/OnRecord.Training -- score answers

title "one article's whole record"
article=$(ls "$data"/acceptance/*.txt | head -1)
gold=${article%.txt}.gold.json
onrecord code "$article" --outlet "$(python3 -c 'import json,sys; print(json.load(open(sys.argv[1]))["outlet"])' "$gold")" \
  --published "$(python3 -c 'import json,sys; print(json.load(open(sys.argv[1]))["publishedAt"])' "$gold")" --format jsonl >"$work/record.jsonl"
python3 "$eval/score_record.py" "$gold" "$work/record.jsonl"

title "events where there is no politics"
python3 "$eval/to_jsonl.py" ud "$data/ud/en_ewt-ud-train.conllu.gz" --genre reviews >"$work/reviews.jsonl"
python3 "$eval/to_jsonl.py" ud "$data/ud/en_gum-ud-train.conllu.gz" --genre voyage,textbook >"$work/travel.jsonl"
onrecord code "$work/reviews.jsonl" --format jsonl >"$work/reviews.out.jsonl"
onrecord code "$work/travel.jsonl" --format jsonl >"$work/travel.out.jsonl"
python3 "$eval/count_events.py" "$work/reviews.out.jsonl" --per-sentences "$data/ud/en_ewt-ud-train.conllu.gz" | tail -1
python3 "$eval/count_events.py" "$work/travel.out.jsonl" --per-sentences "$data/ud/en_gum-ud-train.conllu.gz" | tail -1

title "type of act between two given spans, PLV train: cross-checked; by rules alone"
dotnet run -c Release --project src/OnRecord.Training -- score dyads --data "$data"
python3 "$eval/to_jsonl.py" plv "$data/plv/PLV_train.tsv" --dyads >"$work/dyads.tsv"
python3 "$eval/to_jsonl.py" plv "$data/plv/PLV_train.tsv" --gold >"$work/plv.tsv"
onrecord dyads --rules "$work/dyads.tsv" >"$work/dyads.out.tsv"
python3 "$eval/score_plv.py" "$work/plv.tsv" "$work/dyads.out.tsv" | tail -6

title "events end to end, PLV train sentences"
python3 "$eval/to_jsonl.py" plv "$data/plv/PLV_train.tsv" >"$work/plv.jsonl"
python3 "$eval/plv_to_gsr.py" "$data/plv/PLV_train.tsv" >"$work/plv-gold.json"
onrecord code "$work/plv.jsonl" --format jsonl >"$work/plv.out.jsonl"
python3 "$eval/record_to.py" gsr "$work/plv.out.jsonl" --input "$work/plv.jsonl" >"$work/plv.system.jsonl"
python3 "$eval/score_gsr.py" "$work/plv-gold.json" "$work/plv.system.jsonl" --granularity 15 | tail -14

title "time expressions, TimeBank and AQUAINT"
for set in TimeBank AQUAINT; do
  python3 "$eval/to_jsonl.py" timeml "$data/tempeval3/TBAQ-cleaned/$set" >"$work/times.jsonl"
  onrecord code "$work/times.jsonl" --format jsonl >"$work/times.out.jsonl"
  python3 "$eval/score_times.py" "$data/tempeval3/TBAQ-cleaned/$set" "$work/times.out.jsonl" | tail -1
done

title "places, TR-News and LGL"
for set in TR-News lgl; do
  python3 "$eval/to_jsonl.py" geo "$data/geoparsing/$set.xml" >"$work/places.jsonl"
  onrecord code "$work/places.jsonl" --format jsonl >"$work/places.out.jsonl"
  python3 "$eval/score_places.py" "$data/geoparsing/$set.xml" "$work/places.out.jsonl" --country-km 1000 --no-adjectives | tail -1
done

title "who held an office: heads by REIGN, three draws; ministers by the news"
for seed in 6 7 8; do
  python3 eng/draw-office-holders.py heads "$data"/reign/data_sets/leaderlist_*.csv --seed "$seed" >"$work/heads.tsv"
  dotnet run -c Release --project src/OnRecord.Training -- score office-holders "$work/heads.tsv"
done
dotnet run -c Release --project src/OnRecord.Training -- score office-holders

title "capital as government or place; names of the one article"
dotnet run -c Release --project src/OnRecord.Training -- score metonymy --data "$data"
dotnet run -c Release --project src/OnRecord.Training -- score acceptance --data "$data"
