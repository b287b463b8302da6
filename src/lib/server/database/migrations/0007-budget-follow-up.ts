// What periods of budget follow-up have come to, with their frozen figures, the notes on deviations, forecasts that people set,
// plans for the years ahead, and the layouts of exported tables. All of it is only added to.
import { appendOnly } from './append-only';

const written = `author TEXT NOT NULL REFERENCES user (id),
			created INTEGER NOT NULL`;

export const budgetFollowUps = {
	name: '0007-budget-follow-up',
	statements: [
		`CREATE TABLE budget_step (
			id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
			year INTEGER NOT NULL,
			follow_up TEXT NOT NULL,
			cut INTEGER NOT NULL,
			step TEXT NOT NULL,
			reason TEXT NOT NULL,
			edition INTEGER NOT NULL REFERENCES edition (id),
			version INTEGER NOT NULL REFERENCES rule_version (id),
			period_lock INTEGER REFERENCES period_lock (id),
			figures TEXT,
			${written},
			CHECK (cut BETWEEN 1 AND 12)
		)`,
		'CREATE INDEX budget_step_follow_up ON budget_step (year, follow_up)',
		...appendOnly('budget_step'),
		`CREATE TABLE deviation_note (
			id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
			note INTEGER,
			year INTEGER NOT NULL,
			follow_up TEXT NOT NULL,
			unit TEXT NOT NULL,
			cost_kind TEXT NOT NULL,
			cause TEXT NOT NULL,
			measure TEXT NOT NULL,
			effect TEXT NOT NULL,
			responsible TEXT NOT NULL,
			due TEXT,
			closed TEXT,
			${written},
			CHECK (cause <> '')
		)`,
		'CREATE INDEX deviation_note_unit ON deviation_note (unit)',
		...appendOnly('deviation_note'),
		`CREATE TABLE forecast_override (
			id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
			year INTEGER NOT NULL,
			follow_up TEXT NOT NULL,
			unit TEXT NOT NULL,
			cost_kind TEXT NOT NULL,
			amount INTEGER,
			reason TEXT NOT NULL,
			${written},
			CHECK (reason <> '')
		)`,
		'CREATE INDEX forecast_override_follow_up ON forecast_override (year, follow_up)',
		...appendOnly('forecast_override'),
		`CREATE TABLE planned_change (
			id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
			change INTEGER,
			unit TEXT NOT NULL,
			content TEXT,
			reason TEXT NOT NULL,
			${written}
		)`,
		'CREATE INDEX planned_change_unit ON planned_change (unit)',
		...appendOnly('planned_change'),
		`CREATE TABLE export_layout (
			id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
			name TEXT NOT NULL,
			columns TEXT,
			${written},
			CHECK (name <> '')
		)`,
		'CREATE INDEX export_layout_name ON export_layout (name)',
		...appendOnly('export_layout')
	]
};
