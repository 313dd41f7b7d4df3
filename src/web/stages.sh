#!/usr/bin/env bash
# Runs verbs of the Makefile one after another, stops at the first that fails, and sums up.
# One with a plus (`build+`) begins then and there and runs beside those after it, until its name comes without.

set -uo pipefail
cd "$(dirname "$0")/../.."
. src/web/say.sh

summary=()
began=$SECONDS
line() { printf '%-10s %-4s %5s s' "$1" "$2" "$3"; }

declare -A aside
logs=$(mktemp -d)
# A stage and all it started: each that runs aside leads a group of its own.
end() {
  for pid in "${aside[@]}"; do kill -- "-$pid" 2>/dev/null; done
  rm -rf "$logs"
}
trap end EXIT
trap 'exit 130' INT TERM

run() { "${MAKE:-make}" --no-print-directory "$1" </dev/null; }

# Starts a stage aside; what it says is kept until it is waited for.
begin() {
  set -m
  run "$1" >"$logs/$1" 2>&1 &
  aside[$1]=$!
  set +m
}

# The end of a stage that was begun aside, and what it said.
finish() {
  local rc=0
  wait "${aside[$1]}" || rc=$?
  unset "aside[$1]"
  cat "$logs/$1"
  return $rc
}

stages=0
for stage in "$@"; do
  if [ "$stage" != "${stage%+}" ]; then
    begin "${stage%+}"
    continue
  fi
  stages=$((stages + 1))
  printf '\n── %s ──\n' "$stage"
  start=$SECONDS
  if if [ -n "${aside[$stage]:-}" ]; then finish "$stage"; else run "$stage"; fi; then
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
printf '\nAll is green: %d stages in %d s.\n' $stages $((SECONDS - began))
