# 产品匹配：扫描发现的名称与其对应的产品

error-name_settled = 该名称已无待匹配项：期间已完成匹配。
error-merge_same = 这两个产品无法合并：它们是同一产品，或其中之一已被合并。
error-merge_related = 其中一个产品包含另一个产品，或可降级至另一个产品，两者不是同一产品。如该关联有误，请先删除。
error-merge_collides = { $count ->
       *[other] “{ $register }”中有 { $count } 条记录合并后会重复，例如“{ $title }”。请先删除重复的一条，再进行合并。
    }
operation-match = 名称已匹配产品
operation-match_new = 由发现名称新建产品
operation-match_aside = 名称标记为无需授权
operation-merge = 产品已合并
merge-note = 已合并到 { $code } { $title }。
match-reason-update = 更新补丁，随原产品授权
match-reason-driver = 驱动程序，随设备提供
match-reason-runtime = 运行库，可免费分发
match-reason-language_pack = 语言包，随原产品授权
match-reason-component = 其他产品的组件，已包含在其授权中
match-reason-system = 操作系统组件
match-reason-free = 免费软件
match-reason-own = 自有软件
match-reason-other = 无需授权
stage-matching_reading = 正在比对名称……
stage-matching_writing = 正在写入……

matching = 产品匹配
match-tab-names = 发现的名称
match-tab-twins = 重复产品
match-find = 查找名称、厂商或产品
match-sure-clear = 明确匹配
match-sure-likely = 待确认
match-sure-aside = 可能无需授权
match-sure-unlike = 暂无对应产品
match-why-alias = 已登记的别名
match-why-same_name = 名称相同
match-why-similar = 名称相似
match-why-same_publisher = 厂商相同
match-why-same_version = 版本相同
match-why-other_publisher = 厂商不同
match-why-other_edition = 版别不同
match-why-other_version = 版本不同
match-none = 暂无建议
match-none-text = 没有名称相近的产品。可新建产品，或手动选择。
match-panel = 发现的名称
match-candidates = 可能对应的产品
match-hint = 按 Enter 接受，N 新建产品，M 另选产品，X 标记为无需授权，U 撤销，1–4 选择建议。所作决定会被记住，下次导入自动照办。
match-accept = 接受
match-new = 新建产品
match-choose = 选择其他产品
match-aside = 无需授权
match-undo = 撤销上一个决定
match-accept-all = 接受全部明确匹配
match-accept-all-lead = 各名称将成为对应产品的别名，其下发现的全部安装随之关联。整体作为一次操作，可一并撤销。
match-least = 接受下限
match-accept-count = { $count ->
       *[other] 接受 { $count } 个名称
    }
match-least-level = { $count ->
       *[other] 相似度 { $percent } · { $count } 个名称
    }
match-more = 另有 { $count } 个
match-aside-all = 全部标记
match-aside-title = { $count ->
       *[other] { $count } 个名称无需授权
    }
match-aside-lead = 安装记录仍然保留，并标记为无需占用授权。名称会存入“无需授权的名称”，下次导入自动照办。
match-aside-do = { $count ->
       *[other] 标记 { $count } 个名称
    }
match-choose-lead = 该名称下发现的全部安装将关联到所选产品，名称成为其别名。
match-new-lead = 发现的名称将成为新产品的别名。
match-new-do = 新建产品
match-found-as = 发现名称
match-installs = { $count ->
       *[other] { $count } 次安装，{ $devices } 台计算机
    }
match-counted = { $count ->
       *[other] 统计 { $count } 台计算机
    }
match-devices = { $count ->
       *[other] { $count } 台计算机
    }
match-done = { $count ->
       *[other] 已匹配 { $count } 个名称
    }
match-done-new = 已新建产品：{ $name }
match-done-aside = { $count ->
       *[other] 已标记 { $count } 个名称无需授权
    }
match-empty = 所有名称均已匹配产品
match-empty-text = 软件清单中发现、但没有产品使用的名称会在此等待匹配。可导入 Intune、Configuration Manager、Lansweeper 或 GLPI 的清单。
match-empty-import = 导入软件清单
twins-empty = 没有看起来重复的产品
twins-empty-text = 同一产品以相近名称登记两次时，会成对显示在此。
twins-uses = { $count ->
       *[other] { $count } 条关联记录
    }
merge = 合并
merge-title = 合并两个产品
merge-lead = 关联到后者的记录将改为关联前者，后者归档；撤销后恢复为两个产品。
merge-stays = 保留
merge-goes = 并入
merge-turn = 互换
merge-moves = 改为关联的记录
merge-fills = 补充的字段
merge-names = 合并后的别名
merge-nothing = 无
merge-done = { $gone } 已并入 { $keep }
cli-match-names = { $count ->
       *[other] 有 { $count } 个名称等待匹配
    }
match-column-alike = 相似度
match-column-why = 依据
