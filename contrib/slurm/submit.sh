#!/usr/bin/env bash
# Extracts on a Slurm cluster: a task for each shard, then one job that merges.
#
#   submit.sh [-w] OUT N ARGUMENT...
#
# OUT is a folder that all nodes see, N the number of shards, and the ARGUMENTs
# are those of `pathquill extract`: inputs (files or folders, not standard
# input) and options.  Makes OUT/graph.nq, with the same bytes as the graph.nq
# of one `pathquill build`.  The same command again submits only the shards that
# are not there.  -w waits for the end and has its status.
#
# PATHQUILL names the tool, at the same path on all nodes; sbatch's own
# variables (SBATCH_PARTITION, SBATCH_ACCOUNT, SBATCH_TIMELIMIT ...) say where
# and how long.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

fail() { # fail STATUS WORD...
  local status=$1
  shift
  echo "submit.sh: $*" >&2
  exit "$status"
}

wait=()
if [ "${1-}" = -w ]; then
  wait=(--wait)
  shift
fi
[ $# -ge 3 ] || fail 2 "usage: submit.sh [-w] OUT N ARGUMENT..."
[[ $2 =~ ^[1-9][0-9]*$ ]] || fail 2 "N is a number of shards, not '$2'"
out=$1 n=$2
shift 2
tool=$(command -v "${PATHQUILL:-pathquill}") ||
  fail 2 "there is no ${PATHQUILL:-pathquill}; PATHQUILL names the tool"
tool=$(realpath "$tool")

# What the shards are made of.  Shards of two runs in one folder would make a
# graph that no run writes.
about() {
  "$tool" --version
  printf 'shards %s\n' "$n"
  printf 'argument %s\n' "$@"
  local word
  for word in "$@"; do
    [ ! -f "$word" ] || stat -L -c 'file %n of %s bytes, changed %Y' "$word"
    [ ! -d "$word" ] || printf 'folder %s of files %s\n' "$word" \
      "$(find -L "$word" -type f -printf '%p %s %T@\n' | LC_ALL=C sort |
        sha256sum | cut -c 1-32)"
  done
}

mkdir -p "$out/shards" "$out/log"
out=$(cd "$out" && pwd)
about "$@" >"$out/run.new"
if [ ! -e "$out/run" ]; then
  mv "$out/run.new" "$out/run"
elif ! difference=$(diff "$out/run" "$out/run.new"); then
  rm "$out/run.new"
  fail 2 "$out has shards of another run; take another folder.  Differs:" \
    $'\n'"$difference"
else
  rm "$out/run.new"
fi

missing=()
for ((k = 1; k <= n; ++k)); do
  [ -e "$out/shards/$k-of-$n.nq" ] || missing+=("$k")
done
if [ ${#missing[@]} -eq 0 ] && [ -e "$out/graph.nq" ]; then
  echo "$out/graph.nq is there: nothing to submit"
  exit 0
fi

after=()
if [ ${#missing[@]} -gt 0 ]; then
  tasks=$(IFS=, && echo "${missing[*]}")
  [ ${#missing[@]} -lt "$n" ] || tasks=1-$n
  array=$(sbatch --parsable --array="$tasks" --job-name=pathquill \
    --output="$out/log/%a-of-$n.%A.txt" \
    "$here/shard.sh" "$tool" "$out" "$n" "$@")
  array=${array%%;*} # behind it the name of the cluster
  echo "array job $array: ${#missing[@]} of $n shards ($tasks)"
  # Whatever became of the tasks: the merge looks, and says what is missing.
  after=(--dependency="afterany:$array")
fi
echo "then the merge; its words are in $out/log/merge.*.txt"
sbatch "${wait[@]}" "${after[@]}" --job-name=pathquill-merge \
  --output="$out/log/merge.%j.txt" "$here/merge.sh" "$tool" "$out" "$n"
