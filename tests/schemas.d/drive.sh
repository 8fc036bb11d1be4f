#!/usr/bin/env bash
# drive.sh FOLDER -C DESK FILE...: the text of a schema, to stand on the desk, that imports each file of a folder there by its namespace.
set -eu
folder=$1
desk=$3
shift 3
printf '<?xml version="1.0" encoding="UTF-8"?>\n<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">\n'
for file in "$@"; do
  namespace=$(grep -o 'targetNamespace *= *"[^"]*"' "$desk/$folder/$file" | head -n 1 | cut -d'"' -f2)
  printf '  <xs:import namespace="%s" schemaLocation="%s/%s"/>\n' "$namespace" "$folder" "$file"
done
printf '</xs:schema>\n'
