.PHONY: help build test lint docs bench fuzz ci

help: ## list the targets
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/'

build: ## build ./mcplumb
	CGO_ENABLED=0 go build -trimpath -o mcplumb .

test: ## run the tests
	go test ./...

lint: ## vet, formatting, staticcheck
	go vet ./...
	test -z "$$(gofmt -s -l .)"
	go tool -modfile=tools/go.mod staticcheck ./...

docs: ## rewrite the generated pages
	go run . rules --format markdown > docs/rules.md
	go run . clients --format markdown > docs/clients.md

bench: ## run the benchmarks; MCPLUMB_BENCH_TREE=folder measures your own manifests
	go test -run '^$$' -bench . -benchmem -timeout 1h ./...

ci: ## everything the continuous integration runs
	.ci/run
