#!/usr/bin/env bash
# What others make of our output: real triple stores and other peers.
#
#   tests/interop/run.sh            all scripts of this folder
#   tests/interop/run.sh stores     only this one
#   tests/interop/run.sh --all      with all development records of ../shared,
#                                   not only the example: twenty minutes
#
# Peers from PyPI go into one Python environment, those from Maven into one
# folder, both under build/interop; where a registry cannot be reached, what
# needs it is skipped and says so.  Ends with a line for each script; the status
# is not 0 if one failed.  PATHQUILL names the tool (default: that of the dev
# build).
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.." || exit 1
here=tests/interop
export INTEROP_DIR=$PWD/build/interop
export PATHQUILL=${PATHQUILL:-$PWD/build/dev/bin/pathquill}
export SOURCE_DIR=$PWD
every=""
if [ "${1-}" = --all ]; then
  every=yes
  export SHARED=${SHARED:-$PWD/../shared}
  shift
else
  export SHARED=$INTEROP_DIR/only-the-example
fi
export PYTHONDONTWRITEBYTECODE=1

newer() { # newer LIST STAMP: is there something to install?
  [ ! "$2" -nt "$1" ]
}

python_packages() {
  local folder=$INTEROP_DIR/python
  newer $here/requirements.txt "$folder/stamp" || return 0
  python3 -m venv "$folder" &&
    "$folder/bin/pip" install -q --disable-pip-version-check \
      -r $here/requirements.txt && touch "$folder/stamp"
}

maven_artifacts() {
  local folder=$INTEROP_DIR/java artifact
  newer $here/maven.txt "$folder/stamp" || return 0
  mkdir -p "$folder"
  grep -v '^#' $here/maven.txt | while read -r artifact; do
    mvn -q -B dependency:copy -Dartifact="$artifact" \
      -DoutputDirectory="$folder" </dev/null || return 1
  done && touch "$folder/stamp"
}

# Who hangs is found by the limits of each request.  This one, in seconds, ends
# what they do not see, so it grows with the work: with all records each store,
# and each reader of formats, has as much as the example has altogether.
limit_of() { # limit_of SCRIPT
  local peers=1
  case $every$1 in
    yesstores | yesask) peers=3 ;; # Virtuoso, Oxigraph, Fuseki
    yesformats) peers=6 ;;
  esac
  echo $((900 * peers))
}

if [ ! -x "$PATHQUILL" ]; then
  cmake --preset dev && cmake --build --preset dev || exit 1
fi
mkdir -p "$INTEROP_DIR"
python_packages || echo "PyPI cannot be reached, or lacks a package"
maven_artifacts || echo "Maven cannot be reached, or lacks an artifact"

names=("$@")
[ $# -eq 0 ] || export INTEROP_NAMED=1
if [ ${#names[@]} -eq 0 ]; then
  for script in $here/*.py; do
    names+=("$(basename "$script" .py)")
  done
fi

# One after the other, for they share what they fetch, but for those that have a
# room of their own: these run beside the others.  What a script has to say goes
# into a file, which is shown when it has ended.
apart=" kgx "
logs=$INTEROP_DIR/logs
rm -rf "$logs" && mkdir -p "$logs"
one() { # one NAME: run a script; its status and its time go beside its words
  local limit began=$SECONDS status
  limit=$(limit_of "$1")
  timeout "$limit" python3 "$here/$1.py" >"$logs/$1" 2>&1
  status=$?
  [ $status -ne 124 ] || echo "$1 did not end within $limit s" >>"$logs/$1"
  echo "$status $((SECONDS - began))" >"$logs/$1.status"
  printf '\n==== %s\n%s\n' "$1" "$(cat "$logs/$1")"
}
for name in "${names[@]}"; do
  [[ $apart != *" $name "* ]] || one "$name" &
done
for name in "${names[@]}"; do
  [[ $apart = *" $name "* ]] || one "$name"
done
wait

table="" failures=0
for name in "${names[@]}"; do
  status=1 took=0
  [ ! -f "$logs/$name.status" ] || read -r status took <"$logs/$name.status"
  case $status in
    0) result=PASS ;;
    77) result=SKIP ;;
    *) result=FAIL failures=$((failures + 1)) ;;
  esac
  table+=$(printf '%s %-20s %4d s' $result "$name" "$took")$'\n'
done
printf '\n%s' "$table"
[ $failures -eq 0 ]
