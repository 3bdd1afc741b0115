module github.com/mcplumb/mcplumb

go 1.25.0

require golang.org/x/text v0.14.0 // indirect
