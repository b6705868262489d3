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
