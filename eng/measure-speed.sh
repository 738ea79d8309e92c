#!/usr/bin/env bash
# How fast the whole program is, reading and writing included: words a second on one core over the news corpus, peak memory, and the
# start-up of one article; for the native binary and for dotnet, with both settings of the parser.
#
#   eng/measure-speed.sh [ARTICLES]          default 2000
#
# ONRECORD_DATA   folder of corpora (default ../shared/data)
set -euo pipefail
cd "$(dirname "$0")/.."
data=${ONRECORD_DATA:-../shared/data}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

python3 eng/news-sample.py "$data" "${1:-2000}" >"$work/sample.jsonl"
words=$(python3 -c 'import json,sys; print(sum(len(json.loads(l)["text"].split()) for l in open(sys.argv[1], encoding="utf-8")))' "$work/sample.jsonl")
echo "sample: $(wc -l <"$work/sample.jsonl") articles, $words words"

dotnet build src/OnRecord.Cli -c Release -v quiet --nologo >/dev/null
linker=""
command -v clang >/dev/null || linker="-p:CppCompilerAndLinker=gcc"
if command -v clang >/dev/null || command -v gcc >/dev/null; then
  dotnet publish src/OnRecord.Cli -c Release -r linux-x64 --artifacts-path artifacts/speed -o artifacts/speed/onrecord $linker -v quiet --nologo >/dev/null
else
  echo "native: not measured, there is no clang or gcc to link it"
fi

# measure NAME COMMAND...: python's resource usage gives seconds and peak memory of a child without further tools
measure() {
  python3 - "$words" "$work/sample.jsonl" "$@" <<'PY'
import os, subprocess, sys, time
words, sample, name, command = int(sys.argv[1]), sys.argv[2], sys.argv[3], sys.argv[4:]
core = min(os.sched_getaffinity(0))


def run(arguments):
    start = time.perf_counter()
    p = subprocess.Popen(command + arguments, stdout=subprocess.DEVNULL, preexec_fn=lambda: os.sched_setaffinity(0, {core}))
    _, status, usage = os.wait4(p.pid, 0)
    if os.waitstatus_to_exitcode(status) not in (0, 1):
        sys.exit("%s ended with %d" % (name, os.waitstatus_to_exitcode(status)))
    return time.perf_counter() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


for setting in "--accurate", "--fast":
    wall, cpu, memory = run(["code", sample, "--format", "jsonl", setting])
    starts = sorted(run(["code", "samples/strait-us-wire.txt", "--format", "jsonl", setting])[0] for _ in range(7))
    print("%-7s %-10s %8.0f words/s (wall, one core), %8.0f words/s of CPU time, peak %4.0f MB; one article: median %3.0f ms, best %3.0f ms"
          % (name, setting, words / wall, words / cpu, memory, 1000 * starts[3], 1000 * starts[0]))
PY
}

[ -x artifacts/speed/onrecord/onrecord ] && measure native artifacts/speed/onrecord/onrecord
measure dotnet dotnet src/OnRecord.Cli/bin/Release/net10.0/OnRecord.Cli.dll
