// What a worker's process may still ask of the system once it reads other people's files. docs/SAFETY.md, section 5.
#define _GNU_SOURCE
#include "CLinux.h"
#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

// MARK: Landlock

// The structure as of its sixth version; linux/landlock.h of an older system has only the beginning of it. An older
// kernel takes it as long as what it does not know is zero.
struct ruleset {
  uint64_t handled_access_fs;
  uint64_t handled_access_net;
  uint64_t scoped;
};

// Everything that a version of Landlock can refuse: its bits are numbered without holes.
static struct ruleset everything(long version) {
  struct ruleset ruleset = {.handled_access_fs = 0x1fff};         // 1: 13 rights on files and folders
  if (version >= 2) ruleset.handled_access_fs |= 1 << 13;         // linking and renaming between folders
  if (version >= 3) ruleset.handled_access_fs |= 1 << 14;         // truncating
  if (version >= 4) ruleset.handled_access_net = 1 << 0 | 1 << 1; // TCP: bind, connect
  if (version >= 5) ruleset.handled_access_fs |= 1 << 15;         // ioctl on devices
  if (version >= 6) ruleset.scoped = 1 << 0 | 1 << 1;             // abstract sockets and signals of others
  return ruleset;
}

int hr_forbid_paths(void) {
  const unsigned asks_version = 1; // LANDLOCK_CREATE_RULESET_VERSION
  long version = syscall(SYS_landlock_create_ruleset, NULL, 0, asks_version);
  if (version < 1) return 0;
  // No rule is ever added: nothing is reachable by a path. What is open stays open.
  struct ruleset ruleset = everything(version);
  int descriptor = (int)syscall(SYS_landlock_create_ruleset, &ruleset, sizeof ruleset, 0);
  if (descriptor < 0) return 0;
  long failure = syscall(SYS_landlock_restrict_self, descriptor, 0);
  close(descriptor);
  return failure ? 0 : (int)version;
}

// MARK: seccomp

#if defined(__x86_64__)
#define THIS_ARCHITECTURE AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define THIS_ARCHITECTURE AUDIT_ARCH_AARCH64 // cross-compiled only; nobody has run it yet
#endif

#ifdef THIS_ARCHITECTURE
_Static_assert(__BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__, "the lower half of an argument comes first");

// One allowed call, perhaps only with a condition on the lower half of one argument. Each condition is on what the kernel
// itself takes as an int, or on a bit of the lower half.
struct rule {
  unsigned number;
  enum { ALWAYS, WHEN_EQUAL, WHEN_WITHOUT } condition;
  int argument;
  unsigned value;
};

enum {
  socket_to_parent = 3,
  most_rules = 32,
  // What the longest rule and the frame around all rules take.
  most_instructions = most_rules * 5 + 8,
};

static int install(const struct rule *rules, size_t count) {
  struct sock_filter program[most_instructions];
  unsigned short length = 0;
#define STATEMENT(code, k) program[length++] = (struct sock_filter)BPF_STMT(code, k)
#define JUMP(code, k, yes, no) program[length++] = (struct sock_filter)BPF_JUMP(code, k, yes, no)
#define LOAD(field) STATEMENT(BPF_LD | BPF_W | BPF_ABS, field)
#define END(action) STATEMENT(BPF_RET | BPF_K, action)
  // Calls of another architecture have other numbers: int 0x80 on x86-64.
  LOAD(offsetof(struct seccomp_data, arch));
  JUMP(BPF_JMP | BPF_JEQ | BPF_K, THIS_ARCHITECTURE, 1, 0);
  END(SECCOMP_RET_KILL_PROCESS);
  LOAD(offsetof(struct seccomp_data, nr));
#ifdef __x86_64__
  // x32: the same architecture, other numbers.
  JUMP(BPF_JMP | BPF_JGE | BPF_K, 0x40000000, 0, 1);
  END(SECCOMP_RET_KILL_PROCESS);
#endif
  for (size_t index = 0; index < count; index++) {
    const struct rule *rule = &rules[index];
    if (rule->condition == ALWAYS) {
      JUMP(BPF_JMP | BPF_JEQ | BPF_K, rule->number, 0, 1);
      END(SECCOMP_RET_ALLOW);
      continue;
    }
    JUMP(BPF_JMP | BPF_JEQ | BPF_K, rule->number, 0, 4);
    LOAD(offsetof(struct seccomp_data, args) + (unsigned)rule->argument * sizeof(uint64_t));
    // Each call has one rule, so a condition that does not hold is the end of it.
    if (rule->condition == WHEN_EQUAL) JUMP(BPF_JMP | BPF_JEQ | BPF_K, rule->value, 0, 1);
    if (rule->condition == WHEN_WITHOUT) JUMP(BPF_JMP | BPF_JSET | BPF_K, rule->value, 1, 0);
    END(SECCOMP_RET_ALLOW);
    END(SECCOMP_RET_ERRNO | EPERM);
  }
  END(SECCOMP_RET_ERRNO | EPERM);
#undef STATEMENT
#undef JUMP
#undef LOAD
#undef END
  struct sock_fprog filter = {.len = length, .filter = program};
  // For all threads or not at all: a thread that stayed outside would be a way out.
  return syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_TSYNC, &filter) == 0 ? 0 : -1;
}
#endif

int hr_forbid_calls(void) {
#ifdef THIS_ARCHITECTURE
  // The process's own number, not what getpid would return later.
  const unsigned self = (unsigned)getpid();
  // Found with strace over 370 good, hard and hostile files; docs/SAFETY.md says how to find them again.
  const struct rule rules[] = {
    {SYS_recvmsg, WHEN_EQUAL, 0, socket_to_parent},    // the next request, with its descriptors
    {SYS_sendmsg, WHEN_EQUAL, 0, socket_to_parent},    // the answer
    {SYS_pread64, ALWAYS, 0, 0},                       // the video
    {SYS_lseek, ALWAYS, 0, 0},                         // the size of the parent's memory
    {SYS_fcntl, WHEN_EQUAL, 1, F_GET_SEALS},           // that it cannot shrink
    {SYS_close, ALWAYS, 0, 0},                         // both, when the file is done
    {SYS_mmap, WHEN_WITHOUT, 2, PROT_EXEC},            // pictures, and malloc
    {SYS_munmap, ALWAYS, 0, 0},                        // the same
    {SYS_brk, ALWAYS, 0, 0},                           // malloc
    {SYS_futex, ALWAYS, 0, 0},                         // pthread_once and locks of FFmpeg and Swift
    {SYS_getrandom, ALWAYS, 0, 0},                     // Swift's seed for hashing, at the first dictionary
    {SYS_clock_gettime, ALWAYS, 0, 0},                 // deadlines, where the vDSO has no clock it trusts
    {SYS_rt_sigprocmask, ALWAYS, 0, 0},                // abort, so that a failed assertion is reported as one
    {SYS_getpid, ALWAYS, 0, 0},                        // abort
    {SYS_gettid, ALWAYS, 0, 0},                        // abort
    {SYS_tgkill, WHEN_EQUAL, 0, self},                 // abort: of itself and nobody else
    {SYS_exit_group, ALWAYS, 0, 0},                    // the parent is gone
  };
  _Static_assert(sizeof rules / sizeof *rules <= most_rules, "the program has room for every rule");
  return install(rules, sizeof rules / sizeof *rules);
#else
  errno = ENOSYS;
  return -1;
#endif
}

struct hr_jail hr_enter_jail(size_t address_space_byte_count, unsigned cpu_seconds) {
  struct hr_jail jail = {0};
  // What reads files when it is first used, and cannot once they are out of reach: FFmpeg's dates ask for the time zone.
  tzset();
  if (hr_confine(address_space_byte_count, cpu_seconds) != 0) return jail;
  jail.has_limits = 1;
  jail.landlock_version = hr_forbid_paths();
  jail.filters_calls = hr_forbid_calls() == 0;
  return jail;
}
