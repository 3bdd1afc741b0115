#!/usr/bin/env bash
# Writes what a release archive holds beside the binary: manual pages and shell
# completions, the same for the same commit.
set -euo pipefail
cd "$(dirname "$0")/.."

rm -rf release-files
mkdir release-files
for shell in bash zsh fish powershell; do
  go run . completion "$shell" >"release-files/mcplumb.$shell"
done
(cd tools && go run ./man ../release-files)
