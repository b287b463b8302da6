// What a committee does with the contracts: fills in what the register lacks, asks, judges and decides at meetings. What has
// been said stands: completions, posts, verdicts, dismissals and papers are only added to.
import { appendOnly } from './append-only';

export const reviewAndMeetings = {
	name: '0005-review-and-meetings',
	statements: [
		`CREATE TABLE completion (
			id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
			record_kind TEXT NOT NULL,
			record_id TEXT NOT NULL,
			field TEXT NOT NULL,
			value TEXT,
			source TEXT NOT NULL,
			source_day TEXT NOT NULL,
			author TEXT NOT NULL REFERENCES user (id),
			created INTEGER NOT NULL
		)`,
		'CREATE INDEX completion_record ON completion (record_kind, record_id)',
		...appendOnly('completion'),
		`CREATE TABLE thread (
			id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
			subject_kind TEXT NOT NULL,
			subject_key TEXT NOT NULL,
			subject_name TEXT NOT NULL,
			figure TEXT,
			edition INTEGER REFERENCES edition (id),
			units TEXT,
			author TEXT NOT NULL REFERENCES user (id),
			created INTEGER NOT NULL
		)`,
		'CREATE INDEX thread_subject ON thread (subject_kind, subject_key)',
		...appendOnly('thread'),
		`CREATE TABLE post (
			id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
			thread INTEGER NOT NULL REFERENCES thread (id),
			kind TEXT NOT NULL,
			text TEXT NOT NULL,
			author TEXT NOT NULL REFERENCES user (id),
			created INTEGER NOT NULL
		)`,
		'CREATE INDEX post_thread ON post (thread)',
		...appendOnly('post'),
		`CREATE TABLE meeting (
			id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
			day TEXT NOT NULL,
			name TEXT NOT NULL,
			place TEXT,
			units TEXT,
			author TEXT NOT NULL REFERENCES user (id),
			created INTEGER NOT NULL,
			changed INTEGER,
			cancelled INTEGER
		)`,
		'CREATE INDEX meeting_day ON meeting (day)',
		`CREATE TABLE verdict (
			id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
			contract_id TEXT NOT NULL,
			contract_name TEXT NOT NULL,
			verdict TEXT NOT NULL,
			reason TEXT NOT NULL,
			meeting INTEGER REFERENCES meeting (id),
			edition INTEGER REFERENCES edition (id),
			units TEXT,
			author TEXT NOT NULL REFERENCES user (id),
			created INTEGER NOT NULL,
			CHECK (reason <> '')
		)`,
		'CREATE INDEX verdict_contract ON verdict (contract_id)',
		...appendOnly('verdict'),
		`CREATE TABLE dismissal (
			id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
			flag TEXT NOT NULL,
			subject_key TEXT NOT NULL,
			subject_name TEXT NOT NULL,
			taken_back INTEGER NOT NULL,
			reason TEXT NOT NULL,
			amount INTEGER,
			edition INTEGER REFERENCES edition (id),
			units TEXT,
			author TEXT NOT NULL REFERENCES user (id),
			created INTEGER NOT NULL,
			CHECK (reason <> '')
		)`,
		'CREATE INDEX dismissal_flag ON dismissal (flag, subject_key)',
		...appendOnly('dismissal'),
		`CREATE TABLE agenda_item (
			id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
			meeting INTEGER NOT NULL REFERENCES meeting (id),
			position INTEGER NOT NULL,
			kind TEXT NOT NULL,
			subject_key TEXT NOT NULL,
			name TEXT NOT NULL,
			removed INTEGER
		)`,
		'CREATE INDEX agenda_item_meeting ON agenda_item (meeting)',
		`CREATE TABLE meeting_decision (
			id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
			item INTEGER NOT NULL REFERENCES agenda_item (id),
			text TEXT NOT NULL,
			verdict INTEGER REFERENCES verdict (id),
			author TEXT NOT NULL REFERENCES user (id),
			created INTEGER NOT NULL,
			CHECK (text <> '')
		)`,
		'CREATE INDEX meeting_decision_item ON meeting_decision (item)',
		...appendOnly('meeting_decision'),
		`CREATE TABLE meeting_papers (
			id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
			meeting INTEGER NOT NULL REFERENCES meeting (id),
			edition INTEGER NOT NULL REFERENCES edition (id),
			content TEXT NOT NULL,
			author TEXT NOT NULL REFERENCES user (id),
			created INTEGER NOT NULL
		)`,
		'CREATE INDEX meeting_papers_meeting ON meeting_papers (meeting)',
		...appendOnly('meeting_papers'),
		`CREATE TABLE calendar_feed (
			id TEXT PRIMARY KEY NOT NULL,
			user_id TEXT NOT NULL REFERENCES user (id) ON DELETE CASCADE,
			created INTEGER NOT NULL,
			last_read INTEGER
		)`,
		'CREATE UNIQUE INDEX calendar_feed_user_id_unique ON calendar_feed (user_id)'
	]
};
