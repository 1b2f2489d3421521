#!/usr/bin/env bash
# Draws the pictures of docs/gallery.md anew:  docs/gallery/make.sh [TOOL [DOCS]]
# They go into the folder DOCS, which is docs/ if none is named.
set -euo pipefail

docs=$(cd "$(dirname "$0")/.." && pwd)
tool=${1:-$docs/../build/release/bin/pathquill}
to=${2:-$docs}
mkdir -p "$to/gallery" "$to/diagrams"
for record in "$docs"/gallery/*.md; do
  "$tool" draw --quiet -o "$to/gallery/$(basename "$record" .md).svg" "$record"
done
for view in card evidence overview; do
  "$tool" draw --quiet --view "$view" -o "$to/diagrams/$view.svg" \
    "$docs/examples/R-HSA-9701524.md"
done
