#include "CLinux.h"
#include <sys/auxv.h>

// Set before main, by the C library's own hand-over, and never again.
static int count;
static char **words;

__attribute__((constructor)) static void keep(int argc, char **argv, char **environment) {
  (void)environment;
  count = argc;
  words = argv;
}

int hr_argument_count(void) { return count; }

const char *hr_argument(int place) { return place >= 0 && place < count ? words[place] : 0; }

const char *hr_program_path(void) { return (const char *)getauxval(AT_EXECFN); }
