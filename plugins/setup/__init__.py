"""Set up what the Makefile's targets need: Python and npm packages from lock files, Node.js, Chromium.

Only the standard library is used, because this runs before anything is installed.
"""
