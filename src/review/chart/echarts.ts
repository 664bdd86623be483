import { BarChart, CustomChart, GraphChart, LineChart, ScatterChart } from 'echarts/charts'
import { GridComponent, MarkLineComponent, TooltipComponent } from 'echarts/components'
import { type ECharts, init, use } from 'echarts/core'
import { LabelLayout } from 'echarts/features'
import { SVGRenderer } from 'echarts/renderers'

/** The one place that knows ECharts: only the parts that our charts need, drawn as SVG so that they print. */

use([
  BarChart,
  CustomChart,
  GraphChart,
  GridComponent,
  LabelLayout,
  LineChart,
  MarkLineComponent,
  ScatterChart,
  SVGRenderer,
  TooltipComponent,
])

export function startChart(element: HTMLElement): ECharts {
  return init(element, null, { renderer: 'svg' })
}
