"""Makes a 正版软件台账 as offices keep it: ledger.py FILE — a cover sheet, a title block, a header, rows, a total and a note."""

import sys

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font

HEADER = ["序号", "软件编号", "软件名称", "软件版本", "软件类型", "采购时间", "采购金额", "许可数量", "许可期限", "序列号", "安装数量"]
ROWS = [
    [1, "RJ-001", "Windows 11 专业版", "23H2", "商业软件", "2025年3月12日", "48,000.00", 60, "永久", "AAAAA-11111", 58],
    [2, "RJ-002", "WPS Office 专业版", "2023", "商业软件", "2025-05-20", "36,500.00", 120, "2026-12-31", None, 117],
    [3, "RJ-003", "AutoCAD LT", "2026", "商业软件", "2026.1.8", "92,400.00", 14, "2027-01-07", "BBBBB-22222", 15],
    [4, "RJ-004", "用友 U8 Cloud", "5.1", "商业软件", "2024/11/30", "180,000.00", 25, "永久", None, 25],
]

book = Workbook()
cover = book.active
cover.title = "说明"
cover["A1"] = "本表由信息部填写，每季度更新。"
sheet = book.create_sheet("软件使用情况汇总表")
sheet.merge_cells("A1:K1")
sheet["A1"] = "2026年度软件使用情况汇总表"
sheet["A1"].font = Font(bold=True, size=16)
sheet["A1"].alignment = Alignment(horizontal="center")
sheet["A2"] = "单位名称：美瑞迪零部件（中国）有限公司"
sheet["H2"] = "填表日期：2026年9月30日"
sheet.append([])
sheet.append(HEADER)
for row in ROWS:
    sheet.append(row)
sheet.append(["合计", None, None, None, None, None, "356,900.00", 219, None, None, 215])
sheet.append(["注：金额单位为人民币元。"])
book.save(sys.argv[1])
