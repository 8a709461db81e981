"""What a pinch does to skin, to a milium and to a pustule, from a finite-element model.

Nothing here is imported by a page or a lesson but `frozen` and `parameters`, which need no
numpy. The rest needs the optional extra `model`; model.md says what it shows and what it omits.
"""
