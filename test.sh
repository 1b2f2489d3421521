#!/usr/bin/env bash
# All tests, as on the build server.
#
#   ./test.sh              packages, dev build, all tests; asan; fuzzing
#   ./test.sh NAME...      only these sections: dev asan fuzz
#   ./test.sh --interop    real triple stores, a browser and other peers, of
#                          Debian, PyPI, npm and Maven; skipped where a registry
#                          is not reached
#
# On Debian 12, as root or with sudo: installs what is missing.  Ends with a
# table of what passed; the status is not 0 if anything failed.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")" || exit 1
. .ci/packages.sh

packages_test=(
  libcmocka-dev python3 python3-yaml graphviz
  clang-14 clang-tidy-14 clang-format-14 libclang-rt-14-dev cppcheck mandoc
  raptor2-utils serdi librsvg2-bin libxml2-utils poppler-utils valgrind
)
# What only the peers of --interop need.
packages_interop=(
  python3-venv virtuoso-opensource-7-bin slurmctld slurmd slurm-client munge
)
command -v java >/dev/null || packages_interop+=(default-jre-headless)
command -v mvn >/dev/null || packages_interop+=(maven)
# Node may come from elsewhere than Debian.
command -v node >/dev/null || packages_test+=(nodejs)
command -v npm >/dev/null || packages_test+=(npm)

jobs=$(nproc)
failures=0
table=""

section() { # section NAME COMMAND...
  local name=$1 began=$SECONDS result=passed
  shift
  printf '\n==== %s\n' "$name"
  "$@" || result=FAILED
  [ "$result" = passed ] || failures=$((failures + 1))
  table+=$(printf '%-28s %s  %4d s' "$name" "$result" $((SECONDS - began)))$'\n'
  [ "$result" = passed ]
}

finish() {
  printf '\n==== %s\n%s' "what was tested" "$table"
  if [ $failures -gt 0 ]; then
    echo "FAILED"
    exit 1
  fi
  echo "passed"
  exit 0
}

packages() {
  packages_install "${packages_build[@]}" "${packages_test[@]}"
}

node_packages() { # as the lock file says; no script of theirs is run
  local folder=tests/shacl
  if [ $folder/node_modules/.package-lock.json -nt \
    $folder/package-lock.json ]; then
    echo "they are there"
    return 0
  fi
  (cd $folder && npm ci --ignore-scripts --no-audit --no-fund)
}

build() { # build PRESET
  cmake --preset "$1" && cmake --build --preset "$1" -j "$jobs"
}

run_tests() { # run_tests PRESET [OPTION]...
  local preset=$1
  shift
  ctest --preset "$preset" -j "$jobs" "$@"
}

wanted() { # wanted NAME: named, or nothing is named
  [ ${#only[@]} -eq 0 ] || [[ " ${only[*]} " = *" $1 "* ]]
}

interop_packages() {
  packages_install "${packages_build[@]}" "${packages_test[@]}" \
    "${packages_interop[@]}" || return 1
  # A large one: where it is not to be had, its tests are skipped.
  packages_install chromium || echo "no chromium: no test in a browser"
}

if [ "${1-}" = --interop ]; then
  section "Debian packages" interop_packages || finish
  section "dev: build" build dev || finish
  section "other programs" tests/interop/run.sh "${@:2}"
  finish
fi
only=("$@")
for name in "${only[@]}"; do
  case $name in
    dev | asan | fuzz) ;;
    *)
      echo "usage: ./test.sh [dev] [asan] [fuzz] | --interop [SCRIPT]..." >&2
      exit 2
      ;;
  esac
done

section "Debian packages" packages || finish
section "Node packages" node_packages
if wanted dev && section "dev: build" build dev; then
  # By itself and first: it takes minutes where nothing has been read yet.
  section "dev: clang-tidy" cmake --build --preset dev --target tidy -- -k 0
  section "dev: all other tests" run_tests dev -E '^lint[.]tidy$'
fi
if wanted asan && section "asan: build" build asan; then
  # The shapes, and most of "meta", compare bytes that dev has written already.
  section "asan: tests" run_tests asan -LE shacl \
    -E '^meta[.](same|bibliography|mentions|drawn|geometry|grow|targets|palette|vocabulary)$'
fi
if wanted fuzz && [ -f tests/fuzz/CMakeLists.txt ] &&
  section "fuzz: build" build fuzz; then
  section "fuzz: five seconds each" run_tests fuzz -L fuzz
fi
finish
