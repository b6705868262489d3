### 授权状况：计算步骤与缺少的凭证。

stage-position = 正在计算授权状况…

## 页面

position-all = 全部产品
position-counts = 计入哪些授权
position-as-claimed = 账面
position-as-provable = 可证明
position-workbook = 授权状况工作簿
position-find = 查找产品或发行商
position-day = 截至
position-against-owned = 所需与可用授权
position-against-provable = 所需与可证明授权
position-metric = 计量方式
position-difference = 差额
position-money = 涉及金额（{ $currency }）
position-no-row = 没有符合条件的产品。
position-figure--short = 授权不足
position-figure--unproven = 凭证不全
position-figure--over = 授权富余
position-figure--surplus = 富余授权价值
position-figure--buy = 补足短缺授权
position-figure--buy-provable = 如今日审计需补购
position-figure-claimed = 按账面口径为 { $amount }
position-figure-provable = 按可证明口径为 { $amount }
position-unpriced = { $count } 个产品没有价格
position-row-said = { $product }：持有 { $owned }，可证明 { $provable }，所需 { $needed }
position-weak = { $count } 个证明较弱
position-claimed-too = 账面 { $delta }
position-provable-too = 可证明 { $delta }
position-no-price = 无价格
position-to-spare = 富余
position-scope-all = 全公司
position-scope-some = { $count } 处
position-how = { $delta } 的推算过程
position-by-place = 各办公地点的授权、安装与使用
position-unallocated = 未分配到地点
position-open = 打开 { $title }
position-proof-lacks = 凭证缺什么
position-proof-more = 再显示 { $count } 行
position-proof-whole = 每个采购行都有文件和发票。
position-rights-count = { $count } 个授权

## 步骤

position-step--bought = 当日有效的采购行共有 { $count } 个授权。
position-step--returned = 退回 { $count } 个授权。
position-step--corrected = 更正使授权变动 { $count } 个。
position-step--stepped_up = { $subject } 的 { $count } 个基础授权已升级为本产品的授权。
position-step--stepped_from = { $count } 个授权已升级为 { $subject } 的授权。
position-step--without_base = { $count } 个升级授权不计：没有有效的基础授权。
position-step--replaced = 已被续订取代的采购行中有 { $count } 个授权不计。
position-step--ended = 已到期的采购行中有 { $count } 个授权不计。
position-step--retired = 已停用的授权中有 { $count } 个不计。
position-step--total_owned = 持有：{ $result }。
position-step--adjusted = 人工调整 { $count }：{ $subject }。
position-step--suite_held = { $count } 个使用者已持有包含本产品的套件 { $subject }。
position-step--suite_spare = 另有 { $count } 个由套件 { $subject } 的富余授权覆盖。
position-step--suite_given = 本套件有 { $count } 个富余授权用于覆盖 { $subject }。
position-step--downgrade_in = { $count } 个由较新版本 { $subject } 的富余授权覆盖。
position-step--downgrade_out = { $count } 个富余授权用于覆盖较旧版本 { $subject }。
position-step--edition_in = { $count } 个由较高版本类型 { $subject } 的富余授权覆盖。
position-step--edition_out = { $count } 个富余授权用于覆盖较低版本类型 { $subject }。
position-step--upgrade_in = { $count } 个由仍在维护期内的较旧版本 { $subject } 的授权覆盖。
position-step--upgrade_out = { $count } 个处于维护期的富余授权用于覆盖较新版本 { $subject }。
position-step--unlimited = 其余 { $count } 个由不限量授权覆盖。
position-step--idle = { $count } 个授权虽有富余，但无法覆盖短缺部分：已绑定其他设备、地点、计量方式或版本。
position-step--total_available = 可用：{ $result }。
position-step--assigned = 有效分配 { $count } 项。
position-step--held_twice = 其中 { $count } 项的持有者已另有一项：每个持有者一个授权即可。
position-step--installed = { $count } 个安装需要授权。
position-step--installed_twice = 其中 { $count } 个所在的设备或用户已计入。
position-step--assigned_only = { $count } 个持有者没有安装，一并计入。
position-step--virtual = { $count } 个安装在虚拟机上，按其宿主机计。
position-step--hosts = 共运行于 { $count } 台物理宿主机，每台只计一次。
position-step--cores = 宿主机共有 { $count } 个核心。
position-step--core_minimum = 按发行商规定的每台最低核心数补足 { $count } 个核心。
position-step--peak = 最近 90 天报告的最高并发使用数为 { $count }。
position-step--sites = 在 { $count } 个地点使用。
position-step--free = { $count } 个安装和分配无需授权：本产品免费。
position-step--total_needed = 所需：{ $result }。
position-step--delta = 可用减所需：{ $result }。
position-step--proven = 持有的授权中有 { $count } 个具备文件和有效发票，可以证明。
position-step--weak = 其中 { $count } 个证明力较弱：缺少销售方的授权书或准入批准。
position-step--allocated_provable = 调整和其他产品使可证明授权变动 { $count } 个。
position-step--delta_provable = 可证明的可用授权减所需：{ $result }。

proof-missing--document = 未关联合同、订单确认书、授权证明或发行商声明。
proof-missing--invoice = 未关联发票。
proof-missing--fapiao_unverified = 发票既未查验也未入账。
proof-missing--invoice_unbooked = 境外发票未查验、未入账、未付款。
proof-missing--reversed = 发票已被红字冲销。
proof-missing--buyer = 发票购买方税号不属于我方。
proof-missing--vendor = 销售方未登记。
proof-missing--approval = 销售方不是获准的供应商。
proof-missing--authorisation = 缺少发行商对销售方的授权书。
proof-missing--lapsed = 下单当日发行商对销售方的授权无效。

error-position_nothing = { $name } 在当日既无持有也无使用。
