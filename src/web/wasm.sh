#!/usr/bin/env bash
# Runs a command with a Rust that can build for wasm32: the default one, or Debian's where that lacks
# the target or WASM=debian asks for it.

set -euo pipefail
cd "$(dirname "$0")/../.."
. src/web/env.sh
. src/web/say.sh
. src/web/debian.sh

if [ "${WASM:-}" = debian ] || ! has_wasm; then
  has_debian_wasm || fail "No Rust here builds for $TARGET." "Try: make setup"
  export RUSTUP_TOOLCHAIN=$DEBIAN_TOOLCHAIN
  say "with Debian's $(rustc --version)"
  # The lints are those of one version of clippy: another one only checks that the code compiles.
  if [ "$1 $2" = "cargo clippy" ]; then
    while [ $# -gt 0 ] && [ "$1" != -- ]; do
      arguments+=("${1/#clippy/check}")
      shift
    done
    set -- "${arguments[@]}"
  fi
fi
exec "$@"
