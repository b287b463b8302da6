// A person's calendar at its private address, on a published edition of two nämnder.
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accessOf, changeUser, createUser, type User } from '$lib/server/accounts/user';
import { auditPage } from '$lib/server/audit';
import { closeFeed, feedOf, openFeed, readerOfFeed } from '$lib/server/calendar/calendar-feed';
import { personCalendar } from '$lib/server/calendar/person-calendar';
import { meeting } from '$lib/server/database/review-schema';
import { calendarFeed } from '$lib/server/database/schema';
import { publishEdition } from '$lib/server/editions/publish';
import { meetingDays } from '$lib/server/meetings/meeting-days';
import type { Reader } from '$lib/server/reader';
import { accepted, csv, openInstallation, type TestInstallation } from './installation';

let installation: TestInstallation;
let karin: Reader;
let schools: Reader & { user: User };

beforeAll(async () => {
	installation = await openInstallation();
	const register = csv(
		'avtals_id;benamning;leverantor;namnd;avtalsstart;avtalsslut;forlangningssatt;forlangning_antal;forlangning_manader;forlangning_nyttjad;forlangning_avisering_manader;uppsagningstid_manader',
		'L-1;Lärstigen, lärplattform, med åäö och ett namn som är så långt att raden måste brytas;Skolbjörk AB;Utbildningsnämnden;2021-07-01;2027-06-30;automatisk;2;12;0;;6',
		'O-1;Omsorgsjournalen;Omsorgslinden AB;Äldrenämnden;2021-07-01;2028-01-31;option;2;24;0;9;6',
		'T-1;Växel;Tellunda AB;Utbildningsnämnden;2016-01-01;;tillsvidare;;;;;3',
		'U-1;Förråd;Delta AB;Utbildningsnämnden;2016-01-01;2024-12-31;ingen;;;;;3'
	);
	accepted(await installation.receive('avtal.csv', register));
	await publishEdition({ user: installation.controller }, installation.where);
	karin = await person('karin', null);
	schools = await person('skola', ['Utbildningsnämnden']);
	const meetings = [
		{ day: '2026-12-09', name: 'Decembermötet', units: null },
		{ day: '2026-11-11', name: 'Skolans möte', units: ['Utbildningsnämnden'] },
		{ day: '2026-11-12', name: 'Äldres möte', units: ['Äldrenämnden'] },
		{ day: '2026-08-30', name: 'I går', units: null },
		{ day: '2026-12-30', name: 'Inställt', units: null, cancelled: new Date() }
	];
	await installation.where.database
		.insert(meeting)
		.values(meetings.map((held) => ({ ...held, author: installation.controller.id, created: new Date() })));
});
afterAll(() => installation.close());

async function person(name: string, units: string[] | null): Promise<Reader & { user: User }> {
	const user = await createUser(installation.where.database, {
		username: name,
		name,
		password: 'tre gröna båtar',
		role: 'member',
		units
	});
	return { user, access: accessOf(user) };
}

type Event = Record<string, string>;

/** Reads a calendar as RFC 5545 writes it: lines folded at 75 octets, joined by CRLF and a space. */
function read(text: string): { calendar: Event; events: Event[] } {
	expect(text.endsWith('\r\n')).toBe(true);
	const physical = text.slice(0, -2).split('\r\n');
	for (const line of physical) {
		expect(line).not.toContain('\n');
		expect(Buffer.byteLength(line, 'utf8')).toBeLessThanOrEqual(75);
	}
	const lines = physical
		.join('\r\n')
		.replace(/\r\n[ \t]/g, '')
		.split('\r\n');
	expect([lines[0], lines.at(-1)]).toEqual(['BEGIN:VCALENDAR', 'END:VCALENDAR']);
	const calendar: Event = {};
	const events: Event[] = [];
	let event: Event | null = null;
	for (const line of lines) {
		if (line === 'BEGIN:VEVENT') event = {};
		else if (line === 'END:VEVENT') {
			if (event) events.push(event);
			event = null;
		} else {
			const [, name = '', value = ''] = /^([A-Z-]+)(?:;[^:]*)?:(.*)$/.exec(line) ?? [];
			expect(name, line).not.toBe('');
			const unescaped = value.replace(/\\([\\;,nN])/g, (_, sign: string) => (/n/i.test(sign) ? '\n' : sign));
			(event ?? calendar)[name] = unescaped;
		}
	}
	return { calendar, events };
}

async function calendarOf(reader: Reader) {
	return read(await personCalendar(reader.access, 'https://it.provkoping.se', installation.where));
}
const told = (events: readonly Event[]) =>
	events.map(({ DTSTART, SUMMARY }) => `${DTSTART} ${SUMMARY}`).sort();

describe('a calendar', () => {
	test('has every day of the contracts in force, and the meetings, as days without a clock', async () => {
		const { calendar, events } = await calendarOf(karin);
		expect(calendar).toMatchObject({ VERSION: '2.0', 'X-WR-CALNAME': 'Genomlys, Provköping' });
		const long = 'Lärstigen, lärplattform, med åäö och ett namn som är så långt att raden måste brytas';
		expect(told(events)).toEqual(
			[
				`20251231 Sista trygga start av upphandling: ${long}`,
				`20261231 Sista dag att säga upp: ${long}`,
				`20270630 Avtalet slutar: ${long}`,
				'20260731 Sista trygga start av upphandling: Omsorgsjournalen',
				'20270430 Sista dag att förlänga: Omsorgsjournalen',
				'20270731 Sista dag att säga upp: Omsorgsjournalen',
				'20280131 Avtalet slutar: Omsorgsjournalen',
				'20261209 Möte: Decembermötet',
				'20261111 Möte: Skolans möte',
				'20261112 Möte: Äldres möte'
			].sort()
		);
	});

	test('says what happens, by which meeting to decide, and where the contract is', async () => {
		const { events } = await calendarOf(karin);
		const notice = events.find(({ UID }) => UID === 'avtal-L-1-notice@genomlys');
		expect(notice?.DESCRIPTION).toBe(
			[
				'Säger ingen upp avtalet senast 31 december 2026 förlängs det ett år.',
				'Beslut krävs senast på mötet 9 december 2026.',
				'Skolbjörk AB, Utbildningsnämnden',
				'https://it.provkoping.se/avtal/L-1'
			].join('\n')
		);
		expect(notice?.URL).toBe('https://it.provkoping.se/avtal/L-1');
	});

	test('is the same text as long as nothing has changed', async () => {
		const twice = await Promise.all(
			[1, 2].map(() => personCalendar(karin.access, 'https://it.provkoping.se', installation.where))
		);
		expect(twice[0]).toBe(twice[1]);
		const { events } = await calendarOf(karin);
		expect(new Set(events.map(({ UID }) => UID)).size).toBe(events.length);
	});

	test('of somebody who sees one nämnd has nothing of another', async () => {
		const { events } = await calendarOf(schools);
		expect(JSON.stringify(events)).not.toMatch(/Omsorg|Äldre|O-1/);
		expect(told(events)).toContain('20261111 Möte: Skolans möte');
		expect(events).toHaveLength(5);
	});
});

test('the days of meetings to come are told to those who see what they are about', async () => {
	const named = async (reader: Reader) =>
		(await meetingDays(reader.access, installation.where)).map(({ name }) => name);
	expect(await named(karin)).toEqual(['Skolans möte', 'Äldres möte', 'Decembermötet']);
	expect(await named(schools)).toEqual(['Skolans möte', 'Decembermötet']);
});

describe('the address of a calendar', () => {
	test('opens what its owner may see now, and is kept as a hash alone', async () => {
		const token = await openFeed(schools, installation.where);
		expect(token).toMatch(/^[a-z2-7]{52}$/);
		const reader = await readerOfFeed(token, installation.where);
		expect(reader?.access.units).toEqual(['Utbildningsnämnden']);
		const rows = await installation.where.database.select().from(calendarFeed);
		expect(JSON.stringify(rows)).not.toContain(token);
		expect((await feedOf(schools, installation.where))?.lastRead).toBeInstanceOf(Date);

		await changeUser(
			installation.where.database,
			schools.user,
			{ role: 'member', rights: [], units: ['Äldrenämnden'], disabled: false },
			installation.controller
		);
		expect((await readerOfFeed(token, installation.where))?.access.units).toEqual(['Äldrenämnden']);
	});

	test('that is changed or closed opens nothing', async () => {
		const first = await openFeed(karin, installation.where);
		const second = await openFeed(karin, installation.where);
		expect(await readerOfFeed(first, installation.where)).toBeNull();
		expect(await readerOfFeed(second, installation.where)).not.toBeNull();
		expect(await closeFeed(karin, installation.where)).toBe(true);
		expect(await readerOfFeed(second, installation.where)).toBeNull();
		expect(await feedOf(karin, installation.where)).toBeNull();
		expect(await closeFeed(karin, installation.where)).toBe(false);
	});

	test('of a disabled account opens nothing, and its reading is not noted', async () => {
		const token = await openFeed(schools, installation.where);
		await changeUser(
			installation.where.database,
			schools.user,
			{ role: 'member', rights: [], units: ['Utbildningsnämnden'], disabled: true },
			installation.controller
		);
		expect(await readerOfFeed(token, installation.where)).toBeNull();
		const [row] = await installation.where.database
			.select()
			.from(calendarFeed)
			.where(eq(calendarFeed.userId, schools.user.id));
		expect(row?.lastRead).toBeNull();
	});

	test('is made and closed in the log, which never holds it', async () => {
		const token = await openFeed(karin, installation.where);
		await closeFeed(karin, installation.where);
		const { rows: entries } = await auditPage(installation.where.database, 1);
		expect(entries.slice(0, 2).map(({ action }) => action)).toEqual(['calendar_closed', 'calendar_opened']);
		expect(JSON.stringify(entries)).not.toContain(token);
	});
});
