// The site in a real browser: what searches finds, what filters filters, what
// belongs together lights up, and nothing of a record runs.
import assert from 'node:assert/strict';
import {readFileSync, writeFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {join} from 'node:path';
import {after, before, test} from 'node:test';
import {build, buildFromRdf, open, scratch, watched} from './lib.mjs';

const source = process.env.SOURCE_DIR;
const example = join(source, 'docs/examples/R-HSA-9701524.md');
const axe = readFileSync(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const record = 'records/R-HSA-9701524.html';
const folder = scratch();
let browser, site, many, hostile, quotes;

const line = (stable_id, display_name, summary, species = 'Homo sapiens') =>
  JSON.stringify({stable_id, display_name, species, summary}) + '\n';

const OTHERS = [
  line('T-1', 'JAK2 phosphorylates STAT5A',
    'JAK2 phosphorylates STAT5A at tyrosine 694 (Gordon et al, 2001).'),
  line('T-2', 'Perhaps', 'JAK2 may phosphorylate STAT5A. QZX9 binds STAT3.'),
  line('T-10', 'Stat3 in mice', 'STAT3 binds JAK1.', 'Mus musculus'),
  line('T-9', 'Nothing', 'Nothing is said of STAT3 here.'),
].join('');

const EVIL = '<img src=x onerror=window.ran=1><script>window.ran=2</script>';
const HOSTILE = JSON.stringify({
  stable_id: '"><script>window.ran=3</script>',
  display_name: `${EVIL} ]]> \u202eevil </title></h1>`,
  species: EVIL,
  summary: `JAK2 phosphorylates STAT5A at Y694 ${EVIL} (O'Neil${EVIL}, 2001). ` +
    `QZX9-<svg/onload=window.ran=4> binds STAT3 </template></pre></details>` +
    `${EVIL} (Gordon et al, 2001). See javascript:window.ran=5 and STAT3 ]]>.`,
  references: [{pmid: 'javascript:window.ran=6', authors: `Gordon ${EVIL}`,
    title: `</cite>${EVIL}`, year: '2001'}],
}) + '\n';

before(async () => {
  browser = await open();
  site = build(join(folder, 'one'), example);
  writeFileSync(join(folder, 'others.jsonl'), OTHERS);
  many = build(join(folder, 'many'), example, join(folder, 'others.jsonl'));
  writeFileSync(join(folder, 'hostile.jsonl'), HOSTILE);
  hostile = build(join(folder, 'hostile'), join(folder, 'hostile.jsonl'));
  quotes = buildFromRdf(join(folder, 'quotes'), [], example);
});

after(() => browser.close());

// A test with a page of its own, which must end without any trouble.
const inPage = (name, work, options) => test(name, async () => {
  const page = await watched(browser, options);
  try {
    await work(page);
    assert.deepEqual(page.trouble, []);
  } finally {
    await page.context().close();
  }
});

const titles = (page) =>
  page.$$eval('#records tbody th a', (links) => links.map((a) => a.textContent));
const lit = (page, selector) =>
  page.$$eval(selector, (nodes) => nodes.filter((n) =>
    n.classList.contains('lit')).map((n) => n.dataset.c || n.dataset.w));

inPage('a search finds names, identifiers, papers and text', async (page) => {
  await page.goto(many + 'index.html');
  assert.equal((await titles(page)).length, 5);
  for (const [words, found] of [
    ['p42229', 2], // STAT5A, by its accession
    ['gambi', 1], ['TYROSINE 694', 1], ['T-10', 1], ['qzx9', 1],
    ['stat3 jak1', 1], ['no such thing', 0]]) {
    await page.fill('#q', words);
    assert.equal((await titles(page)).length, found, words);
    assert.match(await page.textContent('#found'), new RegExp(`^${found} of 5`));
  }
  await page.click('#clear');
  assert.equal((await titles(page)).length, 5);
});

inPage('filters filter, alone and together', async (page) => {
  await page.goto(many + 'index.html');
  await page.selectOption('#f-stance', 'hedged');
  assert.deepEqual(await titles(page), ['Perhaps']);
  await page.selectOption('#f-kind', 'expression');
  assert.deepEqual(await titles(page), []);
  await page.click('#clear');
  await page.selectOption('#f-species', 'Mus musculus');
  assert.deepEqual(await titles(page), ['Stat3 in mice']);
  await page.click('#clear');
  await page.selectOption('#f-cites', 'without');
  assert.deepEqual(await titles(page), ['Nothing', 'Perhaps', 'Stat3 in mice']);
});

inPage('a search is kept in the address', async (page) => {
  await page.goto(many + 'index.html');
  await page.fill('#q', 'jak2');
  await page.selectOption('#f-stance', 'hedged');
  const address = page.url();
  await page.goto('about:blank');
  await page.goto(address);
  assert.deepEqual(await titles(page), ['Perhaps']);
  assert.equal(await page.inputValue('#q'), 'jak2');
  await page.click('.chart a[href="#stance=controversial"]');
  await page.waitForFunction(() => document.querySelectorAll(
    '#records tbody tr').length === 1);
  assert.equal((await titles(page))[0],
    'STAT3 is phosphorylated downstream of active ALK');
});

inPage('columns sort, and say so', async (page) => {
  await page.goto(many + 'index.html');
  const head = page.locator('th', {has: page.locator('[data-sort=claims]')});
  await page.click('[data-sort=claims]');
  assert.equal(await head.getAttribute('aria-sort'), 'descending');
  assert.match((await titles(page))[0], /downstream of active ALK/);
  await page.click('[data-sort=claims]');
  assert.equal(await head.getAttribute('aria-sort'), 'ascending');
  assert.equal((await titles(page))[0], 'Nothing');
});

inPage('a row leads to its page, and back', async (page) => {
  await page.goto(many + 'index.html');
  await page.click('text=Perhaps');
  assert.equal(await page.textContent('h1'), 'Perhaps');
  await page.click('text=All records');
  assert.equal(await page.textContent('h1'), 'Pathway records');
});

inPage('the overview leads to the claims', async (page) => {
  await page.goto(many + 'index.html');
  await page.click('text=Overview');
  await page.click('#zoom');
  assert.equal(await page.getAttribute('#zoom', 'aria-pressed'), 'true');
  await page.locator('.card .edge a').first().evaluate((a) =>
    a.dispatchEvent(new MouseEvent('click', {bubbles: true})));
  await page.waitForSelector('article:target');
});

inPage('a claim lights its phrase, its arcs and its papers', async (page) => {
  await page.goto(site + record);
  const dispute = page.locator('[id^=dispute-89cfd839]');
  const number = await dispute.getAttribute('data-c');
  await dispute.locator('h4').hover();
  const holds = (marks) => marks.length > 0 &&
    marks.every((m) => m.split(' ').includes(number));
  assert.ok(holds(await lit(page, '.sentence .u[data-c]')));
  assert.ok(holds(await lit(page, '.card .edge')));
  assert.ok(holds(await lit(page, '.card .cluster')));
  assert.deepEqual((await lit(page, '.papers li')).length, 7);
  assert.equal((await lit(page, '.sentence .cite')).length > 5, true);
  assert.deepEqual(await lit(page, 'article'), [number]);
});

inPage('an arc and a chip light their claims', async (page) => {
  await page.goto(site + record);
  const chip = page.locator('.card .node.chip').first();
  const claims = (await chip.getAttribute('data-c')).split(' ');
  await chip.hover();
  assert.deepEqual(await lit(page, 'article'), claims);
  const edge = page.locator('.card .edge[data-c] .hit').first();
  const owner = await edge.evaluate((n) => n.closest('[data-c]').dataset.c.split(' '));
  await edge.dispatchEvent('pointerover');
  assert.deepEqual(await lit(page, 'article'), owner);
});

inPage('a paper lights the claims that it is cited for', async (page) => {
  await page.goto(site + record);
  const paper = page.locator('#work-15');
  await page.locator('.sentence .cite[data-w="15"]').hover();
  assert.deepEqual(await lit(page, 'article'),
    (await paper.getAttribute('data-c')).split(' '));
  assert.deepEqual(await lit(page, '.papers li'),
    [await paper.getAttribute('data-c')]);
});

inPage('the keyboard lights up too, and Escape ends it', async (page) => {
  await page.goto(site + record);
  await page.locator('.sentence .chip').nth(5).focus();
  assert.equal((await lit(page, 'article')).length, 1);
  await page.keyboard.press('Enter');
  assert.match(page.url(), /#(claim|dispute|question)-[0-9a-f]{32}$/);
  assert.ok(await page.locator('article:target').isVisible());
  await page.locator('.sentence .chip').nth(5).focus();
  await page.keyboard.press('Escape');
  assert.equal((await lit(page, 'article')).length, 0);
});

inPage('a claim is copied', async (page) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(site + record);
  const article = page.locator('article').first();
  for (const kind of ['turtle', 'sparql']) {
    await article.locator(`[data-copy=${kind}]`).click();
    await page.waitForFunction(() =>
      document.getElementById('said').textContent === 'Copied');
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()),
      await article.locator(`pre.${kind}`).textContent());
  }
});

inPage('without a clipboard it is selected', async (page) => {
  await page.addInitScript(() =>
    Object.defineProperty(navigator, 'clipboard', {value: undefined}));
  await page.goto(site + record);
  const article = page.locator('article').first();
  await article.locator('[data-copy=turtle]').click();
  assert.equal(await page.evaluate(() => String(window.getSelection()).trim()),
    (await article.locator('pre.turtle').textContent()).trim());
});

inPage('without scripts all is there to be read', async (page) => {
  await page.goto(many + 'index.html');
  assert.equal(await page.locator('ul.plain a').count(), 5);
  await page.goto(many + record);
  assert.equal(await page.locator('article').count(), 18);
  assert.equal(await page.locator('[data-copy]:visible').count(), 0);
  await page.locator('article summary').first().click();
  assert.ok(await page.locator('pre.turtle').first().isVisible());
}, {javaScriptEnabled: false});

inPage('a page of RDF lights up as one of a record does', async (page) => {
  await page.goto(quotes + record);
  await page.locator('.sentence [data-c]').first().dispatchEvent(
    'pointerover');
  assert.ok(await page.locator('article.lit, article.on, .lit').count() > 0);
  assert.match(await page.textContent('.source'), /--text --mentions/);
});

inPage('the hostile record runs nothing', async (page) => {
  await page.goto(hostile + 'index.html');
  assert.match((await titles(page))[0], /^<img src=x .*\[U\+202E\]evil/);
  for (const part of ['script', 'onload', 'gordon']) {
    await page.fill('#q', part);
    assert.equal((await titles(page)).length, 1, part);
  }
  await page.click('#records tbody th a');
  for (const selector of ['.sentence', 'article', '.papers li', '.card a']) {
    for (const node of await page.locator(selector).all()) {
      await node.dispatchEvent('pointerover');
    }
  }
  assert.equal(await page.evaluate(() => window.ran), undefined);
  assert.equal(await page.locator('img').count(), 0);
  assert.match(await page.textContent('h1'), /<script>window\.ran=2<\/script>/);
  const links = await page.$$eval('a[href]', (all) =>
    all.map((a) => new URL(a.getAttribute('href'), location).href));
  assert.ok(links.every((l) => /^(file|https):/.test(l)), links.join('\n'));
});

const barriers = (what, address, colorScheme, width) =>
  inPage(`no barrier: ${what}, ${colorScheme}, ${width}`, async (page) => {
    await page.goto(address());
    await page.evaluate(axe);
    const found = await page.evaluate(() => axe.run(document, {
      preload: false, resultTypes: ['violations']}));
    const grave = found.violations.filter((v) =>
      ['serious', 'critical'].includes(v.impact));
    assert.deepEqual(grave.flatMap((v) => v.nodes.map((n) =>
      [v.id, n.html, n.failureSummary])), []);
    assert.ok(await page.evaluate(() =>
      document.documentElement.scrollWidth <= window.innerWidth),
    'it does not scroll sideways');
    await page.screenshot({path: join(process.env.SHOTS,
      `${what}-${width}-${colorScheme}.png`.replaceAll(' ', '-'))});
  }, {colorScheme, viewport: {width, height: 900}});

for (const colorScheme of ['light', 'dark']) {
  for (const width of [1440, 390]) {
    barriers('index', () => many + 'index.html', colorScheme, width);
    barriers('record', () => site + record, colorScheme, width);
    barriers('overview', () => many + 'overview.html', colorScheme, width);
  }
}
barriers('of RDF', () => quotes + record, 'light', 1440);
barriers('of RDF', () => quotes + record, 'dark', 390);
barriers('gaps', () => many + 'records/T-2.html', 'light', 390);
barriers('no claim', () => many + 'records/T-9.html', 'light', 390);
barriers('hostile', () => hostile + 'index.html', 'dark', 1440);
