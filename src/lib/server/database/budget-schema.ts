// The tables of budget follow-up, as Drizzle sees them: what periods have come to, notes on deviations, forecasts, plans, layouts.
import type { FrozenFollowUp } from '$lib/domain/budget-lock';
import { budgetSteps } from '$lib/domain/budget-step';
import type { PlannedChange } from '$lib/domain/planned-change';
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { edition, periodLock, ruleVersion, user } from './schema';

const instant = (name: string) => integer(name, { mode: 'timestamp_ms' });

/** What has been done with a follow-up: ready, reviewed, locked, opened again. Append-only: the latest of a follow-up stands. */
export const budgetStep = sqliteTable(
	'budget_step',
	{
		id: integer('id').primaryKey({ autoIncrement: true }),
		year: integer('year').notNull(),
		/** As the setting names it: `T2`. */
		followUp: text('follow_up').notNull(),
		/** Its last month then, 1–12. */
		cut: integer('cut').notNull(),
		step: text('step', { enum: budgetSteps }).notNull(),
		/** Why it was opened again, or what the reviewer wrote; empty where nothing was. */
		reason: text('reason').notNull(),
		edition: integer('edition')
			.notNull()
			.references(() => edition.id),
		version: integer('version')
			.notNull()
			.references(() => ruleVersion.id),
		/** The lock on the months, made with a locked follow-up. */
		periodLock: integer('period_lock').references(() => periodLock.id),
		/** The figures of a locked follow-up, of the whole municipality. */
		figures: text('figures', { mode: 'json' }).$type<FrozenFollowUp>(),
		author: text('author')
			.notNull()
			.references(() => user.id),
		created: instant('created').notNull()
	},
	(table) => [index('budget_step_follow_up').on(table.year, table.followUp)]
);

/** Why a nämnd deviates and what is done about it. Append-only: the latest of a note stands; it is open until it is closed. */
export const deviationNote = sqliteTable(
	'deviation_note',
	{
		id: integer('id').primaryKey({ autoIncrement: true }),
		/** The id of the note's first row; null in that one. */
		note: integer('note'),
		/** The follow-up that this was written in. */
		year: integer('year').notNull(),
		followUp: text('follow_up').notNull(),
		unit: text('unit').notNull(),
		/** Empty: the whole nämnd. */
		costKind: text('cost_kind').notNull(),
		cause: text('cause').notNull(),
		/** Åtgärd. */
		measure: text('measure').notNull(),
		/** What the measure is expected to give; empty where nobody has said. */
		effect: text('effect').notNull(),
		responsible: text('responsible').notNull(),
		/** ISO day that the measure is to be done by; null where none is set. */
		due: text('due'),
		/** What came of it; null while it is open. */
		closed: text('closed'),
		author: text('author')
			.notNull()
			.references(() => user.id),
		created: instant('created').notNull()
	},
	(table) => [index('deviation_note_unit').on(table.unit)]
);

/** A forecast that somebody has set instead of the calculated one. Append-only: the latest of a place stands. */
export const forecastOverride = sqliteTable(
	'forecast_override',
	{
		id: integer('id').primaryKey({ autoIncrement: true }),
		year: integer('year').notNull(),
		followUp: text('follow_up').notNull(),
		unit: text('unit').notNull(),
		/** Empty: the whole nämnd. */
		costKind: text('cost_kind').notNull(),
		/** Öre for the whole year; null takes it back. */
		amount: integer('amount'),
		reason: text('reason').notNull(),
		author: text('author')
			.notNull()
			.references(() => user.id),
		created: instant('created').notNull()
	},
	(table) => [index('forecast_override_follow_up').on(table.year, table.followUp)]
);

/** What is planned to change the cost of the years ahead. Append-only: the latest of a change stands. */
export const plannedChange = sqliteTable(
	'planned_change',
	{
		id: integer('id').primaryKey({ autoIncrement: true }),
		/** The id of the change's first row; null in that one. */
		change: integer('change'),
		/** The nämnd whose cost it is. */
		unit: text('unit').notNull(),
		/** Null takes it out of the plan. */
		content: text('content', { mode: 'json' }).$type<PlannedChange>(),
		reason: text('reason').notNull(),
		author: text('author')
			.notNull()
			.references(() => user.id),
		created: instant('created').notNull()
	},
	(table) => [index('planned_change_unit').on(table.unit)]
);

/** The column orders that a municipality's own documents have. Append-only: the latest of a name stands. */
export const exportLayout = sqliteTable(
	'export_layout',
	{
		id: integer('id').primaryKey({ autoIncrement: true }),
		name: text('name').notNull(),
		/** Columns with their headers, in order; null takes the layout away. */
		columns: text('columns', { mode: 'json' }).$type<{ column: string; header: string }[]>(),
		author: text('author')
			.notNull()
			.references(() => user.id),
		created: instant('created').notNull()
	},
	(table) => [index('export_layout_name').on(table.name)]
);
