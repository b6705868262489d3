-- The vault as first laid down. Append-only: a later change is a new numbered file.

-- What this vault is and how far it has been migrated.
CREATE TABLE vault (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) WITHOUT ROWID;

-- The change log. One row is one entry; `hash` covers the previous hash, the operation and the commitments (see vault/log.rs).
CREATE TABLE operation (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  actor TEXT NOT NULL,
  utc TEXT NOT NULL,
  reason TEXT,
  origin TEXT,
  undoes INTEGER REFERENCES operation(id)
);
CREATE TABLE log (
  seq INTEGER PRIMARY KEY,
  operation INTEGER NOT NULL REFERENCES operation(id),
  register TEXT NOT NULL,
  record BLOB NOT NULL,
  field TEXT,
  before BLOB,
  after BLOB,
  hash BLOB NOT NULL
);
CREATE INDEX log_operation ON log(operation);
CREATE INDEX log_record ON log(record);
-- The values behind the commitments, with their salts. Erasable on request without breaking the chain.
CREATE TABLE log_value (
  seq INTEGER PRIMARY KEY REFERENCES log(seq),
  salt BLOB NOT NULL,
  before TEXT,
  after TEXT
);

-- Links to many.
CREATE TABLE link (
  register TEXT NOT NULL,
  record INTEGER NOT NULL,
  field TEXT NOT NULL,
  target_register TEXT NOT NULL,
  target INTEGER NOT NULL,
  PRIMARY KEY (register, record, field, target_register, target)
) WITHOUT ROWID;
CREATE INDEX link_target ON link(target_register, target);

-- Search: one row a record, its id is record id * 64 + register number; terms are cut by the program (vault/terms.rs).
CREATE VIRTUAL TABLE search USING fts5(terms, content='', contentless_delete=1, detail=none, tokenize='unicode61 remove_diacritics 2');

-- The last number given in each series of codes; never goes back.
CREATE TABLE series (
  prefix TEXT PRIMARY KEY,
  last INTEGER NOT NULL
) WITHOUT ROWID;

-- The officer's own fields, saved views, and column matches she chose before.
CREATE TABLE custom_field (
  register TEXT NOT NULL,
  key TEXT NOT NULL,
  kind TEXT NOT NULL,
  choices TEXT NOT NULL,
  zh TEXT NOT NULL,
  en TEXT NOT NULL,
  it TEXT NOT NULL,
  removed_at TEXT,
  PRIMARY KEY (register, key)
) WITHOUT ROWID;
CREATE TABLE saved_view (
  id INTEGER PRIMARY KEY,
  register TEXT NOT NULL,
  name TEXT NOT NULL,
  query TEXT NOT NULL,
  columns TEXT NOT NULL
);
CREATE TABLE column_match (
  header TEXT NOT NULL,
  recipe TEXT NOT NULL,
  field TEXT NOT NULL,
  PRIMARY KEY (header, recipe)
) WITHOUT ROWID;

-- The registers.
CREATE TABLE entity (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE,
  created_at TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  archived_at TEXT,
  custom TEXT,
  name_zh TEXT,
  name_en TEXT,
  name_sort TEXT,
  uscc TEXT,
  role TEXT,
  country TEXT,
  note TEXT
);
CREATE TABLE site (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE,
  created_at TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  archived_at TEXT,
  custom TEXT,
  name_zh TEXT,
  name_en TEXT,
  name_sort TEXT,
  entity_id INTEGER REFERENCES entity(id),
  status TEXT,
  city TEXT,
  province TEXT,
  country TEXT,
  mainland INTEGER,
  opened TEXT,
  headcount INTEGER,
  owner_id INTEGER REFERENCES person(id),
  note TEXT
);
CREATE INDEX site_entity ON site(entity_id);
CREATE INDEX site_owner ON site(owner_id);
CREATE TABLE person (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE,
  created_at TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  archived_at TEXT,
  custom TEXT,
  name TEXT,
  name_zh TEXT,
  email TEXT,
  staff_no TEXT,
  department TEXT,
  cost_centre TEXT,
  site_id INTEGER REFERENCES site(id),
  status TEXT,
  joined TEXT,
  left_on TEXT,
  language TEXT,
  roles TEXT,
  note TEXT
);
CREATE INDEX person_site ON person(site_id);
CREATE TABLE device (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE,
  created_at TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  archived_at TEXT,
  custom TEXT,
  asset_tag TEXT,
  name TEXT,
  serial TEXT,
  class TEXT,
  brand TEXT,
  os TEXT,
  cores INTEGER,
  host_id INTEGER REFERENCES device(id),
  site_id INTEGER REFERENCES site(id),
  user_id INTEGER REFERENCES person(id),
  status TEXT,
  note TEXT
);
CREATE INDEX device_host ON device(host_id);
CREATE INDEX device_site ON device(site_id);
CREATE INDEX device_user ON device(user_id);
CREATE TABLE product (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE,
  created_at TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  archived_at TEXT,
  custom TEXT,
  code TEXT,
  name_zh TEXT,
  name_en TEXT,
  name_sort TEXT,
  publisher TEXT,
  edition TEXT,
  version TEXT,
  category TEXT,
  aliases TEXT,
  type TEXT,
  metric TEXT,
  list_price INTEGER,
  list_price_currency TEXT,
  china_edition INTEGER,
  data TEXT,
  downgrade_id INTEGER REFERENCES product(id),
  note TEXT
);
CREATE UNIQUE INDEX product_code ON product(code);
CREATE INDEX product_downgrade ON product(downgrade_id);
CREATE TABLE license (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE,
  created_at TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  archived_at TEXT,
  custom TEXT,
  code TEXT,
  product_id INTEGER REFERENCES product(id),
  model TEXT,
  metric TEXT,
  unlimited INTEGER,
  status TEXT,
  entity_id INTEGER REFERENCES entity(id),
  site_id INTEGER REFERENCES site(id),
  tenant_id INTEGER REFERENCES tenant(id),
  owner_id INTEGER REFERENCES person(id),
  vendor_id INTEGER REFERENCES vendor(id),
  contract_id INTEGER REFERENCES contract(id),
  starts TEXT,
  ends TEXT,
  auto_renew INTEGER,
  notice_days INTEGER,
  maintenance_until TEXT,
  warranty_until TEXT,
  reassignable INTEGER,
  usable_versions TEXT,
  key TEXT,
  note TEXT
);
CREATE UNIQUE INDEX license_code ON license(code);
CREATE INDEX license_product ON license(product_id);
CREATE INDEX license_entity ON license(entity_id);
CREATE INDEX license_site ON license(site_id);
CREATE INDEX license_tenant ON license(tenant_id);
CREATE INDEX license_owner ON license(owner_id);
CREATE INDEX license_vendor ON license(vendor_id);
CREATE INDEX license_contract ON license(contract_id);
CREATE TABLE purchase (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE,
  created_at TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  archived_at TEXT,
  custom TEXT,
  license_id INTEGER REFERENCES license(id),
  effect TEXT,
  quantity INTEGER,
  sets INTEGER,
  starts TEXT,
  ends TEXT,
  vendor_id INTEGER REFERENCES vendor(id),
  po_no TEXT,
  ordered TEXT,
  unit_price INTEGER,
  amount INTEGER,
  amount_currency TEXT,
  rate INTEGER,
  rate_date TEXT,
  invoice_id INTEGER REFERENCES invoice(id),
  contract_id INTEGER REFERENCES contract(id),
  note TEXT
);
CREATE INDEX purchase_license ON purchase(license_id);
CREATE INDEX purchase_vendor ON purchase(vendor_id);
CREATE INDEX purchase_invoice ON purchase(invoice_id);
CREATE INDEX purchase_contract ON purchase(contract_id);
CREATE TABLE assignment (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE,
  created_at TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  archived_at TEXT,
  custom TEXT,
  license_id INTEGER REFERENCES license(id),
  person_id INTEGER REFERENCES person(id),
  device_id INTEGER REFERENCES device(id),
  starts TEXT,
  ends TEXT,
  approver_id INTEGER REFERENCES person(id),
  last_used TEXT,
  note TEXT
);
CREATE INDEX assignment_license ON assignment(license_id);
CREATE INDEX assignment_person ON assignment(person_id);
CREATE INDEX assignment_device ON assignment(device_id);
CREATE INDEX assignment_approver ON assignment(approver_id);
CREATE TABLE deployment (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE,
  created_at TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  archived_at TEXT,
  custom TEXT,
  product_id INTEGER REFERENCES product(id),
  device_id INTEGER REFERENCES device(id),
  version TEXT,
  installed TEXT,
  removed TEXT,
  source TEXT,
  found TEXT,
  licensable INTEGER,
  reason TEXT,
  note TEXT
);
CREATE INDEX deployment_product ON deployment(product_id);
CREATE INDEX deployment_device ON deployment(device_id);
CREATE TABLE usage (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE,
  created_at TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  archived_at TEXT,
  custom TEXT,
  license_id INTEGER REFERENCES license(id),
  product_id INTEGER REFERENCES product(id),
  person_id INTEGER REFERENCES person(id),
  device_id INTEGER REFERENCES device(id),
  tenant_id INTEGER REFERENCES tenant(id),
  starts TEXT,
  ends TEXT,
  measure TEXT,
  amount INTEGER,
  peak INTEGER,
  peak_on TEXT,
  last_used TEXT,
  source TEXT,
  note TEXT
);
CREATE INDEX usage_license ON usage(license_id);
CREATE INDEX usage_product ON usage(product_id);
CREATE INDEX usage_person ON usage(person_id);
CREATE INDEX usage_device ON usage(device_id);
CREATE INDEX usage_tenant ON usage(tenant_id);
CREATE TABLE tenant (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE,
  created_at TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  archived_at TEXT,
  custom TEXT,
  name TEXT,
  kind TEXT,
  domain TEXT,
  entity_id INTEGER REFERENCES entity(id),
  region TEXT,
  users INTEGER,
  network TEXT,
  carrier TEXT,
  identity TEXT,
  missing TEXT,
  note TEXT
);
CREATE INDEX tenant_entity ON tenant(entity_id);
CREATE TABLE vendor (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE,
  created_at TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  archived_at TEXT,
  custom TEXT,
  name_zh TEXT,
  name_en TEXT,
  name_sort TEXT,
  uscc TEXT,
  kind TEXT,
  country TEXT,
  status TEXT,
  rmb_fapiao INTEGER,
  china_warranty INTEGER,
  icp_support INTEGER,
  languages TEXT,
  contacts TEXT,
  email TEXT,
  note TEXT
);
CREATE TABLE contract (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE,
  created_at TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  archived_at TEXT,
  custom TEXT,
  number TEXT,
  title_zh TEXT,
  title_en TEXT,
  title_sort TEXT,
  vendor_id INTEGER REFERENCES vendor(id),
  entity_id INTEGER REFERENCES entity(id),
  kind TEXT,
  status TEXT,
  owner_id INTEGER REFERENCES person(id),
  languages TEXT,
  prevailing TEXT,
  law TEXT,
  signed TEXT,
  starts TEXT,
  ends TEXT,
  auto_renew INTEGER,
  renewal_months INTEGER,
  notice_days INTEGER,
  amount INTEGER,
  amount_currency TEXT,
  note TEXT
);
CREATE INDEX contract_vendor ON contract(vendor_id);
CREATE INDEX contract_entity ON contract(entity_id);
CREATE INDEX contract_owner ON contract(owner_id);
CREATE TABLE invoice (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE,
  created_at TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  archived_at TEXT,
  custom TEXT,
  kind TEXT,
  number TEXT,
  code TEXT,
  issued TEXT,
  description_zh TEXT,
  description_en TEXT,
  description_sort TEXT,
  vendor_id INTEGER REFERENCES vendor(id),
  seller TEXT,
  seller_tax_no TEXT,
  buyer_id INTEGER REFERENCES entity(id),
  buyer_tax_no TEXT,
  net INTEGER,
  net_currency TEXT,
  tax INTEGER,
  tax_currency TEXT,
  gross INTEGER,
  gross_currency TEXT,
  red_letter_of_id INTEGER REFERENCES invoice(id),
  verified TEXT,
  booked TEXT,
  paid TEXT,
  note TEXT
);
CREATE INDEX invoice_vendor ON invoice(vendor_id);
CREATE INDEX invoice_buyer ON invoice(buyer_id);
CREATE INDEX invoice_red_letter_of ON invoice(red_letter_of_id);
CREATE TABLE invoice_line (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE,
  created_at TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  archived_at TEXT,
  custom TEXT,
  invoice_id INTEGER REFERENCES invoice(id),
  name TEXT,
  spec TEXT,
  unit TEXT,
  quantity INTEGER,
  unit_price INTEGER,
  net INTEGER,
  net_currency TEXT,
  tax_rate INTEGER,
  tax INTEGER,
  tax_currency TEXT
);
CREATE INDEX invoice_line_invoice ON invoice_line(invoice_id);
CREATE TABLE exchange_rate (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE,
  created_at TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  archived_at TEXT,
  custom TEXT,
  currency TEXT,
  date TEXT,
  rate INTEGER,
  source TEXT
);
CREATE TABLE evidence (
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
  kind TEXT,
  files TEXT,
  received TEXT,
  dated TEXT,
  starts TEXT,
  ends TEXT,
  valid_until TEXT,
  language TEXT,
  personal_data INTEGER,
  may_leave INTEGER,
  note TEXT
);
CREATE UNIQUE INDEX evidence_code ON evidence(code);
