/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "cli/version.h"

#include <fcntl.h>
#include <libxml/xmlversion.h>
#include <signal.h>
#include <stdio.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/memory/buffer.h"
#include "base/process/child.h"
#include "base/process/confinement.h"
#include "base/process/landlock.h"
#include "layout/graphviz/graphviz.h"

static void add_line(struct buffer *out, const char *what, const char *found)
{
    buffer_format(out, "  %-30s%s\n", what, found);
}

static void add_answer(struct buffer *out, const char *what, bool answer)
{
    add_line(out, what, answer ? "yes" : "no");
}

static bool can_open_files(void)
{
    int file = open("/", O_RDONLY | O_CLOEXEC);
    if (file >= 0)
        close(file);
    return file >= 0;
}

static bool can_open_sockets(void)
{
    int end = socket(AF_UNIX, SOCK_STREAM, 0);
    if (end >= 0)
        close(end);
    return end >= 0;
}

static bool can_run_programs(void)
{
    pid_t child = fork();
    if (child == 0)
        _exit(0);
    return child >= 0;
}

/* Signal 0 is not sent, but whether it could be is checked. */
static bool can_send_signals(void)
{
    return kill(getppid(), 0) == 0;
}

static void add_measures(struct buffer *out, const struct confinement *confinement)
{
#if HAVE_LINUX_LANDLOCK_H
    char landlock[40] = "no (not supported by the kernel)";
#else
    char landlock[40] = "no (not compiled in)";
#endif
    if (confinement->landlock > 0)
        snprintf(landlock, sizeof landlock, "yes, version %d", confinement->landlock);
    add_answer(out, "no-new-privileges:", confinement->privileges);
    add_answer(out, "without capabilities:", confinement->capabilities);
    add_answer(out, "hidden from other processes:", confinement->hidden);
    add_line(out, "Landlock:", landlock);
    add_answer(out, "Landlock for signals:", confinement->landlock >= LANDLOCK_SIGNALS);
    add_line(out, "seccomp filter:", confinement->seccomp ? "yes, an allow-list" : "no");
}

/* Runs in a child that is confined like one that computes a layout, and tries what must fail. */
static enum status try_confinement(void *context, struct buffer *out)
{
    add_measures(out, context);
    add_answer(out, "can open files:", can_open_files());
    add_answer(out, "can open sockets:", can_open_sockets());
    add_answer(out, "can start processes:", can_run_programs());
    add_answer(out, "can send signals:", can_send_signals());
    return STATUS_OK;
}

static enum status show_confinement(struct messages *messages)
{
    struct confinement found = {.landlock = 0};
    const struct child_limits limits = {.seconds = 10, .confined = true, .confinement = &found};
    struct buffer out = BUFFER_EMPTY;
    enum status status =
        child_run(try_confinement, &found, "confinement test", &limits, &out, messages);
    if (status == STATUS_OK)
        printf("Layout processes are confined:\n%s", buffer_string(&out));
    buffer_clear(&out);
    return status;
}

enum status version_show(bool verbose, struct messages *messages)
{
    puts("entente " PACKAGE_VERSION "\nLicence: MIT; no warranty, to the extent "
         "permitted by law.");
    if (!verbose)
        return STATUS_OK;
    printf("libxml2 %s, Graphviz %s\n", LIBXML_DOTTED_VERSION, graphviz_version());
    return show_confinement(messages);
}
