// What people save for themselves and for each other: views of pages, SQL, and notes on suppliers, nämnder and systems.
export const viewsAndNotes = {
	name: '0004-views-and-notes',
	statements: [
		`CREATE TABLE saved_view (
			id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
			owner TEXT NOT NULL REFERENCES user (id),
			kind TEXT NOT NULL,
			name TEXT NOT NULL,
			text TEXT NOT NULL,
			address TEXT NOT NULL,
			shared INTEGER NOT NULL,
			edition INTEGER NOT NULL REFERENCES edition (id),
			figures TEXT,
			units TEXT,
			created INTEGER NOT NULL,
			changed INTEGER NOT NULL,
			removed INTEGER
		)`,
		'CREATE INDEX saved_view_owner ON saved_view (owner)',
		`CREATE TABLE note (
			id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
			subject_kind TEXT NOT NULL,
			subject_key TEXT NOT NULL,
			author TEXT NOT NULL REFERENCES user (id),
			text TEXT NOT NULL,
			shared INTEGER NOT NULL,
			created INTEGER NOT NULL,
			changed INTEGER,
			removed INTEGER
		)`,
		'CREATE INDEX note_subject ON note (subject_kind, subject_key)',
		'CREATE INDEX note_author ON note (author)'
	]
};
