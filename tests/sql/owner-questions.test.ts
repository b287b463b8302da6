// Fråga ägaren on an inventory as bare as real ones are: names, descriptions and criticality, and a ledger.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { completedSystem, standingByRecord } from '$lib/domain/completed-contract';
import { completableFields } from '$lib/domain/completion';
import { parseIsoDay } from '$lib/domain/day';
import { noFilters } from '$lib/domain/filters';
import { judgeAnswers } from '$lib/domain/owner-answers';
import { askedFields, workListOf, type WorkList } from '$lib/domain/owner-questions';
import { parseMonth } from '$lib/domain/period';
import { toCsv } from '$lib/export/csv';
import { questionnaireColumns, questionnaireRows } from '$lib/export/owner-questionnaire';
import { readAnswerFile } from '$lib/import/answer-file';
import { readCompletedValue } from '$lib/import/cells/completed-value';
import { bytesSource } from '$lib/read/byte-source';
import { ask } from '$lib/queries/query';
import { systemLines } from '$lib/queries/system-lines';
import { systemList } from '$lib/queries/system-list';
import { readCompletion } from '$lib/server/completions/completion-request';
import { listCompletions, saveCompletion } from '$lib/server/completions/completions';
import { currentEdition, editionFile } from '$lib/server/editions/edition';
import { publishEdition } from '$lib/server/editions/publish';
import { openNative } from '$lib/server/engine/native-engine';
import type { Reader } from '$lib/server/reader';
import { accepted, csv, openInstallation, type TestInstallation } from './installation';

let installation: TestInstallation;
let maja: Reader;

/** 57 systems; the n:th has cost n · 1 000 kr, the first seven nothing. */
const ids = Array.from({ length: 57 }, (_, index) => `B-${String(index + 1).padStart(2, '0')}`);
const kronorOf = (id: string): number => {
	const number = Number(id.slice(2));
	return number <= 7 ? 0 : number * 1000;
};
/** 8 000 + 9 000 + … + 57 000. */
const allOre = 1_625_000_00;

beforeAll(async () => {
	installation = await openInstallation();
	const { receive } = installation;
	accepted(
		await receive(
			'system.csv',
			csv('system_id;namn;beskrivning;kritikalitet', ...ids.map((id) => `${id};System ${id};Vad det gör;hög`))
		)
	);
	const spent = ids.filter((id) => kronorOf(id) > 0);
	const rows = spent.map(
		(id, index) =>
			`2026-0${(index % 8) + 1}-15;Kommunstyrelsen;74311;Bolaget AB;${kronorOf(id)},00;ja;Licens/SaaS;${id}`
	);
	accepted(
		await receive(
			'kostnader.csv',
			csv('datum;namnd;konto;leverantor;belopp;it_kostnad;kostnadsslag;system_id', ...rows)
		)
	);
	await publishEdition({ user: installation.controller }, installation.where);
	maja = {
		user: installation.controller,
		access: { role: 'controller', rights: ['komplettera'], units: null }
	};
});
afterAll(() => installation.close());

function month(text: string) {
	const found = parseMonth(text);
	if (!found) throw new Error(text);
	return found;
}
const today = parseIsoDay('2026-08-31');

async function read() {
	const offered = await currentEdition(maja.access, installation.where);
	const file = offered && (await editionFile(offered.edition, offered.hash, maja.access, installation.where));
	if (!file) throw new Error('Nothing is published');
	const engine = await openNative({ path: file.path, readOnly: true });
	try {
		const filters = { ...noFilters, period: { from: month('2026-01'), to: month('2026-08') } };
		const standing = standingByRecord(await listCompletions(maja, installation.where), 'system');
		const lines = (await ask(engine, systemLines, null)).map((line) => {
			const id = String(line.system_id);
			return completedSystem({ ...line, system_id: id }, standing.get(id) ?? []).row;
		});
		const cost = await ask(engine, systemList, { filters, compared: null });
		return { lines, cost };
	} finally {
		await engine.close();
	}
}

async function workList(): Promise<WorkList> {
	const { lines, cost } = await read();
	const spent = new Map(cost.map((row) => [row.key ?? '', { ore: row.amount, rowCount: row.row_count }]));
	return workListOf(lines, spent, today, { units: null, freeText: true });
}

const oreWithout = (list: WorkList, name: string): number =>
	list.fields.find(({ field }) => field === name)?.ore ?? 0;

test('a bare inventory says what is missing, the most kronor first, and nobody is guessed to own it', async () => {
	const list = await workList();
	expect(list).toMatchObject({ asked: 57, lacking: 57, askedOre: allOre, lackingOre: allOre });
	expect(list.owners.map(({ key }) => key)).toEqual(['-']);
	const [nobody] = list.owners;
	expect(nobody?.systems.slice(0, 2).map(({ systemId }) => systemId)).toEqual(['B-57', 'B-56']);
	// Criticality is all that it knows of what is asked.
	expect(list.fields.map(({ field }) => field).sort()).toEqual(
		askedFields.filter((field) => field !== 'criticality').sort()
	);
	expect(nobody?.answers).toBe(57 * (askedFields.length - 1));
});

test('ten answers in the file move the completeness by exactly the kronor of their systems', async () => {
	const before = await workList();
	const [nobody] = before.owners;
	if (!nobody) throw new Error('Nobody is asked');
	const answered = ['B-57', 'B-50', 'B-44', 'B-33', 'B-31', 'B-20', 'B-15', 'B-10', 'B-08', 'B-03'];
	const rows = questionnaireRows(nobody).map((row) =>
		row[2] === 'systemagare' && answered.includes(String(row[0]))
			? [...row, 'It-chef', 'Frågeblad', '2026-08-30']
			: row
	);
	const text = toCsv(questionnaireColumns, rows, { edition: '1', ruleVersion: '1', reconciled: false });
	const back = await readAnswerFile(bytesSource('fraga-agaren.csv', new TextEncoder().encode(text)));
	if (back.outcome === 'refused') throw new Error(back.message);
	const { lines } = await read();
	if (!today) throw new Error('No day');
	const judged = judgeAnswers(back.rows, {
		lines: new Map(lines.map((line) => [line.system_id, line])),
		standing: () => null,
		fieldOf: (header) => completableFields.system.find((field) => field.header === header) ?? null,
		withheld: [],
		forControllers: [],
		units: null,
		read: (field, value) => readCompletedValue(field, value, 'system'),
		today,
		source: '',
		sourceDay: ''
	});
	expect(judged.map(({ state }) => state)).toEqual(Array(10).fill('new'));
	for (const answer of judged) {
		if (answer.state !== 'new') throw new Error(answer.state);
		const asked = readCompletion(
			{
				act: 'save',
				system: answer.row.systemId,
				field: answer.field?.name,
				value: answer.value,
				source: answer.source,
				sourceDay: answer.sourceDay,
				after: null
			},
			today
		);
		if (asked.outcome === 'refused') throw new Error(asked.message);
		const told = await saveCompletion(asked.asked, maja, installation.where);
		expect(told.outcome).toBe('done');
	}

	const after = await workList();
	const moved = answered.reduce((sum, id) => sum + kronorOf(id) * 100, 0);
	// 57 + 50 + 44 + 33 + 31 + 20 + 15 + 10 + 8 thousand; B-03 costs nothing.
	expect(moved).toBe(268_000_00);
	expect(oreWithout(before, 'system_owner') - oreWithout(after, 'system_owner')).toBe(moved);
	expect(oreWithout(after, 'unit')).toBe(oreWithout(before, 'unit'));
	const chief = after.owners.find(({ owner }) => owner.name === 'It-chef');
	expect(chief).toMatchObject({ ore: moved, owner: { role: 'system_owner', unit: null } });
	expect(chief?.systems).toHaveLength(10);
	expect(after.owners.reduce((sum, { ore }) => sum + ore, 0)).toBe(allOre);
});
