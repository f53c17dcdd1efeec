#!/usr/bin/env bash
# Runs every test project against real servers that this script starts on loopback and stops again.
# Usage: deploy/scripts/test.sh [PROJECT ...]      (names as in tests/, for instance Portal.Tests; default: all)
# With CI=true a skipped test is a failure, Elasticsearch's excepted (no server is at hand: set ELASTICSEARCH_URL to have them run).
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
cd "$root"
source deploy/scripts/servers.sh
install_servers
start_servers
trap stop_servers EXIT
trap 'exit 130' INT TERM

results=$(mktemp -d)
chmod 755 "$results"
projects=("$@")
if [ ${#projects[@]} -eq 0 ]; then
  mapfile -t projects < <(cd tests && printf '%s\n' *.Tests)
fi

# For tests alone: what the pages ship is not from npm.
axe=artifacts/axe-core
if [ ! -e $axe/package/axe.min.js ] && command -v npm >/dev/null; then
  mkdir -p $axe
  (cd $axe && npm pack --silent axe-core@4.14.1 >/dev/null && tar xzf axe-core-4.14.1.tgz) || echo "axe-core cannot be fetched: its test is skipped"
fi

dotnet build Monitoring.sln --configuration Release --nologo --verbosity quiet

exit_code=0
for project in "${projects[@]}"; do
  echo "== $project"
  dotnet run --no-build --configuration Release --project "tests/$project" -- \
    -noColor -noLogo -result-trx "$results/$project.trx" || exit_code=1
done

# Counts come from the reports, so that a project that ran nothing is seen.
python3 - "$results" "${#projects[@]}" "${CI:-}" "$exit_code" <<'PY'
import glob, sys, xml.etree.ElementTree as ET
folder, expected, ci, failed_run = sys.argv[1], int(sys.argv[2]), sys.argv[3] == "true", sys.argv[4] != "0"
ns = {"t": "http://microsoft.com/schemas/VisualStudio/TeamTest/2010"}
passed = failed = skipped = 0
problems = []
reports = sorted(glob.glob(folder + "/*.trx"))
for report in reports:
    results = ET.parse(report).getroot().findall(".//t:UnitTestResult", ns)
    if not results:
        problems.append(f"{report} holds no test")
    for result in results:
        outcome, name = result.get("outcome"), result.get("testName")
        if outcome == "Passed":
            passed += 1
        elif outcome == "NotExecuted":
            skipped += 1
            if ci and "elasticsearch" not in name.lower():
                problems.append(f"skipped: {name}")
        else:
            failed += 1
if len(reports) != expected:
    problems.append(f"{expected} projects were to run, {len(reports)} reported")
for problem in problems:
    print("problem:", problem)
if failed == 0 and (problems or failed_run):
    failed = max(1, len(problems))
print(f"{passed} passed, {failed} failed, {skipped} skipped")
sys.exit(1 if failed else 0)
PY
