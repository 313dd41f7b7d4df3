# Figures of R for tests/fixtures/statistics.json; called by reference.py. One case a line, as JSON arrays.
options(digits = 17)
input <- file("stdin")
open(input)
cases <- strsplit(readLines(input), " ")
for (case in cases) {
  kind <- case[[1]]
  figures <- as.numeric(case[-1])
  p <- switch(kind,
    exact = {
      rows <- figures[[1]]
      fisher.test(matrix(figures[-1], nrow = rows, byrow = TRUE), workspace = 2e7)$p.value
    },
    chi = {
      found <- suppressWarnings(chisq.test(matrix(figures[-1], nrow = figures[[1]], byrow = TRUE), correct = FALSE))
      c(found$statistic, found$parameter, found$p.value)
    },
    proportions = suppressWarnings(prop.test(figures[c(1, 3)], figures[c(2, 4)], correct = FALSE))$p.value,
    holm = p.adjust(figures, method = "holm"),
    version = NULL
  )
  cat(if (kind == "version") R.version.string else p, "\n")
}
