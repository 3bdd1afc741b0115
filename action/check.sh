#!/usr/bin/env bash
# Checks the workspace, shows the findings in the log, as annotations and as a job
# summary, and hands the SARIF file and the counts to the steps that follow.
#
# On a pull request, configuration, baseline and ignore comments come from its base
# revision, so that a change cannot wave itself through.
set -euo pipefail

out=$(mktemp -d "${RUNNER_TEMP:-${TMPDIR:-/tmp}}/mcplumb.XXXXXX")
sarif="$out/mcplumb.sarif"
args=(check)

# fetch COMMIT brings a commit that the checkout does not have, with the credentials
# that it kept, else with those of the job.
fetch() {
  local depth=()
  [[ $(git rev-parse --is-shallow-repository) == false ]] || depth=(--depth=1)
  local command=(git fetch --quiet --no-tags "${depth[@]+"${depth[@]}"}" origin "$1")
  export GIT_TERMINAL_PROMPT=0
  "${command[@]}" 2>/dev/null || GIT_CONFIG_COUNT=1 \
    GIT_CONFIG_KEY_0="http.${GITHUB_SERVER_URL:-https://github.com}/.extraheader" \
    GIT_CONFIG_VALUE_0="AUTHORIZATION: basic $(printf 'x-access-token:%s' "${TOKEN:-}" | base64 | tr -d '\n')" \
    "${command[@]}"
}

base=""
if [[ -n ${BASE_SHA:-} && ${INPUT_JUDGE_BY:-base} == base ]]; then
  base="$out/base"
  if ! git cat-file -e "$BASE_SHA^{commit}" 2>/dev/null && ! fetch "$BASE_SHA"; then
    echo "::error title=mcplumb::the base revision $BASE_SHA cannot be fetched; give actions/checkout fetch-depth: 0"
    echo "exit-code=2" >>"$GITHUB_OUTPUT"
    exit 2
  fi
  mkdir "$base"
  git archive "$BASE_SHA" | (cd "$base" && tar -xf -)
  args+=(--base "$base")
fi

# in_base NAME reports whether a file of settings counts: one that the base revision
# does not have yet does not.
in_base() { [[ -z $base || -f $base/$1 ]]; }

if [[ -n ${INPUT_CONFIG:-} ]]; then
  if in_base "$INPUT_CONFIG"; then
    args+=(--config "${base:+$base/}$INPUT_CONFIG")
  else
    args+=(--no-config)
  fi
fi
if [[ -n ${INPUT_BASELINE:-} ]] && in_base "$INPUT_BASELINE"; then
  args+=(--baseline "${base:+$base/}$INPUT_BASELINE")
fi
if [[ -n ${INPUT_FAIL_ON:-} ]]; then
  args+=(--fail-on "$INPUT_FAIL_ON")
fi

printf '%s\n' "${INPUT_PATHS:-.}" >"$out/paths"
args+=(--files-from "$out/paths" -f sarif -o "$sarif" -f json -o "$out/report.json" -f markdown -o "$out/summary.md" -f github -o "$out/commands")
if [[ ${INPUT_FORMAT:-text} == text ]]; then
  args+=(-f text -o "$out/report.txt")
fi

code=0
mcplumb "${args[@]}" 2>"$out/errors" || code=$?

# Texts in the log come from the files that were checked: nothing in them is an
# order to the runner.
quiet="mcplumb-$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')"
echo "::stop-commands::$quiet"
if [[ -f $out/report.txt ]]; then
  cat "$out/report.txt"
fi
cat "$out/errors"
echo "::$quiet::"

if [[ ! -f $sarif ]]; then
  echo "::error title=mcplumb::mcplumb did not run, see the log"
  echo "exit-code=$code" >>"$GITHUB_OUTPUT"
  exit "$code"
fi
if [[ ${INPUT_ANNOTATIONS:-true} == true ]]; then
  cat "$out/commands"
fi
cat "$out/summary.md" >>"$GITHUB_STEP_SUMMARY"

# count NAME is a number of the report's summary, 0 when it is not there.
count() {
  local line
  line=$(sed -n '/^  "summary": {/,/^  },/p' "$out/report.json" | grep -E "^ +\"$1\": [0-9]+,?\$" || true)
  echo "${line:-0}" | tr -cd '0-9'
}
{
  echo "sarif-file=$sarif"
  for name in findings critical high medium low; do
    echo "$name=$(count "$name")"
  done
  echo "exit-code=$code"
} >>"$GITHUB_OUTPUT"
exit "$code"
