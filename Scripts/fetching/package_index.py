"""Where a wheel is, as pip finds it, so that the user's own index, mirror and proxy hold."""

import ast
import json
import subprocess
import urllib.parse

from fetching.wheels import SetupError


def read_pip_settings(python):
    """The user's pip configuration from files and environment, the stronger over the weaker."""
    listing = subprocess.run(
        [python, "-m", "pip", "config", "list"], capture_output=True, text=True, check=False
    ).stdout
    settings = {}
    for section in ("global", "install", ":env:"):
        for line in listing.splitlines():
            name, _, value = line.partition("=")
            place, _, key = name.rpartition(".")
            if place == section:
                settings[key] = str(ast.literal_eval(value))
    return settings


def locate(wheels, python):
    """The URL of each wheel by its file name, as the user's pip finds it.

    `fast-deps` has pip read a wheel's metadata by Range requests, so that looking costs no
    download where the index gives no metadata of its own.
    """
    if not wheels:
        return {}
    command = [python, "-m", "pip", "install", "--dry-run", "--report", "-", "--quiet"]
    command += ["--no-deps", "--ignore-installed", "--no-user", "--no-input"]
    command += ["--only-binary", ":all:", "--use-feature", "fast-deps"]
    command += [f"{wheel.project}=={wheel.version}" for wheel in wheels]
    answer = subprocess.run(command, capture_output=True, text=True, check=False)
    if answer.returncode != 0:
        raise SetupError(pip_trouble("package index", answer.stderr))
    found = {}
    for item in json.loads(answer.stdout)["install"]:
        url = item["download_info"]["url"]
        path = urllib.parse.urlsplit(url).path
        found[urllib.parse.unquote(path.rsplit("/", 1)[-1])] = url
    for wheel in wheels:
        if wheel.filename not in found:
            raise SetupError(
                f"{wheel.filename}: the package index offers another file for "
                f"{wheel.project} {wheel.version}; check pip's index and find-links settings"
            )
    return found


def pip_trouble(what, output):
    """One line for what pip wrote to standard error."""
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    if "CERTIFICATE_VERIFY_FAILED" in output:
        return (
            f"{what}: its certificate is not trusted; give the certificates of your network to "
            "pip, as its setting `cert`, and run set-up again"
        )
    if any(sign in output for sign in ("onnection", "timed out", "name resolution")):
        return (
            f"{what}: no answer; connect to the network, or set pip's index or proxy, and run "
            "set-up again"
        )
    errors = [line.removeprefix("ERROR: ") for line in lines if line.startswith("ERROR: ")]
    reason = (errors or lines or ["no message"])[0]
    return f"{what}: pip failed ({reason}); check pip's settings with `pip config list`"
