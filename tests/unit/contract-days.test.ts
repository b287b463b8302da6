// The days of ten thousand contracts, against a calendar that is counted out here, one day after the other. It shares
// nothing with the code: no month arithmetic, no Date, only the order of the days.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contractClock, type ContractTerms } from '$lib/domain/contract-clock';
import { contractStep, decisionLimit, type ContractFacts } from '$lib/domain/contract-step';
import { parseIsoDay, type Day } from '$lib/domain/day';

/** A day by its place in the calendar: 0 is 1 January 1900. */
type Place = number;

interface Counted {
	/** Months since January 1900. */
	month: number;
	dayOfMonth: number;
	text: string;
}

const calendar: Counted[] = [];
/** For each month its first day's place. */
const firsts: Place[] = [];
for (let year = 1900, month = 0; year < 2200; year++) {
	// 1900 and 2100 are no leap years, 2000 is.
	const isLeap = year % 4 === 0 && !(year % 100 === 0 && year !== 2000);
	for (const [index, length] of [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31].entries()) {
		firsts.push(calendar.length);
		for (let dayOfMonth = 1; dayOfMonth <= length; dayOfMonth++) {
			const text = [year, index + 1, dayOfMonth].map((part) => String(part).padStart(2, '0')).join('-');
			calendar.push({ month, dayOfMonth, text });
		}
		month++;
	}
}

function at<Item>(list: readonly Item[], place: number): Item {
	const item = list[place];
	if (item === undefined) throw new Error(`Nothing is counted out at ${place}.`);
	return item;
}

/** The same day number in another month, else the last of that month (lag 1930:173). */
function monthsFrom(place: Place, months: number): Place {
	const { month, dayOfMonth } = at(calendar, place);
	const [first, next] = [at(firsts, month + months), at(firsts, month + months + 1)];
	return Math.min(first + dayOfMonth - 1, next - 1);
}

/** Looks back from the end, one day at a time, for the first day from which the months fit. */
function lastDayBefore(end: Place, months: number): Place {
	let place = end;
	while (monthsFrom(place, months) > end) place--;
	return place;
}

const placeOf = new Map(calendar.map(({ text }, place) => [text, place]));

function dayAt(place: Place): Day {
	const day = parseIsoDay(at(calendar, place).text);
	if (!day) throw new Error(`${at(calendar, place).text} is no day.`);
	return day;
}
const textAt = (place: Place | null) => (place === null ? null : at(calendar, place).text);

// 1990–2120, so that counting reaches 50 years to both sides.
const [earliest, latest] = [placeOf.get('1990-01-01') ?? 0, placeOf.get('2120-12-31') ?? 0];
const anyDay = fc.integer({ min: earliest, max: latest });
/** The days where months differ in length. */
const monthEdge = fc
	.tuple(fc.integer({ min: 1080, max: 2650 }), fc.integer({ min: -3, max: 1 }))
	.map(([month, shift]) => at(firsts, month) + shift);
const leapEdge = fc
	.tuple(
		fc.constantFrom('1996', '2000', '2024', '2028', '2096', '2100', '2104'),
		fc.integer({ min: -3, max: 3 })
	)
	.map(([year, shift]) => (placeOf.get(`${year}-03-01`) ?? 0) + shift);
const place = fc.oneof(anyDay, monthEdge, leapEdge);
const orNothing = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { freq: 6 });

interface Written {
	end: Place | null;
	extensionKind: string | null;
	extensionCount: number | null;
	extensionMonths: number | null;
	extensionsUsed: number | null;
	extensionCallMonths: number | null;
	noticeMonths: number | null;
}

/** What a register may say of a contract, with any part of it missing. */
const written: fc.Arbitrary<Written> = fc.record({
	end: orNothing(place),
	extensionKind: fc.constantFrom('option', 'option', 'automatisk', 'ingen', 'tillsvidare', null),
	extensionCount: orNothing(fc.integer({ min: 0, max: 6 })),
	extensionMonths: orNothing(fc.constantFrom(0, 1, 3, 6, 11, 12, 24, 48)),
	extensionsUsed: orNothing(fc.integer({ min: 0, max: 7 })),
	extensionCallMonths: orNothing(fc.integer({ min: 0, max: 18 })),
	noticeMonths: orNothing(fc.integer({ min: 0, max: 36 }))
});

const termsOf = ({ end, ...said }: Written): ContractTerms => ({
	...said,
	endDay: end === null ? null : dayAt(end)
});

/** Options that nobody has used: counted off one by one. */
function unused({ extensionKind, extensionCount, extensionsUsed }: Written): number | null {
	if (extensionKind === 'ingen' || extensionCount === 0) return 0;
	if (extensionCount === null || extensionsUsed === null) return null;
	let left = extensionCount;
	for (let used = 0; used < extensionsUsed && left > 0; used++) left--;
	return left;
}

interface Days {
	notice: Place | null;
	call: Place | null;
	latestEnd: Place | null;
	safeStart: Place | null;
}

function daysOf(contract: Written, leadMonths: number): Days {
	const { end, extensionKind, extensionMonths, extensionCallMonths, noticeMonths } = contract;
	if (end === null) return { notice: null, call: null, latestEnd: null, safeStart: null };
	const left = unused(contract);
	const notice = noticeMonths === null ? null : lastDayBefore(end, noticeMonths);
	const hasOption = extensionKind === 'option' && left !== 0;
	// Without anything left the months of an extension do not matter, and need not be known.
	const isFixed = extensionKind === 'ingen' || contract.extensionCount === 0;
	const added = isFixed ? 0 : left === null || extensionMonths === null ? null : left * extensionMonths;
	return {
		notice,
		call: hasOption && extensionCallMonths !== null ? lastDayBefore(end, extensionCallMonths) : null,
		latestEnd: extensionKind === 'tillsvidare' || added === null ? null : monthsFrom(end, added),
		safeStart: monthsFrom(notice ?? end, -leadMonths)
	};
}

describe('the days of ten thousand contracts', () => {
	it('are those that a calendar counted day by day has', () => {
		fc.assert(
			fc.property(written, fc.constantFrom(12, 12, 9, 18, 24), (contract, leadMonths) => {
				const { notice, call, latestEnd, safeStart } = daysOf(contract, leadMonths);
				expect(contractClock(termsOf(contract), leadMonths)).toEqual({
					noticeDay: textAt(notice),
					optionCallDay: textAt(call),
					latestEnd: textAt(latestEnd),
					lastSafeStart: textAt(safeStart)
				});
			}),
			{ numRuns: 10_000 }
		);
	});

	it('hold the end by which the rule is known: 30 June 2027 with six months is 31 December 2026', () => {
		const end = placeOf.get('2027-06-30') ?? 0;
		expect(textAt(lastDayBefore(end, 6))).toBe('2026-12-31');
	});
});

describe('the next step of ten thousand contracts', () => {
	interface Candidate {
		kind: string;
		day: Place;
	}

	/** Everything that somebody can still decide about a contract that ends, nearest first; a start before what it is for. */
	function ahead(contract: Written, end: Place, today: Place): Candidate[] {
		const { notice, call, safeStart } = daysOf(contract, 12);
		const { extensionKind } = contract;
		const found: Candidate[] = [];
		const add = (kind: string, day: Place | null) => {
			if (day !== null && day >= today) found.push({ kind, day });
		};
		add('procure', safeStart);
		const option = extensionKind === 'option' && unused(contract) !== 0 ? (call ?? notice ?? end) : null;
		if (extensionKind === 'automatisk' || extensionKind === null) add('give-notice', notice);
		else if (option !== null && option >= today) add('extend', option);
		else add('procure', notice);
		return found.sort((one, other) => one.day - other.day);
	}

	function stepOf(contract: Written, ceilingShare: number | null, today: Place) {
		const { end, extensionKind } = contract;
		const isOpen = extensionKind === 'tillsvidare';
		if (!isOpen && end !== null && end < today) return { kind: 'expired', day: end };
		if (ceilingShare !== null && ceilingShare >= 1) return { kind: 'ceiling-reached', day: null };
		const step = ((): { kind: string; day: Place | null; waits: boolean } => {
			if (isOpen) return { kind: 'open-ended', day: null, waits: true };
			if (end === null) return { kind: 'unknown', day: null, waits: false };
			const [next] = ahead(contract, end, today);
			if (!next) return { kind: extensionKind === 'automatisk' ? 'renews' : 'ends', day: end, waits: false };
			return { ...next, waits: textAt(next.day) !== null && isLater(next.day, today) };
		})();
		const isNear = ceilingShare !== null && ceilingShare >= 0.8;
		return { kind: isNear && step.waits ? 'ceiling-near' : step.kind, day: step.day };
	}

	/** On or after the last day of the seventh month from now. */
	const isLater = (day: Place, today: Place) => day >= at(firsts, at(calendar, today).month + 8) - 1;

	it('is the nearest thing that can still be decided, and never lies in the past', () => {
		fc.assert(
			fc.property(
				written,
				place,
				orNothing(fc.constantFrom(0, 0.5, 0.79, 0.8, 0.99, 1, 1.2)),
				fc.option(fc.integer({ min: -800, max: 1500 }), { freq: 8 }),
				(said, now, ceilingShare, daysLeft) => {
					// Most contracts end near today: those far from it all have the same step.
					const end = said.end === null || daysLeft === null ? said.end : now + daysLeft;
					const contract = { ...said, end };
					const terms = termsOf(contract);
					const facts: ContractFacts = { ...terms, ...contractClock(terms), startDay: null, ceilingShare };
					const today = dayAt(now);
					const step = contractStep(facts, today);
					const expected = stepOf(contract, ceilingShare, now);
					expect({ kind: step.kind, day: step.day }).toEqual({
						kind: expected.kind,
						day: textAt(expected.day)
					});
					if (step.kind !== 'expired' && step.day !== null) expect(step.day >= today).toBe(true);
					if (step.group === 'decide-soon') expect(step.day && step.day < decisionLimit(today)).toBe(true);
				}
			),
			{ numRuns: 10_000 }
		);
	});
});
