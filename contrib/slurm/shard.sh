#!/usr/bin/env bash
#SBATCH --ntasks=1
#SBATCH --cpus-per-task=1
#
# A task of the array that submit.sh submits: one shard.
#
#   shard.sh TOOL OUT N ARGUMENT...
#
# The shard has its name when it is whole and on the disk; what a task that died
# left behind has another.  Records that cannot be read are reported in the
# task's log and do not fail it: to try them again would not help.
set -euo pipefail
tool=$1 out=$2 n=$3
shift 3
k=$SLURM_ARRAY_TASK_ID
shard=$out/shards/$k-of-$n.nq
part=$out/shards/$k-of-$n.$SLURM_JOB_ID.part

if [ -e "$shard" ]; then
  echo "shard $k of $n is there"
  exit 0
fi
# A node that lacks a file system must not make a shard without its records.
sed -n 's/^file \(.*\) of [0-9]* bytes, changed [0-9]*$/\1/p' "$out/run" |
  while IFS= read -r file; do
    [ -r "$file" ] || {
      echo "shard.sh: $(hostname) cannot read $file"
      exit 1
    }
  done

status=0
"$tool" extract --to nq --shard "$k/$n" --jobs "${SLURM_CPUS_PER_TASK:-1}" \
  -o "$part" "$@" || status=$?
# 1 is findings, 3 records that are not read: the others are there.
case $status in
  0 | 1 | 3) sync "$part" ;; # which fails where there is none
  *) exit "$status" ;;
esac
[ $status -ne 3 ] || touch "$out/shards/$k-of-$n.unread"
mv "$part" "$shard"
