#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Roadstead authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# usage: check_run_arguments.sh PACKAGING-FOLDER ROADSTEAD-CLI
#
# packaging/run.sh without a display: what the terminal program is started with. Nothing is installed, built or scanned:
# the packages, ninja and the program are stand-ins. The options are those that the program itself names.
set -eu

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
mkdir -p "$folder/packaging" "$folder/build/run" "$folder/bin"
cp "$1/run.sh" "$1/optionkinds.sh" "$folder/packaging/"
cat >"$folder/packaging/packages.sh" <<'END'
build_packages='' window_packages=''
say() { :; }
die() { printf '%s\n' "$*" >&2; exit 1; }
require_system() { :; }
install_missing() { :; }
END
printf '#!/bin/sh\n' >"$folder/bin/ninja"
cat >"$folder/build/run/roadstead-cli" <<'END'
#!/bin/sh
for argument; do printf '[%s]' "$argument"; done
END
: >"$folder/build/run/build.ninja"
chmod +x "$folder/bin/ninja" "$folder/build/run/roadstead-cli"

failed=0
# expect WHAT ARGUMENT...: run.sh with these arguments starts the terminal program with WHAT.
expect() {
    expected=$1
    shift
    found=$(env -u DISPLAY -u WAYLAND_DISPLAY PATH="$folder/bin:$PATH" sh "$folder/packaging/run.sh" "$@")
    [ "$found" = "$expected" ] || {
        printf 'run.sh %s\n  started it with %s\n  instead of      %s\n' "$*" "$found" "$expected" >&2
        failed=1
    }
}

expect '[127.0.0.1]'
expect '[127.0.0.1]' --start
expect '[--quiet][127.0.0.1]' --quiet
expect '[-p][22 80][127.0.0.1]' -p '22 80'
expect '[-p22][--timeout=50][127.0.0.1]' -p22 --timeout=50
expect '[--csv][-][--exclude-ports][!22][-4][127.0.0.1]' --csv - --exclude-ports '!22' -4
expect '[127.0.0.2]' 127.0.0.2 --start
expect '[--csv][a b.csv][127.0.0.2]' --csv 'a b.csv' 127.0.0.2
expect '[--targets-file][list]' --targets-file list
expect '[--targets-from-text=log]' --targets-from-text=log
expect '[--ports][--start][127.0.0.1]' --ports --start
expect '[--][--quiet]' -- --quiet
expect '[--help]' --help
expect '[--compare][a][b]' --compare a b
expect '[--merge][all][a][b]' --merge all a b
expect '[--resume][scan.roadstead]' --resume scan.roadstead
expect '[--import=scan.xml][--json][-]' --import=scan.xml --json -
expect '[--save][a.roadstead][127.0.0.1]' --save a.roadstead

# The program's own list, a line for each: "--name" or "--name VALUE".
"$2" --help | sed -n 's/^  \(-., \)\{0,1\}\(--*[a-z0-9-]*\)\( <[^>]*>\)\{0,1\}.*/\2\3/p' >"$folder/options"
[ "$(wc -l <"$folder/options")" -ge 40 ] || {
    echo "The options were not found in the help." >&2
    exit 1
}
while read -r option value; do
    case $option in
        --targets-file | --targets-from-text | --resume | --import)
            expect "[$option][x]" "$option" x
            expect "[$option=x]" "$option=x"
            ;;
        --compare | --merge | --help | --version | --list-presets) expect "[$option]" "$option" ;;
        *)
            if [ -n "$value" ]; then
                expect "[$option][x][127.0.0.1]" "$option" x
            else
                expect "[$option][127.0.0.1]" "$option"
                expect "[$option][x]" "$option" x
            fi
            ;;
    esac
done <"$folder/options"
exit "$failed"
