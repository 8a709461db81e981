"""The course on paper: each lesson, the card of questions and a sheet to take home, as PDF.

A lesson is the page that needs no kernel (kernel_free.py), set for paper by handout.js and
handout.css and printed by Chromium (press.py). Card and sheet are templates filled with words of
the content and of the notebooks (sheets.py). Nothing here is medical that is not said there.
"""
