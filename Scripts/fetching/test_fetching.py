"""Tests of what set-up does. `make test` runs them."""

import hashlib
import http.server
import json
import re
import tempfile
import threading
import unittest
import zipfile
from pathlib import Path
from unittest import mock

from fetching import components, downloads
from fetching.components import Component, describe, holds, unpack
from fetching.downloads import Downloader
from fetching.package_index import pip_trouble
from fetching.wheels import SetupError, Wheel, choose, read_lock

CONTENT = bytes(range(256)) * 4000
NAME = "sample-1.0-py3-none-any.whl"


class Server(http.server.ThreadingHTTPServer):
    """Serves CONTENT, and writes down the Range of each request."""

    def __init__(self, ranges=True, content=CONTENT, limit=None):
        super().__init__(("127.0.0.1", 0), Handler)
        self.ranges, self.content, self.limit, self.asked = ranges, content, limit, []
        self.url = f"http://127.0.0.1:{self.server_port}/{NAME}"

    def __enter__(self):
        threading.Thread(target=self.serve_forever, args=(0.01,), daemon=True).start()
        return self

    def __exit__(self, *error):
        self.shutdown()
        self.server_close()


class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        asked = self.headers.get("Range")
        self.server.asked.append(asked)
        content, begin = self.server.content, 0
        if asked and self.server.ranges:
            begin = int(re.fullmatch(r"bytes=(\d+)-", asked)[1])
            self.send_response(206)
            self.send_header("Content-Range", f"bytes {begin}-{len(content) - 1}/{len(content)}")
        else:
            self.send_response(200)
        self.send_header("Content-Length", str(len(content) - begin))
        self.end_headers()
        self.wfile.write(content[begin:][: self.server.limit])

    def log_message(self, *arguments):
        pass


class DownloadTests(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        self.part = self.folder / (NAME + ".part")
        self.told = []
        self.wheel = Wheel(
            "sample", "MIT", NAME, len(CONTENT), hashlib.sha256(CONTENT).hexdigest()
        )
        for target in ("fetching.downloads.Progress", "time.sleep"):
            patch = mock.patch(target)
            patch.start()
            self.addCleanup(patch.stop)

    def fetch(self, server):
        downloader = Downloader(self.folder, {}, self.told.append)
        downloader.fetch(self.wheel, server.url)
        self.assertTrue(downloader.has(self.wheel))
        self.assertFalse(self.part.exists())

    def test_a_whole_download_asks_once(self):
        with Server() as server:
            self.fetch(server)
        self.assertEqual(server.asked, [None])

    def test_a_broken_download_goes_on_where_it_broke_off(self):
        self.part.write_bytes(CONTENT[:1000])
        with Server() as server:
            self.fetch(server)
        self.assertEqual(server.asked, ["bytes=1000-"])

    def test_a_server_that_ignores_ranges_starts_from_the_beginning(self):
        self.part.write_bytes(CONTENT[:1000])
        with Server(ranges=False) as server:
            self.fetch(server)
        self.assertEqual(server.asked, ["bytes=1000-"])

    def test_a_connection_that_closes_early_is_resumed(self):
        with Server(limit=600_000) as server:
            self.fetch(server)
        self.assertEqual(server.asked, [None, "bytes=600000-"])

    def test_a_spoilt_part_is_thrown_away(self):
        self.part.write_bytes(b"x" * 1000)
        with Server() as server:
            self.fetch(server)
        self.assertEqual(server.asked, ["bytes=1000-", None])

    def test_another_file_is_refused_by_both_sums(self):
        other = b"y" + CONTENT[1:]
        with Server(content=other) as server, self.assertRaises(SetupError) as refused:
            self.fetch(server)
        self.assertIn(hashlib.sha256(other).hexdigest(), str(refused.exception))
        self.assertIn(self.wheel.sha256, str(refused.exception))
        self.assertEqual(list(self.folder.iterdir()), [])

    def test_a_longer_file_is_refused_before_all_of_it_came(self):
        with Server(content=CONTENT + b"z") as server, self.assertRaises(SetupError):
            self.fetch(server)

    def test_what_came_is_kept_when_the_server_stays_broken(self):
        with Server(limit=10) as server, self.assertRaises(SetupError):
            self.fetch(server)
        self.assertEqual(self.part.read_bytes(), CONTENT[: 10 * downloads.ATTEMPTS])


class PinTests(unittest.TestCase):
    def test_every_python_and_architecture_has_one_wheel_of_each_project(self):
        pins = read_lock(components.SCRIPTS / "models.lock")
        for minor in range(10, 15):
            for machine in ("x86_64", "aarch64"):
                for project, wheels in pins.items():
                    with self.subTest(project=project, minor=minor, machine=machine):
                        fitting = [w for w in wheels if w.suits(f"cp3{minor}", machine)]
                        self.assertEqual(len(fitting), 1)

    def test_a_python_without_a_wheel_is_told_what_to_do(self):
        wheel = Wheel("sample", "MIT", "sample-1.0-cp27-cp27m-linux_x86_64.whl", 1, "")
        with self.assertRaisesRegex(SetupError, "CROSSREAD_PYTHON"):
            choose({"sample": [wheel]}, "sample")

    def test_pip_without_network_is_one_plain_line(self):
        output = "WARNING: Retrying after connection broken\nERROR: No matching distribution"
        self.assertIn("connect to the network", pip_trouble("package index", output))


class ComponentTests(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.home = Path(folder.name)
        archive = self.home / NAME
        with zipfile.ZipFile(archive, "w") as file:
            for name in ("a/lib/x.so.1", "a/lib/y.so", "a/data-2/LICENSE", "a/data-2/deep/model"):
                file.writestr(name, name)
        self.rules = (("a/lib/x.so.*", "lib"), ("a/data-*/**", ""))
        self.component = Component("sample", "sample", files=self.rules)
        self.wheel = Wheel("sample", "MIT", NAME, archive.stat().st_size, "sum")
        unpack(archive, self.rules, self.home / "sample")
        self.entry = describe(self.component, self.wheel, self.home)

    def whole(self, verify=False):
        return holds(self.component, self.entry, self.home, {"sample": [self.wheel]}, verify)

    def test_rules_take_files_by_pattern_and_trees_as_they_are(self):
        paths = [file["path"] for file in self.entry["files"]]
        self.assertEqual(
            paths, ["sample/LICENSE", "sample/deep/model", "sample/lib/x.so.1"]
        )

    def test_a_rule_that_finds_nothing_is_an_error(self):
        with self.assertRaisesRegex(SetupError, "holds no a/none"):
            unpack(self.home / NAME, (("a/none", ""),), self.home / "other")

    def test_an_entry_survives_the_manifest(self):
        components.write_manifest(self.home, {"openvino": {**self.entry, "name": "openvino"}})
        self.assertEqual(
            components.read_manifest(self.home)["openvino"]["files"], self.entry["files"]
        )
        manifest = json.loads((self.home / "manifest.json").read_text(encoding="utf-8"))
        self.assertEqual(manifest["version"], 1)

    def test_a_broken_manifest_counts_as_none(self):
        (self.home / "manifest.json").write_text("{", encoding="utf-8")
        self.assertEqual(components.read_manifest(self.home), {})

    def test_a_missing_or_cut_file_is_noticed(self):
        self.assertTrue(self.whole())
        (self.home / "sample/LICENSE").write_text("a", encoding="utf-8")
        self.assertFalse(self.whole())
        (self.home / "sample/LICENSE").unlink()
        self.assertFalse(self.whole())

    def test_a_changed_byte_is_noticed_when_verifying(self):
        (self.home / "sample/LICENSE").write_text("A/data-2/LICENSE", encoding="utf-8")
        self.assertTrue(self.whole())
        self.assertFalse(self.whole(verify=True))

    def test_another_pin_makes_it_anew(self):
        self.wheel = Wheel("sample", "MIT", NAME, 1, "other sum")
        self.assertFalse(self.whole())


if __name__ == "__main__":
    unittest.main()
