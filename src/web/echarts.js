// The part of ECharts the pictures need. The page loads it when the first chart is shown.

import { init, use } from "echarts/core";
import { BarChart, ScatterChart } from "echarts/charts";
import { AriaComponent, GridComponent, LegendComponent } from "echarts/components";
import { SVGRenderer } from "echarts/renderers";

use([BarChart, ScatterChart, AriaComponent, GridComponent, LegendComponent, SVGRenderer]);

globalThis.aptaujaCharts = {
  /** Draws into an element; `options` are those of `echarts.init`. */
  init: (element, options = {}) => init(element, null, { ...options, renderer: "svg" }),
};
