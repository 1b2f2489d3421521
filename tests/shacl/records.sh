#!/usr/bin/env bash
# The records to develop on, where they are at hand: all that is written for
# them holds against the shapes.
. "$(dirname "$0")/lib/shapes.sh"
records=$SHARED/corpora/reactome-v88
if [ ! -d "$records" ]; then
  echo "SKIP: no records beside the repository"
  exit 77
fi
"$PATHQUILL" build -q -t ttl -o "$folder" "$records/seed_format_dev"
node "$scripts/validate.mjs" "$shapes" "$folder"/*.ttl >"$folder/findings" || {
  grep Violation "$folder/findings" | head -50
  exit 1
}
tail -1 "$folder/findings"
