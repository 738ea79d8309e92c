#!/usr/bin/env bash
# Builds the scripts and styles of the pages from web/ into src/OnRecord.Server/wwwroot, where they are committed: dotnet build needs
# no Node. With --check it fails when what is committed is not what web/ gives.
set -euo pipefail
cd "$(dirname "$0")/../web"
npm ci --no-audit --no-fund
npm run build
if [ "${1:-}" = "--check" ]; then
  git diff --exit-code -- ../src/OnRecord.Server/wwwroot
fi
