import { describe, expect, it } from 'vitest';
import { parseMonth, type Period } from '$lib/domain/period';
import {
	addressWords,
	openedAddress,
	pathOfView,
	savedAddress,
	showsSame,
	type ViewFigures
} from '$lib/domain/saved-view';
import { readNewView, readViewChange } from '$lib/server/views/view-request';
import { readNewNote, readSubject } from '$lib/server/notes/note-request';
import { savedOn, thenAndNow } from '$lib/text/views';

function months(from: string, to: string): Period {
	const [first, last] = [parseMonth(from), parseMonth(to)];
	if (!first || !last) throw new Error(`${from}–${to} is no period`);
	return { from: first, to: last };
}
const plain = (text: string) => text.replace(/\u00a0/g, ' ');
const figures = (mnkr: number, period: Period | null = months('2026-01', '2026-08')): ViewFigures => ({
	amount: Math.round(mnkr * 100_000_000),
	rowCount: 10,
	period
});

describe('the address of a view', () => {
	it('keeps all that a page shows, and nothing of how it was come to', () => {
		expect(
			savedAddress('/kostnader/pivot?per=namnd&namnd=Skoln%C3%A4mnden&vy=3&utgava=2&rader=slag%3DDrift')
		).toBe('/kostnader/pivot?per=namnd&namnd=Skoln%C3%A4mnden');
		expect(savedAddress('/')).toBe('/');
		expect(savedAddress('/leverantorer/559900-0014?enhet=kr')).toBe('/leverantorer/559900-0014?enhet=kr');
	});

	it.each([
		'https://example.org/kostnader',
		'//example.org/kostnader',
		'/\\example.org/kostnader',
		'javascript:alert(1)',
		'/kostnader/../admin',
		'/kostnader/%2e%2e/admin',
		'/kostnaderna',
		'/admin',
		'/logga-ut',
		'kostnader',
		`/kostnader?sok=${'a'.repeat(8_000)}`
	])('is refused when it is no page of ours to read: %s', (address) => {
		expect(savedAddress(address)).toBeNull();
	});

	it('never names an enskild firma by its number', () => {
		expect(savedAddress('/kostnader?leverantor=189001019802')).toBeNull();
		expect(savedAddress('/kostnader?leverantor=Firma&leverantor=900101-9802')).toBeNull();
		expect(savedAddress('/kostnader?leverantor=Enskild+firma+3')).not.toBeNull();
	});

	it('is the same in whatever order filters were chosen, but a pivot’s rows have an order', () => {
		const one = '/kostnader?namnd=A&namnd=B&slag=Drift';
		expect(showsSame(one, '/kostnader?slag=Drift&namnd=B&namnd=A&vy=7&rader=x')).toBe(true);
		expect(showsSame(one, '/kostnader?namnd=A&slag=Drift')).toBe(false);
		expect(showsSame(one, '/kostnader/pivot?namnd=A&namnd=B&slag=Drift')).toBe(false);
		expect(showsSame('/kostnader/pivot?per=ar&per=namnd', '/kostnader/pivot?per=namnd&per=ar')).toBe(false);
	});

	it('opens with the view that it came from, and the edition that is asked for', () => {
		const view = { id: 7, address: '/kostnader?slag=Drift' };
		expect(openedAddress(view)).toBe('/kostnader?slag=Drift&vy=7');
		expect(openedAddress(view, 41)).toBe('/kostnader?slag=Drift&vy=7&utgava=41');
		expect(pathOfView(view.address)).toBe('/kostnader');
	});

	it('is searched also where a parameter holds a query string of its own', () => {
		expect(addressWords('/avtal?sok=%252018900101-9802')).toContain(' 18900101-9802');
	});
});

describe('what is asked of the server', () => {
	const view = {
		kind: 'vy',
		name: ' Skolans drift ',
		text: '',
		address: '/kostnader?slag=Drift&vy=3',
		shared: false,
		edition: 1,
		figures: null
	};

	it('is read with its address as it is kept', () => {
		expect(readNewView(view)).toMatchObject({
			outcome: 'asked',
			asked: { name: 'Skolans drift', address: '/kostnader?slag=Drift' }
		});
	});

	it.each([
		[{ name: '  ' }, 'Skriv ett namn'],
		[{ name: 'a'.repeat(101) }, 'högst 100 tecken'],
		[{ name: 'Ring 18900101-9802' }, 'personnummer'],
		[{ text: 'Ring 18900101-9802' }, 'personnummer'],
		[{ address: '/avtal?sok=18900101-9802' }, 'personnummer'],
		[{ address: '/admin' }, 'kan inte sparas'],
		[{ edition: 0 }, 'kunde inte läsas'],
		[{ owner: 'someone else' }, 'kunde inte läsas'],
		[{ figures: { amount: 0.5, rowCount: 1, period: null } }, 'kunde inte läsas'],
		[{ kind: 'sql', address: ' ' }, 'Skriv en fråga'],
		[{ kind: 'sql', address: "SELECT '18900101-9802'" }, 'personnummer'],
		[{ kind: 'sql', address: 'a'.repeat(20_001) }, 'för lång']
	])('is refused with a sentence: %o', (part, said) => {
		const read = readNewView({ ...view, ...part });
		expect(read.outcome === 'refused' && plain(read.message)).toContain(said);
	});

	it('keeps SQL as it was written', () => {
		const address = 'SELECT unit,\n\tsum(amount) FROM cost\nGROUP BY 1';
		expect(readNewView({ ...view, kind: 'sql', address })).toMatchObject({ asked: { kind: 'sql', address } });
		const saved = { address, edition: 1, figures: null };
		expect(readViewChange({ saved }, 'sql')).toMatchObject({ outcome: 'asked' });
		expect(readViewChange({ saved }, 'vy')).toMatchObject({ outcome: 'refused' });
	});

	it('knows no note on a personnummer, and none that holds one', () => {
		const search = (key: string) => new URLSearchParams({ slag: 'supplier', nyckel: key });
		expect(readSubject(search('559900-0014'))).toMatchObject({ outcome: 'asked' });
		expect(readSubject(search('189001019802'))).toMatchObject({ outcome: 'refused' });
		expect(readSubject(new URLSearchParams())).toMatchObject({ outcome: 'refused' });
		const subject = { kind: 'supplier', key: '559900-0014' };
		expect(readNewNote({ subject, text: 'Säg upp före jul.', shared: true })).toMatchObject({
			outcome: 'asked'
		});
		for (const text of ['', 'Ring 18900101-9802', 'a'.repeat(2_001)])
			expect(readNewNote({ subject, text, shared: true })).toMatchObject({ outcome: 'refused' });
	});
});

describe('the sentence of then and now', () => {
	const view = {
		edition: { number: 41, published: '2026-09-01', readable: true },
		figures: figures(162.1)
	};
	const said = (now: Parameters<typeof thenAndNow>[1]) => plain(thenAndNow(view, now, 'mnkr'));

	it('tells both figures and what differs', () => {
		expect(said({ edition: 43, figures: figures(165) })).toBe(
			'Sparad på utgåva 41, 162,1 mnkr. Nu, utgåva 43: 165,0 mnkr, +2,9 mnkr.'
		);
		expect(said({ edition: 43, figures: figures(162.1) })).toMatch(/162,1 mnkr, oförändrat\.$/);
	});

	it('tells a difference that the unit would round away', () => {
		expect(said({ edition: 43, figures: figures(162.101) })).toMatch(/162,1 mnkr, \+1 tkr\.$/);
	});

	it('tells the months when they are not the same', () => {
		expect(said({ edition: 43, figures: figures(200, months('2026-01', '2026-10')) })).toBe(
			'Sparad på utgåva 41, 162,1 mnkr (jan–aug 2026). Nu, utgåva 43: 200,0 mnkr (jan–okt 2026), +37,9 mnkr.'
		);
	});

	it('says nothing of figures that nobody knows', () => {
		expect(said({ edition: 43, figures: null })).toBe('Sparad på utgåva 41, 162,1 mnkr. Nu, utgåva 43.');
		expect(plain(savedOn({ ...view, figures: null }, 'mnkr'))).toBe('Sparad på utgåva 41.');
		expect(said({ edition: 41, figures: figures(162.1) })).toBe(
			'Sparad på utgåva 41, 162,1 mnkr. Det är den utgåva som visas.'
		);
	});
});
