-- The import that made a field of the officer's own: undoing it takes the field away.
ALTER TABLE custom_field ADD COLUMN operation INTEGER REFERENCES operation(id);
