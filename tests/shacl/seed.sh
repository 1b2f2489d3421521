#!/usr/bin/env bash
# What is written for the bundled example holds against the shapes, as Turtle
# and as quads, with all layers too; and each fault put into it is found.
. "$(dirname "$0")/lib/shapes.sh"
"$PATHQUILL" build -q -o "$folder/plain" "$example"
"$PATHQUILL" build -q --mentions --text -o "$folder/all" "$example"
node "$scripts/validate.mjs" "$shapes" "$folder"/*/*.ttl "$folder"/*/graph.nq
node "$scripts/faults.mjs" "$shapes" "$folder/plain/R-HSA-9701524.ttl"
