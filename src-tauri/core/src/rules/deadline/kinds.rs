//! Every dated thing there is, one line each. A new register's date is one line here, its words `deadline-<key>`, and a line in
//! `renewal-date` where something is decided about it.

/// How the next term comes about when the officer renews.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Next {
    /// Nothing follows: it is done, not renewed.
    None,
    /// The field of the record is moved.
    Field(&'static str),
    /// A line with effect *renew* (rights) or *maintenance* is added and the field of the license moved.
    Line(&'static str, &'static str),
}

/// Whether a day is an end or the last day to do something about one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The end itself.
    End,
    /// The last day to give notice of it.
    Notice,
}

/// One kind of date.
#[derive(Debug, Clone, Copy)]
pub struct Kind {
    /// Fluent `deadline-<key>`; also what settings and calendar entries are known by.
    pub key: &'static str,
    /// Where it stands.
    pub register: &'static str,
    /// SQL over the register's table: the day.
    pub day: &'static str,
    /// SQL: whether anybody still has to act.
    pub open: &'static str,
    /// SQL: the person who answers for it.
    pub owner: &'static str,
    /// SQL: amount at stake, and its currency.
    pub amount: [&'static str; 2],
    /// SQL: renewal, months, length and unit of notice, country. Where no months are said, the stored end is the end.
    pub terms: [&'static str; 5],
    /// End or notice.
    pub part: Part,
    /// The kind a decision is written about; a notice day's is that of its end.
    pub decided_as: &'static str,
    /// What renewing does.
    pub next: Next,
    /// Nothing is left to do once it has passed; what follows from that is a finding.
    pub moot: bool,
    /// Counts in the cost forecast.
    pub costs: bool,
    /// Roles that look after it besides its owner.
    pub roles: &'static [&'static str],
}

impl Kind {
    /// Whether what it is about may renew by itself.
    pub fn may_renew(&self) -> bool {
        self.terms[0] != "NULL"
    }

    /// Whether the record says how long a further term is, so that the end that counts moves on from the stored one.
    pub fn moves_on(&self) -> bool {
        self.terms[1] != "NULL"
    }

    /// A plain date in a field.
    const fn on(key: &'static str, register: &'static str, day: &'static str) -> Self {
        Self {
            key,
            register,
            day,
            open: "1",
            owner: "NULL",
            amount: ["NULL", "NULL"],
            terms: ["NULL"; 5],
            part: Part::End,
            decided_as: key,
            next: Next::None,
            moot: false,
            costs: false,
            roles: &[],
        }
    }
}

const IN_USE: &str = "(license.status IS NULL OR license.status NOT IN ('expired', 'retired'))";
const IN_FORCE: &str =
    "(contract.status IS NULL OR contract.status NOT IN ('ended', 'terminated'))";
const LICENSE_OWNER: &str = "license.owner_id";
const LICENSE_COUNTRY: &str = "(SELECT e.country FROM entity e WHERE e.id = license.entity_id)";
const LICENSE_TERMS: [&str; 5] = [
    "CASE license.auto_renew WHEN 1 THEN 'tacit' WHEN 0 THEN 'express' END",
    "NULL",
    "license.notice_days",
    "NULL",
    LICENSE_COUNTRY,
];
const LICENSE_AMOUNT: [&str; 2] = [
    "(SELECT SUM(p.amount) FROM purchase p WHERE p.license_id = license.id AND p.archived_at IS NULL AND p.ends = license.ends AND p.effect NOT IN ('maintenance', 'return') HAVING MIN(p.amount_currency) = MAX(p.amount_currency))",
    "(SELECT MAX(p.amount_currency) FROM purchase p WHERE p.license_id = license.id AND p.archived_at IS NULL AND p.ends = license.ends AND p.effect NOT IN ('maintenance', 'return'))",
];
const MAINTENANCE_AMOUNT: [&str; 2] = [
    "(SELECT SUM(p.amount) FROM purchase p WHERE p.license_id = license.id AND p.archived_at IS NULL AND p.ends = license.maintenance_until AND p.effect = 'maintenance' HAVING MIN(p.amount_currency) = MAX(p.amount_currency))",
    "(SELECT MAX(p.amount_currency) FROM purchase p WHERE p.license_id = license.id AND p.archived_at IS NULL AND p.ends = license.maintenance_until AND p.effect = 'maintenance')",
];
const BOTH: &[&str] = &["finance_lead", "it_lead"];
const FINANCE: &[&str] = &["finance_lead"];
const IT: &[&str] = &["it_lead"];

const LICENSE: Kind = Kind {
    open: IN_USE,
    owner: LICENSE_OWNER,
    amount: LICENSE_AMOUNT,
    terms: LICENSE_TERMS,
    next: Next::Line("ends", "renew"),
    roles: BOTH,
    ..Kind::on("license_ends", "license", "license.ends")
};
const CONTRACT: Kind = Kind {
    open: IN_FORCE,
    owner: "contract.owner_id",
    amount: ["contract.amount", "contract.amount_currency"],
    terms: [
        "contract.renewal",
        "contract.renewal_months",
        "contract.notice",
        "contract.notice_unit",
        "(SELECT e.country FROM entity e WHERE e.id = contract.entity_id)",
    ],
    next: Next::Field("ends"),
    roles: FINANCE,
    ..Kind::on("contract_ends", "contract", "contract.ends")
};

/// Every dated thing there is.
pub const KINDS: &[Kind] = &[
    Kind {
        costs: true,
        ..LICENSE
    },
    Kind {
        key: "license_notice",
        part: Part::Notice,
        open: "(license.status IS NULL OR license.status NOT IN ('expired', 'retired')) AND license.auto_renew = 1",
        ..LICENSE
    },
    Kind {
        open: IN_USE,
        owner: LICENSE_OWNER,
        amount: MAINTENANCE_AMOUNT,
        next: Next::Line("maintenance_until", "maintenance"),
        costs: true,
        roles: BOTH,
        ..Kind::on(
            "license_maintenance",
            "license",
            "license.maintenance_until",
        )
    },
    Kind {
        open: IN_USE,
        owner: LICENSE_OWNER,
        next: Next::Field("warranty_until"),
        moot: true,
        roles: IT,
        ..Kind::on("license_warranty", "license", "license.warranty_until")
    },
    // a line under a license without an end of its own, unless a later line goes on from it
    Kind {
        open: "purchase.effect NOT IN ('maintenance', 'return', 'correction') AND (SELECT l.ends IS NULL AND l.archived_at IS NULL AND (l.status IS NULL OR l.status NOT IN ('expired', 'retired')) FROM license l WHERE l.id = purchase.license_id) AND NOT EXISTS (SELECT 1 FROM purchase q WHERE q.license_id = purchase.license_id AND q.archived_at IS NULL AND q.effect = 'renew' AND (q.ends IS NULL OR q.ends > purchase.ends))",
        owner: "(SELECT l.owner_id FROM license l WHERE l.id = purchase.license_id)",
        amount: ["purchase.amount", "purchase.amount_currency"],
        terms: [
            "(SELECT CASE l.auto_renew WHEN 1 THEN 'tacit' WHEN 0 THEN 'express' END FROM license l WHERE l.id = purchase.license_id)",
            "NULL",
            "(SELECT l.notice_days FROM license l WHERE l.id = purchase.license_id)",
            "NULL",
            "(SELECT e.country FROM license l JOIN entity e ON e.id = l.entity_id WHERE l.id = purchase.license_id)",
        ],
        next: Next::Line("ends", "renew"),
        costs: true,
        roles: BOTH,
        ..Kind::on("purchase_ends", "purchase", "purchase.ends")
    },
    // what its licenses cost is counted with them
    Kind {
        costs: true,
        ..CONTRACT
    },
    Kind {
        key: "contract_notice",
        part: Part::Notice,
        ..CONTRACT
    },
    Kind {
        next: Next::Field("ends"),
        roles: FINANCE,
        ..Kind::on("authorisation_ends", "authorisation", "authorisation.ends")
    },
    Kind {
        next: Next::Field("valid_until"),
        ..Kind::on("evidence_valid", "evidence", "evidence.valid_until")
    },
    Kind {
        open: "(task.status IS NULL OR task.status NOT IN ('done', 'dropped'))",
        owner: "task.owner_id",
        amount: ["task.at_stake", "task.at_stake_currency"],
        ..Kind::on("task_due", "task", "task.due")
    },
];

/// The kind with this key.
pub fn kind(key: &str) -> crate::Result<&'static Kind> {
    KINDS
        .iter()
        .find(|kind| kind.key == key)
        .ok_or_else(|| crate::Error::new("bad_value").with("value", key))
}
