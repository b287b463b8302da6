import { expect, it } from 'vitest';
import { parseIsoDay } from '$lib/domain/day';
import { dataActWords, exitPartGround, openMoney, openMoneyWords, openMonths } from '$lib/text/exit';
import { inHouseWords, ownShareText } from '$lib/text/in-house';

const plain = (text: string) => text.replace(/\u00a0/g, ' ');
const million = 100_000_000;

it('a cost is told from low to high with what is likely, and as at least where nobody knows the end', () => {
	const known = { low: 1.2 * million, likely: 2 * million, high: 3.5 * million };
	expect(openMoney(known, 'mnkr')).toBe('1,2–3,5');
	expect(plain(openMoneyWords(known, 'mnkr'))).toBe('1,2–3,5 mnkr, troligt 2,0 mnkr');
	const open = { low: 1.2 * million, likely: null, high: null };
	expect(plain(openMoneyWords(open, 'mnkr'))).toBe('minst 1,2 mnkr');
	const sure = { low: million, likely: million, high: million };
	expect(plain(openMoneyWords(sure, 'mnkr'))).toBe('1,0 mnkr');
	expect(openMoney({ low: -million, likely: 0, high: million }, 'mnkr', true)).toBe('−1,0 till +1,0');
});

it('months are whole from ten, and unknown without a yearly cost', () => {
	expect(openMonths({ low: 9.44, likely: 20, high: 30.6 })).toBe('9,4–31');
	expect(plain(openMonths({ low: 34.4, likely: null, high: null }))).toBe('minst 34');
	expect(openMonths(null)).toBe('Okänt');
});

it('a part says what it is counted on, or that nobody knows', () => {
	const facts = { users: null, integrations: 1, monthly: null, until: 'inget känt avtal' };
	expect(exitPartGround('migration_users', facts)).toBe('antal användare okänt');
	expect(plain(exitPartGround('integrations', facts))).toBe('1 integration');
	expect(exitPartGround('parallel_run', facts)).toBe('årskostnad okänd');
	expect(exitPartGround('termination', facts)).toBe('inget känt avtal');
});

it('the Data Act is told for services only, by the side of the day', () => {
	const [exit, end] = [parseIsoDay('2026-12-31'), parseIsoDay('2027-01-12')];
	const words = (...input: Parameters<typeof dataActWords>) => plain(dataActWords(...input));
	expect(words({ is: 'yes', by: 'form' }, 'before', exit, end)).toMatch(
		/kan lämnas 31 december 2026, före 12 januari 2027\. Leverantören får då ta betalt/
	);
	expect(words({ is: 'yes', by: 'kinds' }, 'after', end, end)).toMatch(/får leverantören inte ta betalt/);
	expect(words({ is: 'yes', by: 'form' }, 'unknown', null, end)).toMatch(/är okänt/);
	expect(words({ is: 'no' }, 'before', exit, end)).toMatch(/ingen databehandlingstjänst/);
	expect(words({ is: 'unknown' }, 'before', exit, end)).toMatch(/^Okänt om/);
});

it('a share is an interval, and one system is one', () => {
	expect(plain(ownShareText({ low: 0.6, high: 1 }))).toBe('60–100 %');
	expect(ownShareText({ low: null, high: null })).toBe('Okänt');
	expect(inHouseWords.candidates(1)).toBe('Ett system är värt att pröva i egen regi.');
	expect(inHouseWords.candidates(3)).toBe('Tre system är värda att pröva i egen regi.');
});
