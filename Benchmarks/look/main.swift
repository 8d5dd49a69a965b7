// What looking at pictures costs, and what comes of it: the whole way through worker processes.
//
//   bench-look WIDTH pose PICTURES FILE…     following a person: at most PICTURES of each file, or 600
//   bench-look WIDTH text PICTURES FILE…     reading words
//
// WIDTH workers. Prints a line of JSON for each file, by its number from 0, with its landmarks or its lines of text, and to
// standard error what it cost. scripts/torture and scripts/bench use it, too. The files of the model and Tesseract's are found
// as hipreel finds them.

import Glibc

exit(LookBench.run(Array(CommandLine.arguments.dropFirst())))
