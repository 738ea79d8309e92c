#!/usr/bin/env bash
# Draws docs/picture.svg: the page that `onrecord code` prints for a sample, as a terminal shows it.
#
#   eng/picture.sh [LINES]                   lines of the page to show, default 46
set -euo pipefail
cd "$(dirname "$0")/.."
dotnet build src/OnRecord.Cli -c Release -v quiet --nologo >/dev/null
dotnet src/OnRecord.Cli/bin/Release/net10.0/OnRecord.Cli.dll code samples/strait-us-wire.txt \
  --outlet "Continental Wire" --published 2024-03-15 --format text |
  python3 eng/page-to-svg.py 'onrecord code samples/strait-us-wire.txt --outlet "Continental Wire" --published 2024-03-15' "${1:-46}" >docs/picture.svg
echo "docs/picture.svg: $(wc -c <docs/picture.svg) bytes"
