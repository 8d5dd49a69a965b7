#include "CLinux.h"
#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <termios.h>
#include <unistd.h>

// Signal handlers find their state here: a process has one terminal.
static int terminal = -1;
static struct termios lines, keys;
static volatile sig_atomic_t resumed;
static char spare_stack[16384];  // a handler of a stack overflow needs another stack

// Only functions that POSIX lists as safe in a handler from here on.
static void set(const struct termios *settings) {
  int error = errno;
  while (tcsetattr(terminal, TCSANOW, settings) != 0 && errno == EINTR) continue;
  errno = error;
}

void hr_give_back_terminal(void) {
  if (terminal >= 0) set(&lines);
}

static void end(int number) {
  (void)number;
  hr_give_back_terminal();
  // Nobody is left to hear that this cannot be written; the shell's prompt then follows on the same line.
  if (write(terminal, "\n", 1) < 0) _exit(130);
  _exit(130);
}

static void crash(int number) {
  hr_give_back_terminal();
  raise(number);  // SA_RESETHAND: as if it had not been caught
}

static void resume(int number) {
  (void)number;
  set(&keys);
  resumed = 1;
}

static int handle(int number, void (*handler)(int), int flags) {
  struct sigaction action = {.sa_handler = handler, .sa_flags = flags | SA_ONSTACK};
  sigemptyset(&action.sa_mask);
  return sigaction(number, &action, NULL);
}

static void stop(int number) {
  int error = errno;
  hr_give_back_terminal();
  handle(number, SIG_DFL, 0);
  raise(number);  // stops here, until resume() has run
  handle(number, stop, SA_NODEFER);
  errno = error;
}

int hr_take_keys(int file) {
  static const int ends[] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT};
  static const int crashes[] = {SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGFPE, SIGABRT};
  if (tcgetattr(file, &lines) != 0) return -1;
  keys = lines;
  keys.c_lflag &= ~(tcflag_t)(ICANON | ECHO | IEXTEN);  // ISIG stays: Ctrl-C and Ctrl-Z mean what they always mean
  keys.c_lflag |= NOFLSH;  // Ctrl-C throws away no half of a picture: the rest would be shown as text
  keys.c_cc[VMIN] = 1;
  keys.c_cc[VTIME] = 0;
  stack_t stack = {.ss_sp = spare_stack, .ss_size = sizeof spare_stack};
  if (sigaltstack(&stack, NULL) != 0) return -1;
  if (terminal < 0 && atexit(hr_give_back_terminal) != 0) return -1;
  terminal = file;
  for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) handle(ends[i], end, 0);
  for (size_t i = 0; i < sizeof crashes / sizeof *crashes; i++) handle(crashes[i], crash, SA_RESETHAND);
  handle(SIGTSTP, stop, SA_NODEFER);
  handle(SIGCONT, resume, 0);
  while (tcsetattr(file, TCSANOW, &keys) != 0) {
    if (errno != EINTR) return -1;
  }
  return 0;
}

int hr_terminal_was_resumed(void) {
  int was = resumed;
  resumed = 0;
  return was;
}
