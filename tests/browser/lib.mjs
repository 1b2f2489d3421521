// What the tests of this folder share: a browser that may ask nobody for
// anything, and pages that are watched.
import {chromium} from 'playwright-core';
import {execFileSync} from 'node:child_process';
import {existsSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {pathToFileURL} from 'node:url';

const ARGS = ['--disable-gpu', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update',
  '--disable-sync', '--no-sandbox'];

export const browserPath = [process.env.CHROMIUM, '/usr/bin/chromium']
  .find((path) => path && existsSync(path));

export const open = () =>
  chromium.launch({executablePath: browserPath, args: ARGS});

export const scratch = () => {
  const folder = mkdtempSync(join(tmpdir(), 'pathquill-test-'));
  process.on('exit', () => rmSync(folder, {recursive: true, force: true}));
  return folder;
};

// Build a site of these inputs; its address.
export const build = (folder, ...inputs) => {
  execFileSync(process.env.PATHQUILL,
    ['build', '-q', '--site', '-t', 'ttl', '-o', folder, ...inputs]);
  return pathToFileURL(join(folder, 'site')).href + '/';
};

// Write a site of the RDF of these inputs; its address.
export const buildFromRdf = (folder, layers, ...inputs) => {
  const tool = process.env.PATHQUILL;
  const graph = folder + '.nq';
  writeFileSync(graph, execFileSync(tool,
    ['extract', '-q', '--to', 'nq', ...layers, ...inputs]));
  execFileSync(tool, ['site', '-q', '-o', folder, graph]);
  return pathToFileURL(folder).href + '/';
};

// A page that keeps what it should not do: messages, errors, requests for
// anything but files, dialogs.
export const watched = async (browser, options = {}) => {
  const context = await browser.newContext({
    viewport: {width: 1440, height: 900}, ...options});
  const page = await context.newPage();
  page.trouble = [];
  page.on('console', (m) => page.trouble.push(`console: ${m.text()}`));
  page.on('pageerror', (e) => page.trouble.push(`error: ${e.message}`));
  page.on('dialog', (d) => {
    page.trouble.push(`dialog: ${d.message()}`);
    d.dismiss();
  });
  page.on('request', (r) => {
    if (!/^(file|data):/.test(r.url())) page.trouble.push(`asks: ${r.url()}`);
  });
  page.on('requestfailed', (r) => page.trouble.push(`failed: ${r.url()}`));
  return page;
};
