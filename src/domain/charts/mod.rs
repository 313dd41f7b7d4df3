//! Reports as pictures: options for ECharts, one file per kind of picture.
