//! A computer: what proof of installation refers to.

use super::{Column, Derived, Register, RowId, Section, field};

/// Asset tag 计算机编号.
pub const ASSET_TAG: Column<String> = field::text("asset_tag").required();
/// Host name.
pub const NAME: Column<String> = field::text("name");
/// Serial number.
pub const SERIAL: Column<String> = field::text("serial");
/// Kind of machine.
pub const CLASS: Column<String> = field::choice(
    "class",
    &["server", "desktop", "laptop", "virtual", "mobile"],
);
/// Brand.
pub const BRAND: Column<String> = field::text("brand");
/// Operating system.
pub const OS: Column<String> = field::text("os");
/// Processor cores.
pub const CORES: Column<i64> = field::integer("cores");
/// The machine a virtual one runs on.
pub const HOST: Column<RowId> = field::link("host", "device");
/// Where it stands.
pub const SITE: Column<RowId> = field::link("site", "site");
/// Who uses it.
pub const USER: Column<RowId> = field::link("user", "person");
/// Whether it is in use.
pub const STATUS: Column<String> =
    field::choice("status", &["in_use", "spare", "repair", "retired"]);
/// Remarks.
pub const NOTE: Column<String> = field::note("note");
/// Products installed on the day asked about.
pub const INSTALLED: Column<i64> = field::integer("installed").readonly();

/// A computer: what proof of installation refers to.
pub const REGISTER: Register = Register {
    key: "device",
    number: 4,
    group: "company",
    sections: &[
        Section {
            key: "identity",
            fields: &[
                ASSET_TAG.field,
                NAME.field,
                SERIAL.field,
                CLASS.field,
                BRAND.field,
                OS.field,
                CORES.field,
                HOST.field,
            ],
        },
        Section {
            key: "use",
            fields: &[SITE.field, USER.field, STATUS.field],
        },
        Section {
            key: "remarks",
            fields: &[NOTE.field],
        },
    ],
    derived: &[Derived {
        field: INSTALLED.field,
        sql: "(SELECT COUNT(*) FROM deployment d WHERE d.device_id = device.id AND d.archived_at IS NULL AND (d.installed IS NULL OR d.installed <= :today) AND (d.removed IS NULL OR d.removed > :today))",
    }],
    title: &[ASSET_TAG.field, NAME.field],
    list: &[
        ASSET_TAG.field,
        NAME.field,
        CLASS.field,
        BRAND.field,
        SITE.field,
        USER.field,
        STATUS.field,
        INSTALLED.field,
    ],
    keys: &[&[ASSET_TAG.field], &[SERIAL.field]],
    ..Register::DEFAULT
};
