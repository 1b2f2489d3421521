#!/usr/bin/env bash
# How fast pathquill is, beside other programs, and as records become more.
#
#   bench/run.sh [OPTION]... [RECORDS.jsonl]
#
#   --docs         put the figures into docs/performance.md, and its pictures
#   --only WHAT    only this: peers growth rooms; may be repeated
#   --growth N     grow to so many records: 100000, if it is not said; 1000000
#                  takes some five minutes more, and an older figure is kept
#   --rounds N     of what is compared: 5, if it is not said; medians count
#
# RECORDS are the development records, if they lie beside the repository, or else
# the texts of tests/cases.  All that is made stays in build/bench.  On Debian 12;
# peers that are missing are installed as root, or skipped; those of PyPI go into
# a folder of their own, build/bench/venv.  Nothing here is a test.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. .ci/packages.sh

usage() {
  sed -n '2,17s/^# \{0,1\}//p' "$0"
  exit "$1"
}

records="" docs="" most=100000 rounds=5 only=()
while [ $# -gt 0 ]; do
  case "$1" in
    --docs) docs=yes ;;
    --only) only+=("${2?}") && shift ;;
    --growth) most=${2?} && shift ;;
    --rounds) rounds=${2?} && shift ;;
    -h | --help) usage 0 ;;
    -*) usage 2 >&2 ;;
    *) records=$(realpath "$1") ;;
  esac
  shift
done
[ ${#only[@]} -gt 0 ] || only=(peers growth rooms)
folder=build/bench
tool=build/release/bin/pathquill
given=../shared/corpora/reactome-v88/input-dev.jsonl.gz
mkdir -p $folder

wants() { [[ " ${only[*]} " = *" $1 "* ]]; }

programs() {
  packages_install libhyperscan-dev libserd-dev libssl-dev serdi raptor2-utils \
    graphviz linux-perf python3-venv || echo "SKIP what cannot be installed"
  cmake --preset release -DPQ_BENCH=ON >/dev/null
  cmake --build --preset release
}

venv() { # exactly these versions, or none
  local list=bench/peers/requirements.txt made=$folder/venv/made
  cmp -s $list $made && return
  rm -rf $folder/venv
  python3 -m venv $folder/venv &&
    $folder/venv/bin/pip install -q -r $list && cp $list $made && return
  rm -rf $folder/venv
  echo "SKIP the peers of PyPI: they cannot be fetched"
}

find_records() {
  [ -z "$records" ] || return 0
  records=$folder/records.jsonl
  if [ -e $given ]; then
    gunzip -c $given >$records
  else
    echo "no $given: with the texts of tests/cases, of which there are few"
    python3 bench/texts.py tests/cases >$records
  fi
}

machine() {
  echo "$(date +%Y-%m-%d); $(nproc) cores of $(sed -n \
    's/^model name\s*: //p' /proc/cpuinfo | head -n 1), $(awk \
    '/^MemTotal/ { printf "%.0f", $2 / 1e6 }' /proc/meminfo) GB of memory;" \
    "load $(cut -d ' ' -f 1 /proc/loadavg) at the start." \
    "$(wc -l <"$records") records. $("$tool" --version | head -n 1);" \
    "rapper $(rapper --version); $(serdi -v | head -n 1); $(dot -V 2>&1);" \
    "Hyperscan $(pkg-config --modversion libhs 2>/dev/null)."
  echo
}

programs
find_records
if wants growth; then
  TMPDIR=$folder python3 bench/growth.py $tool "$records" \
    $folder/growth.json $folder/growth.svg "$most" | tee $folder/growth.md
fi
if wants peers; then
  venv
  {
    machine
    python3 bench/peers.py $tool "$records" $folder "$rounds"
  } | tee $folder/peers.md
fi
if wants rooms; then
  python3 bench/rooms.py $tool "$records" $folder/rooms.svg |
    tee $folder/rooms.md
fi
[ -z "$docs" ] || python3 bench/renew.py docs/performance.md $folder "${only[@]}"
