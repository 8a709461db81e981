PY ?= python3

.PHONY: dashboard lab test site handout notebooks images quality review bench lock
dashboard lab test site handout notebooks images quality review bench lock:
	@$(PY) run.py $@ $(ARGS)
