// node faults.mjs SHAPES FILE [FOLDER]: each fault, put alone into a graph that holds,
// must be found, as a violation (or what else is named) by the constraint that
// is meant for it: on a path, or with a message where the shape has a path of
// its own or none.
// FILE is what pathquill writes for the bundled example.  With FOLDER, each
// graph with its fault is written there too, as N-Triples, for others to find.
import {writeFileSync} from 'node:fs'
import {DataFactory, Store, Writer} from 'n3'
import {findings, readGraph} from './shapes.mjs'

const {namedNode: iri, literal} = DataFactory
const pq = name => iri(`https://w3id.org/pathquill/ns#${name}`)
const obo = name => iri(`http://purl.obolibrary.org/obo/${name}`)
const cito = name => iri(`http://purl.org/spar/cito/${name}`)
const rdf = name => iri(`http://www.w3.org/1999/02/22-rdf-syntax-ns#${name}`)
const nif = name => iri(
  `http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#${name}`)
const faldo = name => iri(`http://biohackathon.org/resource/faldo#${name}`)
const skos = name => iri(`http://www.w3.org/2004/02/skos/core#${name}`)
const xsd = name => iri(`http://www.w3.org/2001/XMLSchema#${name}`)
const prism = name =>
  iri(`http://prismstandard.org/namespaces/basic/2.0/${name}`)
const dcterms = name => iri(`http://purl.org/dc/terms/${name}`)
const taIdentRef = iri('http://www.w3.org/2005/11/its/rdf#taIdentRef')
const negated = iri('https://w3id.org/biolink/vocab/negated')

// The first subject that has all of these properties.
function subject(graph, ...pairs) {
  const [[p, o]] = pairs
  const found = graph.getSubjects(p, o, null).find(
    s => pairs.every(([pp, oo]) => graph.countQuads(s, pp, oo, null)))
  if (!found) throw new Error(`nothing has ${p.value} ${o?.value}`)
  return found
}

const claim = g => subject(g, [rdf('type'), pq('Claim')])
const dispute = g => subject(g, [rdf('type'), pq('Dispute')])
const hedge = g => subject(g, [pq('status'), pq('Unclear')], [pq('cue'), null])
const cited = g => subject(g, [rdf('type'), obo('ECO_0000033')])
const uncited = g => subject(g, [rdf('type'), obo('ECO_0000034')])
const residue = g => subject(g, [faldo('position'), null])
const work = g => g.getObjects(null, cito('citesAsEvidence'), null)[0]

function drop(graph, s, p, o = null) {
  const quads = graph.getQuads(s, p, o, null)
  if (!quads.length) throw new Error(`nothing to drop: ${p?.value}`)
  graph.removeQuads(quads)
}

function change(graph, s, p, o) {
  drop(graph, s, p)
  graph.addQuad(s, p, o)
}

// Call a thing by another name wherever it stands.
function rename(graph, from, to) {
  for (const q of graph.getQuads(null, null, null, null)) {
    if (q.subject.equals(from) || q.object.equals(from)) {
      graph.removeQuad(q)
      graph.addQuad(q.subject.equals(from) ? to : q.subject, q.predicate,
                    q.object.equals(from) ? to : q.object)
    }
  }
}

// A candidate of a tied name, with this score if any.
function candidate(graph, score) {
  const unit = iri('https://w3id.org/pathquill/mention/' + '0'.repeat(32) +
                   '.1-2.HGNC_1')
  graph.addQuad(unit, rdf('type'), nif('AnnotationUnit'))
  graph.addQuad(unit, taIdentRef, iri('https://identifiers.org/hgnc/1'))
  if (score) {
    graph.addQuad(unit, nif('taIdentConf'), literal(score, xsd('decimal')))
  }
}

// Is a finding one of a component, on a path or with a message?
function tells(line, place, component, wanted = 'Violation') {
  const [severity, , path, found, , message] = line.split('\t')
  return severity === wanted && found === `${component}${suffix}` &&
    (place.value ? path === place.value : message.includes(place))
}

const suffix = 'ConstraintComponent'
const faults = {
  'status on a claim': [pq('status'), 'Closed', g =>
    g.addQuad(claim(g), pq('status'), pq('Hedged'))],
  'work on a claim': [cito('citesAsEvidence'), 'Closed', g =>
    g.addQuad(claim(g), cito('citesAsEvidence'), work(g))],
  'claim without evidence': ['no evidence states this', 'MinCount', g => {
    for (const e of g.getSubjects(pq('states'), claim(g), null)) {
      drop(g, e, null)
    }
  }],
  'unknown predicate': [rdf('predicate'), 'In', g =>
    change(g, claim(g), rdf('predicate'), obo('RO_9999999'))],
  'two objects': [rdf('object'), 'MaxCount', g =>
    g.addQuad(claim(g), rdf('object'), work(g))],
  'negated false': [negated, 'In', g =>
    g.addQuad(claim(g), negated, literal('false', xsd('boolean')))],
  'paper without its PMID': ['a record with its PMID', 'Or', g => {
    const paper = iri('http://rdf.ncbi.nlm.nih.gov/pubmed/1')
    g.addQuad(paper, rdf('type'), iri('http://purl.org/spar/fabio/Work'))
    g.addQuad(paper, dcterms('identifier'), literal('R-HSA-1'))
  }],
  'short IRI': ['/claim/[0-9a-f]{32}$', 'Pattern', g =>
    rename(g, claim(g), iri(claim(g).value.slice(0, -1)))],
  'two statuses': [pq('status'), 'MaxCount', g =>
    g.addQuad(cited(g), pq('status'), pq('Denied'))],
  'missing cue': ['must quote the words', 'Or', g =>
    drop(g, hedge(g), pq('cue'))],
  'cited without a work': ['ECO:0000033 needs a cited work', 'MinCount', g => {
    const e = cited(g)
    g.removeQuads(g.getQuads(e, cito('citesAsEvidence'), null, null))
    g.removeQuads(g.getQuads(e, cito('citesAsAuthority'), null, null))
  }],
  'uncited with a work': ['ECO:0000034 has no cited work', 'MaxCount', g =>
    g.addQuad(uncited(g), cito('citesAsEvidence'), work(g))],
  'one-sided dispute': [pq('alternative'), 'MinCount', g => {
    const side = g.getQuads(dispute(g), null, null, null)
      .find(q => g.countQuads(q.object, rdf('type'), pq('Claim'), null))
    g.removeQuad(side)
  }],
  'asserted dispute': ['a dispute is never asserted', 'In', g =>
    change(g, subject(g, [pq('states'), dispute(g)]), pq('status'),
           pq('Asserted'))],
  'question with both ends': ['lacks exactly one of subject', 'Xone', g =>
    {
    const q = subject(g, [rdf('type'), pq('OpenQuestion')])
    g.addQuad(q, rdf('subject'), work(g))
    g.addQuad(q, rdf('object'), work(g))
  }],
  'reversed span': [nif('beginIndex'), 'LessThan', g => {
    const e = cited(g)
    const [begin] = g.getObjects(e, nif('beginIndex'), null)
    change(g, e, nif('beginIndex'), g.getObjects(e, nif('endIndex'), null)[0])
    change(g, e, nif('endIndex'), begin)
  }],
  'phosphotyrosine on serine': ['MOD:00048 is on tyrosine', 'Or', g => {
    const state = subject(g, [pq('modification'), obo('MOD_00048')])
    const [site] = g.getObjects(state, faldo('location'), null)
    change(g, site, skos('notation'), literal('S705'))
  }],
  'two positions': [faldo('position'), 'MaxCount', g =>
    g.addQuad(residue(g), faldo('position'), literal('9', xsd('integer')))],
  'untyped event': [rdf('type'), 'MinCount', g => {
    const [event] = g.getSubjects(obo('RO_0002233'), null, null)
    drop(g, event, rdf('type'))
  }],
  'year as string': [dcterms('issued'), 'Datatype', g =>
    change(g, work(g), dcterms('issued'), literal('2002'))],
  'two PMIDs': [skos('exactMatch'), 'MaxCount', g => {
    for (const id of ['11', '12']) {
      g.addQuad(work(g), skos('exactMatch'),
                iri(`http://rdf.ncbi.nlm.nih.gov/pubmed/${id}`))
    }
  }],
  'DOI in capitals': [prism('doi'), 'Pattern', g =>
    g.addQuad(work(g), prism('doi'), literal('10.1000/X'))],
  'two DOIs': [prism('doi'), 'MaxCount', g => {
    for (const id of ['11', '12']) {
      g.addQuad(work(g), prism('doi'), literal(`10.1000/${id}`))
    }
  }],
  'short digest': [dcterms('identifier'), 'Pattern', g => {
    const doc = subject(g, [rdf('type'), nif('Context')])
    change(g, doc, dcterms('identifier'), literal('sha256:abc'))
  }],
  'candidate without a score': [nif('taIdentConf'), 'MinCount', g =>
    candidate(g)],
  'candidate surer than sure': [nif('taIdentConf'), 'MaxInclusive', g =>
    candidate(g, '1.5')],
  'another residue in the sequence': [pq('sequenceResidue'), 'MaxCount', g =>
    g.addQuad(residue(g), pq('sequenceResidue'), literal('V')), 'Warning'],
}

const [shapesPath, path, folder] = process.argv.slice(2)
const shapes = readGraph(shapesPath)
const whole = readGraph(path)
if ((await findings(shapes, whole)).length) {
  console.log(`${path} does not hold as it is`)
  process.exit(1)
}
let missed = 0
for (const [name, [place, component, fault, severity]] of
     Object.entries(faults)) {
  const graph = new Store(whole.getQuads(null, null, null, null))
  fault(graph)
  if (folder) {
    const quads = graph.getQuads(null, null, null, null)
    writeFileSync(`${folder}/${name.replaceAll(' ', '-')}.nt`,
                  new Writer({format: 'N-Triples'}).quadsToString(quads))
  }
  const lines = await findings(shapes, graph)
  if (!lines.some(line => tells(line, place, component, severity))) {
    console.log(`not found: ${name}`, ...lines.map(line => `\n  ${line}`))
    missed += 1
  }
}
const count = Object.keys(faults).length
console.log(`${count} faults, ${missed} not found`)
process.exit(missed || !count ? 1 : 0)
