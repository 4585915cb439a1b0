// The package in other people's projects: README.md says which, and how.

import "./tarball.mjs";
import "./runtimes.mjs";
import "./pages.mjs";
import "./types.mjs";
