import { expect, test } from 'vitest';
import { namedIn, unheardIn, unreadable, withoutFaults } from '$lib/state/address-words';
import { addressFaultWords } from '$lib/text/address-faults';

const address = (path: string) => new URL(path, 'http://localhost');
const wrong = (path: string) =>
	unreadable(address(path)).map(({ parameter, value }) => `${parameter}=${value}`);

test.each([
	['/beroende/rangordning?vikt=hej&vikt=kostnad:2&av=system', ['vikt=hej']],
	// A measure of systems weighs nothing where suppliers are ranked.
	['/beroende/rangordning?vikt=bindning:2', ['vikt=bindning:2']],
	['/beroende/rangordning?vikt=bindning:2&av=system', []],
	['/beroende/rangordning?vikt=kostnad:2&av=koncern', []],
	['/beroende/rangordning?vikt=namnder:2&av=koncern', ['vikt=namnder:2']],
	['/beroende/rangordning?vikt=kostnad:9', ['vikt=kostnad:9']],
	['/beroende/kedja?hojning=hej', ['hojning=hej']],
	['/beroende/kedja?hojning=-10', ['hojning=-10']],
	['/beroende/kedja?hojning=12.5', []],
	['/beroende/konkurrens?fran=2026-99&till=hej&per=zzz', ['fran=2026-99', 'till=hej', 'per=zzz']],
	['/beroende?fran=2026-08&till=2026-01', ['fran=2026-08']],
	['/beroende/koncentration?som=koncern&tank=dela&andel=30', []],
	['/licenser/pris?manad=2031-13', ['manad=2031-13']],
	['/licenser?per=hej&manad=2026-03', ['per=hej']],
	// Another page's word means nothing here, and is left alone.
	['/beroende/exit?hojning=hej&vikt=hej&slag=Okaent', ['slag=Okaent']]
])('of %s the wrong words are %j', (path, expected) => {
	expect(wrong(path)).toEqual(expected);
});

test('what is wrong is taken out of the address, and the rest of it stays', () => {
	const url = address('/beroende/exit?valt=zzz&enhet=tkr&leverantor=zzz&leverantor=559900-0014');
	expect(namedIn(url)).toEqual({ supplier: ['zzz', '559900-0014'], unit: [], system: ['zzz'], product: [] });
	const faults = unheardIn(url, [
		{ kind: 'supplier', word: 'zzz' },
		{ kind: 'system', word: 'zzz' }
	]);
	expect(withoutFaults(url, faults)).toBe('/beroende/exit?enhet=tkr&leverantor=559900-0014');
});

test('the reader is told what is not there and what is shown instead', () => {
	const told = (parameter: string, value: string, path: string, others = false, kind?: string) =>
		addressFaultWords.sentence({ parameter, value, kind }, path, others);
	expect(told('leverantor', 'zzz', '/beroende/kedja', false, 'supplier')).toBe(
		'Adressens leverantör ”zzz” finns inte i de siffror du ser. Sidan visar den största leverantören i stället.'
	);
	expect(told('leverantor', 'zzz', '/beroende', false, 'supplier')).toMatch(
		/visar alla leverantörer i stället\.$/
	);
	expect(told('leverantor', 'zzz', '/beroende', true, 'supplier')).toMatch(
		/visar de andra som adressen anger/
	);
	expect(told('hojning', 'hej', '/beroende/kedja')).toMatch(
		/^Adressens höjning ”hej” finns inte att välja\./
	);
});
