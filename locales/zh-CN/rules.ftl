### 审计会发现的问题。

gap-purchase_without_fapiao = 缺少发票的采购明细
gap-purchase_without_document = 缺少合同或证明文件的采购明细
gap-leaver_with_license = 已离职但仍持有许可的人员
gap-license_without_purchase = 缺少采购明细的许可
gap-contract_one_language = 仅有一种语言的合同
gap-invoice_unverified = 尚未查验的发票
gap-license_without_owner = 未指定负责人的许可
gap-license_without_entity = 未指定公司主体的许可
gap-tenant_with_gaps = 有缺项的租户
