//go:build !unix

package cli_test

func makeFIFO(string) error { return nil }
