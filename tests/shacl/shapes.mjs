// Reading Turtle and N-Quads, and validating them against the shapes.
import {readFileSync} from 'node:fs'
import {Parser, Store} from 'n3'
import SHACLValidator from 'rdf-validate-shacl'

// The default graph of a file; what stands in named graphs joins it.
export function readGraph(path) {
  const format = path.endsWith('.nq') ? 'N-Quads' : 'Turtle'
  const quads = new Parser({format}).parse(readFileSync(path, 'utf8'))
  const store = new Store()
  for (const q of quads) {
    store.addQuad(q.subject, q.predicate, q.object)
  }
  return store
}

// What the shapes say against a graph: one line each, sorted.
export async function findings(shapes, graph) {
  const report = await new SHACLValidator(shapes).validate(graph)
  const last = term => term?.value.replace(/^.*[/#]/, '') ?? '-'
  return report.results.map(r => [
    last(r.severity), r.focusNode?.value, r.path?.value ?? '-',
    last(r.sourceConstraintComponent), r.value?.value ?? '',
    r.message.map(m => m.value).join(' '),
  ].join('\t')).sort()
}
