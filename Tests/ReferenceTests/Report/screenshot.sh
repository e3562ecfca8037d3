#!/bin/sh
# Looks at reports in headless Chromium: takes screenshots by day and by night, on a desk and on a telephone, and checks
# that a page is not wider than its window, logs no error and asks for nothing.
#
#   screenshot.sh FOLDER [PAGE.html ...]
#
# Screenshots go into FOLDER. Without pages, those of PageSamples.swift are written there first.
set -eu

folder=${1:?"usage: screenshot.sh FOLDER [PAGE.html ...]"}
shift
browser=
for name in ${CHROMIUM:-} chromium chromium-browser google-chrome chrome; do
  command -v "$name" >/dev/null 2>&1 && browser=$name && break
done
if [ -z "$browser" ]; then
  echo "screenshot.sh: skipped: no Chromium on the path (Debian: chromium); CHROMIUM can name one"
  exit 0
fi

mkdir -p "$folder"
folder=$(cd "$folder" && pwd)
if [ $# -eq 0 ]; then
  (cd "$(dirname "$0")/../../.." &&
    MLLINT_REPORT_PAGES=$folder ${SWIFT:-swift} test -c release --disable-xctest --disable-testable-imports \
      --filter PageSamples >"$folder/swift-test.log" 2>&1) || { cat "$folder/swift-test.log" >&2; exit 1; }
  set -- "$folder"/*.html
fi

# What Chromium asks for itself, however much of it is switched off.
own='://([a-z0-9.-]+\.)?(google\.com|googleapis\.com|gvt1\.com)/'

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
failures=0

fail() {
  echo "screenshot.sh: $1" >&2
  failures=$((failures + 1))
}

# A new profile each time; what the browser would fetch for itself is switched off, and no name leads anywhere.
look() {
  rm -rf "$scratch/profile"
  timeout 120 "$browser" --headless --no-sandbox --disable-gpu --hide-scrollbars --user-data-dir="$scratch/profile" \
    --allow-file-access-from-files --disable-background-networking --disable-component-update --disable-sync \
    --no-first-run --host-resolver-rules='MAP * ~NOTFOUND' "$@"
}

# A frame is as narrow as a telephone, which a window of its own cannot be; it grows to its page's height, and says how
# far its content reaches beyond it.
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
  # Alone, as a reader opens it: what it loads and what the console says.
  look --enable-logging=stderr --v=0 --log-net-log="$scratch/net.json" --dump-dom "file://$page" \
    >"$scratch/alone" 2>"$scratch/log" || fail "$name: the browser failed: $(tail -n 3 "$scratch/log")"
  grep -q '</html>' "$scratch/alone" || fail "$name: the page did not load"
  if grep -q 'CONSOLE' "$scratch/log"; then fail "$name: the console says: $(grep CONSOLE "$scratch/log" | head -n 3)"; fi
  if grep -oE '"url":"(https?|wss?|ftp)://[^"]*"' "$scratch/net.json" | grep -vE "$own" >"$scratch/requests"; then
    fail "$name: asks for $(sort -u "$scratch/requests" | head -n 3 | tr '\n' ' ')"
  fi
  for width in 1280 390; do
    frame "$page" $width >"$scratch/frame.html"
    look --virtual-time-budget=3000 --window-size=$width,900 --dump-dom "file://$scratch/frame.html" \
      >"$scratch/dom" 2>/dev/null || true
    for what in overflow scripts requests broken; do
      count=$(value $what)
      [ "$count" = 0 ] || fail "$name at $width: expected no $what, found '${count:-nothing}'"
    done
    height=$(value height)
    for theme in light:1 dark:0; do
      shot=$folder/$name-${theme%:*}-$width.png
      look --virtual-time-budget=3000 --blink-settings=preferredColorScheme=${theme#*:} \
        --window-size=$width,"${height:-2000}" --screenshot="$shot" "file://$scratch/frame.html" >/dev/null 2>&1 || true
      [ -s "$shot" ] || fail "$name at $width: no screenshot ($shot)"
    done
    echo "$name at $width: ${height:-?} pixels high"
  done
done
[ $failures = 0 ] || { echo "screenshot.sh: $failures failures" >&2; exit 1; }
echo "screenshot.sh: $# pages are well"
