// The unlisted system: found in the ledger, added by a person, published, and given its rows by a rule.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { unlistedCandidates } from '$lib/domain/unlisted-system';
import { noFilters } from '$lib/domain/filters';
import { parseMonth } from '$lib/domain/period';
import { costRowTotals } from '$lib/queries/cost-rows';
import { ask } from '$lib/queries/query';
import { systemLines } from '$lib/queries/system-lines';
import { systemsInFiles } from '$lib/queries/systems-in-files';
import { unlistedCost } from '$lib/queries/unlisted-cost';
import type { Engine } from '$lib/engine/engine';
import { listAddedSystems, storeAddedSystem } from '$lib/server/added-systems/added-systems';
import { currentEdition, editionFile } from '$lib/server/editions/edition';
import { publishEdition } from '$lib/server/editions/publish';
import { openNative } from '$lib/server/engine/native-engine';
import type { Reader } from '$lib/server/reader';
import { currentRules, saveRules } from '$lib/server/rules/rule-versions';
import { systemRule } from '$lib/state/system-rule-draft';
import { addRule } from '$lib/tagging/edit-rules';
import { accepted, csv, openInstallation, type TestInstallation } from './installation';

let installation: TestInstallation;
let maja: Reader;
let others: Reader;

function month(text: string) {
	const found = parseMonth(text);
	if (!found) throw new Error(text);
	return found;
}
const period = { from: month('2025-09'), to: month('2026-08') };

beforeAll(async () => {
	installation = await openInstallation();
	const { receive } = installation;
	accepted(
		await receive(
			'system.csv',
			csv('system_id;namn;namnd;leverantor', 'S-1;Arkivlådan;Kulturnämnden;Norr AB')
		)
	);
	const line = (day: string, supplier: string, text: string, amount: number, account = '74312') =>
		`${day};Kulturnämnden;${account};${supplier};${text};${amount},00`;
	accepted(
		await receive(
			'kostnader.csv',
			csv(
				'datum;namnd;konto;leverantor;text;belopp',
				line('2025-03-10', 'Spåret AB', 'Jobbspåret, abonnemang', 90),
				line('2026-01-10', 'Spåret AB', 'Jobbspåret, abonnemang', 100),
				line('2026-02-10', 'Spåret AB', 'Kredit Jobbspåret, abonnemang', -20),
				line('2026-03-10', 'Spåret AB', 'Jobbspåret, abonnemang 2026-03', 100),
				line('2026-03-12', 'Spåret AB', 'Utbildning', 70, '74314'),
				line('2026-04-10', 'Norr AB', 'Licens', 500)
			)
		)
	);
	await publish();
	maja = { user: installation.controller, access: { role: 'controller', rights: [], units: null } };
	others = { ...maja, access: { ...maja.access, units: ['Miljönämnden'] } };
});
afterAll(() => installation.close());

const publish = () => publishEdition({ user: installation.controller }, installation.where);

async function asked<Answer>(question: (engine: Engine) => Promise<Answer>): Promise<Answer> {
	const offered = await currentEdition(maja.access, installation.where);
	const file = offered && (await editionFile(offered.edition, offered.hash, maja.access, installation.where));
	if (!file) throw new Error('Nothing is published');
	const engine = await openNative({ path: file.path, readOnly: true });
	try {
		return await question(engine);
	} finally {
		await engine.close();
	}
}
const costs = () => asked((engine) => ask(engine, unlistedCost, { period, freeText: true }));

test('kronor on no system are summed by supplier and kostnadsslag, and are those of the rows', async () => {
	const found = unlistedCandidates(await costs(), [
		{ systemId: 'S-1', name: 'Arkivlådan', supplierKey: 'NORR AB' }
	]);
	const spår = found.find(({ supplier }) => supplier === 'Spåret AB');
	// 100 − 20 + 100; the consultant hours are no system, and last March lies outside the twelve months.
	expect(spår).toMatchObject({
		likeness: 'unlisted',
		cost_kind: 'Licens/SaaS',
		amount: 180_00,
		row_count: 3,
		months: 3,
		months_before: 1,
		texts: 'Jobbspåret, abonnemang',
		guess: 'Jobbspåret'
	});
	const filters = { ...noFilters, period, internal: false, suppliers: [spår?.supplier_key ?? ''] };
	const selection = { filters: { ...filters, costKinds: ['Licens/SaaS' as const] }, ofSystem: null };
	expect(await asked((engine) => ask(engine, costRowTotals, selection))).toEqual([
		{ row_count: 3, amount: 180_00 }
	]);
	expect(await asked((engine) => ask(engine, unlistedCost, { period, freeText: false }))).toMatchObject([
		{ texts: null },
		{ texts: null }
	]);
});

test('a system that is added is in the next edition, its rule gives it the rows, and a list that names it wins', async () => {
	const [cost] = (await costs()).filter(({ supplier }) => supplier === 'Spåret AB');
	if (!cost) throw new Error('Nothing is found');
	const content = {
		name: 'Jobbspåret',
		unit: 'Kulturnämnden',
		capabilities: null,
		supplier: 'Spåret AB',
		organisationNumber: null
	};
	const add = { act: 'add', content, reason: 'Abonnemang varje månad' } as const;
	expect((await storeAddedSystem(add, others, installation.where)).outcome).toBe('not_own');
	const told = await storeAddedSystem(add, maja, installation.where);
	if (told.outcome !== 'done') throw new Error(told.outcome);
	const { systemId } = told.stored;
	expect((await storeAddedSystem(add, maja, installation.where)).outcome).toBe('added');
	expect(await listAddedSystems(others, installation.where)).toEqual([]);

	const archive = { ...add, content: { ...content, name: 'arkivlådan' } };
	expect((await storeAddedSystem(archive, maja, installation.where)).outcome).toBe('listed');

	const rules = await currentRules(installation.where);
	const rule = await asked((engine) =>
		systemRule(engine, { cost, systemId, name: 'Jobbspåret', text: '', id: 'R-sys' })
	);
	expect(rule.satt).toEqual({
		it_kostnad: 'ja',
		kostnadsslag: 'Licens/SaaS',
		inriktning: 'förvaltning',
		system_id: systemId
	});
	const saved = await saveRules(
		{ basedOn: rules.version, note: '', set: addRule(rules, rule, 0) },
		installation.controller,
		installation.where
	);
	expect(saved.outcome).toBe('saved');
	await publish();
	const lines = () => asked((engine) => ask(engine, systemLines, null));
	expect((await lines()).map((one) => [one.system_id, one.name, one.supplier_key])).toEqual([
		['S-1', 'Arkivlådan', 'NORR AB'],
		[systemId, 'Jobbspåret', 'SPÅRET AB']
	]);
	expect(await asked((engine) => ask(engine, systemsInFiles, undefined))).toEqual([{ system_id: 'S-1' }]);
	const filters = { ...noFilters, period, systems: [systemId] };
	expect(await asked((engine) => ask(engine, costRowTotals, { filters }))).toEqual([
		{ row_count: 3, amount: 180_00 }
	]);
	expect((await costs()).map(({ supplier }) => supplier)).toEqual(['Norr AB']);

	accepted(
		await installation.receive(
			'system2.csv',
			csv('system_id;namn;namnd', `${systemId};Jobbspåret ny;Kulturnämnden`)
		)
	);
	await publish();
	expect((await lines()).filter(({ system_id: id }) => id === systemId).map(({ name }) => name)).toEqual([
		'Jobbspåret ny'
	]);

	const back = await storeAddedSystem({ act: 'take_back', systemId }, maja, installation.where);
	expect(back).toMatchObject({ outcome: 'done', stored: { content: null } });
	expect((await storeAddedSystem({ act: 'take_back', systemId }, maja, installation.where)).outcome).toBe(
		'missing'
	);
});
