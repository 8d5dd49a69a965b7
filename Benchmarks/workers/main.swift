// What a still costs hipreel: the whole way through a worker process, and the JPEG.
//
//   bench-workers WHAT PASSES FILE…     prints the files that gave what was asked and CPU ms a file
//
// WHAT: `quick` (facts and one key frame), `chosen` (facts and the chosen still), `facts`.
// Counted is the processor time of this process and of its workers, with their start: the pool replaces a worker after
// 200 files, as it does when it indexes.

import Glibc
import MediaFacts
import ReelCatalog
import ReelLibrary

exit(Bench.run(Array(CommandLine.arguments.dropFirst())))
