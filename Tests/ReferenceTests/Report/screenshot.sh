#!/bin/sh
# Checks reports in headless Chromium: takes screenshots in light and dark mode at desktop and phone width, and checks
# that pages fit the window, log no errors and make no requests.
#
#   screenshot.sh DIRECTORY [PAGE.html ...]
#
# Screenshots are written to DIRECTORY. Without pages, those of PageSamples.swift are generated there first.
set -eu

directory=${1:?"usage: screenshot.sh DIRECTORY [PAGE.html ...]"}
shift
browser=
for name in ${CHROMIUM:-} chromium chromium-browser google-chrome chrome; do
  command -v "$name" >/dev/null 2>&1 && browser=$name && break
done
if [ -z "$browser" ]; then
  echo "screenshot.sh: skipped: Chromium is not installed (Debian: chromium); CHROMIUM can give its path"
  exit 0
fi

mkdir -p "$directory"
directory=$(cd "$directory" && pwd)
if [ $# -eq 0 ]; then
  (cd "$(dirname "$0")/../../.." &&
    MLLINT_REPORT_PAGES=$directory ${SWIFT:-swift} test -c release --disable-xctest --disable-testable-imports \
      --filter PageSamples >"$directory/swift-test.log" 2>&1) || { cat "$directory/swift-test.log" >&2; exit 1; }
  set -- "$directory"/*.html
fi

# Requests that Chromium itself makes, even with background networking disabled.
own='://([a-z0-9.-]+\.)?(google\.com|googleapis\.com|gvt1\.com)/'

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
failures=0

fail() {
  echo "screenshot.sh: $1" >&2
  failures=$((failures + 1))
}

# Runs Chromium with a new profile, without background networking and with all host names unresolvable.
browse() {
  rm -rf "$scratch/profile"
  timeout 120 "$browser" --headless --no-sandbox --disable-gpu --hide-scrollbars --user-data-dir="$scratch/profile" \
    --allow-file-access-from-files --disable-background-networking --disable-component-update --disable-sync \
    --no-first-run --host-resolver-rules='MAP * ~NOTFOUND' "$@"
}

# A page that embeds PAGE in a frame, which can be as narrow as a phone (a window cannot), grows it to its full height, and
# records the horizontal overflow.
frame() { # PAGE WIDTH
  cat <<HTML
<!doctype html><html><head><style>body{margin:0}iframe{border:0;display:block;width:$2px;height:800px}</style></head>
<body><iframe src="file://$1"></iframe><script>
const frame = document.querySelector("iframe");
frame.addEventListener("load", () => {
  const root = frame.contentDocument.documentElement;
  document.body.dataset.overflow = root.scrollWidth - root.clientWidth;
  document.body.dataset.height = root.scrollHeight;
  document.body.dataset.scripts = frame.contentDocument.scripts.length;
  document.body.dataset.requests = frame.contentWindow.performance.getEntriesByType("resource")
    .filter((entry) => !entry.name.startsWith("data:")).length;
  document.body.dataset.broken = [...frame.contentDocument.images].filter((image) => !image.naturalWidth).length;
  frame.style.height = root.scrollHeight + "px";
});
</script></body></html>
HTML
}

value() { sed -n "s/.*<body[^>]* data-$1=\"\([0-9-]*\)\".*/\1/p" "$scratch/dom" | head -n 1; }

for page; do
  page=$(cd "$(dirname "$page")" && pwd)/$(basename "$page")
  name=$(basename "$page" .html)
  # On its own, as a reader opens it: requests and console messages.
  browse --enable-logging=stderr --v=0 --log-net-log="$scratch/net.json" --dump-dom "file://$page" \
    >"$scratch/alone" 2>"$scratch/log" || fail "$name: the browser failed: $(tail -n 3 "$scratch/log")"
  grep -q '</html>' "$scratch/alone" || fail "$name: the page did not load"
  if grep -q 'CONSOLE' "$scratch/log"; then fail "$name: console: $(grep CONSOLE "$scratch/log" | head -n 3)"; fi
  if grep -oE '"url":"(https?|wss?|ftp)://[^"]*"' "$scratch/net.json" | grep -vE "$own" >"$scratch/requests"; then
    fail "$name: requests $(sort -u "$scratch/requests" | head -n 3 | tr '\n' ' ')"
  fi
  for width in 1280 390; do
    frame "$page" $width >"$scratch/frame.html"
    browse --virtual-time-budget=3000 --window-size=$width,900 --dump-dom "file://$scratch/frame.html" \
      >"$scratch/dom" 2>/dev/null || true
    for what in overflow scripts requests broken; do
      count=$(value $what)
      [ "$count" = 0 ] || fail "$name at $width: expected no $what, found '${count:-nothing}'"
    done
    height=$(value height)
    for theme in light:1 dark:0; do
      shot=$directory/$name-${theme%:*}-$width.png
      browse --virtual-time-budget=3000 --blink-settings=preferredColorScheme=${theme#*:} \
        --window-size=$width,"${height:-2000}" --screenshot="$shot" "file://$scratch/frame.html" >/dev/null 2>&1 || true
      [ -s "$shot" ] || fail "$name at $width: no screenshot ($shot)"
    done
    echo "$name at $width: ${height:-?} pixels high"
  done
done
[ $failures = 0 ] || { echo "screenshot.sh: $failures failures" >&2; exit 1; }
echo "screenshot.sh: $# pages passed"
