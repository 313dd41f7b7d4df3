# Debian's packages: how to install them, and the wasm target made of them where rustup has none.

# The name under which rustup knows Debian's Rust.
DEBIAN_TOOLCHAIN=wasm
TARGET=wasm32-unknown-unknown

as_root() {
  if [ "$(id -u)" -eq 0 ]; then
    "$@"
  elif [ -t 0 ] && [ -z "${CI:-}" ]; then
    sudo "$@"
  else
    sudo -n "$@"
  fi
}

install_packages() {
  command -v apt-get >/dev/null ||
    fail "These packages are missing, and this is no Debian: $*" "Install what gives you the same."
  [ "$(id -u)" -eq 0 ] || command -v sudo >/dev/null ||
    fail "These Debian packages are missing, and installing them needs root or sudo: $*" \
      "As root: apt-get install $*"
  say "apt-get install $*"
  as_root apt-get -qq update || say "the package lists could not be renewed; going on with the present ones"
  as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends "$@" >/dev/null ||
    fail "These Debian packages could not be installed: $*" "Try: sudo apt-get install $*"
}

# Whether the compiler that runs by default knows the target.
has_wasm() {
  compgen -G "$(rustc --print target-libdir --target "$TARGET" 2>/dev/null || echo /nonexistent)/libcore-*.rlib" >/dev/null
}

has_debian_wasm() {
  RUSTUP_TOOLCHAIN=$DEBIAN_TOOLCHAIN has_wasm
}

need_debian_wasm() {
  has_debian_wasm && return
  command -v rustup >/dev/null || fail "Debian's Rust is used through rustup, which is not there."
  if ! [ -x /usr/bin/rustc ] || ! [ -x /usr/bin/cargo ] || ! [ -e /usr/bin/rust-lld ] || ! [ -d /usr/lib/rustlib/src ]; then
    install_packages rustc-web cargo-web rust-web-src rust-web-llvm
  fi
  if ! [ -x /usr/bin/rust-lld ]; then
    # A link that leads nowhere until the right version of lld is there.
    local version
    version=$(readlink -m /usr/bin/rust-lld | sed -n 's/.*llvm-\([0-9]*\).*/\1/p;s/.*lld-\([0-9]*\)$/\1/p' | head -n 1)
    install_packages "${version:+lld-}${version:-lld}"
  fi
  check_debian_version
  [ -e "$(/usr/bin/rustc --print target-libdir --target "$TARGET")/.aptauja" ] || build_debian_std
  rustup toolchain link "$DEBIAN_TOOLCHAIN" /usr || fail "rustup could not take over Debian's Rust."
  has_debian_wasm || fail "Debian's Rust still lacks the target $TARGET."
}

check_debian_version() {
  local wanted found
  wanted=$(sed -n 's/^rust-version = "\(.*\)"/\1/p' Cargo.toml)
  found=$(/usr/bin/rustc --version | cut -d ' ' -f 2)
  [ "$(printf '%s\n' "$wanted" "$found" | sort -V | head -n 1)" = "$wanted" ] ||
    fail "Debian's Rust is $found; Aptauja needs $wanted."
}

build_debian_std() {
  say "Building Rust's standard library for $TARGET from Debian's sources (about a minute)"
  local folder library
  folder=$(mktemp -d)
  library=$(/usr/bin/rustc --print target-libdir --target "$TARGET")
  mkdir "$folder/src"
  touch "$folder/src/lib.rs"
  printf '[package]\nname = "empty"\nversion = "0.0.0"\nedition = "2021"\n' >"$folder/Cargo.toml"
  (
    cd "$folder"
    unset RUSTUP_TOOLCHAIN
    RUSTC=/usr/bin/rustc RUSTC_BOOTSTRAP=1 RUSTFLAGS=-Cembed-bitcode=yes CARGO_TARGET_DIR="$folder/target" \
      /usr/bin/cargo build --quiet -Zbuild-std=std,panic_abort,test --release --target "$TARGET"
  ) || fail "The standard library could not be built with Debian's Rust."
  as_root mkdir -p "$library"
  as_root cp "$folder/target/$TARGET/release/deps/"*.rlib "$library/"
  as_root rm -f "$library"/libempty-*.rlib
  as_root touch "$library/.aptauja"
  rm -rf "$folder"
}
