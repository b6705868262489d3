### 收到的文件究竟是什么、读取了什么、略过了什么。

error-bytes_undecodable = 第 { $line } 行含有无法按 { $encoding } 解读的字节。请选择其他编码，或将文件另存为 UTF-8 后重试。
error-cell_error = 单元格中是表格错误 { $value }。请在文件中更正公式，或在此输入值。
error-cell_too_long = 该单元格超过 { $most } 个字符，任何表格软件都无法保存。请在文件中缩短，或在此输入值。
error-cell_uncalculated = 该单元格的公式从未计算过。请在表格软件中打开并保存后重试，或在此输入值。
error-cell_undecodable = 该单元格含有无法解读为字符的字节。请为文件选择其他编码，或在此输入值。
error-encoding_guessed = 文本按西欧编码（Windows-1252）读取。如出现乱码，请另存为 UTF-8。
error-external_links_ignored = 工作簿引用了其他文件。不会打开那些文件，只读取其中已有的值。
error-file_damaged = 文件已损坏，无法读取。请在表格软件中打开、重新保存后再试。
error-file_empty = 文件是空的。请选择其他文件。
error-file_hostile = 文件的构造不是表格软件会写出的（{ $detail }），未打开。请向发送者索取新文件。
error-file_html = 这是不含表格的网页。请索取电子表格，或将表格复制到电子表格中。
error-file_is_page = 文件名为工作簿，实为网页，已读取其中的表格。
error-file_is_text = 文件名为工作簿，实为文本，已按文本读取。
error-file_is_xml = 文件名为工作簿，实为 XML，已按此读取。
error-file_not_workbook = 这既不是工作簿（.xlsx、.xlsb、.xls、.ods），也不是文本表格（.csv、.txt）。请另存为其中一种后重试。
error-file_old_excel = 这是 Excel 97 以前的工作簿。请在表格软件中打开并另存为 .xlsx。
error-file_password = 工作簿设有密码。请另存一份不带密码的副本后重试。
error-file_pdf = 这是 PDF，不是表格。可作为证据保存，或索取其源表格。
error-file_rights = 工作簿受权限管理（IRM）保护，只有获授权的程序才能打开。请向发送者索取未加保护的副本。
error-file_too_big = { $what ->
    [bytes] 文件超过 50 MB。
    [sheets] 工作簿超过 200 个工作表。
    [columns] 工作表超过 512 列。
   *[other] 文件内容超出印册一次可读取的量。
 }请拆分后分别导入。
error-file_truncated = 文件不完整，可能在复制时被截断。请重新获取。
error-file_web_archive = 这是改了名字的网页存档（.mht）。请在表格软件中打开并另存为 Excel 工作簿。
error-file_xml = 这是 XML 文件，但不是表格软件的。请索取电子表格或文本表格。
error-formulas_read = { $count } 个单元格含有公式，按其最近一次结果读取。
error-group_left_out = 第 { $which } 行是下方各行的分组标题，不导入（共 { $count } 行）。
error-header_repeated = 第 { $which } 行重复表头，不导入（共 { $count } 行）。
error-header_unknown = 第 { $row } 行不能作为表头。请在前 30 行中选择有文字的一行。
error-hidden_columns_read = 文件中隐藏的列也会读取：{ $columns }。
error-hidden_rows_left_out = 文件中有 { $count } 行被隐藏（首行为第 { $row } 行），不导入。
error-hidden_rows_read = 文件中有 { $count } 行被隐藏（首行为第 { $row } 行），与其他行一样读取。
error-macros_ignored = 工作簿含有宏，未读取。
error-merged_filled = 合并单元格的内容另读入其覆盖的 { $count } 行。
error-merged_numbers = 合并单元格中的数字只计一次，计入其覆盖的第一行：{ $cells }。
error-note_left_out = 第 { $which } 行在表格下方，视为备注，不导入（共 { $count } 行）。
error-numbering_left_out = 第 { $which } 行是列的编号，不导入（共 { $count } 行）。
error-objects_ignored = 工作簿中嵌有文档或控件，未打开。
error-quote_open = 从第 { $row } 行起有引号未闭合，无法区分单元格。请在文件中更正。
error-reader_stopped = 该文件使读取中断：文件已损坏，或所需内存超出读取的上限。未作任何更改。请在表格软件中打开、重新保存后再试。
error-reader_too_long = 读取该文件耗时过长，已停止。未作任何更改。请拆分文件，或在表格软件中重新保存。
error-reader_unavailable = 无法启动负责读取文件的独立进程（{ $detail }）。请关闭印册，重新启动后再试。
error-sheet_empty = 工作表“{ $sheet }”是空的。请选择其他工作表。
error-sheet_unknown = 文件中没有该工作表。请重新打开文件。
error-table_unknown = 工作表上没有该表格。请重新打开文件。
error-total_left_out = 第 { $which } 行是合计行，不导入（共 { $count } 行）。
