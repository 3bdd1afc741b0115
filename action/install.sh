#!/usr/bin/env bash
# Puts a release of mcplumb on the PATH of the steps that follow, after its checksum
# was compared. A binary that is there already (MCPLUMB_BIN_DIR) is taken as it is.
set -euo pipefail

if [[ -n ${MCPLUMB_BIN_DIR:-} ]]; then
  echo "$MCPLUMB_BIN_DIR" >>"$GITHUB_PATH"
  exit 0
fi

version=${INPUT_VERSION:-${ACTION_REF:-}}
if [[ -z ${INPUT_VERSION:-} && $version =~ ^[0-9a-f]{40}$ ]]; then # pinned to the commit of a release
  version=$(sed -n 's/^const Version = "\(.*\)"$/\1/p' "$GITHUB_ACTION_PATH/internal/cli/cli.go")
fi
version=${version#v}
if [[ ! $version =~ ^[0-9]+\.[0-9]+\.[0-9]+$ ]]; then
  echo "::error title=mcplumb::the action is used at \"${ACTION_REF:-}\", which is no release; name one with the input version"
  exit 2
fi

case "${RUNNER_OS:-$(uname -s)}" in
  Linux) os=linux ;;
  macOS | Darwin) os=darwin ;;
  Windows | MINGW* | MSYS*) os=windows ;;
  *) echo "::error title=mcplumb::no release for this system" && exit 2 ;;
esac
case "${RUNNER_ARCH:-$(uname -m)}" in
  X64 | x86_64) arch=amd64 ;;
  ARM64 | arm64 | aarch64) arch=arm64 ;;
  *) echo "::error title=mcplumb::no release for this processor" && exit 2 ;;
esac

archive="mcplumb_${version}_${os}_${arch}.tar.gz"
url="https://github.com/mcplumb/mcplumb/releases/download/v$version"
bin="$RUNNER_TEMP/mcplumb-$version"
mkdir -p "$bin"
cd "$bin"
curl -fsSL --retry 3 -O "$url/$archive" -O "$url/checksums.txt"
if command -v sha256sum >/dev/null; then
  grep " $archive\$" checksums.txt | sha256sum -c -
else
  grep " $archive\$" checksums.txt | shasum -a 256 -c -
fi
tar -xzf "$archive"
echo "$bin" >>"$GITHUB_PATH"
