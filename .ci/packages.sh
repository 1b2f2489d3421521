# Debian packages; sourced by demo.sh and test.sh.

packages_missing() { # packages_missing NAME...: those that are not installed
  for name in "$@"; do
    [ "$(dpkg-query -W -f='${db:Status-Status}' "$name" 2>/dev/null)" = \
      installed ] || echo "$name"
  done
}

# Install what is missing, as root or with sudo.  Where all is there, nothing is
# asked of the network.
packages_install() {
  if ! command -v dpkg-query >/dev/null; then
    echo "$0: this needs Debian 12 or a relative of it; elsewhere, install" >&2
    echo "what these packages hold: $*" >&2
    return 1
  fi
  local missing
  missing=$(packages_missing "$@")
  [ -n "$missing" ] || return 0
  echo "installing" $missing
  local as_root=(env DEBIAN_FRONTEND=noninteractive)
  if [ "$(id -u)" != 0 ]; then
    if ! command -v sudo >/dev/null; then
      echo "$0: not root, and there is no sudo.  As root, run:" >&2
      echo "  apt-get install --no-install-recommends" $missing >&2
      return 1
    fi
    as_root=(sudo "${as_root[@]}")
  fi
  # A broken list of somebody else's need not stop us: the next step tells.
  "${as_root[@]}" apt-get -q update || true
  "${as_root[@]}" apt-get -q -y install --no-install-recommends $missing
}

# What the build needs, and what the drawings need to look as they should.
# Without libsqlite3-dev all but `lexicon import sqlite` is built.
packages_build=(
  gcc libc6-dev cmake ninja-build pkgconf
  libyaml-dev libutf8proc-dev libxxhash-dev nettle-dev zlib1g-dev libzstd-dev
  libcurl4-gnutls-dev libjansson-dev libexpat1-dev libraptor2-dev libgraphviz-dev libsqlite3-dev
  fontconfig fonts-liberation2 fonts-dejavu-core
)
