PY ?= python3

.PHONY: dashboard lab test site handout notebooks images quality review bench model lock
dashboard lab test site handout notebooks images quality review bench model lock:
	@$(PY) run.py $@ $(ARGS)
