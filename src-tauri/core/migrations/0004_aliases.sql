-- Other names of companies and places, one a line, as products have them.
ALTER TABLE entity ADD COLUMN aliases TEXT;
ALTER TABLE site ADD COLUMN aliases TEXT;
ALTER TABLE vendor ADD COLUMN aliases TEXT;
