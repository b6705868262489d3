### sealbook 命令。

## 命令
cli-about = 不开窗口使用印册：本机上的加密软件许可台账。
cli-usage = 用法
cli-commands = 命令
cli-command = 命令
cli-options = 选项
cli-arguments = 参数
cli-exit-codes = 退出码：0 完成 · 1 发现问题 · 2 用法错误 · 3 密钥错误 · 4 保险库被占用 · 5 已损坏 · 6 中止。
  口令取自 --passphrase-fd、SEALBOOK_PASSPHRASE 或提示输入；保险库取自 --vault 或 SEALBOOK_VAULT。
cli-init = 新建保险库
cli-import = 导入电子表格（Excel、OpenDocument、文本）
cli-list = 列出某一台账的记录
cli-findings = 列出应处理事项：闲置与缺少的许可
cli-match = 显示扫描发现、等待匹配产品的名称
cli-export = 导出供审计用的授权状况工作簿
cli-deadlines = 显示到期日与通知截止日，可写为日历文件或工作清单
cli-position = 显示授权状况：持有、所需与短缺
cli-undo = 撤销上一次操作
cli-verify = 检查保险库及其变更日志，或核对工作簿的签名
cli-demo = 新建含示例公司的保险库
cli-schema = 显示各台账及其字段

## 参数
cli-arg-folder = 新保险库的文件夹，必须不存在或为空
cli-arg-company = 公司名称
cli-arg-person = 您的姓名，将显示在变更日志中
cli-arg-recovery-out = 将恢复密钥写入此新文件，而不显示
cli-arg-passphrase-fd = 从此已打开的文件描述符读取口令
cli-arg-vault = 保险库文件夹
cli-arg-lang = 语言：en、zh-CN、it
cli-arg-help = 显示此帮助
cli-arg-version = 显示版本
cli-arg-file = 电子表格文件
cli-arg-into = 文件内容：台账（例如 person）或 license_ledger；不给出则自动识别
cli-arg-demo-into = 要新建的保险库文件夹
cli-arg-sheet = 工作表序号，从 1 起
cli-arg-header-row = 表头所在行，从 1 起
cli-arg-date-order = 03/04/2026、26-03-05 这类日期的顺序：dmy、mdy 或 ymd
cli-arg-refuse-unknown = 拒绝提及不存在记录的行，而不是自动新建
cli-arg-match-similar = 将未知名称匹配到明显相似的记录，而不是新建
cli-arg-leave-unknown = 字段所指的记录不存在时留空
cli-arg-dry-run = 仅显示将执行的操作
cli-arg-skip-errors = 导入正确的行，略过有错误的行
cli-arg-errors = 将标出错误的工作表副本写入此工作簿
cli-arg-only = 仅写入新记录或仅写入变更：new、changes
cli-arg-again = 重新处理此编号的导入所遗留的行
cli-arg-left-out = 显示哪些导入有遗留的行
cli-arg-match = 以哪些字段判定为同一条记录，例如 person=staff_no,email；可多次使用
cli-arg-correct = 更正单元格内容，例如 F22=2026-02-28；可多次使用
cli-arg-register = 台账，例如 license，见 sealbook schema
cli-arg-text = 仅限包含这些词的记录
cli-arg-fields = 要显示的字段，以逗号分隔
cli-arg-sort = 排序字段；前加减号为倒序
cli-arg-archived = 列出已归档而非在用的记录
cli-arg-format = table、csv 或 json
cli-arg-kind = 某一类发现，例如 dormant
cli-arg-limit = 最多显示的行数
cli-arg-out = 要写入的工作簿
cli-arg-languages = 工作簿语言：zh_en、zh_it、en、zh、it
cli-arg-as-of = 数据的截止日期，例如 2026-06-30
cli-arg-product = 只显示此产品（编号或名称），并列出采购行缺少的凭证
cli-arg-explain = 逐步说明每个数字的计算
cli-arg-entity = 仅限此公司主体；可重复
cli-arg-site = 仅限此办公地点；可重复
cli-arg-for = 仅限某人或某角色：finance_lead、it_lead
cli-arg-ics = 写入日历文件
cli-arg-worklist = 写入可移交的工作簿
cli-arg-workbook = 旁边附有签名文件的工作簿
cli-arg-key = 用于核对的公钥；不给出则用保险库的公钥
cli-arg-rows = 扩充到这么多条许可，用于测量
cli-arg-sql = 各台账数据表的 SQL

## 输出
cli-ask-passphrase = 口令：
cli-ask-again = 再输入一次：
cli-ask-recovery = 请重新输入恢复密钥：
cli-init-recovery = 恢复密钥无需口令即可打开保险库，仅显示这一次：{ $key }
cli-init-done = 保险库已建立于 { $folder }
cli-demo-done = 示例公司已建立于 { $folder }
cli-import-column = { $letter } { $header } → { $field }
cli-import-column-not = { $letter } { $header }：不导入
cli-import-preview = { $target }：{ $all } 行 — 新建 { $create }，更改 { $update }，不变 { $unchanged }，跳过 { $skip }，有错误 { $error }
cli-import-more-errors = ……另有 { $count } 行有错误
cli-import-done = { $register }：新建 { $create }，更改 { $update }
cli-import-errors-saved = 已在 { $file } 中标出错误
cli-import-left-out = { $file }：{ $count } 行有错误，未导入；可用 sealbook import --again { $operation } 重新处理
cli-list-rows = { $count } 行
cli-export-done = { $file }
  SHA-256 { $sha256 }
cli-deadlines-wrote = 已写入：{ $file }
cli-undo-done = 已撤销：{ $kind } — { $title }（{ $count } 条）
cli-verify-vault = 保险库完好：所有页面可读，{ $entries } 条日志全部一致。最新哈希 { $head }
cli-verify-workbook = { $file } 与签名时一致：{ $comment }
cli-verify-workbook-bad = { $file } 与签名时不一致
cli-verify-log-broken = 变更日志遭到篡改：{ $entries } 条中的第 { $first } 条不一致
cli-wrong-value = { $what } 不接受 { $value }
cli-missing = 缺少 { $what }
cli-unknown-command = 没有命令 { $what }
cli-unknown-argument = 此处无法识别 { $what }
cli-conflict = { $what } 不能与其他参数同时使用

## 可能出现的问题
error-cli_nothing_asked = 没有给出命令，请参阅 sealbook --help。
error-cli_no_vault = 哪个保险库？请给出 --vault 或设置 SEALBOOK_VAULT。
error-cli_no_passphrase = 没有可输入口令的终端，请给出 --passphrase-fd 或设置 SEALBOOK_PASSPHRASE。
error-cli_passphrases_differ = 两次输入的口令不同。
error-cli_exists = { $name } 已存在，不会覆盖。
error-cli_not_found = 没有名为 { $name } 的{ $register }。
error-cli_match_shape = “{ $value }”不是匹配字段的写法。请写成 person=staff_no,email 的形式。
error-cli_match_register = 此文件不会生成“{ $value }”的记录。可选：{ $possible }。
error-cli_match_field = 文件中没有“{ $value }”的内容，或无法按该字段比较。可选：{ $possible }。
error-cli_correct_shape = “{ $value }”不是更正的写法。请写成 F22=2026-02-28 的形式。
error-signature_unreadable = 无法读取签名或公钥：{ $detail }
error-signature_wrong = 签名与文件不符。
cli-arg-accept = 接受相似度不低于该百分比且明确对应一个产品的名称，作为一次操作
