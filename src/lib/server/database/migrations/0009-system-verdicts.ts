// What people hold about systems: whether two are doubles, and whether one is kept, built on, moved or ended. Only added to.
import { appendOnly } from './append-only';

export const systemVerdicts = {
	name: '0009-system-verdicts',
	statements: [
		`CREATE TABLE system_verdict (
			id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
			kind TEXT NOT NULL,
			systems TEXT NOT NULL,
			name TEXT NOT NULL,
			verdict TEXT,
			replaced TEXT,
			reason TEXT NOT NULL,
			edition INTEGER REFERENCES edition (id),
			units TEXT,
			author TEXT NOT NULL REFERENCES user (id),
			created INTEGER NOT NULL,
			CHECK (reason <> '')
		)`,
		'CREATE INDEX system_verdict_kind ON system_verdict (kind)',
		...appendOnly('system_verdict')
	]
};
