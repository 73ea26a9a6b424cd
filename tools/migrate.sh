#!/usr/bin/env bash
# tools/migrate.sh Ordering AddDeliveryNote: one migration that SQLite, SQL Server and PostgreSQL all understand.
# Scaffolds against PostgreSQL (SQLite loses changes of length silently), then removes what only PostgreSQL would say.
set -euo pipefail
cd "$(dirname "$0")/.."
module=$1 name=$2
project=src/$module context=${module}Db
case $module in Identity) project=src/Gateway ;; esac
folder=$project/Data/Migrations
[ "$module" = Identity ] && folder=$project/Identity/Migrations
dotnet tool restore >/dev/null
Database__Provider=Postgres Database__ConnectionString='Host=design-time' \
  dotnet ef migrations add "$name" --context "$context" --project "$project" --startup-project src/Gateway --output-dir "${folder#"$project"/}"
perl -0pi -e 's/\b(old)?[tT]ype: "[^"]+",\s*//g; s/,\s*(old)?[tT]ype: "[^"]+"//g; s/\s*\.HasColumnType\("[^"]+"\)//g; s/\n\s*NpgsqlModelBuilderExtensions\.[^\n]*//g; s/using Npgsql[^\n]*\n//g; s/^\x{FEFF}//; s/\xEF\xBB\xBF//' "$folder"/*.cs
