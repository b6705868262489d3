### What should be done: where rights lie idle and where they are missing.

findings = 发现与建议
stage-findings = 正在查找闲置与缺口…

## Kinds
findings-kind--shortfall = 许可不足
findings-kind--unlicensed = 无许可在用
findings-kind--expired = 到期仍在用
findings-kind--lapsed = 维护或质保已过期
findings-kind--leaver = 离职人员仍持有
findings-kind--dormant = 闲置许可
findings-kind--twice = 重复持有
findings-kind--underused = 使用率偏低
findings-kind--unneeded = 有余量仍采购
findings-kind--abroad = 数据可能存于境外服务
findings-kind--unknown = 已安装但产品未登记

## Why
findings-day-unknown = 日期未登记
findings-why--shortfall = { $product }缺少 { $count } 个许可：需要的多于拥有的。
findings-reassign = { $buy ->
    [0] 无需购买：将 { $count } 个未使用的许可转给缺少许可的人即可。
   *[other] 先将 { $count } 个未使用的许可转给缺少许可的人，再购买 { $buy } 个。
  }
findings-why--unlicensed = { $product }有 { $count } 处在用，但既无该产品的许可，也无包含它的套件或可降级覆盖它的新版本的许可。
findings-why--expired = { $product }的许可已到期（{ $day }），仍有 { $count } 处在用。
findings-why--lapsed = { $variant ->
    [maintenance] { $product }的维护已过期（{ $day }）但仍在用，{ $count } 个许可无法获得更新。
   *[warranty] { $product }的质保已过期（{ $day }）但仍在用，涉及 { $count } 个许可。
  }
findings-why--leaver = { $holder }已离职（{ $day }），仍持有{ $product }。
findings-why--dormant = { $holder }最近一次使用{ $product }是 { $day }，已超过 { $days } 天。
findings-why--twice = { $holder }已另行持有{ $product }（单独或在套件中），本次分配始于 { $day }。
findings-why--underused = { $product }的 { $whole } 个许可中有 { $count } 个未使用，使用率低于 { $percent }%。
findings-why--unneeded = { $product }于 { $day } 订购了 { $count } 个许可，而当时空闲的许可已足够，至今仍有同样数量空闲。
findings-why--abroad = { $variant ->
    [important] { $product }可能在境外处理重要数据（境内持有人 { $count } 名）。请核实：此类数据是否出境，是否已通过出境安全评估？《数据安全法》第三十一条。
   *[personal] { $product }可能在境外处理个人信息（境内持有人 { $count } 名）。请核实：个人信息是否出境，依据哪一条路径？《个人信息保护法》第三十八至三十九条。
  }
findings-why--unknown = 安装于{ $holder }（{ $day }），所用名称不是已登记的产品。

## Actions
findings-action--reallocate = 调配给缺少的人
findings-action--downgrade = 续订时减量或降级
findings-action--release = 收回
findings-action--buy = 采购或续订
findings-action--uninstall = 匹配产品或卸载
findings-action--check = 核实

## Columns and sums
findings-column--kind = 类别
findings-column--count = 数量
findings-column--yearly = 每年
findings-column--once = 一次性
findings-column--product = 产品
findings-column--holder = 持有人
findings-column--money = 涉及金额
findings-column--action = 建议
findings-total--save = 可节省：每年 { $yearly }，一次性 { $once }
findings-total--cover = 补足所需：每年 { $yearly }，一次性 { $once }

## Tasks and questions
findings-task = { $what }：{ $product }（{ $count }）
findings-task-many = { $what }：{ $count } 项发现
ask-subject = 您是否仍需使用{ $product }？
ask-text =
    { $holder }，您好：
    根据我们的登记，您持有{ $product }的许可，最近一次使用是 { $day }。
    请问您是否仍需使用？烦请于 { $due } 前回复“保留”或“释放”。若未收到回复，我们会在变更前再次联系您。
    释放的许可将调配给有需要的同事；日后工作需要时，您可以重新申请。
    谢谢！
    { $from }
error-finding_gone = 该发现已不存在，请刷新列表。
error-finding_has_task = 所选发现中已有未完成的任务。

## Screen
findings-side--save = 可节省
findings-side--cover = 需补足
findings-side--check = 待核实
findings-yearly = 每年 { $money }
findings-once = 一次性 { $money }
findings-nothing = 不涉及金额
findings-each-once = 每个许可只计一次，转给缺少者的许可不算节省：因此下列各类之和可能更多。
findings-unpriced = 另有 { $count } 项价格未知。
findings-none = 暂无事项
findings-none-text = 一旦台账中出现闲置、缺少或到期的许可，便会列在这里。
findings-kinds = 发现类别
findings-list = 以列表打开
findings-shown = 显示 { $count } 项中金额最大的 { $shown } 项
findings-select = 选择{ $name }
findings-select-all = 全选
findings-selected = 已选 { $count } 项
findings-make-task = 生成任务
findings-made-task = 已生成任务
findings-end = 结束分配
findings-end-many = 结束所选分配
findings-ended = 已结束 { $count } 项分配
findings-open = 打开记录
findings-holder-none = 无持有人
findings-task-open = { $code } 进行中
findings-task-due = { $code }，{ $due } 到期
findings-task-over = { $code } 已关闭，但问题仍在
findings-propose = 建议
findings-glance-short = 许可不足
findings-glance-saving = 最大节省项
findings-glance-all = 全部 { $count } 项发现

## Asking the holder
findings-ask = 询问持有人
findings-ask-lead = 复制消息，按您平时的方式发送，并在此登记答复。
findings-ask-copy = 复制并登记为已询问
findings-ask-done = 已复制，并登记为已询问。
findings-ask-to = 收件人
findings-ask-subject = 主题
findings-ask-message = 消息
findings-asked-on = { $day } 已询问
findings-keep = 保留
findings-release = 释放
findings-kept = 已登记：仍需使用

## Settings
settings-findings = 发现与建议
settings-reminder = 提前提醒天数（{ $date }）
dormant-days = 超过多久未用视为闲置
dormant-days-why = 持有人在此天数内未使用的许可视为闲置。
dormant-days-value = { $count } 天
underuse-percent = 使用率低于多少视为偏低
underuse-percent-why = 在用许可所占比例低于此值时，视为使用率偏低。

## Workbook
sheet-idle = 闲置许可
sheet-savings = 补购与节省
idle-note = 持有人 { $days } 天未使用、重复持有或已离职的许可；使用率低于 { $percent }% 的许可视为使用率偏低。使用情况未知的不列入本表。
savings-note = 全部发现及建议。闲置：超过 { $days } 天未使用；使用率偏低：低于 { $percent }%。同一许可可能出现在多行，程序中的合计只计一次。
idle-product = 产品
idle-holder = 持有人
idle-license = 许可
idle-last = 最近使用
idle-days = 距今天数
idle-uses = 期间使用量
idle-class = 类别
idle-asked = 询问日期
idle-answer = 答复
idle-decision = 处理决定
savings-side = 性质
savings-kind = 发现
savings-product = 产品
savings-license = 许可
savings-holder = 持有人
savings-count = 数量
savings-whole = 总数
savings-why = 原因
savings-proposed = 建议
savings-yearly = 每年，{ $currency }
savings-once = 一次性，{ $currency }
savings-own = 原币金额
savings-own-currency = 币种
savings-task = 任务
savings-owner = 负责人
savings-due = 期限
savings-status = 状态
