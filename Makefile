PY ?= python3

.PHONY: dashboard lab test notebooks images bench lock
dashboard lab test notebooks images bench lock:
	@$(PY) run.py $@ $(ARGS)
