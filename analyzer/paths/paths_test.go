package paths

import "testing"

func TestClassify(t *testing.T) {
	for path, want := range map[string]Reach{
		"/": Root, "//": Root, "/.": Root, "/*": Root, `C:\`: Root, "c:": Root, "D:/": Root, `C:\\`: Root, "/mnt/c": Root, "/mnt/d/": Root, `\\?\C:\`: Root,
		"~": Home, "~/": Home, "$HOME": Home, "${HOME}": Home, "${env:HOME}": Home, "${userHome}": Home, "{env:HOME}": Home, "%USERPROFILE%": Home, `%USERPROFILE%\`: Home,
		"/home/ann": Home, "/Users/ann/": Home, `C:\Users\ann`: Home, `C:\\Users\\ann\\`: Home, "/root": Home, "/mnt/c/Users/ann": Home, "file:///home/ann": Home,
		"/home/$USER": Home, "/Users/${USER}/": Home, "%HOME%": Home,
		"/home": ParentHome, "/Users": ParentHome, `C:\Users`: ParentHome,
		"~/.ssh": Credentials, "/home/ann/.aws/": Credentials, `C:\Users\ann\.kube`: Credentials, "$HOME/.config/gcloud": Credentials,
		"/etc": System, "/var/": System, `C:\Windows`: System, "/usr": System,
		"": Narrow, ".": Narrow, "./": Narrow, "*": Narrow, "/home/ann/src": Narrow, `C:\Users\ann\src`: Narrow, "~/projects": Narrow, "${workspaceFolder}": Narrow, "/data": Narrow,
		"/workspace": Narrow, "/Users/Shared": Narrow, `D:\work`: Narrow, "/projects": Narrow, "/tmp": Narrow, "/mnt/data": Narrow, "~ann": Narrow, "/app": Narrow, "/opt/x": Narrow,
		"/Users/*/src": Narrow, "$HOMEX": Narrow, "repo": Narrow,
	} {
		if got := Classify(path); got != want {
			t.Errorf("%q: %v, want %v", path, got, want)
		}
	}
}

func FuzzClassify(f *testing.F) {
	f.Add("/")
	f.Add(`\\?\C:\`)
	f.Fuzz(func(t *testing.T, path string) { Classify(path) })
}
