"""Downloads that go on where an earlier run broke off; pip's own start again."""

import base64
import errno
import http.client
import netrc
import re
import shutil
import ssl
import sys
import time
import urllib.error
import urllib.parse
import urllib.request

from fetching.wheels import BLOCK, SetupError, sha256

ATTEMPTS = 6
DISK_ERRORS = (errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EIO, errno.EACCES)


class Downloader:
    """Fetches wheels into a folder, going on where an earlier run broke off."""

    def __init__(self, folder, settings, tell):
        self.folder = folder
        self.tell = tell
        self.settings = settings
        self.timeout = float(settings.get("timeout", settings.get("default-timeout", 60)))
        self.opener = urllib.request.build_opener(*self.handlers())

    def handlers(self):
        context = ssl.create_default_context(cafile=self.settings.get("cert"))
        if certificate := self.settings.get("client-cert"):
            context.load_cert_chain(certificate)
        handlers = [urllib.request.HTTPSHandler(context=context)]
        if proxy := self.settings.get("proxy"):
            handlers.append(urllib.request.ProxyHandler({"http": proxy, "https": proxy}))
        return handlers

    def has(self, wheel):
        """Whether the wheel lies in the folder, with the right bytes."""
        path = self.folder / wheel.filename
        if not path.is_file() or path.stat().st_size != wheel.size:
            return False
        return sha256(path) == wheel.sha256

    def fetch(self, wheel, url):
        """Downloads the wheel, checks its sum, and only then gives it its name."""
        part = self.folder / (wheel.filename + ".part")
        if part.exists() and part.stat().st_size > wheel.size:
            part.unlink()
        resumed = part.exists() and part.stat().st_size > 0
        self.fill(part, wheel, url)
        found = sha256(part)
        if found != wheel.sha256 and resumed:
            self.tell(f"{wheel.filename}: the earlier part was spoilt; starting again")
            part.unlink()
            self.fill(part, wheel, url)
            found = sha256(part)
        if found != wheel.sha256:
            part.unlink()
            raise SetupError(
                f"{wheel.filename}: SHA-256 is {found}, pinned is {wheel.sha256}; the download "
                "was removed: run set-up again, and if it stays so, the mirror serves another file"
            )
        part.replace(self.folder / wheel.filename)

    def fill(self, part, wheel, url):
        """Reads the rest of the wheel into the part, trying again after a broken connection."""
        for attempt in range(1, ATTEMPTS + 1):
            have = part.stat().st_size if part.exists() else 0
            if have == wheel.size:
                return
            try:
                self.read(part, wheel, url, have)
            except urllib.error.HTTPError as error:
                if error.code < 500 and error.code not in (408, 416, 429):
                    raise SetupError(
                        f"{wheel.filename}: HTTP {error.code} {error.reason}; "
                        "check pip's index settings with `pip config list`"
                    ) from error
                if error.code == 416:
                    part.unlink(missing_ok=True)
                trouble = f"HTTP {error.code}"
            except (OSError, http.client.HTTPException) as error:
                reason = getattr(error, "reason", error)
                if isinstance(reason, ssl.SSLCertVerificationError):
                    raise SetupError(
                        f"{wheel.filename}: {reason.verify_message}; give the certificates of "
                        "your network to pip, as its setting `cert`, and run set-up again"
                    ) from error
                if getattr(error, "errno", None) in DISK_ERRORS:
                    raise SetupError(
                        f"{part}: {error.strerror.lower()}; make room, or set CROSSREAD_HOME to "
                        "another folder, and run set-up again"
                    ) from error
                trouble = str(reason) or type(reason).__name__
            else:
                if part.stat().st_size == wheel.size:
                    return
                trouble = "the connection closed early"
            if attempt < ATTEMPTS:
                self.tell(f"{wheel.filename}: {trouble}; trying again")
                time.sleep(min(2 ** (attempt - 1), 8))
        raise SetupError(
            f"{wheel.filename}: {trouble}, {ATTEMPTS} times; what came is kept: "
            "run set-up again to go on from there"
        )

    def read(self, part, wheel, url, have):
        """One request, from the byte that is missing first."""
        with self.opener.open(self.request(url, have), timeout=self.timeout) as answer:
            if have and not continues(answer, have):
                self.tell(f"{wheel.filename}: the server sends all of it again")
                have = 0
            progress = Progress(wheel, have)
            with open(part, "ab" if have else "wb", buffering=0) as file:
                while block := answer.read1(BLOCK):
                    file.write(block)
                    have += len(block)
                    progress.show(have)
                    if have > wheel.size:
                        break
            progress.end()
        if have > wheel.size:
            part.unlink()
            raise SetupError(
                f"{wheel.filename}: more than the {wheel.size} pinned bytes came; "
                "the mirror serves another file: check pip's index settings"
            )

    def request(self, url, have):
        request = urllib.request.Request(url)
        request.add_header("Accept-Encoding", "identity")
        if have:
            request.add_header("Range", f"bytes={have}-")
        if credentials := self.credentials(url):
            token = base64.b64encode(":".join(credentials).encode()).decode()
            request.add_unredirected_header("Authorization", "Basic " + token)
        return request

    def credentials(self, url):
        """Name and password for the URL's host: from pip's index settings, or from ~/.netrc."""
        host = urllib.parse.urlsplit(url).hostname
        indexes = [self.settings.get(name, "") for name in ("index-url", "extra-index-url")]
        for index in map(urllib.parse.urlsplit, " ".join(indexes).split()):
            if index.username and index.hostname == host:
                unquote = urllib.parse.unquote
                return unquote(index.username), unquote(index.password or "")
        try:
            entry = netrc.netrc().authenticators(host) if host else None
        except (OSError, netrc.NetrcParseError):
            return None
        return (entry[0], entry[2]) if entry else None


def continues(answer, have):
    """Whether an answer is the rest of the file from byte `have` on."""
    begin = re.match(r"bytes (\d+)-", answer.headers.get("Content-Range") or "")
    return answer.status == 206 and begin is not None and int(begin[1]) == have


class Progress:
    """How far a download is: a line that moves on a terminal, one line at its start elsewhere."""

    def __init__(self, wheel, have):
        self.wheel = wheel
        self.first = have
        self.started = self.shown = time.monotonic()
        self.moving = sys.stderr.isatty()
        if not self.moving:
            rest = f", from {have / 1e6:.1f} MB on" if have else ""
            size = f"{wheel.size / 1e6:.1f} MB"
            print(f"  {wheel.filename} ({size}{rest})", file=sys.stderr, flush=True)

    def show(self, have):
        now = time.monotonic()
        if not self.moving or (now - self.shown < 0.2 and have < self.wheel.size):
            return
        self.shown = now
        rate = (have - self.first) / 1e6 / max(now - self.started, 1e-3)
        line = (
            f"  {have * 100 // self.wheel.size:3d} %  {have / 1e6:6.1f} of "
            f"{self.wheel.size / 1e6:.1f} MB  {rate:5.1f} MB/s  {self.wheel.filename}"
        )
        width = shutil.get_terminal_size().columns - 1
        print("\r" + line[:width].ljust(width), end="", file=sys.stderr, flush=True)

    def end(self):
        if self.moving:
            print(file=sys.stderr, flush=True)
