// What the municipality assumes where no ledger can say: prices, hours, months, dated rules. Only added to: the latest of a
// subject stands, and what an estimate rested on then can be told.
import { appendOnly } from './append-only';

export const assumptionsOfEstimates = {
	name: '0006-assumptions',
	statements: [
		`CREATE TABLE assumption (
			id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
			name TEXT NOT NULL,
			subject_kind TEXT NOT NULL,
			subject_key TEXT NOT NULL,
			value TEXT,
			reason TEXT NOT NULL,
			author TEXT NOT NULL REFERENCES user (id),
			created INTEGER NOT NULL,
			CHECK (reason <> '')
		)`,
		'CREATE INDEX assumption_name ON assumption (name, subject_kind, subject_key)',
		...appendOnly('assumption')
	]
};
