/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "cli/version.h"

#include <fcntl.h>
#include <libxml/xmlversion.h>
#include <stdio.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/memory/buffer.h"
#include "base/process/child.h"
#include "base/process/confinement.h"
#include "layout/graphviz/graphviz.h"

static void add_line(struct buffer *out, const char *what, const char *found)
{
    buffer_format(out, "  %-28s%s\n", what, found);
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

#if HAVE_LINUX_LANDLOCK_H
#define NO_LANDLOCK "no (not supported by the kernel)"
#else
#define NO_LANDLOCK "no (not compiled in)"
#endif

/* Runs in a child: confines itself like a child that computes a layout, and tries what must
   fail. */
static enum status try_confinement(void *context, struct buffer *out)
{
    char landlock[40] = NO_LANDLOCK;
    (void)context;
    const struct confinement confinement = confinement_enter();
    if (confinement.landlock > 0)
        snprintf(landlock, sizeof landlock, "yes, version %d", confinement.landlock);
    add_line(out, "no-new-privileges:", confinement.privileges ? "yes" : "no");
    add_line(out, "Landlock:", landlock);
    add_line(out, "seccomp filter:", confinement.seccomp ? "yes" : "no");
    add_line(out, "can open files:", can_open_files() ? "yes" : "no");
    add_line(out, "can open sockets:", can_open_sockets() ? "yes" : "no");
    add_line(out, "can start processes:", can_run_programs() ? "yes" : "no");
    return STATUS_OK;
}

static enum status show_confinement(struct messages *messages)
{
    const struct child_limits limits = {.seconds = 10};
    struct buffer out = BUFFER_EMPTY;
    enum status status =
        child_run(try_confinement, NULL, "confinement test", &limits, &out, messages);
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
