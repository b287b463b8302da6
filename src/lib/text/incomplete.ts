// The words of months and spans that are not whole.
import { monthsBetween, type Month } from '../domain/period';
import type { MonthGap, SpanGap } from '../domain/incomplete-months';
import { capitalised, formatMonthLong, formatMonthShort, formatShare } from './format';

export const incompleteWord = 'ofullständig';

function monthGapWords(gap: MonthGap): string {
	switch (gap.reason) {
		case 'notEnded':
			return 'månaden är inte slut';
		case 'noRows':
			return 'inga rader är inlästa';
		case 'fewRows':
			return `${formatShare(gap.fewer, 0)} färre rader än vanligt`;
	}
}

/** Why a span is not whole: "månaden är inte slut", "saknar sep–dec", "juli 2026 har 45 % färre rader än vanligt". */
export function gapReason({ missing, months }: SpanGap, alone: boolean): string {
	const reasons: string[] = [];
	if (missing.length) reasons.push(alone ? 'månaden är inte inläst' : `saknar ${monthSpan(missing)}`);
	for (const { month, gap } of months) {
		const words = monthGapWords(gap);
		if (alone) reasons.push(words);
		else if (gap.reason === 'fewRows') reasons.push(`${formatMonthLong(month)} har ${words}`);
		else if (gap.reason === 'notEnded') reasons.push(`${formatMonthLong(month)} är inte slut`);
		else reasons.push(`${formatMonthLong(month)} har inga inlästa rader`);
	}
	return reasons.join(', ');
}

/** In a subtitle: "Ofullständig: maj–aug 2026 (…)." for one, and how many when there are more. */
export function gapsNote(named: readonly { name: string; reason: string }[]): string {
	const [only] = named;
	if (!only) return '';
	if (named.length === 1) return ` ${capitalised(only.name)} är ofullständig: ${only.reason}.`;
	return ` Ofullständiga: ${named.map(({ name }) => name).join(', ')}.`;
}

/** "sep–dec", and runs apart from each other by commas. */
function monthSpan(months: readonly Month[]): string {
	const runs: Month[][] = [];
	for (const month of months) {
		const run = runs.at(-1);
		const last = run?.at(-1);
		if (run && last && monthsBetween(last, month) === 1) run.push(month);
		else runs.push([month]);
	}
	return runs
		.map((run) => {
			const [first, last] = [run[0] ?? '', run.at(-1) ?? ''];
			return first === last
				? formatMonthShort(first)
				: `${formatMonthShort(first)}–${formatMonthShort(last)}`;
		})
		.join(', ');
}
