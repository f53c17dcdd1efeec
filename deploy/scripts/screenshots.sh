#!/usr/bin/env bash
# Takes a picture of each page, light and dark, with the sample feeds: deploy/docs/screens/NAME.png and NAME-dark.png.
# Usage: deploy/scripts/screenshots.sh [FOLDER]      (only search.png and today-dark.png are kept in the repository)
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
cd "$root"
folder=$(realpath -m "${1:-deploy/docs/screens}")
mkdir -p "$folder"
command -v chromium >/dev/null || { echo "Install chromium first." >&2; exit 1; }

work=$(mktemp -d)
port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
sample_port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
dotnet build services/AllInOne --nologo --verbosity quiet
ASPNETCORE_URLS=http://127.0.0.1:$port Sample__Port=$sample_port Data__Directory=$work/data \
  dotnet artifacts/bin/AllInOne/debug/Monitoring.AllInOne.dll --sample >"$work/log" 2>&1 &
pid=$!
trap 'kill -TERM $pid 2>/dev/null || true; wait $pid 2>/dev/null || true; rm -rf "$work"' EXIT

url=http://127.0.0.1:$port
for _ in $(seq 120); do
  if curl --silent "$url/api/v1/articles?all=true&group=none&size=1" | grep -q '"total":170,'; then break; fi
  kill -0 $pid 2>/dev/null || { cat "$work/log"; exit 1; }
  sleep 0.5
done

article=$(curl --silent "$url/api/v1/articles?size=1" | python3 -c 'import json, sys; print(json.load(sys.stdin)["items"][0]["id"])')
feed=$(curl --silent "$url/api/v1/feeds?take=1" | python3 -c 'import json, sys; print(json.load(sys.stdin)["items"][0]["id"])')
take() {
  local name=$1 path=$2 size=${3:-1280,1000} scheme
  for scheme in light dark; do
    chromium --headless --no-sandbox --disable-gpu --disable-background-networking --disable-sync --no-first-run --hide-scrollbars \
      --user-data-dir="$work/chromium" --window-size="$size" --blink-settings=preferredColorScheme=$([ $scheme = dark ] && echo 0 || echo 1) \
      --screenshot="$folder/$name$([ $scheme = dark ] && echo -dark || true).png" "$url$path" >/dev/null 2>&1
  done
}
take today / 1280,1900
take today-phone / 500,1900
take search '/search?q=chips'
take search-phone '/search?q=chips' 500,1000
take article "/articles/$article"
take article-phone "/articles/$article" 500,1400
take countries /countries
take themes /themes
take search-nothing '/search?q=zzzz'
take search-wrong '/search?q=%28chips'
take country /countries/SA
take theme /themes/compute
take region /regions/mena
take compare '/compare?with=country:SA&with=country:AE&with=country:FR'
take sources /sources
take feed "/sources/$feed"
take feed-phone "/sources/$feed" 500,1400
take feed-delete "/sources/$feed/delete"
take feed-add /sources/add
take feed-import /sources/import
take login /login
take about /about
echo "Pictures are in $folder"
