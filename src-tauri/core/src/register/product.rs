//! A piece of software as its publisher sells it.

use crate::rules::findings::installations;
use crate::rules::position::{Status, standing};
use crate::rules::rights;

use super::{Column, Derived, Money, Pair, Register, RowId, Section, field};

/// Software number 软件编号.
pub const CODE: Column<String> = field::code("code", "PRD");
/// Name.
pub const NAME: Column<Pair> = field::pair("name").required();
/// Publisher; the ledgers of Chinese offices do not name one.
pub const PUBLISHER: Column<String> = field::text("publisher");
/// Edition.
pub const EDITION: Column<String> = field::text("edition");
/// Version.
pub const VERSION: Column<String> = field::text("version");
/// Category.
pub const CATEGORY: Column<String> = field::text("category");
/// Other names under which imports find it, one a line.
pub const ALIASES: Column<String> = field::note("aliases").searched();
/// How it is licensed.
pub const TYPE: Column<String> =
    field::choice("type", &["commercial", "oem", "free", "open_source"]);
/// How its licenses are usually counted.
pub const METRIC: Column<String> = field::choice(
    "metric",
    &[
        "named_user",
        "device",
        "concurrent",
        "core",
        "server",
        "site",
    ],
);
/// Price of one license.
pub const LIST_PRICE: Column<Money> = field::money("list_price");
/// A separate edition for mainland China exists.
pub const CHINA_EDITION: Column<bool> = field::flag("china_edition");
/// Most sensitive class of data it processes.
pub const DATA: Column<String> = field::choice(
    "data",
    &[
        "general",
        "personal",
        "sensitive_personal",
        "important",
        "core",
    ],
);
/// Products a suite includes.
pub const INCLUDES: Column<Vec<i64>> = field::links("includes", "product");
/// Older product its licenses also cover.
pub const DOWNGRADE: Column<RowId> = field::link("downgrade", "product");
/// The product it was merged into: it is looked up under that one's names.
pub const MERGED: Column<RowId> = field::link("merged_into", "product").readonly();
/// Lower editions its licenses also cover, where the publisher's terms say so.
pub const COVERS: Column<Vec<i64>> = field::links("covers", "product");
/// Fewest cores a host is counted with.
pub const CORE_MINIMUM: Column<i64> = field::integer("core_minimum");
/// Remarks.
pub const NOTE: Column<String> = field::note("note");
/// Rights owned on the day asked about.
pub const RIGHTS: Column<i64> = field::integer("rights").readonly();
/// Rights assigned.
pub const ASSIGNED: Column<i64> = field::integer("assigned").readonly();
/// Computers it is installed on that need a license, each once.
pub const DEPLOYED: Column<i64> = field::integer("deployed").readonly();
/// How rights and use stand to each other.
pub const POSITION: Column<String> = field::choice("position", &Status::KEYS).readonly();
/// Whether it is in use without a license.
pub const UNLICENSED: Column<bool> = field::flag("unlicensed").asked();

/// A piece of software as its publisher sells it.
pub const REGISTER: Register = Register {
    key: "product",
    number: 5,
    group: "inventory",
    sections: &[
        Section {
            key: "identity",
            fields: &[
                CODE.field,
                NAME.field,
                PUBLISHER.field,
                EDITION.field,
                VERSION.field,
                CATEGORY.field,
                ALIASES.field,
            ],
        },
        Section {
            key: "terms",
            fields: &[
                TYPE.field,
                METRIC.field,
                LIST_PRICE.field,
                CHINA_EDITION.field,
                DATA.field,
                INCLUDES.field,
                DOWNGRADE.field,
                COVERS.field,
                CORE_MINIMUM.field,
            ],
        },
        Section {
            key: "remarks",
            fields: &[MERGED.field, NOTE.field],
        },
    ],
    derived: &[
        Derived {
            field: RIGHTS.field,
            sql: rights::RIGHTS_OF_PRODUCT,
        },
        Derived {
            field: ASSIGNED.field,
            sql: "(SELECT COUNT(*) FROM assignment a JOIN license l ON l.id = a.license_id WHERE l.product_id = product.id AND l.archived_at IS NULL AND a.archived_at IS NULL AND a.starts <= :today AND (a.ends IS NULL OR a.ends >= :today))",
        },
        Derived {
            field: DEPLOYED.field,
            sql: "(SELECT COUNT(DISTINCT d.device_id) FROM deployment d WHERE d.product_id = product.id AND d.archived_at IS NULL AND (d.licensable IS NULL OR d.licensable = 1) AND (d.installed IS NULL OR d.installed <= :today) AND (d.removed IS NULL OR d.removed > :today))",
        },
        Derived {
            field: POSITION.field,
            sql: standing::STATUS_OF_PRODUCT,
        },
        Derived {
            field: UNLICENSED.field,
            sql: installations::UNLICENSED,
        },
    ],
    title: &[NAME.field, EDITION.field, VERSION.field],
    list: &[
        CODE.field,
        NAME.field,
        PUBLISHER.field,
        EDITION.field,
        VERSION.field,
        TYPE.field,
        RIGHTS.field,
        ASSIGNED.field,
        DEPLOYED.field,
    ],
    keys: &[&[CODE.field], &[NAME.field, EDITION.field, VERSION.field]],
    ..Register::DEFAULT
};
