// The tables of what is said about systems, as Drizzle sees them.
import type { AddedSystem } from '$lib/domain/added-system';
import { doubleVerdicts, lifeCycleChoices, systemVerdictKinds } from '$lib/domain/system-verdict';
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { edition, user } from './schema';

/** What people hold about systems. Append-only: the latest of a subject stands, and one without a verdict takes it back. */
export const systemVerdict = sqliteTable(
	'system_verdict',
	{
		id: integer('id').primaryKey({ autoIncrement: true }),
		kind: text('kind', { enum: systemVerdictKinds }).notNull(),
		/** Ids in order: two that may be doubles, or one. */
		systems: text('systems', { mode: 'json' }).$type<string[]>().notNull(),
		/** What those were called then. */
		name: text('name').notNull(),
		verdict: text('verdict', { enum: [...doubleVerdicts, ...lifeCycleChoices] }),
		/** The system that is to be replaced by the other. */
		replaced: text('replaced'),
		reason: text('reason').notNull(),
		edition: integer('edition').references(() => edition.id),
		/** The nämnder that the author saw; null is the whole municipality. */
		units: text('units', { mode: 'json' }).$type<string[]>(),
		author: text('author')
			.notNull()
			.references(() => user.id),
		created: integer('created', { mode: 'timestamp_ms' }).notNull()
	},
	(table) => [index('system_verdict_kind').on(table.kind)]
);

/** Systems that people have added because no list names them. Append-only: the latest of a system stands. */
export const addedSystem = sqliteTable(
	'added_system',
	{
		id: integer('id').primaryKey({ autoIncrement: true }),
		systemId: text('system_id').notNull(),
		/** Null takes it back. */
		content: text('content', { mode: 'json' }).$type<AddedSystem>(),
		reason: text('reason').notNull(),
		author: text('author')
			.notNull()
			.references(() => user.id),
		created: integer('created', { mode: 'timestamp_ms' }).notNull()
	},
	(table) => [index('added_system_id').on(table.systemId)]
);
