#!/usr/bin/env bash
# Installs what the named parts need and this machine lacks; quiet where all is there.
#
#   setup.sh [rust] [components] [wasm] [trunk] [bindgen] [npm] [chromium] [age] [engines]     (all of them without a name)

set -euo pipefail
cd "$(dirname "$0")/../.."
. src/web/env.sh
. src/web/say.sh
. src/web/debian.sh
. src/web/age.sh
. src/web/sql-engines.sh

TRUNK=0.21.14

# Quickly built tools are quick enough: a third of the time of their own release profiles.
install_tool() {
  env -u CARGO_TARGET_DIR -u RUSTFLAGS \
    CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 CARGO_PROFILE_RELEASE_OPT_LEVEL=1 \
    cargo install --quiet --force "$@"
}

need_rust() {
  command -v cargo >/dev/null ||
    fail "Rust is not installed (no cargo on PATH nor in ${CARGO_HOME:-$HOME/.cargo}/bin)." \
      "Install it from https://rustup.rs and run this again."
  cargo --version >/dev/null 2>&1 ||
    fail "cargo does not run:" "$(cargo --version 2>&1 | head -n 5)" "Try: rustup default stable"
  if ! command -v cc >/dev/null; then
    say "Installing a C compiler, which Rust links with"
    install_packages gcc libc6-dev
  fi
}

need_components() {
  need_rust
  local part
  for part in fmt clippy; do
    cargo "$part" --version >/dev/null 2>&1 && continue
    local component=${part/#fmt/rustfmt}
    say "Adding Rust's $component"
    rustup component add "$component" ||
      fail "Rust's $component is missing and could not be added." "Try: rustup component add $component"
  done
}

need_wasm() {
  need_rust
  if [ "${WASM:-}" = debian ]; then
    need_debian_wasm
  elif ! has_wasm && ! { has_debian_wasm && [ -z "${WASM:-}" ]; }; then
    say "Adding Rust's wasm32-unknown-unknown target"
    if ! { command -v rustup >/dev/null && rustup target add wasm32-unknown-unknown; }; then
      say "rustup could not add the target: taking it from Debian's packages instead"
      need_debian_wasm
    fi
  fi
}

need_trunk() {
  need_rust
  [ "$(trunk --version 2>/dev/null)" = "trunk $TRUNK" ] && return
  say "Installing Trunk $TRUNK (some minutes)"
  install_tool --locked trunk --version "=$TRUNK" ||
    fail "Trunk $TRUNK could not be installed." "Try: cargo install --locked trunk --version =$TRUNK"
}

need_bindgen() {
  need_rust
  local version
  version=$(awk '/^name = "wasm-bindgen"$/ { getline; gsub(/version = |"/, ""); print; exit }' Cargo.lock)
  [ -n "$version" ] || fail "Cargo.lock names no version of wasm-bindgen."
  [ "$(wasm-bindgen --version 2>/dev/null)" = "wasm-bindgen $version" ] &&
    wasm-bindgen-test-runner --version 2>/dev/null | grep -qF " $version" && return
  say "Installing wasm-bindgen-cli $version, the version in Cargo.lock (some minutes)"
  # Not --locked: its lock file may ask for crates the registry does not serve.
  install_tool wasm-bindgen-cli --version "=$version" ||
    fail "wasm-bindgen-cli $version could not be installed." \
      "Try: cargo install wasm-bindgen-cli --version =$version"
}

need_npm() {
  command -v node >/dev/null && command -v npm >/dev/null ||
    fail "Node.js is not installed (node and npm)." "Install version 20 or newer: https://nodejs.org"
  node -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 20 || (a === 20 && b >= 11) ? 0 : 1)' ||
    fail "Node.js $(node --version) is too old." "Install version 20.11 or newer: https://nodejs.org"
  cmp -s package-lock.json node_modules/.installed-lock.json && return
  say "Installing the npm packages of package-lock.json"
  npm ci --ignore-scripts --no-audit --no-fund --loglevel=error ||
    fail "The npm packages could not be installed." "Try: npm ci"
  cp package-lock.json node_modules/.installed-lock.json
}

need_chromium() {
  if ! find_chromium || ! command -v "${CHROMEDRIVER:-chromedriver}" >/dev/null; then
    say "Installing Chromium and its driver"
    install_packages chromium chromium-driver
    hash -r
    find_chromium && command -v chromedriver >/dev/null ||
      fail "Chromium or chromedriver is still missing." "Name your own in CHROME and CHROMEDRIVER."
  fi
}

find_chromium() {
  if [ -n "${CHROME:-}" ]; then
    [ -x "$CHROME" ] || fail "CHROME names $CHROME, which is no program."
    return
  fi
  command -v chromium chromium-browser google-chrome-stable google-chrome >/dev/null
}

[ $# -gt 0 ] || set -- rust components wasm trunk bindgen npm chromium age engines
for part in "$@"; do "need_$part"; done
