# DuckDB and Spark, which the application's report is compared with: from PyPI, in a Python environment of their own.

SQL_ENVIRONMENT=target/sql/venv
SQL_REQUIREMENTS=tests/sql/requirements.txt

need_engines() {
  if ! command -v java >/dev/null; then
    say "Installing Java, which Spark runs on"
    install_packages default-jre-headless
  fi
  cmp -s "$SQL_REQUIREMENTS" "$SQL_ENVIRONMENT/.installed.txt" && return
  if ! python3 -c 'import ensurepip, venv' 2>/dev/null; then
    say "Installing Python's environments"
    install_packages python3 python3-venv
  fi
  say "Installing DuckDB and Spark from PyPI (400 MB)"
  python3 -m venv --clear "$SQL_ENVIRONMENT" &&
    "$SQL_ENVIRONMENT/bin/pip" install --quiet --disable-pip-version-check -r "$SQL_REQUIREMENTS" ||
    fail "DuckDB and Spark could not be installed from PyPI." \
      "This needs the network once: $SQL_ENVIRONMENT/bin/pip install -r $SQL_REQUIREMENTS"
  cp "$SQL_REQUIREMENTS" "$SQL_ENVIRONMENT/.installed.txt"
}
