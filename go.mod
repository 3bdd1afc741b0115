module github.com/mcplumb/mcplumb

go 1.25.0
