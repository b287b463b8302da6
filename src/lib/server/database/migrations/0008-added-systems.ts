// Systems that people have added because no list names them.
import { appendOnly } from './append-only';

export const addedSystems = {
	name: '0008-added-systems',
	statements: [
		`CREATE TABLE added_system (
			id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
			system_id TEXT NOT NULL,
			content TEXT,
			reason TEXT NOT NULL,
			author TEXT NOT NULL REFERENCES user (id),
			created INTEGER NOT NULL,
			CHECK (system_id <> '')
		)`,
		'CREATE INDEX added_system_id ON added_system (system_id)',
		...appendOnly('added_system')
	]
};
