/* A disk that is written down, for the tests: loaded before the C library (LD_PRELOAD), it notes every
 * call that changes a file of one folder, with its bytes, so that what a power cut would have left can
 * be made of it. What goes to standard output is noted among them: there the process says what is done.
 *
 *   KOERS_RECORD_FOLDER  the folder, without a slash at its end
 *   KOERS_RECORD_TO      the file to which the notes are added
 *
 * A note is: what (1 byte), descriptor (4), number (8), how many bytes follow (4), and those; numbers
 * little-endian. `tests/src/power/log.rs` reads them. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

#define MOST_FILES 1024

static int notes = -1;
static const char *folder = NULL;
/* Which descriptors are files of the folder, or the folder itself. */
static char ours[MOST_FILES];

struct head {
    uint8_t what;
    int32_t fd;
    uint64_t number;
    uint32_t length;
} __attribute__((packed));

static void note(char what, int fd, uint64_t number, const void *bytes, size_t length,
                 const void *more, size_t more_length)
{
    struct head head = {(uint8_t)what, fd, number, (uint32_t)(length + more_length)};
    struct iovec parts[3] = {
        {&head, sizeof head}, {(void *)bytes, length}, {(void *)more, more_length}};
    if (writev(notes, parts, 3) != (ssize_t)(sizeof head + length + more_length))
        abort();
}

__attribute__((constructor)) static void begin(void)
{
    int (*real)(const char *, int, ...) = dlsym(RTLD_NEXT, "open");
    const char *to = getenv("KOERS_RECORD_TO");
    folder = getenv("KOERS_RECORD_FOLDER");
    if (folder && to)
        notes = real(to, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
}

static int is_inside(const char *path)
{
    size_t length = folder ? strlen(folder) : 0;
    return notes >= 0 && strncmp(path, folder, length) == 0
           && (path[length] == '/' || path[length] == 0);
}

static int is_ours(int fd)
{
    return notes >= 0 && fd >= 0 && fd < MOST_FILES && ours[fd];
}

static int opened(int fd, const char *path, int was_there, int flags)
{
    if (fd < 0 || fd >= MOST_FILES)
        return fd;
    ours[fd] = (char)is_inside(path);
    if (ours[fd])
        note('O', fd, (was_there ? 0 : 1) + (flags & O_TRUNC ? 2 : 0), path, strlen(path), "", 0);
    return fd;
}

#define OPENING(name, parameters, arguments)                       \
    int name parameters                                            \
    {                                                              \
        int(*real) parameters = dlsym(RTLD_NEXT, #name);           \
        va_list rest;                                              \
        va_start(rest, flags);                                     \
        int mode = flags & O_CREAT ? va_arg(rest, int) : 0;        \
        va_end(rest);                                              \
        int was_there = access(path, F_OK) == 0;                   \
        return opened(real arguments, path, was_there, flags);     \
    }

OPENING(open, (const char *path, int flags, ...), (path, flags, mode))
OPENING(open64, (const char *path, int flags, ...), (path, flags, mode))
OPENING(openat, (int at, const char *path, int flags, ...), (at, path, flags, mode))
OPENING(openat64, (int at, const char *path, int flags, ...), (at, path, flags, mode))

int close(int fd)
{
    int (*real)(int) = dlsym(RTLD_NEXT, "close");
    if (is_ours(fd)) {
        note('C', fd, 0, "", 0, "", 0);
        ours[fd] = 0;
    }
    return real(fd);
}

ssize_t write(int fd, const void *bytes, size_t count)
{
    ssize_t (*real)(int, const void *, size_t) = dlsym(RTLD_NEXT, "write");
    off_t at = is_ours(fd) ? lseek(fd, 0, SEEK_CUR) : 0;
    ssize_t written = real(fd, bytes, count);
    if (written > 0 && is_ours(fd))
        note('W', fd, (uint64_t)at, bytes, (size_t)written, "", 0);
    if (written > 0 && fd == 1 && notes >= 0)
        note('M', fd, 0, bytes, (size_t)written, "", 0);
    return written;
}

#define WRITING(name, offset)                                                       \
    ssize_t name(int fd, const void *bytes, size_t count, offset at)                \
    {                                                                               \
        ssize_t (*real)(int, const void *, size_t, offset) = dlsym(RTLD_NEXT, #name); \
        ssize_t written = real(fd, bytes, count, at);                               \
        if (written > 0 && is_ours(fd))                                             \
            note('W', fd, (uint64_t)at, bytes, (size_t)written, "", 0);             \
        return written;                                                             \
    }

WRITING(pwrite, off_t)
WRITING(pwrite64, off64_t)

#define CUTTING(name, offset)                                    \
    int name(int fd, offset size)                                \
    {                                                            \
        int (*real)(int, offset) = dlsym(RTLD_NEXT, #name);      \
        int result = real(fd, size);                             \
        if (result == 0 && is_ours(fd))                          \
            note('T', fd, (uint64_t)size, "", 0, "", 0);         \
        return result;                                           \
    }

CUTTING(ftruncate, off_t)
CUTTING(ftruncate64, off64_t)

#define SYNCING(name)                                            \
    int name(int fd)                                             \
    {                                                            \
        int (*real)(int) = dlsym(RTLD_NEXT, #name);              \
        int result = real(fd);                                   \
        if (result == 0 && is_ours(fd))                          \
            note('S', fd, 0, "", 0, "", 0);                      \
        return result;                                           \
    }

SYNCING(fsync)
SYNCING(fdatasync)

int unlink(const char *path)
{
    int (*real)(const char *) = dlsym(RTLD_NEXT, "unlink");
    int result = real(path);
    if (result == 0 && is_inside(path))
        note('U', 0, 0, path, strlen(path), "", 0);
    return result;
}

/* Two paths, with a zero between them. */
static int named(char what, int result, const char *from, const char *to)
{
    if (result == 0 && is_inside(to))
        note(what, 0, 0, from, strlen(from) + 1, to, strlen(to));
    return result;
}

int rename(const char *from, const char *to)
{
    int (*real)(const char *, const char *) = dlsym(RTLD_NEXT, "rename");
    return named('R', real(from, to), from, to);
}

int link(const char *from, const char *to)
{
    int (*real)(const char *, const char *) = dlsym(RTLD_NEXT, "link");
    return named('L', real(from, to), from, to);
}

int linkat(int from_at, const char *from, int to_at, const char *to, int flags)
{
    int (*real)(int, const char *, int, const char *, int) = dlsym(RTLD_NEXT, "linkat");
    return named('L', real(from_at, from, to_at, to, flags), from, to);
}
