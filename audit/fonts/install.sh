#!/bin/sh
# Puts a Chinese TrueType font for reports into the folder given as first argument (default: ~/.sandtable/fonts).
# Tries npm (Noto Sans SC, OFL-1.1) first, then the system's package; exits 1 with instructions where neither works.
set -u
target=${1:-"$HOME/.sandtable/fonts"}
package=@expo-google-fonts/noto-sans-sc@0.4.3

if [ -s "$target/NotoSansSC-Regular.ttf" ] && [ -s "$target/NotoSansSC-SemiBold.ttf" ]; then
  echo "The report font is already in $target." >&2
  exit 0
fi

from_npm() {
  command -v npm >/dev/null 2>&1 || return 1
  work=$(mktemp -d) || return 1
  trap 'rm -rf "$work"' EXIT
  (cd "$work" && npm pack "$package" --silent >/dev/null 2>&1 && tar -xzf ./*.tgz \
    package/400Regular/NotoSansSC_400Regular.ttf package/600SemiBold/NotoSansSC_600SemiBold.ttf package/LICENSE_FONT) \
    || return 1
  # renamed at the end, so that an interrupted copy is never taken for a font
  mkdir -p "$target" \
    && cp "$work/package/LICENSE_FONT" "$target/NotoSansSC-LICENSE.txt" \
    && cp "$work/package/600SemiBold/NotoSansSC_600SemiBold.ttf" "$target/.semibold.part" \
    && cp "$work/package/400Regular/NotoSansSC_400Regular.ttf" "$target/.regular.part" \
    && mv "$target/.semibold.part" "$target/NotoSansSC-SemiBold.ttf" \
    && mv "$target/.regular.part" "$target/NotoSansSC-Regular.ttf"
}

from_apt() {
  command -v apt-get >/dev/null 2>&1 || return 1
  [ "$(id -u)" = 0 ] || return 1
  DEBIAN_FRONTEND=noninteractive apt-get install -y -q fonts-wqy-microhei >/dev/null 2>&1
}

if from_npm; then
  echo "Noto Sans SC is in $target." >&2
elif from_apt; then
  echo "npm could not fetch Noto Sans SC; the system font WenQuanYi Micro Hei was installed instead." >&2
else
  cat >&2 <<EOF
No report font could be fetched: npm and the package manager are missing, offline or not allowed.
Do one of these, then try again:
  - install the package fonts-wqy-microhei (Debian, Ubuntu: sudo apt-get install fonts-wqy-microhei)
  - put NotoSansSC-Regular.ttf (static TrueType, not the variable or OTF one) into $target
EOF
  exit 1
fi
