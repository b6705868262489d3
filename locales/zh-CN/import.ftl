### 导入：方式与已知文件的名称，文件或单元格的错误，以及注意到的情况。

recipe-license_ledger = 软件台账（产品、许可与采购）
recipe-m365_users = Microsoft 365 用户及其许可
source-snipe_it_licenses = Snipe-IT 许可列表
source-ledger_summary = 软件使用情况汇总表（正版软件台账）
source-m365_users = Microsoft 365 管理中心，用户

error-currency_assumed = { $column } 列未注明币种，金额按 { $currency } 读取。如不对，请匹配一个币种列。
error-currency_missing = 金额未注明币种。请连同代码填写，例如 CNY 1200。
error-date_ambiguous = “{ $value }”可能是两个日期。请选择日在前还是月在前。
error-date_impossible = “{ $value }”：没有这一天。请输入正确的日期。
error-date_shape = “{ $value }”不是日期。请按 2026-03-01 填写。
error-digits_lost = 表格已将此号码缩写为 { $value }，末尾数字已丢失。请完整输入。
error-flag_shape = “{ $value }”既不是“是”也不是“否”。
error-link_ambiguous = “{ $value }”对应多条“{ $register }”记录。请改用其编号。
error-link_unknown = 没有名为“{ $value }”的{ $register }。请先录入，或更正名称。
error-match_blank = 无法再次找到此行对应的记录：所选的匹配字段为空。请填写，或改用其他字段匹配。
error-match_several = 有 { $count } 条{ $register }与此行一致。请增加匹配字段，或补充编号。
error-number_ambiguous = “{ $value }”可能是千位分隔或小数。请写成两位小数，如 1200.00。
error-number_not_whole = “{ $value }”不是整数。
error-number_shape = “{ $value }”不是数字。请用数字填写。
error-number_too_fine = “{ $value }”的小数位数超出可精确保存的范围。请自行取舍。
error-number_too_large = 数字过大，请核对。
error-part_not_made = 此行不会生成{ $register }：{ $field }为空。
error-recipe_unknown = 没有名为“{ $recipe }”的导入方式。请从列表中选择。
error-row_nameless = 此行没有说明是哪一条记录。请补充{ $register }的名称或编号。
error-row_not_there = 记录中尚无此项；本次只导入变更。
error-row_stands = 记录中已有此项且内容不同；本次只导入新记录。
error-row_unknown = 第 { $row } 行不在表格中。请重新打开文件。
