// Prints what the workbench takes.
import { pauseMilliseconds, type TaggingTimes } from './tagging';
import type { NativeTagging } from './tagging-native';
import { printMeasures } from './timing';
import type { TabMeasure } from './watch-tab';

/** `published` is milliseconds. */
export function printTagging(published: number, times: TaggingTimes, native: NativeTagging): void {
	const { opened, edited, settled } = times;
	printMeasures('tagging with 200 rules', [
		{ what: 'publish: tag by 200 rules and build', milliseconds: published },
		{ what: 'workbench open, every rule with its figures', milliseconds: opened.milliseconds },
		{
			what: 'of it: the whole ledger judged',
			milliseconds: native.judging.browser,
			native: native.judging.native
		},
		{
			what: 'all statements of the open workbench',
			milliseconds: native.opening.browser,
			native: native.opening.native
		},
		{
			what: `edit to previewed kronor, less ${pauseMilliseconds} ms of pause`,
			milliseconds: edited.milliseconds - pauseMilliseconds
		},
		{
			what: 'of it: the rows judged that it can change',
			milliseconds: native.affected.browser,
			native: native.affected.native
		},
		{
			what: `edit to all of the page drawn, less the pause`,
			milliseconds: settled - pauseMilliseconds
		},
		{ what: 'all statements of an edit', milliseconds: native.edit.browser, native: native.edit.native }
	]);
	const line = (what: string, { peak, stillness }: TabMeasure): string =>
		`${what}: still for ${stillness.toFixed(0)} ms at most, peak ${peak.toFixed(0)} MB`;
	console.log(line('while it opened', opened));
	console.log(line('during five edits', edited));
	const ways = (what: string, once: number, each: number): string =>
		`${what}: each value asked once ${once.toFixed(0)} ms, each row asked every rule ${each.toFixed(0)} ms, ratio ${(each / once).toFixed(1)}`;
	console.log(ways('native, the rule of each row', native.valuesOnce, native.eachRow));
	console.log(
		ways('the same, no text twice in the ledger', native.valuesOnceOwnTexts, native.eachRowOwnTexts)
	);
}
