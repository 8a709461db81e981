"""The course as plain files for any web host: `make site`.

__main__   reads the settings, says what was made or what stands in the way
making     lessons to pages, side by side, and what a site adds to them
head       what the head of such a page says: its policy, its icons, what it is installed as
single     a page and all its files as one file, which opens by double-click
offline    what the service worker keeps; sw.js and register.js run in the browser
icons      the mark of the course as PNG, from its geometry
folder     the folder: swapped in whole, and nobody else's file touched
"""
