import { describe, expect, it } from 'vitest';
import { parseMonth, type Period } from '$lib/domain/period';
import { subjectPath } from '$lib/domain/subject';
import { systemCompleteness } from '$lib/domain/system-completeness';
import { rowsFromText, rowsToText } from '$lib/state/rows-text';
import { noFilters } from '$lib/domain/filters';
import { listLead, subjectLead, type SubjectLead } from '$lib/text/subjects';

function months(from: string, to: string): Period {
	const [first, last] = [parseMonth(from), parseMonth(to)];
	if (!first || !last) throw new Error(`${from}–${to} is no period`);
	return { from: first, to: last };
}
const period = months('2026-01', '2026-08');
const said = ({ before, figure, after }: SubjectLead) =>
	`${before}${figure ?? ''}${after}`.replace(/\u00a0/g, ' ');
const kronor = (amount: number) => amount * 100;

describe('the address of a page', () => {
	it('keeps every letter of a key, also a slash', () => {
		expect(subjectPath('supplier', '559900-0014')).toBe('/leverantorer/559900-0014');
		expect(subjectPath('supplier', 'ÅSA & BO AB/NORR')).toBe('/leverantorer/%C3%85SA%20%26%20BO%20AB%2FNORR');
		expect(subjectPath('supplier', 'Enskild firma 3')).toBe('/leverantorer/Enskild%20firma%203');
		expect(subjectPath('unit', 'Skolnämnden')).toBe('/namnder/Skoln%C3%A4mnden');
		expect(subjectPath('system', 'S-001')).toBe('/system/S-001');
	});

	it('is never a personnummer, and what has no key has no page', () => {
		for (const key of ['811218-9876', '8112189876', '19811218-9876', '-', '', null])
			expect(subjectPath('supplier', key)).toBeNull();
	});
});

describe('the sentence of a page', () => {
	const facts = {
		kind: 'supplier' as const,
		name: 'Alfa AB',
		kinds: [
			{ kind: 'Drift', now: kronor(30_000_000), before: kronor(28_000_000) },
			{ kind: 'Konsult', now: kronor(3_100_000), before: kronor(3_100_000) }
		],
		rowCount: 12,
		share: 0.204,
		period,
		compared: months('2025-01', '2025-08'),
		today: '2026-08-31'
	};

	it('says what it costs, its share, the change and where that comes from', () => {
		expect(said(subjectLead(facts, 'mnkr'))).toBe(
			'Alfa AB kostar 33,1 mnkr, 20,4 % av all it-kostnad. Det är 2,0 mnkr mer än samma tid i fjol. Driften står för 2,0 mnkr av ökningen.'
		);
		expect(said(subjectLead({ ...facts, kind: 'unit', name: 'Skolnämnden' }, 'mnkr'))).toMatch(
			/^Skolnämndens it kostar 33,1 mnkr/
		);
	});

	it('names a period that is not this year so far, and says when there is nothing to compare with', () => {
		const earlier = { ...facts, period: months('2023-01', '2023-12'), compared: null };
		expect(said(subjectLead(earlier, 'mnkr'))).toBe(
			'Alfa AB kostade 33,1 mnkr jan–dec 2023, 20,4 % av all it-kostnad. Samma tid året innan är inte inläst.'
		);
	});

	it('says that there is no cost, and what there was, instead of zero kronor', () => {
		const kinds = [{ kind: 'Drift', now: 0, before: kronor(2_000_000) }];
		expect(said(subjectLead({ ...facts, kind: 'system', kinds, rowCount: 0 }, 'mnkr'))).toBe(
			'Ingen it-kostnad hör till Alfa AB jan–aug 2026, mot 2,0 mnkr samma tid i fjol.'
		);
	});

	it('of a list says the whole, how many and the largest', () => {
		const largest = { name: 'Alfa AB', share: 0.204 };
		const list = { amount: kronor(162_100_000), count: 117, named: 0.723, largest, period };
		expect(said(listLead('supplier', list, 'mnkr'))).toBe(
			'It kostade 162,1 mnkr jan–aug 2026, hos 117 leverantörer. Störst är Alfa AB, 20,4 % av all it-kostnad.'
		);
		expect(said(listLead('system', list, 'mnkr'))).toBe(
			'It kostade 162,1 mnkr jan–aug 2026, varav 72,3 % hör till 117 system. Störst är Alfa AB, 20,4 % av all it-kostnad.'
		);
		expect(said(listLead('unit', { ...list, amount: 0, count: 0, largest: null }, 'mnkr'))).toBe(
			'Ingen it-kostnad jan–aug 2026.'
		);
	});
});

describe('completeness of a system', () => {
	it('counts what is known of what the slice holds; okänt is not known', () => {
		const line = {
			system_id: 'S-1',
			name: 'Lärstigen',
			unit: 'Skolnämnden',
			users: 0,
			data_export: 'okänt',
			api: null
		};
		expect(systemCompleteness(line, true)).toEqual({ filled: 2, asked: 4 });
		// What stands empty for all but controllers is not asked of others.
		expect(systemCompleteness({ ...line, integrations: null }, true).asked).toBe(5);
		expect(systemCompleteness({ ...line, integrations: null }, false).asked).toBe(4);
	});
});

describe('rows of a maker', () => {
	it('come back from the address as they were', () => {
		const shown = { path: ['Alfa AB'], selection: { filters: { ...noFilters, makers: ['Kontorssviten'] } } };
		expect(rowsFromText(rowsToText(shown))).toEqual(shown);
	});
});
