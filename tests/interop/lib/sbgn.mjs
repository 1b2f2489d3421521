// What the reader of Newt, sbgnml-to-cytoscape, makes of the maps of a folder.
//   node sbgn.mjs PACKAGES FOLDER
// Prints [maps, nodes, arcs, [file that is read otherwise, ...], annotations].
// Each glyph must be there with its class, its label and its place, each arc with
// its class and both ends.  State variables and units of information stay within
// their node; annotations, which that reader does not know, are counted.
import {readFileSync, readdirSync} from 'node:fs';
import {createRequire} from 'node:module';

const [packages, folder] = process.argv.slice(2);
const convert = createRequire(packages + '/')('sbgnml-to-cytoscape');
const WITHIN = ['state variable', 'unit of information'];
const ENTITIES = {amp: '&', lt: '<', gt: '>', quot: '"', '#39': '\'', '#xA': '\n'};

function attribute(tag, name) {
  const found = new RegExp(` ${name}="([^"]*)"`).exec(tag);
  return (found?.[1] ?? '')
      .replace(/&(amp|lt|gt|quot|#39|#xA);/g, (_, entity) => ENTITIES[entity]);
}

/** What is written: a line for each glyph and arc. */
function written(text) {
  const lines = [], owner = {};
  let glyph = '', notes = 0;
  for (const [tag] of text.matchAll(
      /<(?:glyph|arc|port|label|bbox)\b[^>]*>/g)) {
    const kind = /\w+/.exec(tag)[0];
    if (kind === 'glyph') {
      glyph = {id: attribute(tag, 'id'), kind: attribute(tag, 'class'),
        label: ''};
      owner[glyph.id] = glyph.id;
    } else if (kind === 'port') {
      owner[attribute(tag, 'id')] = glyph.id;
    } else if (kind === 'label') {
      glyph.label = attribute(tag, 'text');
    } else if (kind === 'bbox') {
      const [x, y, w, h] = ['x', 'y', 'w', 'h'].map((n) => +attribute(tag, n));
      if (glyph.kind === 'annotation') ++notes;
      else if (WITHIN.includes(glyph.kind)) lines.push(`within ${glyph.id}`);
      else lines.push([glyph.id, glyph.kind, glyph.label, x + w / 2, y + h / 2,
        w, h].join('|'));
    } else {
      lines.push(['id', 'class', 'source', 'target']
          .map((n) => attribute(tag, n)).join('|'));
    }
  }
  const ends = (line) => line.split('|').map((word, i) =>
    i > 1 && /^a\d/.test(line) ? owner[word] : word).join('|');
  return [lines.map(ends).sort(), notes];
}

/** The same of what is read. */
function read(text) {
  const {nodes, edges} = convert(text);
  const lines = [];
  for (const {data: n} of nodes) {
    const b = n.bbox;
    lines.push([n.id, n.class, n.label, b.x, b.y, b.w, b.h].join('|'));
    for (const part of [...n.stateVariables, ...n.unitsOfInformation]) {
      lines.push(`within ${part.id}`);
    }
  }
  for (const {data: e} of edges) {
    lines.push([e.id, e.class, e.source, e.target].join('|'));
  }
  return [lines.sort(), nodes.length, edges.length];
}

const odd = [];
const sums = [0, 0, 0, 0];
for (const name of readdirSync(folder).filter((n) => n.endsWith('.sbgn'))) {
  const text = readFileSync(`${folder}/${name}`, 'utf8');
  const [wanted, notes] = written(text);
  const [found, nodes, edges] = read(text);
  if (wanted.join('\n') !== found.join('\n')) odd.push(name);
  [1, nodes, edges, notes].forEach((n, i) => sums[i] += n);
}
console.log(JSON.stringify([...sums.slice(0, 3), odd, sums[3]]));
