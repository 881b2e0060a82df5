"""A page in headless Chromium, driven by the DevTools protocol over a pipe."""

import base64
import json
import os
import shutil
import subprocess


def executable():
    """The Chromium to use: CROSSREAD_CHROMIUM, or what is on the PATH; None where there is none."""
    names = [os.environ.get("CROSSREAD_CHROMIUM"), "chromium", "chromium-browser", "google-chrome"]
    return next(filter(None, (shutil.which(name) for name in names if name)), None)


class Page:
    """An address, loaded; to be closed at the end."""

    def __init__(self, chromium, address, profile, width=1400, height=900):
        theirs_in, ours_out = os.pipe()
        ours_in, theirs_out = os.pipe()
        self.process = subprocess.Popen(
            ["/bin/sh", "-c", f'exec "$0" "$@" 3<&{theirs_in} 4>&{theirs_out}', chromium, "--headless",
             "--no-sandbox", "--disable-gpu", "--hide-scrollbars", f"--user-data-dir={profile}",
             "--remote-debugging-pipe", "about:blank"],
            pass_fds=(theirs_in, theirs_out), stderr=subprocess.DEVNULL)
        os.close(theirs_in)
        os.close(theirs_out)
        self.requests = os.fdopen(ours_out, "wb", buffering=0)
        self.answers = os.fdopen(ours_in, "rb")
        self.session, self.count = None, 0
        target = self.send("Target.createTarget", url="about:blank")["targetId"]
        self.session = self.send(
            "Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        self.send("Page.enable")
        self.resize(width, height)
        self.open(address)

    def open(self, address):
        """Goes to an address and waits until it is loaded."""
        self.send("Page.navigate", url=address)
        while self.read().get("method") != "Page.loadEventFired":
            pass

    def close(self):
        self.process.terminate()
        self.process.wait()

    def send(self, method, browser=False, **parameters):
        """What the page, or the browser, answers."""
        self.count += 1
        message = {"id": self.count, "method": method, "params": parameters}
        if self.session and not browser:
            message["sessionId"] = self.session
        self.requests.write(json.dumps(message).encode() + b"\0")
        while True:
            answer = self.read()
            if answer.get("id") != self.count:
                continue
            if "error" in answer:
                raise RuntimeError(f"{method}: {answer['error'].get('message')}")
            return answer["result"]

    def read(self):
        message = bytearray()
        while (byte := self.answers.read(1)) not in (b"\0", b""):
            message += byte
        return json.loads(message)

    def value(self, expression):
        """What an expression is in the page, or what its promise comes to."""
        answer = self.send(
            "Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in answer:
            raise RuntimeError(f"{expression}: {answer['exceptionDetails'].get('text')}")
        return answer["result"].get("value")

    def resize(self, width, height):
        self.send("Emulation.setDeviceMetricsOverride", width=width, height=height,
                  deviceScaleFactor=1, mobile=width < 600)

    def click(self, x, y):
        for kind in ["mousePressed", "mouseReleased"]:
            self.send("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", clickCount=1)

    def press(self, key, code):
        for kind in ["keyDown", "keyUp"]:
            self.send("Input.dispatchKeyEvent", type=kind, key=key, code=key,
                      windowsVirtualKeyCode=code)

    def picture(self):
        """What is seen, as PNG."""
        return base64.b64decode(self.send("Page.captureScreenshot", format="png")["data"])
