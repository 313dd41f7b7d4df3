# A real age tool, which the tests compare ours with: the machine's own, else Debian's, else one built by cargo.

# Where one is put that nobody else needs; tests/files/age-tool.mjs looks there too.
AGE_FOLDER=target/age

need_age() {
  has_age && return
  say "Fetching the age tool, for tests"
  unpack_debian_age || {
    say "Debian's package could not be had: building rage instead (some minutes)"
    need_rust
    install_tool --root "$AGE_FOLDER" rage
  } || true
  has_age || fail "No age tool was found or could be installed." "Put age and age-keygen on PATH: https://age-encryption.org"
}

has_age() {
  local folder
  for folder in "" "$AGE_FOLDER/usr/bin/" "$AGE_FOLDER/bin/"; do
    command -v "${folder}age" >/dev/null && command -v "${folder}age-keygen" >/dev/null && return
    command -v "${folder}rage" >/dev/null && command -v "${folder}rage-keygen" >/dev/null && return
  done
  return 1
}

# Without root: the package is unpacked, not installed.
unpack_debian_age() {
  command -v apt-get >/dev/null && command -v dpkg >/dev/null || return 1
  local packages
  packages=$(mktemp -d)
  chmod 755 "$packages"
  if ! (cd "$packages" && apt-get -qq download age 2>/dev/null); then
    # The lists may be old or absent; whoever is not root has to do with what is there.
    [ "$(id -u)" -ne 0 ] || apt-get -qq update >/dev/null 2>&1 || true
    (cd "$packages" && apt-get -qq download age 2>/dev/null) || { rm -rf "$packages"; return 1; }
  fi
  mkdir -p "$AGE_FOLDER"
  dpkg -x "$packages"/age_*.deb "$AGE_FOLDER"
  local status=$?
  rm -rf "$packages"
  return $status
}
