#!/usr/bin/env bash
# Writes what a release archive holds beside the binary into release-files/: manual
# pages, shell completions, and the licences of the modules in the binary. The same
# commit gives the same files.
set -euo pipefail
cd "$(dirname "$0")/.."

out=$PWD/release-files
rm -rf "$out"
mkdir -p "$out"/{completions,licenses,man}

go run . completion bash >"$out/completions/mcplumb.bash"
go run . completion zsh >"$out/completions/_mcplumb"
go run . completion fish >"$out/completions/mcplumb.fish"
go run . completion powershell >"$out/completions/mcplumb.ps1"

SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct)} # the date in the pages
export SOURCE_DATE_EPOCH
(cd tools && go run ./man "$out/man")

for os in linux darwin windows; do
  GOOS=$os go list -deps -f '{{with .Module}}{{if not .Main}}{{.Path}} {{.Dir}}{{end}}{{end}}' .
done | sort -u | while read -r module dir; do
  texts=$(find "$dir" -maxdepth 1 -type f \( -iname 'licen[cs]e*' -o -iname 'notice*' -o -iname 'copying*' \))
  [[ -n $texts ]] || { echo "no licence in $dir" >&2 && exit 1; }
  mkdir -p "$out/licenses/$module"
  while read -r text; do cp "$text" "$out/licenses/$module/"; done <<<"$texts"
done
mkdir "$out/licenses/go"
cp "$(go env GOROOT)/LICENSE" "$out/licenses/go/"
chmod -R u=rwX,go=rX "$out" # the module cache is read-only
