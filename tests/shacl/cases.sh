#!/usr/bin/env bash
# What is written for the sentences of all cases holds against the shapes, as one
# graph: there are more kinds of events in them than in any example.
. "$(dirname "$0")/lib/shapes.sh"
python3 "$SOURCE_DIR/bench/texts.py" "$SOURCE_DIR/tests/cases" \
  >"$folder/cases.jsonl"
"$PATHQUILL" build -q -t nq -o "$folder/out" "$folder/cases.jsonl"
node "$scripts/validate.mjs" "$shapes" "$folder/out/graph.nq"
