#!/bin/sh
# Builds the generated Jekyll pages with Jekyll, then compares each with its plain text.
# Usage: sh jekyll.sh JEKYLL_DIR TEXT_DIR [PERMALINK…]
set -eu

if [ $# -lt 2 ] || [ ! -d "$1" ] || [ ! -d "$2" ]; then
  echo "usage: sh jekyll.sh JEKYLL_DIR TEXT_DIR [PERMALINK…]" >&2
  exit 2
fi
here=$(cd "$(dirname "$0")" && pwd)
pages=$(cd "$1" && pwd)
texts=$(cd "$2" && pwd)
shift 2

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT TERM
mkdir -p "$work/source/_layouts"
cp -R "$pages/." "$work/source/"

# The settings that a theme of today leaves alone, and a site that is not at the root of its host.
cat > "$work/source/_config.yml" <<'YAML'
title: Check
baseurl: /base
markdown: kramdown
safe: true
disable_disk_cache: true
strict_front_matter: true
liquid: { error_mode: strict, strict_filters: true, strict_variables: true }
defaults: [{ scope: { path: "" }, values: { layout: default } }]
YAML
cat > "$work/source/_layouts/default.html" <<'HTML'
<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><title>{{ page.title }}</title></head>
<body><main><h1>{{ page.title }}</h1>
{{ content }}
</main></body>
</html>
HTML

# Locale of the build: the pages are UTF-8 whatever this machine prefers.
if ! LC_ALL=C.UTF-8 JEKYLL_NO_BUNDLER_REQUIRE=true jekyll build --source "$work/source" --destination "$work/site" \
  > "$work/log" 2>&1; then
  cat "$work/log" >&2
  echo "0 passed, 1 failed"
  exit 1
fi
# kramdown warns and goes on where it can not read what it was given.
grep -iE 'warning|error' "$work/log" > "$work/warnings" || true

node "$here/jekyll.mjs" "$pages" "$work/site" "$texts" "$work/warnings" "$@"
