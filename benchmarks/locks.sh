#!/usr/bin/env bash
# Hazards by the text of migrations, by a shadow database and by squawk, on the same files in one run.
# Arguments: directories of checked-out repositories; without any, those of benchmarks/README.md are cloned.
set -euo pipefail
cd "$(dirname "$0")/.."
mvn -q -B -Dquick -Dmaven.test.skip=true -Pbenchmarks -pl benchmarks -am package
work=benchmarks/target/locks
mkdir -p "$work"
npm --prefix "$work" install --silent --no-audit --no-fund squawk-cli@2.66.0
squawk=$(find "$work/node_modules/@squawk-cli" -type f -name squawk | head -n 1)
if [ "$#" -eq 0 ]; then
  for repository in hatchet-dev/hatchet ory/kratos supabase/auth; do
    place=$work/$(basename "$repository")
    [ -d "$place" ] || git clone --quiet --depth 1 "https://github.com/$repository" "$place"
    set -- "$@" "$place"
  done
fi
java -Xmx2g -cp 'benchmarks/target/classes:benchmarks/target/lib/*' io.github.assaymark.benchmarks.LockHazards "$squawk" "$@"
