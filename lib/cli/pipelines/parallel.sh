#!/usr/bin/env bash
# Reviews a file with GNU parallel: on all cores of this machine, or of several.
#
#   lib/cli/pipelines/parallel.sh FILE [options of the audit] > reviews.jsonl
#
#   HOSTS=4/one,4/two   hosts that ssh reaches, each with its count of processes; they need Node and nothing else
#   BLOCK=4M            bytes of replies to a process. Each takes a second or two to get ready: see the README
#
# Rows come in the order of the file. Ends with 0, or with parallel's count of blocks that had bad lines.
set -euo pipefail

project=$(cd "$(dirname "$0")/../../.." && pwd)
file=$1
shift
options=$(printf ' %q' "$@")
command="$project/.output/audit"

# Reads the export, puts tickets together, gives each reply its id: what depends on the whole file is done here.
replies() { npm --prefix "$project" run -s audit -- "$file" --to replies; }

run=(parallel --pipe --keep-order --block "${BLOCK:-4M}")
if [ -n "${HOSTS:-}" ]; then
  npm --prefix "$project" run -s preaudit
  for host in ${HOSTS//,/ }; do
    tar -C "$command" -c . | ${PARALLEL_SSH:-ssh} "${host##*/}" 'mkdir -p .cache/reframe-audit && tar -C .cache/reframe-audit -x'
  done
  # Quoted: each host's own home.
  command='.cache/reframe-audit'
  run+=(--sshlogin "$HOSTS")
fi

# `|| true`: bad lines were told of, and travel on as rows that say what is wrong.
{ replies || [ $? = 1 ]; } | "${run[@]}" "node $command/audit.js - $options"
