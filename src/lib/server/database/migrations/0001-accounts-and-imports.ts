// Accounts, audit, imports and editions. A migration that has been released is never edited: add a new one.
export const accountsAndImports = {
	name: '0001-accounts-and-imports',
	statements: [
		`CREATE TABLE user (
			id TEXT PRIMARY KEY NOT NULL,
			username TEXT NOT NULL,
			name TEXT NOT NULL,
			password_hash TEXT NOT NULL,
			role TEXT NOT NULL CHECK (role IN ('admin', 'controller', 'member', 'reader')),
			rights TEXT NOT NULL,
			units TEXT,
			disabled INTEGER DEFAULT false NOT NULL,
			created INTEGER NOT NULL
		)`,
		`CREATE UNIQUE INDEX user_username_unique ON user (username)`,
		`CREATE TABLE session (
			id TEXT PRIMARY KEY NOT NULL,
			user_id TEXT NOT NULL REFERENCES user (id) ON DELETE CASCADE,
			expires INTEGER NOT NULL
		)`,
		`CREATE INDEX session_user ON session (user_id)`,
		`CREATE TABLE invitation (
			id TEXT PRIMARY KEY NOT NULL,
			purpose TEXT NOT NULL,
			role TEXT NOT NULL CHECK (role IN ('admin', 'controller', 'member', 'reader')),
			rights TEXT NOT NULL,
			units TEXT,
			name TEXT NOT NULL,
			created_by TEXT REFERENCES user (id),
			created INTEGER NOT NULL,
			expires INTEGER NOT NULL,
			used INTEGER,
			used_by TEXT
		)`,
		`CREATE TABLE sign_in_failure (
			id TEXT PRIMARY KEY NOT NULL,
			failures INTEGER NOT NULL,
			last INTEGER NOT NULL,
			blocked_until INTEGER NOT NULL
		)`,
		`CREATE TABLE audit (
			id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
			at INTEGER NOT NULL,
			user_id TEXT,
			username TEXT,
			action TEXT NOT NULL,
			subject TEXT,
			detail TEXT
		)`,
		`CREATE INDEX audit_at ON audit (at)`,
		`CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit
			BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END`,
		`CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit
			BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END`,
		// INSERT OR REPLACE removes the old row without firing the delete trigger.
		`CREATE TRIGGER audit_no_replace BEFORE INSERT ON audit
			WHEN EXISTS (SELECT 1 FROM audit WHERE id = NEW.id)
			BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END`,
		`CREATE TABLE import (
			id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
			file_name TEXT NOT NULL,
			sha256 TEXT NOT NULL,
			bytes INTEGER NOT NULL,
			kind TEXT NOT NULL,
			uploaded_by TEXT NOT NULL REFERENCES user (id),
			uploaded_at INTEGER NOT NULL,
			settings TEXT NOT NULL,
			control_sum INTEGER,
			control_rows INTEGER,
			result TEXT NOT NULL,
			status TEXT NOT NULL CHECK (status IN ('active', 'replaced', 'removed')),
			replaces INTEGER
		)`,
		`CREATE INDEX import_status ON import (status)`,
		`CREATE TABLE edition (
			id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
			created_at INTEGER NOT NULL,
			created_by TEXT REFERENCES user (id),
			status TEXT NOT NULL CHECK (status IN ('current', 'earlier', 'withdrawn')),
			directory TEXT NOT NULL,
			manifest TEXT NOT NULL
		)`,
		`CREATE TABLE setting (key TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL)`,
		`CREATE TABLE sole_trader (hash TEXT PRIMARY KEY NOT NULL, number INTEGER NOT NULL)`,
		`CREATE UNIQUE INDEX sole_trader_number_unique ON sole_trader (number)`
	]
};
