// Where days lie along a contract timeline, and the same dates in words.
import { optionsLeft } from '$lib/domain/contract-clock';
import { addMonths, dayNumber, firstOfMonth, parseIsoDay, type Day } from '$lib/domain/day';
import type { DescribedContract } from '$lib/queries/described-contract';

/** The days a timeline reaches from and to; all rows of a list share one. */
export interface TimelineSpan {
	from: Day;
	to: Day;
}

export interface ContractTerm {
	start: Day | null;
	end: Day | null;
	/** Unused options, in order. */
	options: { from: Day; to: Day }[];
	/** Last day to give notice. */
	notice: Day | null;
	/** Last day to call an option, where that is another day than to give notice. */
	optionCall: Day | null;
	/** Last safe day to start a procurement. */
	lastSafeStart: Day | null;
}

/** Percent from the left edge, 0–100; days outside the span are held at its edges. */
export function timelinePlace(day: Day, span: TimelineSpan): number {
	const [from, to] = [dayNumber(span.from), dayNumber(span.to)];
	return Math.min(100, Math.max(0, ((dayNumber(day) - from) / (to - from)) * 100));
}

/** The first of January of each year in the span. */
export function timelineYears(span: TimelineSpan): { year: number; day: Day }[] {
	const [first, last] = [Number(span.from.slice(0, 4)), Number(span.to.slice(0, 4))];
	return Array.from({ length: last - first + 1 }, (_, index) => first + index)
		.map((year) => ({ year, day: firstOfMonth(year, 1) }))
		.filter(({ day }) => day >= span.from && day < span.to);
}

/** Whole years around today: one back, `years` in all. */
export function timelineSpan(today: Day, years = 6): TimelineSpan {
	const year = Number(today.slice(0, 4)) - 1;
	return { from: firstOfMonth(year, 1), to: firstOfMonth(year + years, 1) };
}

/** The dates as one sentence, for the row's label and for those who cannot see the drawing. */
export function timelineWords(term: ContractTerm, today: Day): string {
	const lastOption = term.options.at(-1);
	const parts = [
		`Avtalstid ${term.start ?? 'okänd start'} till ${term.end ?? 'okänt slut'}`,
		lastOption && `option till ${lastOption.to}`,
		term.notice && `säg upp senast ${term.notice}`,
		term.optionCall && `förläng senast ${term.optionCall}`,
		term.lastSafeStart &&
			`sista trygga start av upphandling ${term.lastSafeStart}${term.lastSafeStart < today ? ' har passerat' : ''}`
	];
	return `${parts.filter(Boolean).join(', ')}.`;
}

/** Reads ISO text from a query row; null when it is no day. */
export function dayOrNull(text: string | null): Day | null {
	return text === null ? null : parseIsoDay(text);
}

/** More options than this are one drawn span; a register that says 40 has misread something. */
const mostOptions = 12;

/** Where a contract of the register lies in time. */
export function contractTerm({ facts, row }: Pick<DescribedContract, 'facts' | 'row'>): ContractTerm {
	const { endDay, extensionMonths, extensionKind } = facts;
	const left = extensionKind === 'tillsvidare' ? 0 : Math.min(mostOptions, optionsLeft(facts) ?? 0);
	const options =
		endDay && extensionMonths
			? Array.from({ length: left }, (_, index) => ({
					from: addMonths(endDay, index * extensionMonths),
					to: addMonths(endDay, (index + 1) * extensionMonths)
				}))
			: [];
	return {
		start: facts.startDay,
		end: extensionKind === 'tillsvidare' ? null : endDay,
		options,
		notice: dayOrNull(row.notice_day),
		optionCall: facts.optionCallDay === facts.noticeDay ? null : facts.optionCallDay,
		lastSafeStart: dayOrNull(row.last_safe_start)
	};
}
