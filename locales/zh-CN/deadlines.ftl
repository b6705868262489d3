### 需要处理的日期：名称、计算依据，以及作出决定后的后续事项。

deadline-license_ends = 许可到期
deadline-license_notice = 许可通知截止日
deadline-license_maintenance = 维护到期
deadline-license_warranty = 质保到期
deadline-purchase_ends = 采购期限到期
deadline-contract_ends = 合同到期
deadline-contract_notice = 合同通知截止日
deadline-authorisation_ends = 转售授权到期
deadline-evidence_valid = 证明材料失效
deadline-task_due = 任务到期

deadline-step-named = 记录中的日期为 { $date }。
deadline-step-renewed = 合同文本于 { $from }到期。因无人发出通知，已自动续约 { $terms } 次，每次 { $months } 个月：现行期限至 { $date }。
deadline-step-length-unknown = 合同自动续约，但记录未写明续约月数。请填写后再确定现行期限。
deadline-step-notice-days = 须在到期前 { $count } 天通知 = { $date }。
deadline-step-notice-working-days = 须在到期前 { $count } 个工作日通知 = { $date }。
deadline-step-notice-months = 须在到期前 { $count } 个月通知 = { $date }。
deadline-step-year-unknown = { $year } 年的节假日安排尚未收录：仅扣除了周末。安排公布后请录入节假日。
deadline-step-act-by = 该日不是工作日，请在 { $date }前处理。

deadline-task-notice = 发出通知：{ $what }

error-deadline_gone = 记录中已没有这个日期：可能已被修改或删除。请刷新列表。
error-renewal_until = 新到期日不晚于现到期日。请选择更晚的日期。
error-renewal_quantity = 记录未写明到期的许可数量。请填写续约数量。
error-reminder_days = 提醒可提前 0 至 3650 天。请填写整数天数，用空格分隔。
