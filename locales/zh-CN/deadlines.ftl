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

deadline-missed-renews-for = 通知期限已过：将于 { $date } 自动续期 { $months } 个月。
deadline-missed-renews = 通知期限已过：将于 { $date } 自动续期；记录未注明续期多久。
deadline-missed-ask = 在此之前，对方仍可能接受逾期通知、减少数量或缩短期限：请立即联系，或对下一期作出决定。
deadline-missed-renewed = 未及时通知：已于 { $date } 自动续期。
deadline-missed-enter = 请录入新一期，或与对方商定提前终止。

deadline-task-notice = 发出通知：{ $what }

error-deadline_gone = 记录中已没有这个日期：可能已被修改或删除。请刷新列表。
error-renewal_until = 新到期日不晚于现到期日。请选择更晚的日期。
error-renewal_quantity = 记录未写明到期的许可数量。请填写续约数量。
error-reminder_days = 提醒可提前 0 至 3650 天。请填写整数天数，用空格分隔。

## 到期页面
renewals = 续约与到期
renewals-line = 未来一年
renewals-line-notice = 通知截止日
renewals-line-ends = 到期日
renewals-lane-open = 待处理
renewals-lane-overdue = 已过期
renewals-lane-week = 7 天内
renewals-lane-month = 30 天内
renewals-lane-quarter = 90 天内
renewals-lane-past = 更早
renewals-lane-decided = 已决定
renewals-kind = 日期类型
renewals-every-kind = 全部类型
renewals-open-record = 打开记录
renewals-open-decision = 打开决定
renewals-decide = 确定
renewals-decided = 决定已记录
renewals-quantity = 续约数量
renewals-why--renew = 录入下一期限：到期日顺延，许可将新增同等数量的采购行。
renewals-why--change = 按不同条件续约：可更改到期日、许可数量或费用。
renewals-why--drop = 到期终止，不再提醒。自动续约的合同会生成“发出通知”任务。
renewals-why--undecided = 日期保持待处理，继续提醒。
renewals-reminders = 提前提醒天数
renewals-reminders-one = 仅此项
renewals-reminders-kind = 全部“{ $kind }”
renewals-unpriced = { $count } 项到期缺少费用，未计入图中。
renewals-more = 另有 { $count } 个日期未显示。请选择类型以缩小范围。
renewals-hand-over = 移交
renewals-as-calendar = 日历文件
renewals-as-calendar-why = 适用于 Outlook、Apple 日历等。再次导入时会更新原有条目，不会重复。
renewals-as-worklist = 工作清单
renewals-as-worklist-why = 包含日期、计算依据、提醒与按季度费用的工作簿。
renewals-for = 对象
renewals-for-all = 所有人
renewals-for-person = 某一人
renewals-calendar-done = 已写入含 { $count } 个条目的日历文件
renewals-remind = 有 { $count } 个日期需要处理
renewals-show = 查看
holidays = 所用节假日
holidays-lead = 与星期安排不同的日子，以公布的为准；您自己登记的优先。
holidays-year = 国家与年份
holidays-source = 来源
holidays-confidence--high = 已核对原文
holidays-confidence--medium = 取自转载来源
holidays-entered = 已登记为您自己的安排
holidays-own = 您的登记
holidays-make-free = 改为休息日
holidays-make-worked = 改为工作日
