#!/usr/bin/env bash
#SBATCH --ntasks=1
#SBATCH --cpus-per-task=1
#
# The job behind the array that submit.sh submits: shards into OUT/graph.nq.
#
#   merge.sh TOOL OUT N
#
# Merges when all shards are there; else says which are not, and ends with 1.
# Ends with 3 where records of some shard were not read.  Temporary files, as
# large as the shards, go to TMPDIR.
set -euo pipefail
tool=$1 out=$2 n=$3

shards=() missing=() unread=()
for ((k = 1; k <= n; ++k)); do
  shard=$out/shards/$k-of-$n
  shards+=("$shard.nq")
  [ -e "$shard.nq" ] || missing+=("$k")
  [ ! -e "$shard.unread" ] || unread+=("$k")
done
if [ ${#missing[@]} -gt 0 ]; then
  echo "merge.sh: not there: shards ${missing[*]} of $n; the logs in $out/log" \
    "say why.  The same submit.sh again does these."
  exit 1
fi
"$tool" merge -o "$out/graph.nq" --summary "$out/support.tsv" "${shards[@]}"
rm -f "$out/shards/"*.part # of tasks that died
if [ ${#unread[@]} -gt 0 ]; then
  echo "merge.sh: records of shards ${unread[*]} were not read, see $out/log"
  exit 3
fi
