-- Who holds what and until when, without a look at the rows: a right held twice is found among all of a person's.
CREATE INDEX assignment_held ON assignment(person_id, license_id, starts, ends, archived_at);
