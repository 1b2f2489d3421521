# What the tests of the shapes share; sourced.  Sets shapes (their file),
# example (a record), and folder (for what is built, removed at the end).
set -eu
scripts=$SOURCE_DIR/tests/shacl
shapes=$SOURCE_DIR/ontology/shapes.ttl
example=$SOURCE_DIR/docs/examples/R-HSA-9701524.md
if ! command -v node >/dev/null; then
  echo "SKIP: no node"
  exit 77
fi
if [ ! -d "$scripts/node_modules/rdf-validate-shacl" ]; then
  echo "Node packages are missing: run (cd tests/shacl && npm ci)"
  exit 1
fi
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
