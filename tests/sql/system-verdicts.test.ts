// Verdicts on systems of a published edition with two nämnder: who says and reads which, what two do at once, and what a request must say.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { may, type Role } from '$lib/domain/access';
import { standingVerdicts } from '$lib/domain/system-verdict';
import { accessOf, createUser } from '$lib/server/accounts/user';
import { auditPage } from '$lib/server/audit';
import { publishEdition } from '$lib/server/editions/publish';
import type { Reader } from '$lib/server/reader';
import { readSystemVerdict, type AskedSystemVerdict } from '$lib/server/systems/verdict-request';
import { listSystemVerdicts, storeSystemVerdict } from '$lib/server/systems/verdicts';
import { systemVerdictServerWords as words } from '$lib/text/system-verdict-server';
import { accepted, csv, openInstallation, type TestInstallation } from './installation';

let installation: TestInstallation;
let maja: Reader;
let schools: Reader;

beforeAll(async () => {
	installation = await openInstallation();
	const ledger = csv(
		'datum;namnd;konto;leverantor;belopp',
		'2026-03-02;Utbildningsnämnden;74310;Nordvinge Data AB;1000,00'
	);
	const systems = csv(
		'system_id;namn;namnd;anvands_av;gemensam;formaga',
		'S-1;Lärstigen;Utbildningsnämnden;Utbildningsnämnden;nej;F-1',
		'S-2;Elevguiden;Utbildningsnämnden;Utbildningsnämnden;nej;F-1',
		'S-3;Omsorgen;Äldrenämnden;Äldrenämnden;nej;F-1'
	);
	accepted(await installation.receive('kostnader.csv', ledger));
	accepted(await installation.receive('system.csv', systems));
	await publishEdition({ user: installation.controller }, installation.where);
	maja = await person('malla', 'controller');
	schools = await person('skola', 'controller', ['Utbildningsnämnden']);
});
afterAll(() => installation.close());

async function person(name: string, role: Role, units: string[] | null = null): Promise<Reader> {
	const user = await createUser(installation.where.database, {
		username: name,
		name,
		password: 'tre gröna båtar',
		role,
		units
	});
	return { user, access: accessOf(user) };
}

const asked = (own: Partial<AskedSystemVerdict> = {}): AskedSystemVerdict => ({
	kind: 'dubblett',
	systems: ['S-2', 'S-1'],
	name: 'Elevguiden bredvid Lärstigen',
	verdict: 'utred',
	replaced: null,
	reason: 'Nämnden vill se vad som skiljer',
	edition: null,
	after: null,
	...own
});
const store = (what: AskedSystemVerdict, reader = maja) =>
	storeSystemVerdict(what, reader, installation.where);
const list = (reader = maja) => listSystemVerdicts(reader, installation.where);

test('a verdict is said, changed and taken back, and all of it stays in the history and the log', async () => {
	const first = await store(asked());
	if (first.outcome !== 'done') throw new Error(first.outcome);
	expect(first.stored).toMatchObject({ systems: ['S-1', 'S-2'], author: 'malla' });
	expect(await store(asked({ verdict: 'behall' }))).toMatchObject({
		outcome: 'newer',
		standing: { id: first.stored.id }
	});
	const second = await store(asked({ verdict: 'ersatt', replaced: 'S-2', after: first.stored.id }));
	if (second.outcome !== 'done') throw new Error(second.outcome);
	expect(standingVerdicts(await list()).get('dubblett S-1|S-2')).toMatchObject({
		verdict: 'ersatt',
		replaced: 'S-2'
	});
	const third = await store(asked({ verdict: null, after: second.stored.id }));
	expect(third.outcome).toBe('done');
	expect(standingVerdicts(await list()).size).toBe(0);
	expect(await list()).toHaveLength(3);
	const [said] = (await auditPage(installation.where.database, 1)).rows;
	expect(said).toMatchObject({ action: 'system_judged', subject: 'Elevguiden bredvid Lärstigen' });
});

test('who sees one nämnd neither reads nor says anything of systems of others', async () => {
	const across = { systems: ['S-1', 'S-3'], name: 'Omsorgen bredvid Lärstigen' };
	expect((await store(asked(across))).outcome).toBe('done');
	expect((await list(schools)).map(({ systems }) => systems)).not.toContainEqual(['S-1', 'S-3']);
	expect(await list(schools)).toHaveLength((await list()).length - 1);
	expect(await store(asked(across), schools)).toEqual({ outcome: 'no_system' });
});

test('controllers and reviewers judge systems, members and readers do not', () => {
	const access = (role: Role, rights: ('granska' | 'komplettera')[] = []) => ({
		role,
		rights,
		units: ['Utbildningsnämnden']
	});
	expect(may(access('controller'), 'judge_systems')).toBe(true);
	expect(may(access('member', ['granska']), 'judge_systems')).toBe(true);
	expect(may(access('member', ['komplettera']), 'judge_systems')).toBe(false);
	expect(may(access('reader'), 'judge_systems')).toBe(false);
});

test.each([
	['a short reason', asked({ reason: 'Nej tack' }), words.noReason],
	['one system for two', asked({ systems: ['S-1'] }), words.broken],
	['a word of the other kind', asked({ verdict: 'tolerera' }), words.broken],
	['a replacement of neither', asked({ verdict: 'ersatt', replaced: 'S-9' }), words.broken],
	['somebody by personnummer', asked({ reason: 'Frågad: 19640823-3234, Anna' }), words.personalText]
])('a request with %s is refused in words', (_, body, message) => {
	expect(readSystemVerdict(body)).toEqual({ outcome: 'refused', message });
});
