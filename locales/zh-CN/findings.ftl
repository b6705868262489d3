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
