// A person's calendar: the contracts of the current edition that he or she may see now, and the meetings.
import type { Access } from '$lib/domain/access';
import { parseIsoDay, type Day } from '$lib/domain/day';
import { contractCalendar, type CalendarContract } from '$lib/export/contract-calendar';
import { contractList } from '$lib/queries/contract-list';
import { describeContracts } from '$lib/queries/described-contract';
import { ask } from '$lib/queries/query';
import { calendarWords } from '$lib/text/calendar';
import { openNative } from '../engine/native-engine';
import { currentEdition, editionFile } from '../editions/edition';
import { installation, type Installation } from '../editions/installation';
import { meetingDays } from '../meetings/meeting-days';

/** A slice never changes, so its contracts are read once; calendars ask often, all at the same hour. */
const kept = new Map<string, Promise<CalendarContract[]>>();
const mostKept = 20;

/** The calendar as text; contracts in force only. Without an edition there are meetings alone. */
export async function personCalendar(
	access: Access,
	origin: string,
	where: Installation = installation()
): Promise<string> {
	const offered = await currentEdition(access, where);
	const meta = offered?.answers.meta;
	const today = parseIsoDay(meta?.today ?? where.today());
	if (!today) throw new Error('No day is today');
	const file = offered && (await editionFile(offered.edition, offered.hash, access, where));
	return contractCalendar({
		name: calendarWords.name(where.municipality),
		contracts: file ? await contractsOf(file.path, today) : [],
		meetings: await meetingDays(access, where),
		showMeetings: true,
		today,
		published: meta?.published ?? '2000-01-01T00:00:00.000Z',
		origin
	});
}

function contractsOf(path: string, today: Day): Promise<CalendarContract[]> {
	const known = kept.get(path);
	if (known) return known;
	const asked = readContracts(path, today);
	kept.set(path, asked);
	asked.catch(() => kept.delete(path));
	const [oldest] = kept.keys();
	if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
	return asked;
}

async function readContracts(path: string, today: Day): Promise<CalendarContract[]> {
	const engine = await openNative({ path, readOnly: true });
	try {
		return describeContracts(await ask(engine, contractList, undefined), today)
			.filter(({ inForce }) => inForce)
			.map(({ key, row, facts, step }) => ({
				key,
				id: row.contract_id,
				title: row.title,
				supplier: row.supplier,
				unit: row.unit,
				facts,
				step
			}));
	} finally {
		await engine.close();
	}
}
