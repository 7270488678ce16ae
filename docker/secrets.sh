#!/bin/sh
# Makes the secrets that are missing: one file each, in the given folder or in docker/secrets. Those that exist stay as they are.
# Needs openssl. The folder is for its owner alone; the files in it can be read by all, since users of containers are others.
set -eu
folder=${1:-$(dirname "$0")/secrets}
mkdir -p "$folder"
chmod 700 "$folder"
cd "$folder"
umask 022

# make NAME reads the content of a new file from its input; a file appears with all of its content or not at all.
make() {
  if [ ! -e "$1" ]; then
    cat >".$1.partial"
    [ -s ".$1.partial" ] || { echo "cannot make $1" >&2; exit 1; }
    mv ".$1.partial" "$1"
    echo "made $1"
  fi
}

for name in keystore_password POSTGRES_PASSWORD ADMIN_PASSWORD SCANNER_SERVICE_PASSWORD INGESTION_SERVICE_PASSWORD \
  CORRELATOR_SERVICE_PASSWORD grafana_password; do
  openssl rand -hex 24 | make "$name"
done
echo "requirepass $(openssl rand -hex 24)" | make redis.conf
sed -n 's|^requirepass \(.*\)|redis://:\1@redis:6379|p' redis.conf | make REDIS_URL
openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:3072 2>/dev/null | make jwt.pem
echo "first:$(openssl rand -base64 32)" | make audit.keys
# The inbox of the profile demo; put the address of your own workspace in its place.
echo "http://inbox:9025/slack/webhook/containers" | make SLACK_WEBHOOK_URL
