// The tables of the SQLite database, as Drizzle sees them. What stands in the database is made by migrations/; a test
// compares the two.
import type { Right } from '$lib/domain/access';
import { roles } from '$lib/domain/access';
import { viewKinds, type ViewFigures } from '$lib/domain/saved-view';
import { subjectKinds } from '$lib/domain/subject';
import { index, integer, sqliteTable, text, type AnySQLiteColumn } from 'drizzle-orm/sqlite-core';

const instant = (name: string) => integer(name, { mode: 'timestamp_ms' });

export const user = sqliteTable('user', {
	id: text('id').primaryKey(),
	/** Lower case, as it is typed at sign-in. */
	username: text('username').notNull().unique(),
	name: text('name').notNull(),
	passwordHash: text('password_hash').notNull(),
	role: text('role', { enum: roles }).notNull(),
	rights: text('rights', { mode: 'json' }).$type<Right[]>().notNull(),
	/** The nämnder that may be seen; null is the whole municipality. */
	units: text('units', { mode: 'json' }).$type<string[]>(),
	disabled: integer('disabled', { mode: 'boolean' }).notNull().default(false),
	created: instant('created').notNull()
});

export const session = sqliteTable(
	'session',
	{
		/** SHA-256 of the token, in hex; the token itself is only in the cookie. */
		id: text('id').primaryKey(),
		userId: text('user_id')
			.notNull()
			.references(() => user.id, { onDelete: 'cascade' }),
		expires: instant('expires').notNull()
	},
	(table) => [index('session_user').on(table.userId)]
);

export const invitation = sqliteTable('invitation', {
	/** SHA-256 of the token in the link, in hex. */
	id: text('id').primaryKey(),
	purpose: text('purpose', { enum: ['first_admin', 'invitation'] }).notNull(),
	role: text('role', { enum: roles }).notNull(),
	rights: text('rights', { mode: 'json' }).$type<Right[]>().notNull(),
	units: text('units', { mode: 'json' }).$type<string[]>(),
	name: text('name').notNull(),
	createdBy: text('created_by').references(() => user.id),
	created: instant('created').notNull(),
	expires: instant('expires').notNull(),
	used: instant('used'),
	/** The account it became. Not a reference: it is written just before the account. */
	usedBy: text('used_by')
});

/** Sign-in attempts that did not succeed, counted per username and per address (both hashed). */
export const signInFailure = sqliteTable('sign_in_failure', {
	id: text('id').primaryKey(),
	failures: integer('failures').notNull(),
	last: instant('last').notNull(),
	blockedUntil: instant('blocked_until').notNull()
});

/** Append-only: triggers refuse UPDATE, DELETE and REPLACE. */
export const audit = sqliteTable(
	'audit',
	{
		id: integer('id').primaryKey({ autoIncrement: true }),
		at: instant('at').notNull(),
		userId: text('user_id'),
		username: text('username'),
		action: text('action').notNull(),
		/** What it was done to: a username, a file name, an edition. */
		subject: text('subject'),
		detail: text('detail', { mode: 'json' }).$type<Record<string, unknown>>()
	},
	(table) => [index('audit_at').on(table.at)]
);

/** One uploaded file. The original lies byte for byte in the data directory, under its SHA-256. */
export const importedFile = sqliteTable(
	'import',
	{
		id: integer('id').primaryKey({ autoIncrement: true }),
		fileName: text('file_name').notNull(),
		sha256: text('sha256').notNull(),
		bytes: integer('bytes').notNull(),
		kind: text('kind').notNull(),
		uploadedBy: text('uploaded_by')
			.notNull()
			.references(() => user.id),
		uploadedAt: instant('uploaded_at').notNull(),
		/** The confirmed column mapping and answers. */
		settings: text('settings', { mode: 'json' }).$type<Record<string, unknown>>().notNull(),
		/** Öre, as the sender states it. */
		controlSum: integer('control_sum'),
		controlRows: integer('control_rows'),
		/** Counts of rows read, accepted, rejected and empty, and their sums in öre. */
		result: text('result', { mode: 'json' }).$type<Record<string, unknown>>().notNull(),
		status: text('status', { enum: ['active', 'replaced', 'removed'] }).notNull(),
		replaces: integer('replaces'),
		/** The import whose rejected rows this one holds, mended. */
		corrects: integer('corrects'),
		/** The import that took this one out of use with it, and brings it back when it is restored. */
		leftWith: integer('left_with')
	},
	(table) => [index('import_status').on(table.status)]
);

export const edition = sqliteTable('edition', {
	id: integer('id').primaryKey({ autoIncrement: true }),
	createdAt: instant('created_at').notNull(),
	/** Null for the edition that the demo publishes by itself. */
	createdBy: text('created_by').references(() => user.id),
	status: text('status', { enum: ['current', 'earlier', 'withdrawn'] }).notNull(),
	/** Below the data directory. */
	directory: text('directory').notNull(),
	manifest: text('manifest', { mode: 'json' }).$type<Record<string, unknown>>().notNull()
});

export const setting = sqliteTable('setting', {
	key: text('key').primaryKey(),
	value: text('value').notNull()
});

/** The numbers that stand in place of masked enskilda firmor, so that one firm keeps its number between imports. */
export const soleTrader = sqliteTable('sole_trader', {
	hash: text('hash').primaryKey(),
	number: integer('number').notNull().unique()
});

/** How a source is read, under a name; a later file is known by its headers. */
export const recipe = sqliteTable('recipe', {
	id: integer('id').primaryKey({ autoIncrement: true }),
	name: text('name').notNull().unique(),
	/** File name, `*` stands for any run of characters. */
	filePattern: text('file_pattern').notNull(),
	/** The headers that the answers were given for; null when it is known by file name alone. */
	headers: text('headers', { mode: 'json' }).$type<string[]>(),
	answers: text('answers', { mode: 'json' }).$type<Record<string, unknown>>().notNull(),
	createdBy: text('created_by')
		.notNull()
		.references(() => user.id),
	createdAt: instant('created_at').notNull(),
	updatedBy: text('updated_by')
		.notNull()
		.references(() => user.id),
	updatedAt: instant('updated_at').notNull(),
	/** Files that were stored by it. */
	used: integer('used').notNull().default(0),
	lastUsed: instant('last_used')
});

/** Every version of the rules. Append-only: triggers refuse UPDATE, DELETE and REPLACE. */
export const ruleVersion = sqliteTable('rule_version', {
	/** The number of the version. */
	id: integer('id').primaryKey(),
	/** Null for the set that ships with the program. */
	createdAt: instant('created_at'),
	createdBy: text('created_by').references(() => user.id),
	/** The name of the author then. */
	author: text('author').notNull(),
	note: text('note'),
	/** The earlier version whose content it took back. */
	restores: integer('restores').references((): AnySQLiteColumn => ruleVersion.id),
	/** How many rules and hand tags the set has. */
	rules: integer('rules').notNull(),
	handTags: integer('hand_tags').notNull(),
	/** Counts of what differs from the version before, so that a list need not read whole sets. */
	changes: text('changes', { mode: 'json' }).$type<Record<string, unknown>>().notNull(),
	ruleSet: text('rule_set', { mode: 'json' }).$type<Record<string, unknown>>().notNull()
});

/** Reported months and the rule version that tags them. A lock is kept when it is unlocked; triggers refuse the rest. */
export const periodLock = sqliteTable('period_lock', {
	id: integer('id').primaryKey({ autoIncrement: true }),
	/** What was reported, `T2 2026`. */
	name: text('name').notNull(),
	/** Months, both included. */
	fromMonth: text('from_month').notNull(),
	toMonth: text('to_month').notNull(),
	version: integer('version')
		.notNull()
		.references(() => ruleVersion.id),
	lockedBy: text('locked_by')
		.notNull()
		.references(() => user.id),
	lockedByName: text('locked_by_name').notNull(),
	lockedAt: instant('locked_at').notNull(),
	unlockedAt: instant('unlocked_at'),
	unlockedByName: text('unlocked_by_name'),
	reason: text('reason')
});

/** Saved views and saved SQL. A removed one is kept for a day, so that it can be brought back. */
export const savedView = sqliteTable(
	'saved_view',
	{
		id: integer('id').primaryKey({ autoIncrement: true }),
		owner: text('owner')
			.notNull()
			.references(() => user.id),
		kind: text('kind', { enum: viewKinds }).notNull(),
		name: text('name').notNull(),
		text: text('text').notNull(),
		/** Path and query string, or the SQL. */
		address: text('address').notNull(),
		shared: integer('shared', { mode: 'boolean' }).notNull(),
		edition: integer('edition')
			.notNull()
			.references(() => edition.id),
		figures: text('figures', { mode: 'json' }).$type<ViewFigures>(),
		/** The nämnder that the figures were counted over; null is the whole municipality. */
		units: text('units', { mode: 'json' }).$type<string[]>(),
		created: instant('created').notNull(),
		changed: instant('changed').notNull(),
		removed: instant('removed')
	},
	(table) => [index('saved_view_owner').on(table.owner)]
);

/** Notes on suppliers, nämnder and systems. A removed one is kept for a day, so that it can be brought back. */
export const note = sqliteTable(
	'note',
	{
		id: integer('id').primaryKey({ autoIncrement: true }),
		subjectKind: text('subject_kind', { enum: subjectKinds }).notNull(),
		/** A supplier's key, a nämnd's name, a system_id. */
		subjectKey: text('subject_key').notNull(),
		author: text('author')
			.notNull()
			.references(() => user.id),
		text: text('text').notNull(),
		shared: integer('shared', { mode: 'boolean' }).notNull(),
		created: instant('created').notNull(),
		changed: instant('changed'),
		removed: instant('removed')
	},
	(table) => [
		index('note_subject').on(table.subjectKind, table.subjectKey),
		index('note_author').on(table.author)
	]
);

/** A private address of the calendar, one a person. */
export const calendarFeed = sqliteTable('calendar_feed', {
	/** SHA-256 of the token in the address, in hex. */
	id: text('id').primaryKey(),
	userId: text('user_id')
		.notNull()
		.unique()
		.references(() => user.id, { onDelete: 'cascade' }),
	created: instant('created').notNull(),
	lastRead: instant('last_read')
});
