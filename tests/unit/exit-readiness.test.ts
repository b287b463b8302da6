import fc from 'fast-check';
import { expect, it } from 'vitest';
import { exitAnswers, exitReadiness, type ExitFacts } from '$lib/domain/exit-readiness';

const silent: ExitFacts = {
	exitPlan: null,
	dataExport: null,
	dataOwnership: null,
	openApi: null,
	openSource: null,
	noticeMonths: null
};

it('one yes, two no and three unknown of six is between 17 and 67 percent', () => {
	const found = exitReadiness([
		{ ...silent, dataExport: 'ja', openApi: 'nej', exitPlan: 'nej', openSource: 'okänt' }
	]);
	expect(found).toMatchObject({ yes: 1, no: 2, unknown: 3, asked: 6, known: 3 / 6 });
	expect(found.low).toBeCloseTo(1 / 6);
	expect(found.high).toBeCloseTo(4 / 6);
});

it('a contract about which everything is known has no interval', () => {
	const found = exitReadiness([
		{
			exitPlan: 'nej',
			dataExport: 'ja',
			dataOwnership: 'ja',
			openApi: 'nej',
			openSource: 'nej',
			noticeMonths: 1
		}
	]);
	expect(found).toMatchObject({ low: 0.5, high: 0.5, known: 1 });
});

it('a contract that nobody has described may be anything', () => {
	expect(exitReadiness([silent])).toMatchObject({ low: 0, high: 1, known: 0 });
});

it('no contracts is no answer, not zero', () => {
	expect(exitReadiness([])).toMatchObject({ asked: 0, low: null, high: null, known: null });
});

it('two months of notice is short, three is not, and none stated is unknown', () => {
	const answer = (noticeMonths: number | null) => exitAnswers({ ...silent, noticeMonths }).shortNotice;
	expect([0, 2, 3, null].map(answer)).toEqual(['yes', 'yes', 'no', 'unknown']);
});

it('the interval holds whatever the unknown answers turn out to be', () => {
	const word = fc.constantFrom('ja', 'nej', 'okänt', null);
	const facts = fc.record({
		exitPlan: word,
		dataExport: word,
		dataOwnership: word,
		openApi: word,
		openSource: word,
		noticeMonths: fc.option(fc.integer({ min: 0, max: 12 }))
	});
	const settle = (known: string | null, later: string) => (known === 'ja' || known === 'nej' ? known : later);
	fc.assert(
		fc.property(
			fc.array(facts, { minLength: 1, maxLength: 5 }),
			fc.constantFrom('ja', 'nej'),
			(contracts, later) => {
				const settled = contracts.map((contract) => ({
					exitPlan: settle(contract.exitPlan, later),
					dataExport: settle(contract.dataExport, later),
					dataOwnership: settle(contract.dataOwnership, later),
					openApi: settle(contract.openApi, later),
					openSource: settle(contract.openSource, later),
					noticeMonths: contract.noticeMonths ?? (later === 'ja' ? 2 : 3)
				}));
				const [now, then] = [exitReadiness(contracts), exitReadiness(settled)];
				expect(then.unknown).toBe(0);
				expect(then.low).toBe(later === 'ja' ? now.high : now.low);
			}
		)
	);
});
