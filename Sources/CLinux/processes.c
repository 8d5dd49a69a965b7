#define _GNU_SOURCE
#include "CLinux.h"
#include <malloc.h>
#include <signal.h>
#include <sys/prctl.h>

int hr_spawn_close_from(posix_spawn_file_actions_t *actions, int first) {
  return posix_spawn_file_actions_addclosefrom_np(actions, first);
}

static int limit(int resource, rlim_t soft, rlim_t hard) {
  struct rlimit value = {.rlim_cur = soft, .rlim_max = hard};
  return setrlimit(resource, &value);
}

int hr_confine(size_t address_space_byte_count, unsigned cpu_seconds) {
  // Without this a write beyond RLIMIT_FSIZE, even of a message to standard error, ends the process.
  if (signal(SIGXFSZ, SIG_IGN) == SIG_ERR) return -1;
  if (limit(RLIMIT_AS, address_space_byte_count, address_space_byte_count) != 0) return -1;
  if (limit(RLIMIT_CPU, cpu_seconds, cpu_seconds + 5) != 0) return -1;
  if (limit(RLIMIT_FSIZE, 0, 0) != 0) return -1;
  if (limit(RLIMIT_NOFILE, 16, 16) != 0) return -1;
  if (limit(RLIMIT_NPROC, 0, 0) != 0) return -1;
  if (limit(RLIMIT_CORE, 0, 0) != 0) return -1;
  if (prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0) != 0) return -1;
  if (prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) != 0) return -1;
  return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
}

int hr_keep_freed_memory(void) {
  // Frames are large; with the defaults each is mapped and unmapped every time (2 workers lose 16 %, docs/SPEED.md).
  return mallopt(M_MMAP_THRESHOLD, 256 << 20) && mallopt(M_TRIM_THRESHOLD, 512 << 20) && mallopt(M_TOP_PAD, 16 << 20)
           ? 0
           : -1;
}
