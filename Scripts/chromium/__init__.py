"""A page in headless Chromium, driven by the DevTools protocol."""

from .page import Page, executable

__all__ = ["Page", "executable"]
