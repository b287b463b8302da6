// A browser draws no box taller than some 17 million pixels, which is half a million rows. Above that the scrollbar moves
// over a shorter box, and each of its pixels stands for a few of the rows'.
import { elementScroll, observeElementOffset, type VirtualizerOptions } from '@tanstack/svelte-virtual';

/** What is asked of a virtualizer. */
interface Rows {
	getTotalSize(): number;
	scrollElement: HTMLElement | null;
	scrollOffset: number | null;
}

/** Well below what Firefox draws. */
const tallest = 12_000_000;

/** The height that the rows are drawn in. */
export function drawnHeight(total: number): number {
	return Math.min(total, tallest);
}

/** Pixels of rows per pixel of scrollbar: exactly 1 for all but very long tables. */
function ratioOf(rows: Rows): number {
	const total = rows.getTotalSize();
	const inSight = rows.scrollElement?.clientHeight ?? 0;
	return total <= tallest ? 1 : (total - inSight) / (tallest - inSight);
}

/** Where the rows are scrolled to, in pixels of rows. */
export function rowOffset(rows: Rows): number {
	return (rows.scrollElement?.scrollTop ?? 0) * ratioOf(rows);
}

/** Scrolls to a place, in pixels of rows. */
export function scrollRowsTo(rows: Rows, offset: number): void {
	if (rows.scrollElement) rows.scrollElement.scrollTop = offset / ratioOf(rows);
}

/** How far the drawn rows stand from where a box of full height would have them. */
export function drawnShift(rows: Rows): number {
	const offset = rows.scrollOffset ?? 0;
	return offset - offset / ratioOf(rows);
}

/** What a virtualizer needs to go by pixels of rows. */
export const longScroll: Pick<
	VirtualizerOptions<HTMLElement, HTMLElement>,
	'observeElementOffset' | 'scrollToFn'
> = {
	observeElementOffset: (rows, told) =>
		observeElementOffset(rows, (offset, scrolling) => told(offset * ratioOf(rows), scrolling)),
	scrollToFn: (offset, { adjustments = 0, behavior }, rows) =>
		elementScroll((offset + adjustments) / ratioOf(rows), { behavior }, rows)
};
