// node validate.mjs SHAPES FILE...: 0 if every file holds, else 1.
// A warning, such as a residue that the sequence does not have, is shown but
// is no failure.
import {findings, readGraph} from './shapes.mjs'

const [shapesPath, ...files] = process.argv.slice(2)
const shapes = readGraph(shapesPath)
let bad = 0
for (const file of files) {
  const graph = readGraph(file)
  const lines = await findings(shapes, graph)
  const wrong = lines.filter(line => line.startsWith('Violation'))
  bad += wrong.length || graph.size === 0 ? 1 : 0
  for (const line of lines) {
    console.log(`${file}: ${line}`)
  }
  console.log(`${file}: ${graph.size} triples, ${wrong.length} violations`)
}
process.exit(bad || !files.length ? 1 : 0)
