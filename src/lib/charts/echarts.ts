// The parts of ECharts that are drawn with; loaded when the first chart is shown.
import { BarChart, CustomChart, LineChart } from 'echarts/charts';
import { GridComponent } from 'echarts/components';
import { init, use, type EChartsType } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

use([BarChart, LineChart, CustomChart, GridComponent, SVGRenderer]);

/** An empty drawing in that element. @public Loaded by a dynamic import, which the dead-code check does not follow. */
export function startDrawing(element: HTMLElement, width: number, height: number): EChartsType {
	return init(element, null, { renderer: 'svg', width, height });
}
