/* A disk that fails, for the tests: loaded before the C library (LD_PRELOAD), it lets one call that
 * changes a file fail and leaves all others alone.
 *
 *   KOERS_FAULT_AT     which call fails, counted from 1
 *   KOERS_FAULT_CODE   the number of the error it gives
 *   KOERS_FAULT_STAYS  if set, every later call fails too
 *   KOERS_FAULT_KILLS  if set, the process is killed there instead, before the call is made
 *
 * When a call fails, "fault" and its name go to standard error. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

static int fails(const char *name)
{
    static long calls = 0;
    const char *at = getenv("KOERS_FAULT_AT");
    long wanted = at ? atol(at) : 0;
    calls += 1;
    if (wanted == 0 || calls < wanted || (calls > wanted && !getenv("KOERS_FAULT_STAYS")))
        return 0;
    ssize_t (*say)(int, const void *, size_t) = dlsym(RTLD_NEXT, "write");
    say(2, "fault ", 6);
    say(2, name, strlen(name));
    say(2, "\n", 1);
    if (getenv("KOERS_FAULT_KILLS"))
        raise(SIGKILL);
    errno = atoi(getenv("KOERS_FAULT_CODE"));
    return 1;
}

/* Standard input, output and error are no disk. */
#define FAILING(type, name, parameters, arguments, is_file)     \
    type name parameters                                        \
    {                                                           \
        type(*real) parameters = dlsym(RTLD_NEXT, #name);       \
        return (is_file) && fails(#name) ? -1 : real arguments; \
    }

FAILING(ssize_t, write, (int fd, const void *bytes, size_t count), (fd, bytes, count), fd > 2)
FAILING(ssize_t, pwrite, (int fd, const void *bytes, size_t count, off_t at),
        (fd, bytes, count, at), fd > 2)
FAILING(ssize_t, pwrite64, (int fd, const void *bytes, size_t count, off64_t at),
        (fd, bytes, count, at), fd > 2)
FAILING(int, ftruncate, (int fd, off_t size), (fd, size), fd > 2)
FAILING(int, ftruncate64, (int fd, off64_t size), (fd, size), fd > 2)
FAILING(int, fsync, (int fd), (fd), fd > 2)
FAILING(int, fdatasync, (int fd), (fd), fd > 2)
FAILING(int, unlink, (const char *path), (path), 1)
FAILING(int, rename, (const char *from, const char *to), (from, to), 1)
