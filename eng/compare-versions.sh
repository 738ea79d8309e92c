#!/usr/bin/env bash
# What a change does to the records: codes a fixed sample of 1,000 news articles with two revisions and reports added, lost and
# changed statements and events by type, with twenty examples to read.
#
#   eng/compare-versions.sh OLD [NEW]        revisions; NEW defaults to the working tree as it stands
#
# ONRECORD_DATA   folder of corpora (default ../shared/data)
# ONRECORD_SAMPLE articles to code (default 1000)
set -euo pipefail
[ $# -ge 1 ] && [ $# -le 2 ] || { sed -n '2,8s/^# \{0,1\}//p' "$0"; exit 2; }
cd "$(dirname "$0")/.."
root=$PWD
data=${ONRECORD_DATA:-../shared/data}
work=$(mktemp -d)
cleanup() {
  git worktree list --porcelain | sed -n 's/^worktree //p' | grep -F "$work/" | while read -r tree; do git worktree remove --force "$tree"; done
  rm -rf "$work"
}
trap cleanup EXIT

python3 eng/news-sample.py "$data" "${ONRECORD_SAMPLE:-1000}" >"$work/sample.jsonl"
echo "sample: $(wc -l <"$work/sample.jsonl") articles, sha256 $(sha256sum "$work/sample.jsonl" | cut -c1-16)"

# code NAME SOURCE-FOLDER: builds there and codes the sample
code() {
  dotnet publish "$2/src/OnRecord.Cli" -c Release -p:PublishAot=false --artifacts-path "$work/$1-build" -o "$work/$1-bin" -v quiet --nologo >"$work/$1.log" ||
    { cat "$work/$1.log"; exit 1; }
  dotnet "$work/$1-bin/OnRecord.Cli.dll" code "$work/sample.jsonl" --threads "$(nproc)" --format jsonl >"$work/$1.jsonl" || [ $? -eq 1 ]
}

git worktree add --quiet --detach "$work/old" "$1"
code old "$work/old"
if [ $# -eq 2 ]; then
  git worktree add --quiet --detach "$work/new" "$2"
  code new "$work/new"
else
  code new "$root"
fi
python3 eng/compare-records.py "$work/old.jsonl" "$work/new.jsonl"
