#define _GNU_SOURCE
#include "CLinux.h"
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <linux/openat2.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

// Kernels before Linux 5.6, and containers whose filter is older than the call.
static int is_missing(int error) { return error == ENOSYS || error == EPERM; }

/// Opens part after part, so that a link on the way is met as one.
static int open_part_by_part(int folder, const char *path, int flags, unsigned mode) {
  char name[NAME_MAX + 1];
  int at = folder;
  for (;;) {
    size_t length = strcspn(path, "/");
    int result = -1;
    if (length > NAME_MAX) {
      errno = ENAMETOOLONG;
    } else if (length == 0 || (length == 1 && path[0] == '.') || (length == 2 && path[0] == '.' && path[1] == '.')) {
      errno = EXDEV;
    } else {
      memcpy(name, path, length);
      name[length] = 0;
      result = path[length] == 0 ? openat(at, name, flags, mode)
                                 : openat(at, name, O_PATH | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    }
    int error = errno;
    if (at != folder) close(at);
    errno = error;
    if (result < 0 || path[length] == 0) return result;
    at = result;
    path += length + 1;
  }
}

int hr_open_below(int folder, const char *path, int flags, unsigned mode) {
  flags |= O_NONBLOCK | O_NOFOLLOW | O_CLOEXEC | O_NOCTTY;
  struct open_how how = {
      .flags = (unsigned)flags,
      .mode = flags & O_CREAT ? mode : 0,
      .resolve = RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS,
  };
  // O_PATH takes no other flag that is asked for here.
  if (flags & O_PATH) how.flags &= O_PATH | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC;
  int descriptor = (int)syscall(SYS_openat2, folder, path, &how, sizeof how);
  if (descriptor < 0 && is_missing(errno)) return open_part_by_part(folder, path, (int)how.flags, mode);
  return descriptor;
}

int hr_open_folder_below(int folder, const char *path) {
  return hr_open_below(folder, path, O_PATH | O_DIRECTORY, 0);
}

int hr_open_folder(const char *path) {
  const int flags = O_PATH | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC;
  if (path[0] != '/') {
    errno = EINVAL;
    return -1;
  }
  struct open_how how = {.flags = (unsigned)flags, .resolve = RESOLVE_NO_SYMLINKS};
  int descriptor = (int)syscall(SYS_openat2, AT_FDCWD, path, &how, sizeof how);
  if (descriptor >= 0 || !is_missing(errno)) return descriptor;
  int root = open("/", flags);
  while (*path == '/') path++;
  if (root < 0 || *path == 0) return root;
  descriptor = open_part_by_part(root, path, flags, 0);
  int error = errno;
  close(root);
  errno = error;
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

static int copy_whole(int from, int to, size_t byte_count) {
  static char buffer[1 << 16];
  for (size_t done = 0; done < byte_count;) {
    size_t left = byte_count - done;
    ssize_t got = pread(from, buffer, left < sizeof buffer ? left : sizeof buffer, (off_t)done);
    if (got < 0 && errno == EINTR) continue;
    // A file that ends early is not the one that was meant.
    if (got == 0) errno = ENODATA;
    if (got <= 0 || pwrite(to, buffer, (size_t)got, (off_t)done) != got) return -1;
    done += (size_t)got;
  }
  ssize_t more = pread(from, buffer, 1, (off_t)byte_count);
  if (more > 0) errno = EFBIG;
  return more == 0 ? 0 : -1;
}

int hr_make_sealed_copy(int file, size_t byte_count) {
  const int all = F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_WRITE | F_SEAL_SEAL;
  int descriptor = memfd_create("hipreel-pinned", MFD_CLOEXEC | MFD_ALLOW_SEALING);
  if (descriptor < 0) return -1;
  if (copy_whole(file, descriptor, byte_count) == 0 && fcntl(descriptor, F_ADD_SEALS, all) == 0) return descriptor;
  int number = errno;
  close(descriptor);
  errno = number;
  return -1;
}
