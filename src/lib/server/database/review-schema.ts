// The tables of the committee's work with contracts, as Drizzle sees them: completions, threads, verdicts and meetings.
import { assumptionSubjects, type AssumptionValue } from '$lib/domain/assumption';
import { completedKinds } from '$lib/domain/completion';
import { agendaKinds } from '$lib/domain/meeting';
import { flagKinds, postKinds, threadSubjects, verdicts } from '$lib/domain/review';
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { edition, user } from './schema';

const instant = (name: string) => integer(name, { mode: 'timestamp_ms' });

/** What somebody has filled in where a register says nothing. Append-only: the latest of a field stands. */
export const completion = sqliteTable(
	'completion',
	{
		id: integer('id').primaryKey({ autoIncrement: true }),
		recordKind: text('record_kind', { enum: completedKinds }).notNull(),
		/** An avtals_id. */
		recordId: text('record_id').notNull(),
		/** The column, as the table of fields names it. */
		field: text('field').notNull(),
		/** As a canonical file has it; null takes the completion back. */
		value: text('value'),
		/** Where the answer stands: "Avtalet, bilaga 4". */
		source: text('source').notNull(),
		/** ISO day of the source. */
		sourceDay: text('source_day').notNull(),
		author: text('author')
			.notNull()
			.references(() => user.id),
		created: instant('created').notNull()
	},
	(table) => [index('completion_record').on(table.recordKind, table.recordId)]
);

/** A question or a note, with what is said about it in `post`. Append-only. */
export const thread = sqliteTable(
	'thread',
	{
		id: integer('id').primaryKey({ autoIncrement: true }),
		subjectKind: text('subject_kind', { enum: threadSubjects }).notNull(),
		/** An avtals_id, a supplier's key, a nämnd's name, a system_id, or the address of a figure. */
		subjectKey: text('subject_key').notNull(),
		/** What the subject was called then. */
		subjectName: text('subject_name').notNull(),
		/** What the figure said then. */
		figure: text('figure'),
		edition: integer('edition').references(() => edition.id),
		/** The nämnder that the author saw; null is the whole municipality. */
		units: text('units', { mode: 'json' }).$type<string[]>(),
		author: text('author')
			.notNull()
			.references(() => user.id),
		created: instant('created').notNull()
	},
	(table) => [index('thread_subject').on(table.subjectKind, table.subjectKey)]
);

/** What is said in a thread, its first words included. Append-only. */
export const post = sqliteTable(
	'post',
	{
		id: integer('id').primaryKey({ autoIncrement: true }),
		thread: integer('thread')
			.notNull()
			.references(() => thread.id),
		kind: text('kind', { enum: postKinds }).notNull(),
		text: text('text').notNull(),
		author: text('author')
			.notNull()
			.references(() => user.id),
		created: instant('created').notNull()
	},
	(table) => [index('post_thread').on(table.thread)]
);

export const meeting = sqliteTable(
	'meeting',
	{
		id: integer('id').primaryKey({ autoIncrement: true }),
		/** ISO day. */
		day: text('day').notNull(),
		name: text('name').notNull(),
		place: text('place'),
		/** The nämnder that its papers are about; null is the whole municipality. */
		units: text('units', { mode: 'json' }).$type<string[]>(),
		author: text('author')
			.notNull()
			.references(() => user.id),
		created: instant('created').notNull(),
		changed: instant('changed'),
		cancelled: instant('cancelled')
	},
	(table) => [index('meeting_day').on(table.day)]
);

/** What somebody holds about a contract. Append-only: the latest stands, and the earlier ones are shown below it. */
export const verdict = sqliteTable(
	'verdict',
	{
		id: integer('id').primaryKey({ autoIncrement: true }),
		contractId: text('contract_id').notNull(),
		/** What the contract was called then. */
		contractName: text('contract_name').notNull(),
		verdict: text('verdict', { enum: verdicts }).notNull(),
		reason: text('reason').notNull(),
		/** The meeting that it is meant for, or was decided at. */
		meeting: integer('meeting').references(() => meeting.id),
		edition: integer('edition').references(() => edition.id),
		/** The nämnder that the author saw; null is the whole municipality. */
		units: text('units', { mode: 'json' }).$type<string[]>(),
		author: text('author')
			.notNull()
			.references(() => user.id),
		created: instant('created').notNull()
	},
	(table) => [index('verdict_contract').on(table.contractId)]
);

/** Flags that somebody has put aside with a reason, or taken up again. Append-only: the latest of a flag stands. */
export const dismissal = sqliteTable(
	'dismissal',
	{
		id: integer('id').primaryKey({ autoIncrement: true }),
		flag: text('flag', { enum: flagKinds }).notNull(),
		/** What tells one flag of its kind from the others: `flagKey` of the contract, or the supplier with kostnadsslag and year. */
		subjectKey: text('subject_key').notNull(),
		/** What that was called then. */
		subjectName: text('subject_name').notNull(),
		/** The flag is taken up again. */
		takenBack: integer('taken_back', { mode: 'boolean' }).notNull(),
		reason: text('reason').notNull(),
		/** Öre that the flag was about then. */
		amount: integer('amount'),
		edition: integer('edition').references(() => edition.id),
		/** The nämnder that the author saw; null is the whole municipality. */
		units: text('units', { mode: 'json' }).$type<string[]>(),
		author: text('author')
			.notNull()
			.references(() => user.id),
		created: instant('created').notNull()
	},
	(table) => [index('dismissal_flag').on(table.flag, table.subjectKey)]
);

export const agendaItem = sqliteTable(
	'agenda_item',
	{
		id: integer('id').primaryKey({ autoIncrement: true }),
		meeting: integer('meeting')
			.notNull()
			.references(() => meeting.id),
		/** From 1. */
		position: integer('position').notNull(),
		kind: text('kind', { enum: agendaKinds }).notNull(),
		/** An avtals_id or the id of a thread. */
		subjectKey: text('subject_key').notNull(),
		/** What it was called when it was put there. */
		name: text('name').notNull(),
		removed: instant('removed')
	},
	(table) => [index('agenda_item_meeting').on(table.meeting)]
);

/** What a meeting decided. Append-only: the latest of an item stands. */
export const meetingDecision = sqliteTable(
	'meeting_decision',
	{
		id: integer('id').primaryKey({ autoIncrement: true }),
		item: integer('item')
			.notNull()
			.references(() => agendaItem.id),
		text: text('text').notNull(),
		/** The verdict that was recorded with it. */
		verdict: integer('verdict').references(() => verdict.id),
		author: text('author')
			.notNull()
			.references(() => user.id),
		created: instant('created').notNull()
	},
	(table) => [index('meeting_decision_item').on(table.item)]
);

/** The papers of a meeting as they were made: answers of one edition. Append-only: the latest stands. */
export const meetingPapers = sqliteTable(
	'meeting_papers',
	{
		id: integer('id').primaryKey({ autoIncrement: true }),
		meeting: integer('meeting')
			.notNull()
			.references(() => meeting.id),
		edition: integer('edition')
			.notNull()
			.references(() => edition.id),
		content: text('content', { mode: 'json' }).$type<Record<string, unknown>>().notNull(),
		author: text('author')
			.notNull()
			.references(() => user.id),
		created: instant('created').notNull()
	},
	(table) => [index('meeting_papers_meeting').on(table.meeting)]
);

/** What the municipality assumes where no ledger can say. Append-only: the latest of a name and subject stands. */
export const assumption = sqliteTable(
	'assumption',
	{
		id: integer('id').primaryKey({ autoIncrement: true }),
		/** As domain/assumption.ts names it. */
		name: text('name').notNull(),
		subjectKind: text('subject_kind', { enum: assumptionSubjects }).notNull(),
		/** A system_id, a supplier's key or a product's name; empty for the municipality. */
		subjectKey: text('subject_key').notNull(),
		/** Null takes it back. */
		value: text('value', { mode: 'json' }).$type<AssumptionValue>(),
		/** Where it comes from, or why. */
		reason: text('reason').notNull(),
		author: text('author')
			.notNull()
			.references(() => user.id),
		created: instant('created').notNull()
	},
	(table) => [index('assumption_name').on(table.name, table.subjectKind, table.subjectKey)]
);
