#define _GNU_SOURCE
#include "CSQLite.h"
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

// SQLite's unix file systems share one table of system calls, which it lets a program replace (sqlite3_vfs.xSetSystemCall). Names that
// begin with the prefix get a meaning there; all others go on as before. A file system of our own then refuses to hear of others.
const char *const hr_sqlite_wall_prefix = "/hipreel-catalog/";

typedef int (*open_call)(const char *, int, int);
typedef int (*access_call)(const char *, int);
typedef int (*stat_call)(const char *, struct stat *);
typedef int (*unlink_call)(const char *);
static open_call system_open;
static access_call system_access;
static stat_call system_stat;
static unlink_call system_unlink;

/// The name in a catalog's folder that a path stands for, "." for the folder itself; NULL when it is not ours.
static const char *entry(const char *path, int *folder) {
  size_t length = strlen(hr_sqlite_wall_prefix);
  if (path == NULL || strncmp(path, hr_sqlite_wall_prefix, length) != 0) return NULL;
  char *end;
  long number = strtol(path + length, &end, 10);
  if (end == path + length || number < 0 || number > 0xFFFFFF) return NULL;
  *folder = (int)number;
  return *end == 0 ? "." : *end == '/' ? end + 1 : NULL;
}

/// Whether a path is one of a catalog's four files.
static int is_file(const char *path) {
  static const char *const names[] = {
      "catalog.sqlite", "catalog.sqlite-journal", "catalog.sqlite-wal", "catalog.sqlite-shm"};
  int folder;
  const char *name = entry(path, &folder);
  for (size_t i = 0; name && i < sizeof names / sizeof *names; i++)
    if (strcmp(name, names[i]) == 0) return 1;
  return 0;
}

static int wall_open(const char *path, int flags, int mode) {
  int folder;
  const char *name = entry(path, &folder);
  if (!name) return system_open(path, flags, mode);
  // SQLite opens the folder to have its names written to the disk.
  if (name[0] == '.') return openat(folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (!is_file(path)) {
    errno = EACCES;
    return -1;
  }
  int file = openat(folder, name, flags | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC, mode);
  struct stat status;
  if (file < 0 || (fstat(file, &status) == 0 && S_ISREG(status.st_mode))) return file;
  close(file);
  errno = EACCES;
  return -1;
}

static int wall_access(const char *path, int mode) {
  int folder;
  const char *name = entry(path, &folder);
  return name ? faccessat(folder, name, mode, AT_SYMLINK_NOFOLLOW) : system_access(path, mode);
}

static int wall_stat(const char *path, struct stat *status) {
  int folder;
  const char *name = entry(path, &folder);
  return name ? fstatat(folder, name, status, AT_SYMLINK_NOFOLLOW) : system_stat(path, status);
}

static int wall_unlink(const char *path) {
  int folder;
  const char *name = entry(path, &folder);
  return name ? unlinkat(folder, name, 0) : system_unlink(path);
}

// The file systems: SQLite's own except for these.
static sqlite3_vfs locked, unlocked;

static int vfs_open(sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *out) {
  // Without a name it is a temporary file, which SQLite makes in the system's place for them.
  if (name && (!is_file(name) || (flags & SQLITE_OPEN_SUPER_JOURNAL))) {
    file->pMethods = NULL;
    return SQLITE_CANTOPEN;
  }
  return sqlite3_vfs_find("unix")->xOpen(vfs, name, file, flags, out);
}

static int vfs_delete(sqlite3_vfs *vfs, const char *name, int sync) {
  // The database itself is never deleted by SQLite.
  if (!is_file(name) || strchr(strrchr(name, '/'), '-') == NULL) return SQLITE_IOERR_DELETE;
  return sqlite3_vfs_find("unix")->xDelete(vfs, name, sync);
}

static int vfs_access(sqlite3_vfs *vfs, const char *name, int flags, int *out) {
  *out = 0;
  return is_file(name) ? sqlite3_vfs_find("unix")->xAccess(vfs, name, flags, out) : SQLITE_OK;
}

static int vfs_full_path(sqlite3_vfs *vfs, const char *name, int size, char *out) {
  (void)vfs;
  if (!is_file(name) || (int)strlen(name) >= size) return SQLITE_CANTOPEN;
  strcpy(out, name);
  return SQLITE_OK;
}

static int add(sqlite3_vfs *own, const char *own_name, const char *base_name) {
  sqlite3_vfs *base = sqlite3_vfs_find(base_name);
  if (!base) return SQLITE_ERROR;
  *own = *base;  // with its data, which selects its way of locking
  own->pNext = NULL;
  own->zName = own_name;
  own->xOpen = vfs_open;
  own->xDelete = vfs_delete;
  own->xAccess = vfs_access;
  own->xFullPathname = vfs_full_path;
  own->xDlOpen = NULL;
  return sqlite3_vfs_register(own, 0);
}

static int result = SQLITE_ERROR;

static void build(void) {
  int code = sqlite3_initialize();
  sqlite3_vfs *vfs = sqlite3_vfs_find("unix");
  if (code != SQLITE_OK || !vfs || vfs->iVersion < 3) return;
  // All are known before the first is replaced: another thread may be inside SQLite.
  system_open = (open_call)vfs->xGetSystemCall(vfs, "open");
  system_access = (access_call)vfs->xGetSystemCall(vfs, "access");
  system_stat = (stat_call)vfs->xGetSystemCall(vfs, "stat");
  system_unlink = (unlink_call)vfs->xGetSystemCall(vfs, "unlink");
  if (!system_access || !system_stat || !system_unlink || !system_open) return;
  vfs->xSetSystemCall(vfs, "open", (sqlite3_syscall_ptr)wall_open);
  vfs->xSetSystemCall(vfs, "access", (sqlite3_syscall_ptr)wall_access);
  vfs->xSetSystemCall(vfs, "stat", (sqlite3_syscall_ptr)wall_stat);
  vfs->xSetSystemCall(vfs, "unlink", (sqlite3_syscall_ptr)wall_unlink);
  code = add(&locked, "hipreel", "unix");
  result = code == SQLITE_OK ? add(&unlocked, "hipreel-unlocked", "unix-none") : code;
}

int hr_sqlite_build_wall(void) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, build);
  return result;
}
