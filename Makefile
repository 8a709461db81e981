PY ?= python3

.PHONY: dashboard lab test notebooks images lock
dashboard lab test notebooks images lock:
	@$(PY) run.py $@ $(ARGS)
