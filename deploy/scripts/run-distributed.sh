#!/usr/bin/env bash
# Runs RabbitMQ, PostgreSQL and every service as a process of its own on this machine; Ctrl-C ends them all.
# Usage: deploy/scripts/run-distributed.sh [--sample]
# Data lies in ./data/distributed (DATA_DIRECTORY=...); the log of each service in its folder logs.
# The broker and PostgreSQL of this script are temporary: set ConnectionStrings__RabbitMq and ConnectionStrings__Postgres to use your own.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
cd "$root"
[ $# -eq 0 ] || [ "$*" = "--sample" ] || { echo "Unknown argument '$*'. Usage: $0 [--sample]" >&2; exit 2; }

source deploy/scripts/servers.sh
export Data__Directory=${DATA_DIRECTORY:-$root/data/distributed}
export Sample__Directory=$root/services/AllInOne/SampleFeeds
mkdir -p "$Data__Directory/logs"
pids=()
stop_all() {
  trap - EXIT INT TERM
  [ ${#pids[@]} -eq 0 ] || kill -TERM "${pids[@]}" 2>/dev/null || true
  wait "${pids[@]}" 2>/dev/null || true
  stop_servers
}
trap stop_all EXIT
trap 'exit 0' INT TERM

install_servers
if [ -z "${ConnectionStrings__RabbitMq:-}" ]; then
  start_servers
  export ConnectionStrings__RabbitMq=$RABBITMQ_URL ConnectionStrings__Postgres=$POSTGRES_URL
fi

dotnet build Monitoring.sln --configuration Release --nologo --verbosity quiet
for service in Portal FeedIngestor Classifier Indexer Alerts Digest Delivery; do
  # Background jobs of a script ignore Ctrl-C, so that it is this script that ends them, by SIGTERM.
  dotnet "artifacts/bin/$service/release/Monitoring.$service.dll" "$@" >"$Data__Directory/logs/$service.log" 2>&1 &
  pids+=($!)
  echo "$service: process $!, log $Data__Directory/logs/$service.log"
done

until curl --silent --fail --output /dev/null http://127.0.0.1:5080/health/ready; do
  kill -0 "${pids[@]}" || { tail -n 3 "$Data__Directory"/logs/*.log; exit 1; }
  sleep 0.5
done
echo "Ready at http://127.0.0.1:5080. Ctrl-C ends everything."
wait -n "${pids[@]}" || true
echo "A service has ended:"
tail -n 3 "$Data__Directory"/logs/*.log
exit 1
