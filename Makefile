PYTHON ?= python3
PORT ?= 8000
BIN := .venv/bin
# Production as far as Django's own check can see it.
PRODUCTION = DJANGO_DEBUG=0 DJANGO_HTTPS=1 DJANGO_ALLOWED_HOSTS=balai.example \
	DJANGO_SECRET_KEY=$$($(BIN)/python -c "import secrets; print(secrets.token_urlsafe(50))")

export PORT

.PHONY: help run dev test setup setup-tests python lint format lock bench

help: ## daftar perintah ini
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1\t\2/p' Makefile | expand -t 18

run: setup ## jalankan Balai di http://127.0.0.1:8000 (porta lain: make run PORT=8001)
	@exec $(BIN)/python -m config.serve

dev: setup ## jalankan untuk pengembangan: DEBUG menyala, kode dimuat ulang
	@DJANGO_DEBUG=1 $(BIN)/python -m config.serve prepare
	@DJANGO_DEBUG=1 exec $(BIN)/python manage.py runserver 127.0.0.1:$(PORT)

test: setup-tests lint ## pasang yang perlu, lalu semua pemeriksaan dan semua tes
	BALAI_CLUSTER=test $(BIN)/python manage.py makemigrations --check --dry-run
	@echo "manage.py check --deploy --fail-level WARNING"
	@BALAI_CLUSTER=test $(PRODUCTION) $(BIN)/python manage.py check --deploy --fail-level WARNING
	$(BIN)/python -m pytest -n 3

setup: python ## pasang paket sistem dan pustaka Python yang belum ada
	@$(PYTHON) -m config.machine

setup-tests: python
	@$(PYTHON) -m config.machine tests

python:
	@$(PYTHON) -c 'import sys; sys.version_info >= (3, 11) or \
	  sys.exit("Balai memerlukan Python 3.11 atau lebih baru. Pilih yang lain: make PYTHON=python3.12 ...")'

lint: setup ## periksa bentuk dan mutu kode
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

format: setup ## rapikan kode
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

# One file for running and for testing, because `make run` and `make test` share one .venv.
lock: setup ## buat ulang requirements.txt dari pyproject.toml (versi terbaru: make lock UPGRADE=--upgrade)
	UV_NO_CONFIG=1 $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
		--no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" $(UPGRADE) \
		--group dev --output-file requirements.txt pyproject.toml

bench: setup ## ukur kecepatan
	@if [ -d tests/bench ]; then $(BIN)/python -m pytest tests/bench; else echo "Belum ada pengukuran kecepatan."; fi
