-- What inventories find stands under the name found until it is matched with a product.
ALTER TABLE deployment ADD COLUMN found_as TEXT;
ALTER TABLE deployment ADD COLUMN found_publisher TEXT;
ALTER TABLE usage ADD COLUMN found_as TEXT;
ALTER TABLE usage ADD COLUMN found_publisher TEXT;
ALTER TABLE usage ADD COLUMN version TEXT;
CREATE INDEX deployment_found_as ON deployment(found_as) WHERE product_id IS NULL;
CREATE INDEX usage_found_as ON usage(found_as) WHERE product_id IS NULL;
-- Products that turned out to be one.
ALTER TABLE product ADD COLUMN merged_into_id INTEGER REFERENCES product(id);
CREATE INDEX product_merged_into ON product(merged_into_id);
-- Names that need no license.
CREATE TABLE ignored_name (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE,
  created_at TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  archived_at TEXT,
  custom TEXT,
  name TEXT,
  publisher TEXT,
  class TEXT,
  reason TEXT,
  note TEXT
);
