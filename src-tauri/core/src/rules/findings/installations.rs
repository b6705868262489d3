//! What is in use without a license, and what is installed without being known.

/// Whether the row of `deployment` stands although its product is not in the record: not matched yet, or put aside.
pub const UNKNOWN: &str = concat!(
    "(",
    installed!("deployment"),
    " AND NOT EXISTS (SELECT 1 FROM product p WHERE p.id = deployment.product_id AND p.archived_at IS NULL) \
     AND NOT EXISTS (SELECT 1 FROM ignored_name i WHERE i.archived_at IS NULL AND i.name = deployment.found_as))"
);

/// Expression: computers with the row of `product` that need a right, each once.
macro_rules! installations {
    () => {
        concat!(
            "(SELECT COUNT(DISTINCT x.device_id) FROM deployment x WHERE x.product_id = product.id AND (x.licensable IS NULL OR x.licensable = 1) AND ",
            installed!("x"),
            ")"
        )
    };
}

/// Expression: people and devices that used the row of `product` within the days of the settings.
macro_rules! users {
    () => {
        concat!(
            "(SELECT COUNT(*) FROM (SELECT DISTINCT u.person_id, u.device_id FROM usage u WHERE u.product_id = product.id \
             AND u.archived_at IS NULL AND ",
            reported!("u"),
            " BETWEEN ",
            since!(),
            " AND :today))"
        )
    };
}

/// How many install or use the row of `product`.
pub const USERS: &str = concat!("MAX(", installations!(), ", ", users!(), ")");

/// Whether the row of `product` is bought software that is installed or used while there is no license: neither its own, nor of a
/// suite that includes it, nor of a newer product that covers it.
pub const UNLICENSED: &str = concat!(
    "(product.archived_at IS NULL AND COALESCE(product.type, 'commercial') = 'commercial' AND NOT EXISTS ( \
       SELECT 1 FROM license l WHERE l.archived_at IS NULL AND (l.product_id = product.id \
         OR l.product_id IN (SELECT n.id FROM product n WHERE n.downgrade_id = product.id) \
         OR l.product_id IN (SELECT k.record FROM link k WHERE k.register = 'product' AND k.field = 'includes' \
           AND k.target_register = 'product' AND k.target = product.id))) AND (",
    installations!(),
    " > 0 OR ",
    users!(),
    " > 0))"
);
