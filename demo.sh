#!/usr/bin/env bash
# Build pathquill and let it read the bundled example.
#
#   ./demo.sh [FOLDER]     pictures and graph go to FOLDER (default: out/ here)
#
# On Debian 12, as root or with sudo: installs the Debian packages that are
# missing, and nothing else.
set -euo pipefail
started_in=$PWD
root=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
case "${1-}" in
  -h | --help)
    sed -n '2,7s/^# \{0,1\}//p' "${BASH_SOURCE[0]}"
    exit 0
    ;;
  -*)
    echo "usage: ./demo.sh [FOLDER]" >&2
    exit 2
    ;;
esac
out=${1:-$root/out}
[[ $out = /* ]] || out=$started_in/$out
cd "$root"
. .ci/packages.sh

echo "== packages"
packages_install "${packages_build[@]}"

echo "== build"
cmake --preset release
cmake --build --preset release

# As short as it can be from where the user stands.
short() {
  case "$1" in
    "$started_in"/*) echo "${1#"$started_in"/}" ;;
    *) echo "$1" ;;
  esac
}
tool=$(short "$root/build/release/bin/pathquill")
example=$(short "$root/docs/examples/R-HSA-9701524.md")
cd "$started_in"

echo "== the example: $example"
"$tool" build --site -o "$out" "$example"

shown=$(short "$out")
cat <<END

The page      $shown/site/index.html (open it in a browser)
The diagram   $shown/R-HSA-9701524.svg
its source    $shown/R-HSA-9701524.dot
The graph     $shown/R-HSA-9701524.ttl
all records   $shown/graph.nq
The report    $shown/report.tsv

Try next:
  $tool explain $example
  $tool extract --to tsv $example
  echo 'JAK2 phosphorylates STAT5A at Y694.' | $tool extract --plain
END
