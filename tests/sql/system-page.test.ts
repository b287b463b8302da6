// What the pages of systems ask beside kronor: the register's answers, agreements of contracts, classes, and what is developed.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { noFilters } from '$lib/domain/filters';
import { parseMonth } from '$lib/domain/period';
import { registerCompleteness } from '$lib/domain/register-completeness';
import { costRowTotals } from '$lib/queries/cost-rows';
import { processorAgreements } from '$lib/queries/processor-agreements';
import { ask } from '$lib/queries/query';
import { selectionOrientation } from '$lib/queries/selection-orientation';
import { subjectSelection } from '$lib/queries/subject-selection';
import { systemClasses } from '$lib/queries/system-classes';
import { systemList } from '$lib/queries/system-list';
import { linesById, systemRegister } from '$lib/queries/system-register';
import type { NativeDatabase } from '$lib/server/engine/native-engine';
import { smallEdition } from './small-edition';

function month(text: string) {
	const found = parseMonth(text);
	if (!found) throw new Error(`${text} is no month`);
	return found;
}
const filters = { ...noFilters, period: { from: month('2026-01'), to: month('2026-03') } };
const all = { filters, compared: null };

/** Names, descriptions and criticality only, as one real inventory of 57 systems had them. */
const bare = Array.from(
	{ length: 57 },
	(_, place) => `X-${place + 1};Program ${place + 1};Det vi använder till ärende ${place + 1};låg;;;;;;`
);

let database: NativeDatabase;
beforeAll(async () => {
	database = await smallEdition({
		'kostnader.csv': [
			'datum;namnd;konto;leverantor;organisationsnummer;belopp;it_kostnad;kostnadsslag;inriktning;system_id',
			'2026-01-15;Skolnämnden;1;Alfa AB;559900-0014;700,00;ja;Drift;förvaltning;S-1',
			'2026-01-20;Skolnämnden;1;Alfa AB;559900-0014;100,00;ja;Konsult;utveckling;S-1',
			'2026-02-20;Skolnämnden;1;Alfa AB;559900-0014;10,00;ja;Konsult;;S-1',
			'2026-02-16;Kulturnämnden;1;Alfa AB;559900-0014;290,00;ja;Drift;förvaltning;X-1',
			'2026-02-17;Kulturnämnden;1;Alfa AB;559900-0014;-50,00;ja;Drift;förvaltning;X-2',
			'2026-03-01;Kulturnämnden;1;Alfa AB;559900-0014;900,00;ja;Drift;förvaltning;'
		],
		'avtal.csv': [
			'avtals_id;benamning;leverantor;namnd;avtalsstart;avtalsslut;personuppgiftsbitrade',
			'A-1;Drift;Alfa AB;Skolnämnden;2024-01-01;2027-12-31;nej',
			'A-1;Drift;Alfa AB;Skolnämnden;2024-01-01;2027-12-31;ja',
			'A-2;Licens;Alfa AB;Skolnämnden;2024-01-01;2027-12-31;nej',
			'A-3;Konsult;Alfa AB;Skolnämnden;2024-01-01;2027-12-31;okänt'
		],
		'system.csv': [
			'system_id;namn;beskrivning;kritikalitet;systemagare;avtals_id;klassning_k;klassning_r;personuppgifter;livscykel',
			'S-1;Lärstigen;;hög;Rektor;A-1;3;2;ja;drift',
			...bare
		]
	});
});
afterAll(() => database.close());

it('of several lines of a contract a yes stands, and okänt is no answer', async () => {
	expect(await ask(database, processorAgreements, undefined)).toEqual([
		{ contract_id: 'A-1', answer: 'ja' },
		{ contract_id: 'A-2', answer: 'nej' },
		{ contract_id: 'A-3', answer: null }
	]);
});

it('an unclassified part of a system is unknown, not 0', async () => {
	const rows = await ask(database, systemClasses, undefined);
	expect(rows.find(({ system_id: id }) => id === 'S-1')).toEqual({
		system_id: 'S-1',
		class_confidentiality: 3,
		class_integrity: 2,
		class_availability: null
	});
});

it('the parts of a system’s months are its rows to the öre, what nobody has said on its own', async () => {
	const selection = subjectSelection({ kind: 'system', key: 'S-1' }, filters);
	const rows = await ask(database, selectionOrientation, selection);
	expect(rows.map(({ month: of, part, amount }) => [of, part, amount])).toEqual([
		['2026-01', 'förvaltning', 70_000],
		['2026-01', 'utveckling', 10_000],
		['2026-02', 'okänt', 1_000]
	]);
	const [whole] = await ask(database, costRowTotals, selection);
	expect(rows.reduce((sum, { amount }) => sum + amount, 0)).toBe(whole?.amount);
});

it('a bare inventory is told complete by kronor, and an answer moves it by its system’s own', async () => {
	const lines = linesById(await ask(database, systemRegister, undefined), (line) => line);
	const systems = (await ask(database, systemList, all)).flatMap(({ key, amount }) =>
		key === null ? [] : [{ systemId: key, amount, line: lines.get(key) ?? null }]
	);
	const owner = (of: typeof systems) =>
		registerCompleteness(of).questions.find(({ question }) => question === 'system_owner');
	// 810 kronor of 1 100: X-2 is below zero, and 900 are on no system.
	expect(registerCompleteness(systems)).toMatchObject({ systems: 58, amount: 110_000, floored: 5_000 });
	expect(owner(systems)).toMatchObject({ known: 1, knownAmount: 81_000, lackingAmount: 29_000 });
	expect(owner(systems)?.lacking[0]?.systemId).toBe('X-1');
	const answered = systems.map((one) =>
		one.systemId === 'X-1' && one.line ? { ...one, line: { ...one.line, system_owner: 'Kulturchef' } } : one
	);
	expect(owner(answered)).toMatchObject({ known: 2, knownAmount: 110_000, share: 1 });
});
