#!/usr/bin/env bash
# Measures every row of benchmarks/README.md: each way of judging in a process of its own, one after the other.
set -euo pipefail
cd "$(dirname "$0")/.."
mvn -q -B -Dquick -Dmaven.test.skip=true -Pbenchmarks -pl benchmarks -am package
run() { java -Xmx4g -cp 'benchmarks/target/classes:benchmarks/target/lib/*' "io.github.assaymark.benchmarks.$@"; }
echo '== compile 250 items'
run CompilePack
for facts in 100000 1000000; do
  for way in loops evrete assay live; do
    echo "== judge $facts facts with 250 items, cold: $way"
    run ColdJudge "$way" "$facts" 100
  done
done
for way in loops loops-by-service evrete live; do
  echo "== one fact changed among 100,000: $way"
  run OneFact "$way" 100000 100
done
echo '== one file edited in a monorepo of 100, 300 and 1000 services'
run OneFile 100 300 1000
echo '== TypeScript to trees, every node seen from Java'
sources=benchmarks/target/typescript
mkdir -p "$sources" && cp facts-extractors/source/src/test/node/sample/*.json "$sources"
npm --prefix "$sources" ci --silent --ignore-scripts --no-audit --no-fund
for way in ours ours-unwalked tree-sitter tree-sitter-unwalked; do
  run ParseTypeScript "$way" 12 "$sources/node_modules/rxjs/src" "$sources/node_modules/zod/src"
done
echo '== one module of 50 kB edited in a service of 1, 20 and 100 other modules'
run OneModule 1 20 100
echo '== one migration edited in a history of 346 and of 233, and the shadow database (checkouts of ory/kratos and hatchet-dev/hatchet)'
for repository in ory/kratos hatchet-dev/hatchet; do
  place=benchmarks/target/locks/$(basename "$repository")
  mkdir -p benchmarks/target/locks
  [ -d "$place" ] || git clone --quiet --depth 1 "https://github.com/$repository" "$place"
  run OneMigration "$place"
  run ShadowSpeed 50 "$place"
done
