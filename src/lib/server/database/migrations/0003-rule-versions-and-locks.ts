// Every saved rule set, and the months that keep the tags that were reported.
export const ruleVersionsAndLocks = {
	name: '0003-rule-versions-and-locks',
	statements: [
		`CREATE TABLE rule_version (
			id INTEGER PRIMARY KEY NOT NULL,
			created_at INTEGER,
			created_by TEXT REFERENCES user (id),
			author TEXT NOT NULL,
			note TEXT,
			restores INTEGER REFERENCES rule_version (id),
			rules INTEGER NOT NULL,
			hand_tags INTEGER NOT NULL,
			changes TEXT NOT NULL,
			rule_set TEXT NOT NULL
		)`,
		`CREATE TRIGGER rule_version_no_update BEFORE UPDATE ON rule_version
			BEGIN SELECT RAISE(ABORT, 'rule_version is append-only'); END`,
		`CREATE TRIGGER rule_version_no_delete BEFORE DELETE ON rule_version
			BEGIN SELECT RAISE(ABORT, 'rule_version is append-only'); END`,
		// INSERT OR REPLACE removes the old row without firing the delete trigger.
		`CREATE TRIGGER rule_version_no_replace BEFORE INSERT ON rule_version
			WHEN EXISTS (SELECT 1 FROM rule_version WHERE id = NEW.id)
			BEGIN SELECT RAISE(ABORT, 'rule_version is append-only'); END`,
		`CREATE TABLE period_lock (
			id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
			name TEXT NOT NULL,
			from_month TEXT NOT NULL,
			to_month TEXT NOT NULL,
			version INTEGER NOT NULL REFERENCES rule_version (id),
			locked_by TEXT NOT NULL REFERENCES user (id),
			locked_by_name TEXT NOT NULL,
			locked_at INTEGER NOT NULL,
			unlocked_at INTEGER,
			unlocked_by_name TEXT,
			reason TEXT,
			CHECK (from_month <= to_month),
			CHECK (unlocked_at IS NULL OR (unlocked_by_name IS NOT NULL AND reason <> ''))
		)`,
		// A lock can be unlocked, once; nothing else about it can be changed.
		`CREATE TRIGGER period_lock_only_unlock BEFORE UPDATE ON period_lock
			WHEN OLD.unlocked_at IS NOT NULL OR NEW.unlocked_at IS NULL OR NEW.id <> OLD.id OR NEW.name <> OLD.name
				OR NEW.from_month <> OLD.from_month OR NEW.to_month <> OLD.to_month OR NEW.version <> OLD.version
				OR NEW.locked_by <> OLD.locked_by OR NEW.locked_by_name <> OLD.locked_by_name
				OR NEW.locked_at <> OLD.locked_at
			BEGIN SELECT RAISE(ABORT, 'a period_lock is kept as it was'); END`,
		`CREATE TRIGGER period_lock_no_delete BEFORE DELETE ON period_lock
			BEGIN SELECT RAISE(ABORT, 'a period_lock is kept as it was'); END`,
		`CREATE TRIGGER period_lock_no_replace BEFORE INSERT ON period_lock
			WHEN EXISTS (SELECT 1 FROM period_lock WHERE id = NEW.id)
			BEGIN SELECT RAISE(ABORT, 'a period_lock is kept as it was'); END`
	]
};
