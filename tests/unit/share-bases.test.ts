// Shares that stand beside each other say what they are of.
import { describe, expect, it } from 'vitest';
import { dependenceKeys } from '$lib/domain/dependence-indicator';
import { dependenceText, indicatorWords, lockInCardWords } from '$lib/text/dependence';
import { lockInText } from '$lib/text/lock-in';
import { subjectLead } from '$lib/text/subjects';
import { monthFrom } from '$lib/domain/period';

describe('a share of a supplier', () => {
	it('is of all IT cost in its sentence, and of that which has a supplier in what binds', () => {
		const lead = subjectLead(
			{
				kind: 'supplier',
				name: 'Nordvinge',
				kinds: [{ kind: 'Drift', now: 184, before: 0 }],
				rowCount: 1,
				share: 0.184,
				period: { from: monthFrom(2026, 1), to: monthFrom(2026, 8) },
				compared: null,
				today: '2026-08-31'
			},
			'kr'
		);
		expect(lead.after).toMatch(/18,4\s% av all it-kostnad\./);
		expect(lockInCardWords.shareOf(0.192)).toMatch(/^19,2\s% av den it-kostnad som har leverantör$/);
		expect(lockInText.concentration.base('155,2 mnkr', '117 leverantörer', 'jan–aug 2026')).toContain(
			'155,2 mnkr, den it-kostnad som har leverantör'
		);
	});
});

describe('a known share', () => {
	it.each(dependenceKeys)('of %s says what it is of', (key) => {
		expect(dependenceText.known('85 %', indicatorWords[key].knownOf)).toMatch(/^85 % känt av \p{L}+/u);
	});
	it('of bids is of advertised contracts, and of years of all IT cost', () => {
		expect(indicatorWords.ettanbud_kronor.knownOf).toContain('annonserade avtal');
		expect(indicatorWords.ar_sedan_konkurrens.knownOf).toBe('av all it-kostnad');
	});
	it('of exit answers under three suppliers is of those three', () => {
		expect(dependenceText.three.exitAnswered('75 %', 3)).toBe(
			'75 % av svaren kända, de 3 leverantörerna ovan'
		);
	});
});

it('consultants on its own systems are told from all that a supplier is paid for consultants', () => {
	const words = lockInCardWords.consult('1,7 mnkr', { all: '3,9 mnkr', elsewhere: '2,2 mnkr' });
	expect(words).toMatch(
		/^av 1,7 mnkr för konsulter på de system som registret säger att leverantören levererar\./
	);
	expect(words).toContain('3,9 mnkr för konsulter i allt: 2,2 mnkr gäller andras system');
	expect(lockInCardWords.consult('1,7 mnkr', null)).not.toContain('i allt');
});
