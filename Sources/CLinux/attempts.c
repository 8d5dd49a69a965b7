// What code that took over a worker would try first. Each attempt is harmless where it is allowed: it works on the files
// `victim` and `folder` in the current folder, asks for what the kernel would refuse a moment later, or undoes itself.
#define _GNU_SOURCE
#include "CLinux.h"
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <linux/bpf.h>
#include <linux/openat2.h>
#include <linux/perf_event.h>
#include <sched.h>
#include <signal.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/mount.h>
#include <sys/personality.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/statfs.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <sys/xattr.h>
#include <time.h>
#include <unistd.h>

enum { page = 4096 };

// MARK: More than one call

static long open_by_handle(void) {
  struct file_handle handle = {.handle_bytes = 0};
  return open_by_handle_at(AT_FDCWD, &handle, O_RDONLY);
}

static long open_below(void) {
  struct open_how how = {.flags = O_RDONLY};
  return syscall(SYS_openat2, AT_FDCWD, "victim", &how, sizeof how);
}

static long stat_path(void) {
  struct stat status;
  return stat("victim", &status);
}

static long stat_extended(void) {
  struct statx status;
  return statx(AT_FDCWD, "victim", 0, STATX_SIZE, &status);
}

static long stat_disk(void) {
  struct statfs status;
  return statfs("victim", &status);
}

static long read_link(void) {
  char target[16];
  return readlink("/proc/self/exe", target, sizeof target);
}

static long connect_unix(void) {
  // On descriptor 3, which in a worker is a socket: no new one is needed to try.
  struct sockaddr_un address = {.sun_family = AF_UNIX, .sun_path = "victim"};
  return connect(3, (struct sockaddr *)&address, sizeof address);
}

static long send_elsewhere(void) {
  struct sockaddr_un address = {.sun_family = AF_UNIX, .sun_path = "victim"};
  return sendto(3, "", 0, MSG_NOSIGNAL, (struct sockaddr *)&address, sizeof address);
}

static long send_message(int descriptor) {
  struct msghdr message = {0};
  return sendmsg(descriptor, &message, MSG_NOSIGNAL);
}

static long receive_message(int descriptor) {
  struct msghdr message = {0};
  return recvmsg(descriptor, &message, MSG_DONTWAIT);
}

static long make_pair(void) {
  int pair[2];
  return socketpair(AF_UNIX, SOCK_STREAM, 0, pair);
}

static long reaped(long child) {
  if (child == 0) _exit(0);
  if (child > 0) waitpid((pid_t)child, NULL, 0);
  return child;
}

static long clone_three(void) {
  // struct clone_args, first version; only the exit signal is set.
  uint64_t arguments[8] = {[4] = SIGCHLD};
  return reaped(syscall(SYS_clone3, arguments, sizeof arguments));
}

static long execute(void) {
  char *arguments[] = {"/bin/true", NULL};
  return execve(arguments[0], arguments, NULL);
}

static long execute_memory(void) {
  char *arguments[] = {"x", NULL};
  int memory = memfd_create("x", 0);
  return memory < 0 ? -1 : syscall(SYS_execveat, memory, "", arguments, NULL, AT_EMPTY_PATH);
}

static long map_executable(void) {
  void *address = mmap(NULL, page, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  return address == MAP_FAILED ? -1 : munmap(address, page);
}

static void *plain_page(void) { return mmap(NULL, page, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0); }

static long protect_executable(void) { return mprotect(plain_page(), page, PROT_READ | PROT_EXEC); }

static long protect_executable_by_key(void) {
  return syscall(SYS_pkey_mprotect, plain_page(), page, PROT_READ | PROT_EXEC, -1);
}

static long rewrite_code(void) {
  uintptr_t start = (uintptr_t)&rewrite_code & ~(uintptr_t)(page - 1);
  return mprotect((void *)start, page, PROT_READ | PROT_WRITE | PROT_EXEC);
}

static long read_parent_memory(void) {
  // The parent of the self-test was forked from, so this is an address of its, too.
  static char secret = 1;
  char byte;
  struct iovec here = {&byte, 1}, there = {&secret, 1};
  return process_vm_readv(getppid(), &here, 1, &there, 1, 0);
}

static long limit_parent(void) {
  struct rlimit limit;
  return prlimit(getppid(), RLIMIT_CORE, NULL, &limit);
}

static long raise_own_limit(void) {
  struct rlimit limit = {RLIM_INFINITY, RLIM_INFINITY};
  return setrlimit(RLIMIT_AS, &limit);
}

static long load_program(void) {
  union bpf_attr attributes = {.map_type = BPF_MAP_TYPE_ARRAY, .key_size = 4, .value_size = 4, .max_entries = 1};
  return syscall(SYS_bpf, BPF_MAP_CREATE, &attributes, sizeof attributes);
}

static long count_events(void) {
  struct perf_event_attr attributes = {
    .type = PERF_TYPE_SOFTWARE, .config = PERF_COUNT_SW_DUMMY, .size = sizeof attributes};
  return syscall(SYS_perf_event_open, &attributes, 0, -1, -1, 0);
}

static long make_ring(void) {
  // struct io_uring_params: 120 bytes, all of them zero.
  uint64_t parameters[15] = {0};
  return syscall(SYS_io_uring_setup, 1, parameters);
}

static long replace_filter(void) {
  // An invalid program: allowed at all, it would be EFAULT.
  return syscall(SYS_seccomp, 1, 0, NULL);
}

static long set_clock(void) {
  struct timespec past = {0};
  return clock_settime(CLOCK_MONOTONIC, &past);
}

#ifdef __x86_64__
static long call_32_bit(void) {
  long result;
  // getpid by the numbers of i386.
  __asm__ volatile("int $0x80" : "=a"(result) : "a"(20) : "memory");
  return result < 0 ? (errno = (int)-result, -1) : result;
}

static long call_x32(void) { return syscall(0x40000000 | SYS_getpid); }
#endif

// MARK: The list

#define CALL(function, expression) \
  static long function(void) { return expression; }
CALL(open_read, open("victim", O_RDONLY))
CALL(open_write, open("victim", O_WRONLY))
CALL(open_create, open("new", O_CREAT | O_EXCL | O_WRONLY, 0600))
CALL(open_memory_file, open("/proc/self/mem", O_RDWR))
CALL(open_folder, open(".", O_RDONLY | O_DIRECTORY))
CALL(open_nameless, open(".", O_TMPFILE | O_RDWR, 0600))
CALL(test_access, access("victim", R_OK))
CALL(change_folder, chdir("/"))
CALL(change_root, chroot("."))
CALL(pivot, syscall(SYS_pivot_root, ".", "."))
CALL(remove_file, unlink("victim"))
CALL(remove_folder, rmdir("folder"))
CALL(rename_file, rename("victim", "renamed"))
CALL(link_file, link("victim", "linked"))
CALL(link_symbolically, symlink("victim", "link"))
CALL(make_folder, mkdir("made", 0700))
CALL(make_pipe_file, mkfifo("fifo", 0600))
CALL(change_mode, chmod("victim", 0777))
CALL(change_owner, chown("victim", (uid_t)-1, (gid_t)-1))
CALL(change_times, utimensat(AT_FDCWD, "victim", NULL, 0))
CALL(truncate_file, truncate("victim", 0))
CALL(set_attribute, setxattr("victim", "user.hipreel", "", 0, 0))
CALL(mount_disk, mount("none", "folder", "no-such-kind", 0, NULL))
CALL(unmount_disk, umount2("no-such-folder", MNT_DETACH))
CALL(socket_inet, socket(AF_INET, SOCK_STREAM, 0))
CALL(socket_inet6, socket(AF_INET6, SOCK_DGRAM, 0))
CALL(socket_unix, socket(AF_UNIX, SOCK_STREAM, 0))
CALL(socket_netlink, socket(AF_NETLINK, SOCK_RAW, 0))
CALL(send_on_input, send_message(0))
CALL(receive_on_input, receive_message(0))
CALL(listen_on, listen(3, 1))
CALL(fork_child, reaped(fork()))
CALL(fork_by_clone, reaped(syscall(SYS_clone, SIGCHLD, 0, 0, 0, 0)))
CALL(make_memory_file, memfd_create("x", 0))
CALL(trace_parent, ptrace(PTRACE_SEIZE, getppid(), NULL, NULL))
CALL(open_parent, syscall(SYS_pidfd_open, getppid(), 0))
CALL(signal_parent, kill(getppid(), 0))
CALL(signal_parent_thread, syscall(SYS_tgkill, getppid(), getppid(), 0))
CALL(signal_everybody, kill(-1, 0))
CALL(become_dumpable, prctl(PR_SET_DUMPABLE, 1, 0, 0, 0))
CALL(outlive_parent, prctl(PR_SET_PDEATHSIG, 0, 0, 0, 0))
CALL(change_personality, personality(ADDR_NO_RANDOMIZE))
CALL(new_namespace, unshare(CLONE_NEWUSER))
CALL(enter_namespace, setns(-1, 0))
CALL(become_root, setuid(0))
CALL(fault_in_user, syscall(SYS_userfaultfd, O_NONBLOCK))
CALL(load_module, syscall(SYS_finit_module, -1, "", 0))
CALL(load_kernel, syscall(SYS_kexec_load, 0, 0, NULL, ~0ul))
CALL(keep_key, syscall(SYS_add_key, "user", "hipreel", "x", 1, -3))
CALL(restart_system, syscall(SYS_reboot, 0, 0, 0, NULL))
CALL(share_memory, syscall(SYS_shmget, 0, page, 0600 | 01000))
CALL(watch_files, syscall(SYS_inotify_init1, 0))
CALL(control_device, ioctl(0, FIONREAD, NULL))
CALL(get_flags, fcntl(0, F_GETFL))
CALL(write_output, write(1, "", 0))

static const struct {
  const char *name;
  long (*call)(void);
  int is_killed;
} attempts[] = {
  {"open-read", open_read, 0},
  {"open-write", open_write, 0},
  {"open-create", open_create, 0},
  {"open-nameless", open_nameless, 0},
  {"open-folder", open_folder, 0},
  {"open-own-memory", open_memory_file, 0},
  {"openat2", open_below, 0},
  {"open-by-handle", open_by_handle, 0},
  {"stat", stat_path, 0},
  {"statx", stat_extended, 0},
  {"statfs", stat_disk, 0},
  {"access", test_access, 0},
  {"readlink", read_link, 0},
  {"chdir", change_folder, 0},
  {"chroot", change_root, 0},
  {"pivot-root", pivot, 0},
  {"unlink", remove_file, 0},
  {"rmdir", remove_folder, 0},
  {"rename", rename_file, 0},
  {"link", link_file, 0},
  {"symlink", link_symbolically, 0},
  {"mkdir", make_folder, 0},
  {"mkfifo", make_pipe_file, 0},
  {"chmod", change_mode, 0},
  {"chown", change_owner, 0},
  {"utimensat", change_times, 0},
  {"truncate", truncate_file, 0},
  {"setxattr", set_attribute, 0},
  {"mount", mount_disk, 0},
  {"umount", unmount_disk, 0},
  {"socket-inet", socket_inet, 0},
  {"socket-inet6", socket_inet6, 0},
  {"socket-unix", socket_unix, 0},
  {"socket-netlink", socket_netlink, 0},
  {"socketpair", make_pair, 0},
  {"connect", connect_unix, 0},
  {"listen", listen_on, 0},
  {"sendto", send_elsewhere, 0},
  {"sendmsg-elsewhere", send_on_input, 0},
  {"recvmsg-elsewhere", receive_on_input, 0},
  {"fork", fork_child, 0},
  {"clone", fork_by_clone, 0},
  {"clone3", clone_three, 0},
  {"execve", execute, 0},
  {"execveat-memory", execute_memory, 0},
  {"memfd-create", make_memory_file, 0},
  {"mmap-executable", map_executable, 0},
  {"mprotect-executable", protect_executable, 0},
  {"pkey-mprotect-executable", protect_executable_by_key, 0},
  {"mprotect-own-code", rewrite_code, 0},
  {"ptrace-parent", trace_parent, 0},
  {"read-memory-of-parent", read_parent_memory, 0},
  {"pidfd-of-parent", open_parent, 0},
  {"kill-parent", signal_parent, 0},
  {"tgkill-parent", signal_parent_thread, 0},
  {"kill-everybody", signal_everybody, 0},
  {"prlimit-parent", limit_parent, 0},
  {"setrlimit", raise_own_limit, 0},
  {"prctl-dumpable", become_dumpable, 0},
  {"prctl-death-signal", outlive_parent, 0},
  {"personality", change_personality, 0},
  {"unshare", new_namespace, 0},
  {"setns", enter_namespace, 0},
  {"setuid", become_root, 0},
  {"seccomp", replace_filter, 0},
  {"io-uring", make_ring, 0},
  {"bpf", load_program, 0},
  {"perf-event", count_events, 0},
  {"userfaultfd", fault_in_user, 0},
  {"load-module", load_module, 0},
  {"load-kernel", load_kernel, 0},
  {"add-key", keep_key, 0},
  {"reboot", restart_system, 0},
  {"set-clock", set_clock, 0},
  {"shared-memory", share_memory, 0},
  {"inotify", watch_files, 0},
  {"ioctl", control_device, 0},
  {"fcntl", get_flags, 0},
  {"write", write_output, 0},
#ifdef __x86_64__
  {"call-of-i386", call_32_bit, 1},
  {"call-of-x32", call_x32, 1},
#endif
};

int hr_attempt_count(void) { return sizeof attempts / sizeof *attempts; }

static int is_known(int number) { return number >= 0 && number < hr_attempt_count(); }

const char *hr_attempt_name(int number) { return is_known(number) ? attempts[number].name : NULL; }

int hr_attempt_kills(int number) { return is_known(number) && attempts[number].is_killed; }

int hr_attempt(int number) {
  if (!is_known(number)) return EINVAL;
  return attempts[number].call() < 0 ? errno : 0;
}

int hr_attempt_in_jail(int number, size_t address_space_byte_count, unsigned cpu_seconds) {
  // No error of Linux is this high.
  enum { no_limits = 255 };
  pid_t child = fork();
  if (child < 0) return INT_MIN;
  if (child == 0) {
    if (!hr_enter_jail(address_space_byte_count, cpu_seconds).has_limits) _exit(no_limits);
    _exit(hr_attempt(number));
  }
  int status;
  while (waitpid(child, &status, 0) < 0) {
    if (errno != EINTR) return INT_MIN;
  }
  if (WIFSIGNALED(status)) return -WTERMSIG(status);
  return WEXITSTATUS(status) == no_limits ? INT_MIN : WEXITSTATUS(status);
}

const char *hr_error_name(int number) { return strerrorname_np(number); }
