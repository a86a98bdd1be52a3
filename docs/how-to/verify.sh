#!/bin/sh
# verify.sh REPORT.pdf|BUNDLE LOG.vkey: which decision records stand in the log that this key signed?
# Needs openssl 3, sha256sum, xxd and the usual sed, awk, grep. Says nothing of a report's pages: compare them with the records by eye.
set -eu; export LC_ALL=C
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; : > "$work/records"
sha() { sha256sum | cut -c1-64; }
no() { echo "NOT VERIFIED: $1"; exit 1; }
if [ -d "$1" ]; then
  cat "$1"/*.tlog-proof > "$work/all"
  for file in "$1"/record.json "$1"/event-*.json; do [ ! -f "$file" ] || { cat "$file"; echo; } >> "$work/records"; done
else # the files inside a report lie there as they are, one line a record
  cat "$1" > "$work/all"; grep -a '^{"' "$1" | tr -d '\r' > "$work/records" || no "no record inside"
fi
sed -n '/^c2sp\.org\/tlog-proof@v1$/,/^— /p' "$work/all" | awk -v to="$work/proof" '/^c2sp/ {n++} {print > (to n)}'; [ -f "$work/proof1" ] || no "no proof inside"
{ printf 302a300506032b6570032100; cut -d+ -f3- "$2" | base64 -d | tail -c +2 | xxd -p -c 64; } | xxd -r -p > "$work/key"
for proof in "$work"/proof*; do
  sed '1,/^$/d' "$proof" > "$work/note"; sed '/^$/,$d' "$work/note" > "$work/text"
  [ "$(head -n 1 "$work/text")" = "$(cut -d+ -f1 "$2")" ] || no "another log: $(head -n 1 "$work/text")"
  awk -v name="$(cut -d+ -f1 "$2")" '$1 == "—" && $2 == name {print $3}' "$work/note" | head -n 1 | base64 -d > "$work/signed"
  [ "$(head -c 4 "$work/signed" | xxd -p)" = "$(cut -d+ -f2 "$2")" ] || no "the checkpoint is not signed by this key"
  tail -c +5 "$work/signed" > "$work/signature"
  openssl pkeyutl -verify -pubin -keyform DER -inkey "$work/key" -rawin -in "$work/text" -sigfile "$work/signature" > /dev/null 2>&1 ||
    no "the checkpoint is not signed by this key"
  index=$(sed -nE 's/^index (0|[1-9][0-9]{0,17})$/\1/p' "$proof"); size=$(sed -nE '2s/^([1-9][0-9]{0,17})$/\1/p' "$work/text"); found=
  [ -n "$index" ] && [ -n "$size" ] || no "index or size is no number" # a shell would run what stands there instead
  while IFS= read -r record; do
    hash=$({ printf '\000'; printf %s "$record"; } | sha); node=$index; last=$((size - 1))
    for step in $(sed '1,2d;/^$/q' "$proof"); do
      side=$(printf %s "$step" | base64 -d | xxd -p -c 64)
      if [ $((node & 1)) = 1 ] || [ "$node" = "$last" ]; then hash=$(printf '01%s%s' "$side" "$hash" | xxd -r -p | sha)
        while [ $((node & 1)) = 0 ] && [ "$node" != 0 ]; do node=$((node >> 1)) last=$((last >> 1)); done
      else hash=$(printf '01%s%s' "$hash" "$side" | xxd -r -p | sha); fi
      node=$((node >> 1)) last=$((last >> 1))
    done
    [ "$last" != 0 ] || [ "$hash" != "$(sed -n 3p "$work/text" | base64 -d | xxd -p -c 64)" ] || { found=1; printf '%s\n' "$record" >> "$work/proven"; echo "VERIFIED entry $index of $size: $record"; }
  done < "$work/records"
  [ -n "$found" ] || no "entry $index is none of the records"
done
! grep -Fvxf "$work/proven" "$work/records" > "$work/left" || no "a record without a proof: $(head -c 60 "$work/left")"
