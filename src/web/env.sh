# Where the tools are; the Makefile has every shell read this first (BASH_ENV).

# The installed Rust may belong to another home than HOME: CI often gives a clean one.
if [ -z "${RUSTUP_HOME:-}" ] && [ ! -d "${HOME:-/nonexistent}/.rustup" ]; then
  for home in "$(dirname "$(dirname "$(command -v rustup || echo /nonexistent/bin/rustup)")")" \
              "$(getent passwd "$(id -u)" 2>/dev/null | cut -d: -f6)/.cargo"; do
    if [ -x "$home/bin/rustup" ] && [ -d "$(dirname "$home")/.rustup/toolchains" ]; then
      RUSTUP_HOME="$(dirname "$home")/.rustup"
      export RUSTUP_HOME
      PATH="$home/bin:$PATH"
      break
    fi
  done
  unset home
fi

own="${CARGO_HOME:-${HOME:-}/.cargo}/bin"
case ":$PATH:" in
  "$own":* | :"$own":*) ;;
  *) PATH="$own:$PATH" ;;
esac
unset own
export PATH

# Trunk takes NO_COLOR for an option and refuses its usual value 1.
unset NO_COLOR
export TRUNK_SKIP_VERSION_CHECK=true
# Its errors name the cause; where in Trunk they arose helps nobody.
export RUST_LIB_BACKTRACE=0

# Type-erased views: a third less wasm (Leptos' own switch).
export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS="--cfg erase_components"

export PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1
if [ -z "${CHROMEDRIVER:-}" ] && command -v chromedriver >/dev/null; then
  CHROMEDRIVER="$(command -v chromedriver)"
  export CHROMEDRIVER
fi
