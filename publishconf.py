"""The settings of a site that is put on a host: those of `pelicanconf.py`, and nothing left to chance."""

from pelicanconf import *  # noqa: F403 - a settings file of Pelican takes over the other one whole

# the addresses of the sites stand in data/regions; links inside a site stay relative on any host
RELATIVE_URLS = True
