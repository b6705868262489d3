#!/usr/bin/env bash
# Inside a session bus of its own: unlocks a throw-away keyring, then becomes the command.
set -euo pipefail
XDG_DATA_HOME=$(mktemp -d)
XDG_CONFIG_HOME=$(mktemp -d)
export XDG_DATA_HOME XDG_CONFIG_HOME
eval "$(printf test | gnome-keyring-daemon --unlock --components=secrets 2>/dev/null)"
exec "$@"
