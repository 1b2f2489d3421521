// Read JSON-LD, a document a line, and print it as N-Quads.  Nothing is
// fetched: a context that is not in the document is an error.
//   node jsonld.mjs FOLDER FILE     FOLDER: where node_modules is
import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';

const [folder, file] = process.argv.slice(2);
const jsonld = createRequire(folder + '/')('jsonld');
const documentLoader = async (url) => {
  throw new Error('asks for ' + url);
};

for (const line of readFileSync(file, 'utf8').split('\n').filter(Boolean)) {
  process.stdout.write(await jsonld.toRDF(
      JSON.parse(line), {format: 'application/n-quads', documentLoader}));
}
