### 窗口：框架、首次使用、解锁、总览、变更日志、设置

app-name = 印册

## 通用词
cancel = 取消
close = 关闭
save = 保存
add = 添加
remove = 删除
edit = 编辑
back = 返回
next = 继续
done = 完成
undo = 撤销
undo-done = 已撤销
undo-nothing = 没有可撤销的操作
try-again = 重试
loading = 正在加载…
working = 正在处理…
cancelling = 正在取消…
nothing-found = 未找到
done-of = { $done } / { $total }
due-today = 今天
due-in = { $days } 天后
due-late = 已逾期 { $days } 天
error-unexpected = 发生了印册未预料到的问题：{ $detail }。未做任何更改。
error-cancelled = 已取消，未做任何更改。
