// What a chart is made of: the drawing, the marks that keys move between, the legend and the table twin.
import type { BarSeriesOption, CustomSeriesOption, LineSeriesOption } from 'echarts/charts';
import type { GridComponentOption } from 'echarts/components';
import type { ComposeOption } from 'echarts/core';

export type ChartOption = ComposeOption<
	BarSeriesOption | LineSeriesOption | CustomSeriesOption | GridComponentOption
>;

export interface TooltipRow {
	label: string;
	value: string;
	/** Third column: against last year. */
	compare?: string;
	/** Colour of the swatch, or `hatch` for unknown. */
	swatch?: string;
}

export interface ChartTooltip {
	title: string;
	rows: TooltipRow[];
	total?: TooltipRow;
	/** What the third column is. */
	note?: string;
}

/** One thing that can be pointed at: a month, a bar. Marks lie at category 0, 1, 2 … of the mark axis. */
export interface ChartMark {
	key: string;
	/** Read aloud when the mark gets focus: a whole sentence with its figures. */
	label: string;
	tooltip: ChartTooltip;
}

export interface LegendItem {
	label: string;
	colour: string;
	shape: 'square' | 'line' | 'dashed' | 'tick' | 'hatch' | 'outline';
}

export interface ChartSpec {
	option: ChartOption;
	marks: ChartMark[];
	/** The category axis that marks lie along. */
	markAxis: 'x' | 'y';
	legend: LegendItem[];
	/** Height in px that suits the number of marks. */
	height: number;
}

/** The table twin: cells are finished text, the first of each row names it. */
export interface ChartTable {
	head: string[];
	rows: { key: string; cells: string[] }[];
	total?: string[];
}

/** A file made in the browser. */
export interface DownloadFile {
	name: string;
	content: Blob;
}

export type Download = () => DownloadFile | Promise<DownloadFile>;
