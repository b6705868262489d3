-- Which fields find a record again, as the officer chose for a part of a recipe: a JSON list of keys.
CREATE TABLE match_key (
  recipe TEXT NOT NULL,
  register TEXT NOT NULL,
  fields TEXT NOT NULL,
  PRIMARY KEY (recipe, register)
) WITHOUT ROWID;

-- The rows an import left out: the kept file, how it was understood and the rows' numbers in it, as JSON. `resumes` is the
-- import whose rows it took up again.
CREATE TABLE left_out (
  operation INTEGER PRIMARY KEY REFERENCES operation(id),
  resumes INTEGER REFERENCES operation(id),
  file TEXT NOT NULL,
  choices TEXT NOT NULL,
  rows TEXT NOT NULL
);
