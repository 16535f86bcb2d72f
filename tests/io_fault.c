/* A disk that fails, for the tests: loaded before the C library (LD_PRELOAD), it lets one call that
 * changes a file fail and leaves all others alone.
 *
 *   KOERS_FAULT_AT     which call fails, counted from 1
 *   KOERS_FAULT_CODE   the number of the error it gives
 *   KOERS_FAULT_STAYS  if set, every later call fails too
 *   KOERS_FAULT_KILLS  if set, the process is killed there instead, before the call is made
 *   KOERS_FAULT_SHORT  if set, and the call writes, it writes half of its bytes and says so; the later
 *                      calls fail where they are to. Any other call does not fail
 *   KOERS_FAULT_TORN   if set, and the call writes, half of its bytes are written before it fails; any
 *                      other call does not fail
 *   KOERS_FAULT_ROOM   if set, only calls fail that need room: that make a file, or make one longer
 *   KOERS_FAULT_LISTS  if set, nothing fails, and each call is named as it comes
 *
 * When a call fails, "fault" and its name go to standard error; a listed one goes with "call". */
#define _GNU_SOURCE
#define _LARGEFILE64_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

enum outcome { GOES_ON, FAILS, IS_SHORT, IS_TORN };

/* What a call does, as far as it matters here. */
enum what { CHANGES, WRITES, WRITES_FURTHER, MAKES };

static void say(const char *what, const char *name)
{
    ssize_t (*real)(int, const void *, size_t) = dlsym(RTLD_NEXT, "write");
    real(2, what, strlen(what));
    real(2, name, strlen(name));
    real(2, "\n", 1);
}

static enum outcome outcome_of(const char *name, enum what what)
{
    static long calls = 0;
    const char *at = getenv("KOERS_FAULT_AT");
    long wanted = at ? atol(at) : 0;
    calls += 1;
    if (getenv("KOERS_FAULT_LISTS"))
        say("call ", name);
    if (wanted == 0 || calls < wanted || (calls > wanted && !getenv("KOERS_FAULT_STAYS")))
        return GOES_ON;
    int is_short = calls == wanted && getenv("KOERS_FAULT_SHORT");
    int is_torn = calls == wanted && getenv("KOERS_FAULT_TORN");
    if ((is_short || is_torn) && what != WRITES && what != WRITES_FURTHER)
        return GOES_ON;
    if (getenv("KOERS_FAULT_ROOM") && what != WRITES_FURTHER && what != MAKES)
        return GOES_ON;
    say("fault ", name);
    if (getenv("KOERS_FAULT_KILLS"))
        raise(SIGKILL);
    if (is_short)
        return IS_SHORT;
    errno = atoi(getenv("KOERS_FAULT_CODE"));
    return is_torn ? IS_TORN : FAILS;
}

/* Standard input, output and error are no disk. */
#define FAILING(type, name, parameters, arguments, is_file)                       \
    type name parameters                                                          \
    {                                                                             \
        type(*real) parameters = dlsym(RTLD_NEXT, #name);                         \
        return (is_file) && outcome_of(#name, CHANGES) == FAILS                   \
                   ? -1                                                           \
                   : real arguments;                                              \
    }

static enum what writes(int fd, off64_t at, size_t count)
{
    struct stat64 about;
    if (fstat64(fd, &about) != 0)
        return WRITES;
    return at + (off64_t)count > about.st_size ? WRITES_FURTHER : WRITES;
}

#define WRITING(name, parameters, arguments, at)                                  \
    ssize_t name parameters                                                       \
    {                                                                             \
        ssize_t(*real) parameters = dlsym(RTLD_NEXT, #name);                      \
        enum outcome outcome =                                                    \
            fd > 2 ? outcome_of(#name, writes(fd, at, count)) : GOES_ON;          \
        if (outcome == FAILS)                                                     \
            return -1;                                                            \
        if (outcome != GOES_ON && count > 1)                                      \
            count /= 2;                                                           \
        int error = errno;                                                        \
        ssize_t written = real arguments;                                         \
        if (outcome != IS_TORN)                                                   \
            return written;                                                       \
        errno = error;                                                            \
        return -1;                                                                \
    }

/* Opening changes something where it makes a file or empties it. */
#define OPENING(name, parameters, arguments)                                      \
    int name parameters                                                           \
    {                                                                             \
        int(*real) parameters = dlsym(RTLD_NEXT, #name);                          \
        va_list rest;                                                             \
        va_start(rest, flags);                                                    \
        int mode = flags & O_CREAT ? va_arg(rest, int) : 0;                       \
        va_end(rest);                                                             \
        enum what what = flags & O_CREAT && access(path, F_OK) != 0 ? MAKES : CHANGES; \
        if ((flags & (O_CREAT | O_TRUNC)) && outcome_of(#name, what) == FAILS)    \
            return -1;                                                            \
        return real arguments;                                                    \
    }

WRITING(write, (int fd, const void *bytes, size_t count), (fd, bytes, count),
        lseek64(fd, 0, SEEK_CUR))
WRITING(pwrite, (int fd, const void *bytes, size_t count, off_t at), (fd, bytes, count, at), at)
WRITING(pwrite64, (int fd, const void *bytes, size_t count, off64_t at), (fd, bytes, count, at), at)
FAILING(int, ftruncate, (int fd, off_t size), (fd, size), fd > 2)
FAILING(int, ftruncate64, (int fd, off64_t size), (fd, size), fd > 2)
FAILING(int, fsync, (int fd), (fd), fd > 2)
FAILING(int, fdatasync, (int fd), (fd), fd > 2)
FAILING(int, unlink, (const char *path), (path), 1)
FAILING(int, rename, (const char *from, const char *to), (from, to), 1)
FAILING(int, link, (const char *from, const char *to), (from, to), 1)
FAILING(int, linkat, (int from_at, const char *from, int to_at, const char *to, int flags),
        (from_at, from, to_at, to, flags), 1)
OPENING(open, (const char *path, int flags, ...), (path, flags, mode))
OPENING(open64, (const char *path, int flags, ...), (path, flags, mode))
OPENING(openat, (int at, const char *path, int flags, ...), (at, path, flags, mode))
OPENING(openat64, (int at, const char *path, int flags, ...), (at, path, flags, mode))
