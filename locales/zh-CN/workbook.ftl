### 工作簿：工作表、表头、说明、完整性

## 工作簿
yes = 是
no = 否
workbook-row-id = 行编号
workbook-currency-of = { $field }币种
workbook-half-zh = { $field }（中文）
workbook-half-en = { $field }（英文）
workbook-footer-page = 第 { $page } 页，共 { $pages } 页
workbook-confidential = 内部资料
workbook-as-of = 数据截至 { $date }。
workbook-long-texts-note = 超出单元格长度的文本在此续写。

## 工作表
sheet-cover = 封面
sheet-method = 说明
sheet-position = 授权状况
sheet-position-title = 软件授权状况
sheet-gaps = 最大缺口
sheet-places = 分地点
sheet-places-title = 按公司主体和地点列示的授权状况
sheet-license = 授权
sheet-purchase = 采购与发票
sheet-renewals = 到期续约
sheet-evidence = 证据索引
sheet-log = 变更日志
sheet-lists = 代码表
sheet-integrity = 完整性
sheet-long-texts = 长文本

## 封面
cover-title = 软件授权状况报告
cover-company = 公司
cover-uscc = 统一社会信用代码
cover-scope = 范围
cover-scope-all = 全公司：所有公司主体和地点
cover-as-of = 数据截至
cover-made = 生成时间
cover-currency = 报告币种
cover-currency-rates = { $currency }，汇率截至 { $date }
cover-prepared = 编制
cover-reviewed = 审核
cover-approved = 批准
cover-log = 变更日志
cover-log-value = { $count } 条记录，最新哈希 { $head }
cover-key = 签名公钥
cover-glance = 一览
cover-how = 阅读说明
cover-how-text = 所有工作表均为记录中的事实，无需填写。“可证明”仅指采购明细同时具备发票和证明文件的授权。计数规则见“说明”表，文件完整性的核验方法见“完整性”表。
cover-contents = 目录
glance-short = 授权不足的产品
glance-unproven = 授权足够但凭证不足的产品
glance-provable = 可证明 / 持有的授权
glance-leavers = 离职人员仍持有的分配
glance-true-up = 按目录价补购金额
glance-unpriced = { $count } 个产品无价格

## 说明
method-reading = 阅读方法
method-read-languages = 表头和代码值以本文件的两种语言并列；名称和标题为记录原文，中英文对照。
method-read-symbols = 有颜色的状态均带符号：▼ 不足或逾期，▲ 富余或即将到期，◐ 部分有凭证，● 正常，○ 无，∞ 不限量。
method-read-sums = “分地点”表中同一产品各行之和等于“授权状况”表中该产品的一行。差额为公式，可追溯。
method-counting = 计数规则
method-rights = 授权来自当日有效（已开始且未结束）的采购明细。续订替换此前的采购明细，不叠加；维护和升级行本身不产生授权；退回相应扣减。
method-provable = 采购明细同时关联发票和证明文件（合同、订单确认、许可证书或厂商声明）时为可证明。
method-needed = 所需授权：按命名用户计的取分配数；按核心计的取所运行物理主机的核心数（每台只计一次）；并发授权取最近90天报告的最高峰值；其余取安装数与分配数中较大者。免费和开源产品无需授权。
method-leavers = 当日仍有效但人员已离职的分配在“授权分配”表中标出，并仍计为使用。
method-used = 使用：截至当日前 { $days } 天内有使用记录的人员和设备。
method-sources = 数据来源与覆盖范围
method-source-devices = 安装记录：{ $deployments } 条，覆盖记录中 { $devices } 台设备的 { $scanned } 台；最近一次发现 { $date }。
method-source-usage = 使用记录：{ $count } 份报告，最近截至 { $date }。
method-source-purchases = 采购：{ $count } 行，其中 { $invoiced } 行有发票，{ $documented } 行有证明文件。
method-assumptions = 假设
method-as-of = 截至日适用于业务日期：采购明细、分配、安装；其他属性为当前值。
method-sites = 授权归属其许可所在地点，使用归属人员或设备所在地点；未分配到地点的授权列在“未分配”行。
method-price = 补购金额 = 短缺数量 × 目录价（不含税），按截至日已知最近汇率折算为报告币种。
method-scope-all = 范围为全公司。
method-scope-part = 范围为公司的一部分：未分配到该范围的授权不计入，此处的短缺可能由其他部分覆盖。
method-exclusions = 不包括
method-secrets = 许可密钥等机密信息从不导出。
method-archived = 已归档的记录。
method-not-licensable = 标记为无需许可的安装，原因见“软件安装”表。
method-no-advice = 本文件陈述记录内容，不构成法律意见。

## 授权状况
position-note = 每个产品一行，短缺最多者在前。
position-owned = 持有
position-provable = 可证明
position-assigned = 已分配
position-deployed = 已安装
position-used-90 = 90天内使用
position-basis = 计数依据
position-basis--assigned = 分配数
position-basis--deployed = 安装数
position-basis--cores = 核心数
position-basis--peak = 并发峰值
position-basis--sites = 地点数
position-basis--nothing = 无需授权
position-needed = 所需
position-delta = 差额（持有）
position-delta-provable = 差额（可证明）
position-status = 状态
position-status--short = 不足
position-status--unproven = 凭证不足
position-status--level = 持平
position-status--over = 富余
position-status--unlimited = 不限量
position-status--free = 免费
position-proof = 凭证
position-proof--complete = 完整
position-proof--partial = 部分
position-proof--none = 无
position-price = 目录价
position-currency = 币种
position-true-up = 补购金额（{ $currency }）
position-evidence = 证据
position-chart = 短缺最多的产品：可证明与所需授权
places-note = 未分配到地点的授权列在“未分配”行；同一产品各行之和等于其授权状况。
places-unallocated = 未分配
places-no-entity = 未指定公司主体

## 台账
register-note = 按记录所载，不含已归档记录。
usage-days = 距上次使用天数
evidence-size = 大小（字节）
evidence-sha256 = SHA-256
list-note = 修改单元格后可重新导入本文件，系统按行编号识别记录。
annotated-column = 需更正之处
annotated-corrected = 已在印册中更正为“{ $text }”。
annotated-name = { $file }（待更正）
renewals-note = 最近90天内及以后的日期，由近及远。
renewals-register = 类别
renewals-item = 事项
renewals-date = 日期类型
renewals-due = 日期
renewals-days = 剩余天数
renewals-state = 状态
renewals-state--overdue = 已过期
renewals-state--month = 30天内
renewals-state--quarter = 90天内
renewals-state--later = 以后
renewals-notice = 通知截止
renewals-auto = 自动续约
renewals-owner = 负责人
renewals-amount = 金额
renewals-currency = 币种
changelog-note = 共 { $count } 条记录。导入和示例数据各列一行并注明条数；每条记录的哈希见本工作簿旁的 LOG.hashes 文件。
changelog-seq = 序号
changelog-when = 时间
changelog-who = 操作人
changelog-operation = 操作
changelog-register = 台账
changelog-record = 记录
changelog-field = 字段
changelog-before = 原值
changelog-after = 新值
changelog-entries = 条数
changelog-reason = 原因
changelog-origin = 来源
lists-note = 代码值及其三种语言的标签。
lists-register = 台账
lists-field = 字段
lists-key = 代码
lists-value = 值
lists-zh = 中文
lists-en = 英文
lists-it = 意大利文
lists-flag = 是或否

## 完整性
integrity-title = 文件与记录的完整性
integrity-entries = 变更日志条数
integrity-entries-value = { $count } 条
integrity-head = 末条记录的哈希
integrity-vault = 保险库编号
integrity-key = 签名公钥（minisign）
integrity-how = 核验方法
integrity-how-windows = Windows：运行 certutil -hashfile "{ $file }" SHA256，或在 PowerShell 中运行 Get-FileHash "{ $file }"，与所提供的 SHA-256 比对。
integrity-how-mac = macOS：shasum -a 256 "{ $file }"
integrity-how-linux = Linux：sha256sum "{ $file }"
integrity-how-signature = 签名（需安装 minisign）：minisign -V -P { $key } -m "{ $file }"。签名文件 .minisig 位于本工作簿旁。
integrity-how-history = 历史：LOG.hashes 文件每行为一条记录的哈希。以后导出的同名文件必须以完全相同的各行开头，否则说明其间历史被改写。其末行即上方的哈希。
integrity-how-limits = 以上证明文件和历史未被更改，不证明所录内容真实，签名也不等同于公章。

## 拒绝原因
error-workbook_write = 无法写入工作簿：{ $detail }
error-file_open_elsewhere = { $name } 已在其他程序中打开。请先关闭再重新导出，或换一个文件名。
