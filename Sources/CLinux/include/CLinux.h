// The system calls Swift cannot say: variadic, macro-built or not imported. No logic about media here.
//
// Unless it says otherwise, a function returns -1 with errno when it fails.
#pragma once
#include <spawn.h>
#include <stddef.h>
#include <sys/eventfd.h>
#include <sys/resource.h>
#include <sys/types.h>

// sockets.c: whole messages with descriptors beside them.

/// Makes a connected pair of SOCK_SEQPACKET sockets, both close-on-exec. Returns 0.
int hr_message_sockets(int pair[2]);

/// Sends one message with up to four descriptors. Returns 0; never raises SIGPIPE.
int hr_send_message(int socket, const void *bytes, size_t byte_count, const int *descriptors, int descriptor_count);

/// Waits for one message. Returns its length, 0 when the other side is gone.
///
/// Descriptors that came with it are close-on-exec and the caller's; at most `*descriptor_count` (not above four), which
/// is set to their number. A message that does not fit, or brings more descriptors, fails with EMSGSIZE; none is kept.
ssize_t hr_receive_message(int socket, void *bytes, size_t capacity, int *descriptors, int *descriptor_count);

// files.c: descriptors of files and of memory.

/// Opens a path below a folder, refusing symbolic links anywhere in it and steps out of the folder.
///
/// `flags` are open's; the descriptor never waits for a pipe's other end, never becomes a terminal and is close-on-exec. Fails with
/// ELOOP or ENOTDIR at a link, with EXDEV at a step out.
int hr_open_below(int folder, const char *path, int flags, unsigned mode);

/// Opens a folder below a folder in the same way, for reaching what is in it (O_PATH).
int hr_open_folder_below(int folder, const char *path);

/// Opens a folder by its absolute path, in which no part may be a link. The descriptor is good for reaching what is in it (O_PATH).
int hr_open_folder(const char *path);

/// Makes shared memory of exactly this size that nobody can shrink, grow or unseal afterwards.
int hr_make_sealed_memory(size_t byte_count);

/// Copies a file of exactly this size into memory that nobody can change in any way afterwards.
///
/// Fails with ENODATA for a shorter file, with EFBIG for a longer one.
int hr_make_sealed_copy(int file, size_t byte_count);

/// Whether the descriptor is memory that can no longer shrink. Returns 1 or 0.
int hr_cannot_shrink(int descriptor);

// processes.c: a child and what it may use.

/// Closes every descriptor from `first` upwards in the spawned program. Returns 0 or an error number.
int hr_spawn_close_from(posix_spawn_file_actions_t *actions, int first);

/// Takes from the calling process what a worker does not need, for good.
///
/// Limits: address space, CPU time (SIGXCPU, then SIGKILL five seconds later), no file growth, 16 descriptors, no new
/// processes or threads, no core. It dies when the thread that started it ends, cannot be traced by its user, and can gain no
/// rights. A write beyond the file limit fails with EFBIG instead of a signal. Returns 0.
int hr_confine(size_t address_space_byte_count, unsigned cpu_seconds);

/// Keeps freed memory for the next file instead of returning it page by page. Returns 0 or -1 without errno.
int hr_keep_freed_memory(void);

// jail.c: what a worker may still ask of the system. For good, for this process and all it might become.

/// Takes every file by its path, TCP, and what lies outside by signal or abstract socket, as far as the kernel's Landlock
/// goes. Returns its version, 0 where there is none.
int hr_forbid_paths(void);

/// Refuses every system call outside a worker's own list with EPERM, kills at calls of another architecture. Returns 0.
///
/// Needs no-new-privileges, see hr_confine.
int hr_forbid_calls(void);

/// How far a process could be jailed.
struct hr_jail {
  /// What hr_confine sets; without it nothing else was tried.
  int has_limits;
  /// 0 where the kernel has no Landlock.
  int landlock_version;
  int filters_calls;
};

/// Confines the calling process, then takes paths and calls from it, as far as this kernel can.
struct hr_jail hr_enter_jail(size_t address_space_byte_count, unsigned cpu_seconds);

// attempts.c: what hostile code would try, for the self-test.

/// How many attempts there are.
int hr_attempt_count(void);

/// An attempt's name, such as `open-read`; NULL beyond the count.
const char *hr_attempt_name(int number);

/// Makes an attempt in this process. Returns 0 when the system allowed it, else the error number.
///
/// An attempt that a filter kills for kills this process; see hr_attempt_kills.
int hr_attempt(int number);

/// Whether the jail answers an attempt by killing instead of an error. Returns 1 or 0.
int hr_attempt_kills(int number);

/// Makes an attempt in a child that is jailed as a worker is. Returns 0 when the system allowed it, else the error number;
/// the negative number of the signal that killed the child; INT_MIN when there was no child or no limits.
int hr_attempt_in_jail(int number, size_t address_space_byte_count, unsigned cpu_seconds);

/// An error's short name, such as `EPERM`; NULL when it has none.
const char *hr_error_name(int number);

// arguments.c: the program's words, without /proc, where Swift looks for them.

/// How many words the program was started with, its own name among them.
int hr_argument_count(void);

/// A word by its place from 0 on, as bytes; NULL beyond the last.
const char *hr_argument(int place);

/// The path by which the kernel was asked to start the program; NULL where it does not say.
const char *hr_program_path(void);

// terminal.c: single keys from a terminal, which gets its own ways back whatever happens.

/// Lets a terminal give keys one by one, unseen, until `hr_give_back_terminal` or the end of the process.
///
/// Ctrl-C, a hang-up and a polite kill end the process with status 130, Ctrl-Z stops it; a crash crashes. Each of them
/// gives the terminal back first. Returns 0.
int hr_take_keys(int terminal);

/// Puts the terminal's settings back as `hr_take_keys` found them.
void hr_give_back_terminal(void);

/// Whether the process went on after a stop since this was last asked: what it had drawn may be gone. Returns 1 or 0.
int hr_terminal_was_resumed(void);
