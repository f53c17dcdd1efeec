# Sourced by test.sh and run-distributed.sh: RabbitMQ and PostgreSQL of Debian's packages, started by hand on free loopback ports
# in a folder of their own, so that they never meet a server that runs on the machine already.

install_servers() {
  [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null || return 0
  local missing=()
  command -v rabbitmq-server >/dev/null || missing+=(rabbitmq-server)
  compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null || missing+=(postgresql)
  python3 -c 'import aiosmtpd' 2>/dev/null || /usr/bin/python3 -c 'import aiosmtpd' 2>/dev/null || missing+=(python3-aiosmtpd)
  command -v chromium >/dev/null || missing+=(chromium)
  [ ${#missing[@]} -eq 0 ] && return 0
  echo "Installing ${missing[*]}"
  # Installing must not start the distribution's own servers.
  local policy=/usr/sbin/policy-rc.d made=
  [ -e $policy ] || { printf '#!/bin/sh\nexit 101\n' >$policy && chmod +x $policy && made=1; }
  apt-get -o DPkg::Lock::Timeout=300 update -qq
  DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 --fix-broken install -y -qq >/dev/null
  DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 install -y -qq "${missing[@]}" >/dev/null
  [ -z "$made" ] || rm -f $policy
}

free_port() {
  python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'
}

# Runs as another user when this one is root: neither server runs as root.
as_user() {
  local user=$1
  shift
  if [ "$(id -u)" = 0 ]; then
    (cd / && runuser -u "$user" -- "$@")
  else
    "$@"
  fi
}

start_servers() {
  servers=$(mktemp -d /tmp/monitoring-servers.XXXXXX)
  chmod 755 "$servers"
  start_postgres
  start_rabbitmq
}

start_postgres() {
  local bin
  bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1)
  [ -n "$bin" ] || { echo "PostgreSQL is not installed: tests that need it are skipped"; return 0; }
  postgres_bin=$bin
  postgres_port=$(free_port)
  mkdir "$servers/postgres"
  [ "$(id -u)" != 0 ] || chown postgres "$servers/postgres"
  as_user postgres "$bin/initdb" -D "$servers/postgres/data" -U monitoring --auth=trust --encoding=UTF8 --locale=C.UTF-8 >/dev/null
  as_user postgres "$bin/pg_ctl" -D "$servers/postgres/data" -w -l "$servers/postgres/log" \
    -o "-p $postgres_port -c listen_addresses=127.0.0.1 -c unix_socket_directories=$servers/postgres -c max_connections=300" start >/dev/null
  export POSTGRES_URL="Host=127.0.0.1;Port=$postgres_port;Username=monitoring;Database=postgres"
  export POSTGRES_PID_FILE="$servers/postgres/data/postmaster.pid"
}

start_rabbitmq() {
  command -v rabbitmq-server >/dev/null || { echo "RabbitMQ is not installed: tests that need it are skipped"; return 0; }
  rabbit_port=$(free_port)
  rabbit_dist=$(free_port)
  rabbit_epmd=$(free_port)
  rabbit_node="monitoring$$@localhost"
  mkdir -p "$servers/rabbitmq/mnesia" "$servers/rabbitmq/log"
  printf 'listeners.tcp.default = 127.0.0.1:%s\nloopback_users = none\nvm_memory_high_watermark.absolute = 2GB\ndisk_free_limit.absolute = 50MB\n' \
    "$rabbit_port" >"$servers/rabbitmq/rabbitmq.conf"
  : >"$servers/rabbitmq/enabled_plugins"
  [ "$(id -u)" != 0 ] || chown -R rabbitmq "$servers/rabbitmq"
  rabbit_env=(env "HOME=$servers/rabbitmq" RABBITMQ_NODENAME="$rabbit_node" RABBITMQ_NODE_PORT= RABBITMQ_DIST_PORT="$rabbit_dist"
    ERL_EPMD_PORT="$rabbit_epmd" ERL_EPMD_ADDRESS=127.0.0.1 RABBITMQ_CONFIG_FILE="$servers/rabbitmq/rabbitmq.conf"
    RABBITMQ_MNESIA_BASE="$servers/rabbitmq/mnesia" RABBITMQ_LOG_BASE="$servers/rabbitmq/log"
    RABBITMQ_ENABLED_PLUGINS_FILE="$servers/rabbitmq/enabled_plugins" LANG=C.UTF-8)
  as_user rabbitmq "${rabbit_env[@]}" /usr/lib/rabbitmq/bin/rabbitmq-server >"$servers/rabbitmq.out" 2>&1 &
  local waited=0
  until as_user rabbitmq "${rabbit_env[@]}" /usr/lib/rabbitmq/bin/rabbitmqctl --quiet await_startup --timeout 5 >/dev/null 2>&1; do
    waited=$((waited + 1))
    [ $waited -lt 24 ] || { echo "RabbitMQ did not start:"; tail -n 20 "$servers/rabbitmq.out"; return 1; }
    sleep 1
  done
  export RABBITMQ_URL="amqp://guest:guest@127.0.0.1:$rabbit_port"
}

stop_servers() {
  [ -n "${servers:-}" ] || return 0
  [ -z "${postgres_port:-}" ] || as_user postgres "$postgres_bin/pg_ctl" -D "$servers/postgres/data" -m immediate stop >/dev/null 2>&1 || true
  if [ -n "${rabbit_port:-}" ]; then
    as_user rabbitmq "${rabbit_env[@]}" /usr/lib/rabbitmq/bin/rabbitmqctl --quiet shutdown >/dev/null 2>&1 || true
    as_user rabbitmq env ERL_EPMD_PORT="$rabbit_epmd" epmd -port "$rabbit_epmd" -kill >/dev/null 2>&1 || true
  fi
  rm -rf "$servers"
  servers=
}
