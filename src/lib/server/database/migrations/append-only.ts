/** The triggers that keep what stands in a table as it was written. */
export function appendOnly(table: string): string[] {
	return [
		`CREATE TRIGGER ${table}_no_update BEFORE UPDATE ON ${table}
			BEGIN SELECT RAISE(ABORT, '${table} is append-only'); END`,
		`CREATE TRIGGER ${table}_no_delete BEFORE DELETE ON ${table}
			BEGIN SELECT RAISE(ABORT, '${table} is append-only'); END`,
		// INSERT OR REPLACE removes the old row without firing the delete trigger.
		`CREATE TRIGGER ${table}_no_replace BEFORE INSERT ON ${table}
			WHEN EXISTS (SELECT 1 FROM ${table} WHERE id = NEW.id)
			BEGIN SELECT RAISE(ABORT, '${table} is append-only'); END`
	];
}
