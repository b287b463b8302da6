// One contract's days as a calendar file, made in the browser when somebody asks for it.
import type { Day } from '$lib/domain/day';
import { exportFileName } from '$lib/export/file-name';
import { fetchMeetingDays } from '$lib/state/meeting-days.svelte';
import type { PageContext } from '$lib/state/page-context';
import { recordTakeOut } from '$lib/state/take-out';
import type { ListedContract } from './listed-contract';

export async function contractDaysFile(
	context: PageContext,
	{ key, row, facts, step }: ListedContract,
	today: Day
): Promise<{ name: string; content: Blob }> {
	const { meta } = context.answers;
	const [{ contractCalendar }, meetings] = await Promise.all([
		import('$lib/export/contract-calendar'),
		fetchMeetingDays()
	]);
	const { contract_id: id, title, supplier, unit } = row;
	const calendar = contractCalendar({
		name: title,
		contracts: [{ key, id, title, supplier, unit, facts, step }],
		meetings: meetings ?? [],
		showMeetings: false,
		today,
		published: meta.published,
		origin: location.origin
	});
	const name = exportFileName([id, title], 'ics');
	recordTakeOut({ what: name, filter: location.search, edition: meta.edition });
	return { name, content: new Blob([calendar], { type: 'text/calendar;charset=utf-8' }) };
}
