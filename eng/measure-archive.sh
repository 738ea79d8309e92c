#!/usr/bin/env bash
# What the archive's numbers are: all news articles added, the archive's size, searches by eight clients while another add runs, the
# reader's pages, verify. Some twenty minutes on two cores.
#
#   eng/measure-archive.sh ONRECORD [FOLDER]      ONRECORD is the native binary; FOLDER (new, or a temporary one) gets the archive
#
# An archive news.db that FOLDER holds already is taken as it is, and not added again.
# ONRECORD_DATA   folder of corpora (default ../shared/data)
set -euo pipefail
onrecord=$(realpath "$1")
cd "$(dirname "$0")/.."
data=$(realpath "${ONRECORD_DATA:-../shared/data}")
folder=$(realpath "${2:-$(mktemp -d)}")
mkdir -p "$folder"
archive=$folder/news.db
port=8091

if [ ! -e "$archive" ]; then
  echo "== add"
  python3 - "$onrecord" "$archive" "$data"/news/articles-*.jsonl.gz <<'PY'
import os, subprocess, sys, time
onrecord, archive, inputs = sys.argv[1], sys.argv[2], sys.argv[3:]
start = time.perf_counter()
add = subprocess.Popen([onrecord, "add", *inputs, "--archive", archive], stderr=subprocess.PIPE, text=True)
storing = 0.0  # processor seconds of the thread that stores: the main one
ticks = os.sysconf("SC_CLK_TCK")
import threading
lines = []
reader = threading.Thread(target=lambda: lines.extend(add.stderr))
reader.start()
while True:
    pid, status, usage = os.wait4(add.pid, os.WNOHANG)
    if pid:
        break
    try:
        with open(f"/proc/{add.pid}/task/{add.pid}/stat") as stat:
            fields = stat.read().rsplit(")", 1)[1].split()
            storing = (int(fields[11]) + int(fields[12])) / ticks
    except OSError:
        pass
    time.sleep(0.2)
reader.join()
wall, cpu = time.perf_counter() - start, usage.ru_utime + usage.ru_stime
print(lines[-1].strip())
print(f"wall {wall:.0f} s, processor {cpu:.0f} s, of it the storing thread {storing:.0f} s ({100 * storing / cpu:.1f} %), peak memory {usage.ru_maxrss / 1024:.0f} MB")
PY
fi

echo "== size"
python3 - "$archive" "$data"/news/articles-*.jsonl.gz <<'PY'
import gzip, json, os, sys
text = sum(len(json.loads(line)["text"].encode()) for file in sys.argv[2:] for line in gzip.open(file, "rt", encoding="utf-8"))
size = os.path.getsize(sys.argv[1])
print(f"archive {size / 1e6:.0f} MB, text {text / 1e6:.0f} MB: {size / text:.2f} times")
PY

# other articles for the add that runs beside the searches: the same texts under ids of their own, into a copy
echo "== searches while an add runs"
cp "$archive" "$folder/busy.db"
zcat "$data/news/articles-0.jsonl.gz" | sed 's/"id": *"/&again-/' >"$folder/again.jsonl"
"$onrecord" serve --archive "$folder/busy.db" --urls "http://127.0.0.1:$port" 2>"$folder/serve.log" &
server=$!
"$onrecord" add "$folder/again.jsonl" --archive "$folder/busy.db" 2>"$folder/add.log" &
adding=$!
trap 'kill $server $adding 2>/dev/null || true' EXIT
sleep 20
python3 eng/measure-search.py "$archive" "http://127.0.0.1:$port" --searches 1000 --clients 8
kill -0 $adding && echo "the add was still running at the end"
echo "== reader's pages while it runs"
python3 eng/measure-reader.py "$archive" "http://127.0.0.1:$port"
kill $adding $server
wait 2>/dev/null || true

"$onrecord" serve --archive "$archive" --urls "http://127.0.0.1:$port" 2>"$folder/serve.log" &
server=$!
sleep 2
echo "== searches, nothing else running"
python3 eng/measure-search.py "$archive" "http://127.0.0.1:$port" --searches 1000 --clients 8 | grep -E '^all|^hits'
echo "== reader's pages, nothing else running"
python3 eng/measure-reader.py "$archive" "http://127.0.0.1:$port"
kill $server
wait 2>/dev/null || true
trap - EXIT

echo "== verify"
time "$onrecord" verify --archive "$archive"
rm -f "$folder"/busy.db* "$folder/again.jsonl"
