### What an auditor would find.

gap-purchase_without_fapiao = Purchase lines without a fapiao or invoice
gap-purchase_without_document = Purchase lines without a contract or document
gap-leaver_with_license = People who left and still hold a license
gap-license_without_purchase = Licenses without a purchase line
gap-contract_one_language = Contracts in one language only
gap-invoice_unverified = Fapiao not yet verified
gap-license_without_owner = Licenses nobody answers for
gap-license_without_entity = Licenses without a legal entity
gap-tenant_with_gaps = Tenants with something missing
