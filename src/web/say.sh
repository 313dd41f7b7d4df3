# How the scripts speak.

say() { printf '» %s\n' "$*" >&2; }

fail() {
  printf '\n✗ %s\n' "$1" >&2
  shift
  [ $# -eq 0 ] || printf '  %s\n' "$@" >&2
  exit 1
}
