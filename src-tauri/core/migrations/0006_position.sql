-- What the license position needs: the rights a step-up raises, the publisher's smallest count of cores, corrections by hand.
ALTER TABLE purchase ADD COLUMN base_id INTEGER REFERENCES license(id);
CREATE INDEX purchase_base ON purchase(base_id) WHERE base_id IS NOT NULL;
ALTER TABLE product ADD COLUMN core_minimum INTEGER;
CREATE TABLE adjustment (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE,
  created_at TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  archived_at TEXT,
  custom TEXT,
  code TEXT,
  product_id INTEGER REFERENCES product(id),
  quantity INTEGER,
  entity_id INTEGER REFERENCES entity(id),
  site_id INTEGER REFERENCES site(id),
  reason TEXT,
  evidence_id INTEGER REFERENCES evidence(id),
  starts TEXT,
  ends TEXT,
  approver_id INTEGER REFERENCES person(id)
);
CREATE UNIQUE INDEX adjustment_code ON adjustment(code);
CREATE INDEX adjustment_product ON adjustment(product_id);
CREATE INDEX adjustment_entity ON adjustment(entity_id);
CREATE INDEX adjustment_site ON adjustment(site_id);
CREATE INDEX adjustment_evidence ON adjustment(evidence_id);
CREATE INDEX adjustment_approver ON adjustment(approver_id);
