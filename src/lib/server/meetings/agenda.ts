// The agenda of a meeting: saved whole, and only by who saw it as it was.
import { eq, inArray } from 'drizzle-orm';
import type { AgendaKind, Meeting } from '$lib/domain/meeting';
import { contractOwner } from '$lib/queries/contract-owner';
import { ask } from '$lib/queries/query';
import { recording } from '../audit';
import { agendaItem } from '../database/review-schema';
import { oneAtATime } from '../editions/one-at-a-time';
import { installation, type Installation } from '../editions/installation';
import type { Reader } from '../reader';
import { askedQuestions } from './asked-questions';
import { onMeetingSlice } from './meeting-slice';
import { meetingById } from './read-meetings';

/** A point that stands there already, or a new one. */
export type WantedItem = { id: number } | { kind: AgendaKind; key: string };

export type AgendaOutcome =
	| { outcome: 'done'; meeting: Meeting }
	/** Somebody else has changed the agenda since it was read. */
	| { outcome: 'changed'; meeting: Meeting }
	/** `decided`: a point with a decision cannot be taken away. `unknown`: a new point that the meeting's slice does not hold. */
	| { outcome: 'missing' | 'cancelled' | 'decided' | 'unknown' | 'twice' };

const inTurn = oneAtATime();

/** @param before the points as the person saw them, in order */
export function saveAgenda(
	id: number,
	wanted: { before: readonly number[]; items: readonly WantedItem[] },
	reader: Reader,
	where: Installation = installation(),
	now = new Date()
): Promise<AgendaOutcome> {
	return inTurn(async () => {
		const meeting = await meetingById(id, reader.access, where);
		if (!meeting) return { outcome: 'missing' };
		if (meeting.status === 'cancelled') return { outcome: 'cancelled' };
		const present = meeting.items.map((item) => item.id);
		const kept = wanted.items.flatMap((item) => ('id' in item ? [item.id] : []));
		if (!sameOrder(present, wanted.before) || kept.some((item) => !present.includes(item)))
			return { outcome: 'changed', meeting };
		const gone = meeting.items.filter((item) => !kept.includes(item.id));
		if (gone.some(({ decisions }) => decisions.length)) return { outcome: 'decided' };
		const subjects = wanted.items.map((item) => {
			const known = 'id' in item ? meeting.items.find((candidate) => candidate.id === item.id) : item;
			return known ? `${known.kind} ${known.key}` : '';
		});
		if (new Set(subjects).size < subjects.length) return { outcome: 'twice' };
		const names = await namesOf(
			wanted.items.filter((item) => 'kind' in item),
			meeting.units,
			where
		);
		if (!names) return { outcome: 'unknown' };
		await write(meeting, wanted.items, { gone: gone.map((item) => item.id), names }, reader, where, now);
		const saved = await meetingById(id, reader.access, where);
		if (!saved) throw new Error(`Meeting ${id} is gone`);
		return { outcome: 'done', meeting: saved };
	});
}

function sameOrder(present: readonly number[], before: readonly number[]): boolean {
	return present.length === before.length && present.every((id, index) => id === before[index]);
}

type NewItem = Extract<WantedItem, { kind: AgendaKind }>;
type Names = ReadonlyMap<NewItem, string>;

/** What new points are called today; null when one of them is nothing that the meeting may be about. */
async function namesOf(
	items: readonly NewItem[],
	units: readonly string[] | null,
	where: Installation
): Promise<Names | null> {
	const names = new Map<NewItem, string>();
	const contracts = items.filter(({ kind }) => kind === 'contract');
	if (contracts.length)
		await onMeetingSlice(units, where, async (engine) => {
			for (const item of contracts) {
				const [line] = await ask(engine, contractOwner, item.key);
				if (line) names.set(item, line.title);
			}
		});
	const questions = items.filter(({ kind }) => kind === 'question');
	const threads = questions.length ? await askedQuestions(units, where) : [];
	for (const item of questions) {
		const asked = threads.find(({ id }) => String(id) === item.key);
		if (asked) names.set(item, shortened(asked.posts[0]?.text ?? asked.subject.name));
	}
	return names.size === items.length ? names : null;
}

const longestName = 200;

function shortened(text: string): string {
	const line = text.replace(/\s+/g, ' ').trim();
	return line.length <= longestName ? line : `${line.slice(0, longestName - 2)} …`;
}

async function write(
	meeting: Meeting,
	items: readonly WantedItem[],
	change: { gone: readonly number[]; names: Names },
	reader: Reader,
	{ database }: Installation,
	now: Date
): Promise<void> {
	const { gone, names } = change;
	const placed = items.map((item, index) =>
		'id' in item
			? database
					.update(agendaItem)
					.set({ position: index + 1 })
					.where(eq(agendaItem.id, item.id))
			: database.insert(agendaItem).values({
					meeting: meeting.id,
					position: index + 1,
					kind: item.kind,
					subjectKey: item.key,
					name: names.get(item) ?? item.key
				})
	);
	await database.batch([
		recording(
			database,
			{
				user: reader.user,
				action: 'agenda_changed',
				subject: `${meeting.name} ${meeting.day}`,
				detail: { added: names.size, removed: gone.length }
			},
			now
		),
		database
			.update(agendaItem)
			.set({ removed: now })
			.where(inArray(agendaItem.id, [...gone])),
		...placed
	]);
}
