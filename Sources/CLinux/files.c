#define _GNU_SOURCE
#include "CLinux.h"
#include <errno.h>
#include <fcntl.h>
#include <linux/openat2.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

int hr_open_below(int folder, const char *path) {
  const int flags = O_RDONLY | O_NONBLOCK | O_NOFOLLOW | O_CLOEXEC | O_NOCTTY;
  struct open_how how = {.flags = (unsigned)flags, .resolve = RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS};
  int descriptor = (int)syscall(SYS_openat2, folder, path, &how, sizeof how);
  // EPERM: a container's filter that is older than the call.
  if (descriptor < 0 && (errno == ENOSYS || errno == EPERM)) descriptor = openat(folder, path, flags);
  return descriptor;
}

int hr_make_sealed_memory(size_t byte_count) {
  int descriptor = memfd_create("hipreel-still", MFD_CLOEXEC | MFD_ALLOW_SEALING);
  if (descriptor < 0) return -1;
  if (ftruncate(descriptor, (off_t)byte_count) == 0 &&
      fcntl(descriptor, F_ADD_SEALS, F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_SEAL) == 0)
    return descriptor;
  int number = errno;
  close(descriptor);
  errno = number;
  return -1;
}

int hr_cannot_shrink(int descriptor) {
  int seals = fcntl(descriptor, F_GET_SEALS);
  return seals >= 0 && (seals & F_SEAL_SHRINK);
}
