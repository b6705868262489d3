-- Authorisations to resell, decisions on dates, tasks, holidays; how a contract goes on and how notice is counted.
CREATE TABLE authorisation (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE,
  created_at TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  archived_at TEXT,
  custom TEXT,
  code TEXT,
  vendor_id INTEGER REFERENCES vendor(id),
  publisher TEXT,
  level TEXT,
  certificate TEXT,
  starts TEXT,
  ends TEXT,
  note TEXT
);
CREATE UNIQUE INDEX authorisation_code ON authorisation(code);
CREATE INDEX authorisation_vendor ON authorisation(vendor_id);
CREATE TABLE renewal (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE,
  created_at TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  archived_at TEXT,
  custom TEXT,
  code TEXT,
  date TEXT,
  due TEXT,
  notice_by TEXT,
  decision TEXT,
  until TEXT,
  cost INTEGER,
  cost_currency TEXT,
  approver_id INTEGER REFERENCES person(id),
  decided TEXT,
  note TEXT
);
CREATE UNIQUE INDEX renewal_code ON renewal(code);
CREATE INDEX renewal_approver ON renewal(approver_id);
CREATE TABLE task (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE,
  created_at TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  archived_at TEXT,
  custom TEXT,
  code TEXT,
  title_zh TEXT,
  title_en TEXT,
  title_sort TEXT,
  action TEXT,
  at_stake INTEGER,
  at_stake_currency TEXT,
  owner_id INTEGER REFERENCES person(id),
  due TEXT,
  status TEXT,
  asked TEXT,
  answered TEXT,
  answer TEXT,
  note TEXT
);
CREATE UNIQUE INDEX task_code ON task(code);
CREATE INDEX task_owner ON task(owner_id);
CREATE TABLE holiday (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE,
  created_at TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  archived_at TEXT,
  custom TEXT,
  day TEXT,
  name_zh TEXT,
  name_en TEXT,
  name_sort TEXT,
  kind TEXT,
  country TEXT,
  note TEXT
);

-- A contract renews by itself, by agreement or not at all; notice is counted in days, working days or months.
ALTER TABLE contract ADD COLUMN renewal TEXT;
UPDATE contract SET renewal = CASE auto_renew WHEN 1 THEN 'tacit' WHEN 0 THEN 'express' END;
ALTER TABLE contract DROP COLUMN auto_renew;
ALTER TABLE contract RENAME COLUMN notice_days TO notice;
ALTER TABLE contract ADD COLUMN notice_unit TEXT;
UPDATE contract SET notice_unit = 'days' WHERE notice IS NOT NULL;

-- How many days ahead she wants to be reminded: of every date of a kind (no record), or of one record's.
CREATE TABLE reminder (
  kind TEXT NOT NULL,
  record BLOB NOT NULL DEFAULT x'',
  days TEXT NOT NULL,
  PRIMARY KEY (kind, record)
) WITHOUT ROWID;
-- The reminders that have been given, so that none comes twice.
CREATE TABLE reminded (
  kind TEXT NOT NULL,
  record BLOB NOT NULL,
  due TEXT NOT NULL,
  tier INTEGER NOT NULL,
  utc TEXT NOT NULL,
  PRIMARY KEY (kind, record, due, tier)
) WITHOUT ROWID;
