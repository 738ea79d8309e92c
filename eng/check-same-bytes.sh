#!/usr/bin/env bash
# The same text gives the same bytes: codes a sample of the news corpus with dotnet and with the native binary, on one and two threads,
# with all vector instructions, without AVX2 and without any, and compares the hashes.
#
#   eng/check-same-bytes.sh [ARTICLES]       default 1000
#
# ONRECORD_DATA   folder of corpora (default ../shared/data)
set -euo pipefail
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 eng/news-sample.py "${ONRECORD_DATA:-../shared/data}" "${1:-1000}" >"$work/sample.jsonl"
dotnet build src/OnRecord.Cli -c Release -v quiet --nologo >/dev/null
linker=""
command -v clang >/dev/null || linker="-p:CppCompilerAndLinker=gcc"
dotnet publish src/OnRecord.Cli -c Release -r linux-x64 --artifacts-path artifacts/speed -o artifacts/speed/onrecord $linker -v quiet --nologo >/dev/null
hashes=""
sum() {
  local name=$1 hash
  shift
  hash=$({ env "$@" 2>/dev/null || [ $? -eq 1 ]; } | sha256sum | cut -c1-16)
  printf '%-34s %s\n' "$name" "$hash"
  hashes+="$hash"$'\n'
}
dll="dotnet src/OnRecord.Cli/bin/Release/net10.0/OnRecord.Cli.dll code $work/sample.jsonl --format jsonl"
native="artifacts/speed/onrecord/onrecord code $work/sample.jsonl --format jsonl"
sum "dotnet, 1 thread" $dll
sum "dotnet, 2 threads" $dll --threads 2
sum "dotnet, no AVX2" DOTNET_EnableAVX2=0 $dll
sum "dotnet, no vector instructions" DOTNET_EnableHWIntrinsic=0 $dll
sum "native, 1 thread" $native
sum "native, 2 threads" $native --threads 2
sum "native, no AVX2" DOTNET_EnableAVX2=0 $native
[ "$(printf %s "$hashes" | sort -u | wc -l)" -eq 1 ] && echo "all the same" || { echo "DIFFERENT"; exit 1; }
