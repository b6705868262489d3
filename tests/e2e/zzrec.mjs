import { browser, open } from './browser.mjs';
import { program } from './program.mjs';
import { sampleCompany } from './shots.mjs';
import { words } from './words.mjs';
import { mkdirSync } from 'node:fs';
const chromium = await browser();
const FILE='/tmp/w/rec/f/z_shot.xlsx';
for (const language of (process.env.LANGS??'en,zh-CN,it').split(',')) for (const theme of ['light','dark']) {
  const server = await program(); await sampleCompany(server);
  await server.call('set_preference',{language,theme});
  const t=words(language); const dir=`/tmp/w/rec/shots/${language}-${theme}`; mkdirSync(dir,{recursive:true});
  const { page, strays } = await open(chromium, server.address, { colorScheme: theme });
  const shot=async(n)=>{ await page.waitForTimeout(350); await page.screenshot({path:`${dir}/${n}.png`}); };
  const press=(n)=>page.getByRole('button',{name:n,exact:false}).first().click();
  try{
  await page.getByRole('navigation',{name:t('navigation')}).getByRole('button',{name:t('import')}).first().click();
  await page.waitForTimeout(500); await shot('1-file');
  await server.answer(FILE); await press(t('import-pick'));
  await page.getByText(t('import-look-first')).first().waitFor(); await shot('3-columns');
  await page.locator('ol.steps').waitFor();
  await page.getByText(t('import-sheet'),{exact:true}).first().waitFor().catch(()=>{});
  await page.locator('.line .btn').first().click();
  }catch(e){console.log(language,theme,e.message.split('\n')[0]);}
  await shot('2-layout');
  try{
  if(await page.getByText(t('import-header-which')).count()) await press(t('next'));
  await page.locator('.acts button.btn.p:not([disabled])').first().click();
  await page.getByText(t('import-undoable')).first().waitFor(); await shot('4-preview');
  await page.getByText(t('import-names',{count:6}),{exact:false}).first().click().catch(()=>{}); await shot('5-names'); await page.getByText(t('import-names',{count:6}),{exact:false}).first().click().catch(()=>{});
  const disc=page.locator('details > summary, button[aria-expanded="false"]'); 
  for(let i=0;i<await disc.count();i++){ const d=disc.nth(i); const tx=await d.innerText().catch(()=>''); if(tx && (await d.isVisible())){ console.log('disc',tx.replace(/\n/g,' ').slice(0,60)); } }
  await page.locator('.acts button.btn.p:not([disabled])').first().click();
  await page.getByText(t('import-undo')).first().waitFor(); await shot('6-result');
  await page.getByRole('navigation',{name:t('navigation')}).getByRole('button',{name:t('change-log')}).first().click(); await page.waitForTimeout(500); await shot('7-log');
  }catch(e){console.log(language,theme,e.message.split('\n')[0]); await shot('x');}
  console.log(language,theme,strays);
  await page.context().close(); server.stop();
}
await chromium.close();
