### 审计会发现的问题。

gap-purchase_without_fapiao = 没有发票的采购行
gap-purchase_without_document = 没有合同或凭证的采购行
gap-leaver_with_license = 已离职但仍持有许可的人员
gap-license_without_purchase = 没有采购行的许可
gap-contract_one_language = 仅有一种语言的合同
gap-invoice_unverified = 尚未查验的发票
gap-license_without_owner = 无人负责的许可
gap-license_without_entity = 没有法人主体的许可
gap-tenant_with_gaps = 有缺项的租户
