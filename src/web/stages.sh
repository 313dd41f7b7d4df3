#!/usr/bin/env bash
# Runs verbs of the Makefile one after another, stops at the first that fails, and sums up.

set -uo pipefail
cd "$(dirname "$0")/../.."
. src/web/say.sh

summary=()
began=$SECONDS
line() { printf '%-10s %-4s %5s s' "$1" "$2" "$3"; }

for stage in "$@"; do
  printf '\n── %s ──\n' "$stage"
  start=$SECONDS
  if "${MAKE:-make}" --no-print-directory "$stage" </dev/null; then
    summary+=("$(line "$stage" ok $((SECONDS - start)))")
  else
    summary+=("$(line "$stage" FAIL $((SECONDS - start)))")
    printf '\n'
    printf '%s\n' "${summary[@]}"
    fail "$stage failed; the stages after it were not run." "The reason stands above. To run it alone: make $stage"
  fi
done

printf '\n'
printf '%s\n' "${summary[@]}"
printf '\nAll is green: %d stages in %d s.\n' $# $((SECONDS - began))
