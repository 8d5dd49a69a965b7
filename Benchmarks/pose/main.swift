// What following a person costs, and what comes of it: the whole way through worker processes.
//
//   bench-pose WIDTH PICTURES FILE…     WIDTH workers, at most PICTURES of each file, or 600; prints a line of JSON for each
//                                       file, by its number from 0, with its landmarks, and to standard error what it cost
//
// scripts/torture uses it, too. For comparing with other implementations of the model. The files of the model are found as hipreel finds them.

import Glibc

exit(PoseBench.run(Array(CommandLine.arguments.dropFirst())))
