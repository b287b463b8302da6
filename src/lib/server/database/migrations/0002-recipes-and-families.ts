// Saved recipes, and imports that hold the mended rows of another one.
export const recipesAndFamilies = {
	name: '0002-recipes-and-families',
	statements: [
		`CREATE TABLE recipe (
			id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
			name TEXT NOT NULL,
			file_pattern TEXT NOT NULL,
			headers TEXT,
			answers TEXT NOT NULL,
			created_by TEXT NOT NULL REFERENCES user (id),
			created_at INTEGER NOT NULL,
			updated_by TEXT NOT NULL REFERENCES user (id),
			updated_at INTEGER NOT NULL,
			used INTEGER DEFAULT 0 NOT NULL,
			last_used INTEGER
		)`,
		`CREATE UNIQUE INDEX recipe_name_unique ON recipe (name)`,
		`ALTER TABLE import ADD COLUMN corrects INTEGER`,
		`ALTER TABLE import ADD COLUMN left_with INTEGER`
	]
};
