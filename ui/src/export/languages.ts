// The languages a workbook can be made in, the officer's usual pair first.

import type { WorkbookLanguages } from '../bindings';

export const WORKBOOK_LANGUAGES: readonly WorkbookLanguages[] = ['zh_en', 'zh_it', 'en', 'zh', 'it'];
