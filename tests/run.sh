#!/usr/bin/env bash
# Runs every test of the platform: installs what they need, starts private servers on free loopback ports, stops them again.
# The last line is "N passed, N failed, N skipped". Needs the .NET SDK and apt (as root or with sudo).
#   tests/run.sh                 everything
#   tests/run.sh Ordering.Tests  these projects only; TEST_FILTER=name runs the tests whose name holds it
set -uo pipefail
cd "$(dirname "$0")/.."

work=$(mktemp -d "${TMPDIR:-/tmp}/zhongfu-tests-XXXXXX")
chmod 755 "$work"
pids=()
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 MSBUILDDISABLENODEREUSE=1

tree() { echo "$1"; for child in $(pgrep -P "$1"); do tree "$child"; done; }
stop_servers() {
  local pid all=()
  [ -x "$work/pg_stop" ] && "$work/pg_stop" >/dev/null 2>&1
  [ -x "$work/epmd_stop" ] && for pid in "${pids[@]:-}"; do [ -n "$pid" ] && all+=($(tree "$pid")); done
  for pid in "${all[@]:-}" "${pids[@]:-}"; do [ -n "$pid" ] && as_root kill "$pid" 2>/dev/null; done
  for pid in "${all[@]:-}" "${pids[@]:-}"; do
    [ -n "$pid" ] || continue
    for _ in $(seq 1 80); do as_root kill -0 "$pid" 2>/dev/null || break; sleep 0.1; done
    as_root kill -9 "$pid" 2>/dev/null
  done
  [ -x "$work/epmd_stop" ] && "$work/epmd_stop" >/dev/null 2>&1
  as_root rm -rf "$work"
}
trap stop_servers EXIT

as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi; }
as_user() { local user=$1; shift; if [ "$(id -u)" = 0 ]; then runuser -u "$user" -- "$@"; else sudo -u "$user" -- "$@"; fi; }
free_port() { python3 - <<'P' 2>/dev/null || echo $((20000 + RANDOM % 20000))
import socket
s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])
P
}
wait_port() { for _ in $(seq 1 "${2:-300}"); do (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null && return 0; sleep 0.1; done; return 1; }

install() {
  local missing=()
  command -v chromium >/dev/null || missing+=(chromium)
  command -v redis-server >/dev/null || missing+=(redis-server)
  [ -x /usr/sbin/rabbitmq-server ] || missing+=(rabbitmq-server)
  ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || missing+=(postgresql)
  [ -d /usr/share/fonts/opentype/noto ] || missing+=(fonts-noto-cjk)
  [ ${#missing[@]} = 0 ] && return 0
  echo "installing: ${missing[*]}"
  as_root apt-get update -qq >/dev/null
  # Packaged services must not start by themselves: the tests run their own instances.
  as_root env DEBIAN_FRONTEND=noninteractive RUNLEVEL=1 apt-get install -y -qq --no-install-recommends "${missing[@]}" >"$work/apt.log" 2>&1 || { tail -20 "$work/apt.log"; return 1; }
}

start_postgres() {
  local bin port data=$work/pg
  bin=$(ls -d /usr/lib/postgresql/*/bin | sort -V | tail -1)
  port=$(free_port)
  mkdir -p "$data" && as_root chown postgres "$data"
  as_user postgres "$bin/initdb" -D "$data" -A trust -U zhongfu --locale=C.UTF-8 >"$work/initdb.log" 2>&1 || { cat "$work/initdb.log"; return 1; }
  as_user postgres "$bin/pg_ctl" -D "$data" -w -l "$data/log" -o "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories=$data -c max_connections=300" start >/dev/null || return 1
  printf '#!/usr/bin/env bash\n%s\n' "$(declare -f as_user); as_user postgres $bin/pg_ctl -D $data -m fast stop" >"$work/pg_stop"; chmod +x "$work/pg_stop"
  export ZHONGFU_TEST_POSTGRES="Host=127.0.0.1;Port=$port;Username=zhongfu;Database=postgres"
}

start_redis() {
  local port; port=$(free_port)
  redis-server --bind 127.0.0.1 --port "$port" --save '' --appendonly no --dir "$work" >"$work/redis.log" 2>&1 &
  pids+=($!)
  wait_port "$port" || return 1
  export ZHONGFU_TEST_REDIS="127.0.0.1:$port"
}

start_rabbitmq() {
  local port dist epmd api home=$work/rabbit
  port=$(free_port); dist=$(free_port); epmd=$(free_port); api=$(free_port)
  mkdir -p "$home/log" "$home/mnesia"
  # The management interface makes a virtual host for each test host: none meets another's messages.
  echo '[rabbitmq_management].' >"$home/plugins"
  printf 'management.tcp.ip = 127.0.0.1\nmanagement.tcp.port = %s\n' "$api" >"$home/rabbitmq.conf"
  as_root chown -R rabbitmq "$home"
  as_user rabbitmq env HOME="$home" ERL_EPMD_ADDRESS=127.0.0.1 ERL_EPMD_PORT="$epmd" RABBITMQ_NODENAME="zhongfu$port@localhost" \
    RABBITMQ_NODE_IP_ADDRESS=127.0.0.1 RABBITMQ_NODE_PORT="$port" RABBITMQ_DIST_PORT="$dist" RABBITMQ_MNESIA_BASE="$home/mnesia" \
    RABBITMQ_LOG_BASE="$home/log" RABBITMQ_ENABLED_PLUGINS_FILE="$home/plugins" RABBITMQ_CONFIG_FILE="$home/rabbitmq.conf" \
    /usr/lib/rabbitmq/bin/rabbitmq-server >"$work/rabbit.log" 2>&1 &
  pids+=($!)
  # The broker starts a port mapper of its own that outlives it.
  printf '#!/usr/bin/env bash\n%s\n' "$(declare -f as_user); as_user rabbitmq env ERL_EPMD_PORT=$epmd epmd -kill" >"$work/epmd_stop"; chmod +x "$work/epmd_stop"
  wait_port "$port" 600 && wait_port "$api" 300 || { tail -20 "$work/rabbit.log"; return 1; }
  export ZHONGFU_TEST_RABBITMQ="amqp://guest:guest@127.0.0.1:$port" ZHONGFU_TEST_RABBITMQ_API="http://127.0.0.1:$api"
}

install && start_postgres && start_redis && start_rabbitmq || { echo "the servers for the tests could not be started"; echo "0 passed, 1 failed, 0 skipped"; exit 1; }

echo "building"
dotnet build ZhongFu.sln -c Debug -nologo -v q -clp:ErrorsOnly || { echo "0 passed, 1 failed, 0 skipped"; exit 1; }

passed=0 failed=0 skipped=0
projects=("$@")
[ ${#projects[@]} = 0 ] && mapfile -t projects < <(find tests -name '*.Tests.csproj' -exec dirname {} \; | xargs -n1 basename | sort)
for project in "${projects[@]}"; do
  log=$work/$project.log
  timeout 1200 dotnet test "tests/$project" --no-build -nologo -v q --logger "console;verbosity=minimal" ${TEST_FILTER:+--filter "FullyQualifiedName~$TEST_FILTER"} >"$log" 2>&1
  code=$?
  line=$(grep -E '(Passed|Failed)! +- ' "$log" | tail -1)
  count() { sed -nE "s/.*$1: +([0-9]+).*/\1/p" <<<"$line"; }
  p=$(count Passed); f=$(count Failed); s=$(count Skipped)
  echo "$project: ${p:-0} passed, ${f:-0} failed, ${s:-0} skipped"
  if [ "$code" != 0 ] || [ -z "$line" ]; then
    grep -vE '^\s*$|A total of|Test run for' "$log" | tail -120
    [ "${f:-0}" = 0 ] && f=$((${f:-0} + 1))
  fi
  passed=$((passed + ${p:-0})); failed=$((failed + ${f:-0})); skipped=$((skipped + ${s:-0}))
done
stop_servers; trap - EXIT
echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" = 0 ] && [ "$passed" -gt 0 ]
