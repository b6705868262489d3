### 保险库及其开启：错误、文件、恢复密钥页。

## 纸上的恢复密钥
recovery-sheet-name = 印册恢复密钥
recovery-sheet-company = 公司
recovery-sheet-vault = 保险库
recovery-sheet-place = 位置
recovery-sheet-date = 日期
recovery-sheet-why = 凭此密钥无需口令即可打开保险库。持有此密钥和保险库副本的人可以读取其中的全部内容。
recovery-sheet-how = 请将本页与合同一同保管，不要放在电脑旁。使用时：在印册要求输入口令处选择“使用恢复密钥”。
recovery-sheet = 印册（Sealbook）恢复密钥
  
  公司      { $company }
  保险库    { $vault }
  位置      { $place }
  日期      { $date }
  
  { $key }
  
  凭此密钥无需口令即可打开保险库。请打印本页，与合同一同保管，然后删除此文件。
  持有此密钥和保险库副本的人可以读取其中的全部内容。

## 对话框中的文件类型
file-kind-text = 文本
file-kind-spreadsheet = 电子表格
file-kind-workbook = Excel 工作簿
file-kind-calendar = 日历文件
file-kind-any = 任意文件

## 导出与较长的工作
export-position-name = 授权状况
stage-import_reading = 正在读取文件……
stage-import_checking = 正在检查各行……
stage-import_writing = 正在导入各行……
stage-export_writing = 正在写入工作簿……

## 示例公司
sample-company = 美瑞迪零部件（中国）
sample-person = 李薇

## 口令建议
passphrase-advice-keyboard = 键盘上的连续按键很容易被猜到。
passphrase-advice-repeats = 重复的词和字母作用不大。
passphrase-advice-common = 这是最先会被尝试的口令之一。
passphrase-advice-sequence = abc、6543 这类序列很容易被猜到。
passphrase-advice-dates = 年份和日期很容易被猜到。
passphrase-advice-words = 请使用几个互不相关的词。
passphrase-advice-names = 姓名很容易被猜到。
passphrase-advice-tricks = 大写、倒写、用 @ 代替 a 作用不大；再加一个词更有效。

## 可能出现的问题
error-locked = 保险库已锁定。
error-internal = 印册内部出错。未做任何更改，请重试。
error-unknown_command = 印册没有命令 { $name }。
error-no_vault = 尚未选择保险库。
error-no_pending_vault = 没有等待确认恢复密钥的保险库。
error-place_gone = 请重新选择保险库的位置。
error-list_gone = 此列表已关闭，请重新打开。
error-job_gone = 该任务已不存在。
error-file_token_gone = 请重新选择文件。
error-file_too_large = { $name } 超过 { $most } MB，印册不接收更大的文件。
error-synced_folder = 此文件夹由云盘程序同步，可能损坏打开的保险库，并把它带到别处。仅在本机的文件夹更安全。
error-network_folder = 此文件夹在另一台计算机上。连接中断可能损坏打开的保险库；本机的文件夹更安全。
error-reveal_failed = 无法显示文件夹：{ $detail }
error-keychain = 本机的钥匙串拒绝了请求：{ $detail }。仍可用口令打开保险库。
error-keychain_silent = 本机的钥匙串没有响应。仍可用口令打开保险库。
error-autostart = 系统拒绝让印册随计算机启动：{ $detail }
error-sealed_key = 钥匙串中的密钥无法打开为提醒保存的日期。打开保险库时会重新保存。
error-wrong_passphrase = 此口令无法打开保险库。
error-wrong_passphrase_wait = 此口令无法打开保险库。下一次尝试前须等待 { $wait } 秒。
error-wrong_recovery_key = 此恢复密钥无法打开保险库。
error-wrong_device_key = 本机的钥匙串已无法打开保险库，请使用口令。
error-passphrase_empty = 请输入口令。
error-recovery_unconfirmed = 此保险库的恢复密钥从未输入确认，因此无法录入内容。请新建一个保险库。
error-not_a_vault = 此文件夹不是印册保险库：{ $folder }
error-folder_not_empty = 此文件夹已有内容：{ $folder }
error-vault_newer = 此保险库由更新版本的印册写入（格式 { $format }，本版本支持 { $known }）。未做任何改动。
error-vault_in_use = 另一程序已打开此保险库：印册窗口或 sealbook 命令。请先关闭再试。
error-key_file_damaged = 此保险库的一个密钥文件已损坏。请尝试恢复密钥，或从备份中取回 keys 文件夹。
error-key_file_missing = 此保险库缺少密钥文件。请从备份中取回 keys 文件夹。
error-key_file_too_costly = 某个密钥文件要求的运算量超出印册的上限，它不是由印册生成的。
error-key_of_other_vault = 此密钥属于另一个保险库。
error-library_too_old = 数据库组件（{ $version }）过旧，不够安全。
error-encryption_failed = 加密失败。未做任何更改。
error-signing_failed = 无法生成签名：{ $detail }
error-no_randomness = 本机无法提供随机数：{ $detail }
error-evidence_missing = 保险库中缺少文件 { $name }。
error-evidence_unreadable = 无法读取文件 { $name }：{ $detail }。该文件可能正被其他程序占用，或当前用户无权读取保险库文件夹。请稍后重试。
error-evidence_damaged = 文件 { $name } 已损坏，不予显示。
error-in_use = 有 { $count } 条{ $register }引用此记录。请将其归档，或先修改那些记录。
error-link_to_itself = 记录不能引用自身。
error-text_too_long = 此文本超过 { $most } 个字符。
error-text_control = 此文本含有无法显示的字符。
error-undo_done = 此操作已经撤销。
error-undo_nothing = 没有可撤销的操作。
error-undo_changed = 已无法撤销：{ $register }此后有改动。
error-undo_erased = 已无法撤销：其内容已被清除。
error-draft_gone = 此次导入已关闭，请重新选择文件。
error-field_readonly = 此字段由印册填写。
error-too_many_to_copy = 一次最多复制 { $most } 行，请改用导出。
error-too_many_at_once = 一次最多更改 { $most } 条记录。
