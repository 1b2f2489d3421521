// How fast an index of thousands of records is: the records of a file, twice
// over under other names.  Prints the median of five openings.
//
//   PATHQUILL=... node many.mjs RECORDS.jsonl
import {readFileSync, statSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {build, open, scratch, watched} from './lib.mjs';

const KEYS = ['s', 'st', 'sta', 'stat', 'stat3', 'stat3 y', 'stat3 y705', ''];

const folder = scratch();
const lines = readFileSync(process.argv[2], 'utf8').trim().split('\n');
const twice = join(folder, 'records.jsonl');
writeFileSync(twice, lines.concat(lines.map((line) => {
  const record = JSON.parse(line);
  return JSON.stringify({...record, stable_id: `again-${record.stable_id}`});
})).join('\n') + '\n');
const site = build(join(folder, 'out'), twice);

const median = (numbers) =>
  numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

// From a keystroke until the rows are laid out.
const typeKeys = async (keys) => {
  const query = document.getElementById('q');
  const times = [];
  for (const key of keys) {
    const began = performance.now();
    query.value = key;
    query.dispatchEvent(new Event('input'));
    document.body.getBoundingClientRect();
    times.push(performance.now() - began);
    await new Promise(requestAnimationFrame);
  }
  return times;
};

const browser = await open();
const runs = [];
for (let i = 0; i < 5; ++i) {
  const page = await watched(browser);
  await page.goto(site + 'index.html');
  await page.waitForSelector('#records tbody tr');
  runs.push(await page.evaluate(() => ({
    rows: window.pathquillRows.length,
    paint: performance.getEntriesByName('first-contentful-paint')[0].startTime,
    ready: performance.getEntriesByType('navigation')[0]
      .domContentLoadedEventEnd,
  })));
  runs[i].keys = await page.evaluate(typeKeys, KEYS);
  if (page.trouble.length) throw new Error(page.trouble.join('\n'));
  await page.context().close();
}
await browser.close();
const size = (name) => statSync(fileURLToPath(site + name)).size;
console.log(`records             ${runs[0].rows}`);
console.log(`index.html          ${size('index.html')} bytes`);
console.log(`index-data.js       ${size('index-data.js')} bytes`);
console.log(`first paint         ${Math.round(median(runs.map((r) => r.paint)))} ms`);
console.log(`list is there       ${Math.round(median(runs.map((r) => r.ready)))} ms`);
console.log(`a keystroke, median ${Math.round(median(runs.flatMap((r) => r.keys)))} ms`);
console.log(`a keystroke, most   ${Math.round(Math.max(...runs.flatMap((r) => r.keys)))} ms`);
