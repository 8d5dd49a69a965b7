// What reading the words on the picture costs, in this process and without a jail: decoding alone, then with the pictures that
// are read, then with reading them.
//
//   bench-words FILE…     prints for each file the three, in milliseconds of processor time, and the milliseconds of film

import Glibc
import MediaFacts
import ReelMedia
import TextReading

exit(WordsBench.run(Array(CommandLine.arguments.dropFirst())))
