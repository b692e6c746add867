/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "fixture.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/memory/arena.h"
#include "base/memory/buffer.h"
#include "format/entente/dataset.h"

/* Texts returned to the current test. */
static struct arena kept;

static const char *keep(const char *text, size_t length)
{
    const char *copy = arena_copy(&kept, text, length);
    ck_assert_ptr_nonnull(copy);
    return copy;
}

static void forget(void)
{
    arena_clear(&kept);
}

int fixture_run(const char *name, const TTest *const tests[], size_t count)
{
    Suite *suite = suite_create(name);
    TCase *all = tcase_create(name);
    tcase_add_checked_fixture(all, NULL, forget);
    for (size_t i = 0; i < count; i++)
        tcase_add_test(all, tests[i]);
    suite_add_tcase(suite, all);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_ENV);
    int failures = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failures != 0;
}

void fixture_messages_begin(struct fixture_messages *caught)
{
    FILE *stream = open_memstream(&caught->text, &caught->length);
    ck_assert_ptr_nonnull(stream);
    report_init(&caught->report, stream, false, &caught->messages, false);
}

const char *fixture_messages_end(struct fixture_messages *caught)
{
    ck_assert_int_eq(fclose(caught->report.stream), 0);
    const char *text = keep(caught->text, caught->length);
    free(caught->text);
    return text;
}

char *fixture_source(const char *name)
{
    struct buffer path = BUFFER_EMPTY, text = BUFFER_EMPTY;
    const char *folder = getenv("srcdir");
    buffer_format(&path, "%s/%s", folder != NULL ? folder : ".", name);
    FILE *file = fopen(buffer_string(&path), "r");
    ck_assert_msg(file != NULL, "cannot open %s", buffer_string(&path));
    for (int c = getc(file); c != EOF; c = getc(file))
        buffer_char(&text, (char)c);
    buffer_string(&text);
    fclose(file);
    buffer_clear(&path);
    return text.bytes;
}

char *fixture_file(const char *bytes, size_t length)
{
    const char *folder = getenv("TMPDIR");
    struct buffer path = BUFFER_EMPTY;
    buffer_format(&path, "%s/entente-test-XXXXXX", folder != NULL ? folder : "/tmp");
    int descriptor = mkstemp(path.bytes);
    ck_assert_int_ge(descriptor, 0);
    ck_assert_int_eq(write(descriptor, bytes, length), (ssize_t)length);
    close(descriptor);
    return path.bytes;
}

/* PRINTED with each PATH replaced by "in.xml". */
static const char *rename_file(const char *printed, const char *path)
{
    struct buffer renamed = BUFFER_EMPTY;
    const char *next;
    while ((next = strstr(printed, path)) != NULL) {
        buffer_add(&renamed, printed, (size_t)(next - printed));
        buffer_text(&renamed, "in.xml");
        printed = next + strlen(path);
    }
    buffer_text(&renamed, printed);
    printed = keep(buffer_string(&renamed), renamed.length);
    buffer_clear(&renamed);
    return printed;
}

struct network *fixture_read(const char *text, enum status *status, const char **printed)
{
    struct fixture_messages caught;
    struct network *network = NULL;
    char *path = fixture_file(text, strlen(text));
    fixture_messages_begin(&caught);
    enum status got = dataset_read(path, &reader_default_limits, &caught.messages, &network);
    const char *all = fixture_messages_end(&caught);
    if (status != NULL)
        *status = got;
    if (printed != NULL)
        *printed = rename_file(all, path);
    unlink(path);
    free(path);
    return got == STATUS_OK ? network : NULL;
}

struct network *fixture_network(const char *relations)
{
    struct buffer text = BUFFER_EMPTY;
    const char *printed;
    buffer_format(
        &text,
        "<network xmlns='urn:entente:network:1' xml:lang='en' as-of='2022-01'>"
        "<sources><source id='paper' reliability='B'/>"
        "<source id='rumour' reliability='C' anonymous='yes'/>"
        "<source id='letter' reliability='A' basis='paper'/><source id='diary'/></sources>"
        "<actors><state id='a'><name>A</name></state>"
        "<state id='b'><name>B</name></state>"
        "<movement id='c'><name>C</name></movement>"
        "<individual id='d'><name>D</name></individual></actors>"
        "<events><event id='e'><name>E</name></event></events>"
        "<relations>%s</relations></network>",
        relations);
    struct network *network = fixture_read(buffer_string(&text), NULL, &printed);
    ck_assert_msg(network != NULL, "%s", printed);
    buffer_clear(&text);
    return network;
}

/* Adds each of OPTIONS, "NAME" or "NAME=VALUE". */
static void add_settings(struct settings *settings, const char *options)
{
    char *copy = strdup(options), *rest = NULL;
    ck_assert_ptr_nonnull(copy);
    for (char *name = strtok_r(copy, " ", &rest); name != NULL;
         name = strtok_r(NULL, " ", &rest)) {
        char *value = strchr(name, '=');
        if (value != NULL)
            *value++ = '\0';
        ck_assert_int_eq(settings_add(settings, name, value), STATUS_OK);
    }
    free(copy);
}

void fixture_picture_begin(struct fixture_picture *picture, const char *relations,
                           const char *options)
{
    struct fixture_messages caught;
    *picture = (struct fixture_picture){.network = fixture_network(relations)};
    add_settings(&picture->settings, options);
    fixture_messages_begin(&caught);
    enum status status = figure_request_init(&picture->request, picture->network, "in.xml", NULL,
                                             &picture->settings, NULL, &caught.messages);
    const char *printed = fixture_messages_end(&caught);
    ck_assert_msg(status == STATUS_OK, "%s", printed);
}

void fixture_picture_end(struct fixture_picture *picture)
{
    figure_request_clear(&picture->request);
    settings_clear(&picture->settings);
    network_free(picture->network);
}

uint32_t fixture_index(const struct network *network, const char *id)
{
    struct network_entity owner = network_find(network, id);
    ck_assert_msg(owner.what != ENTITY_NONE, "nothing is called %s", id);
    return owner.index;
}

void fixture_check_texts(bool (*find)(const char *text, bool *failed), bool found,
                         const char *const texts[], size_t count)
{
    bool failed = false;
    for (size_t i = 0; i < count; i++) {
        ck_assert_msg(find(texts[i], &failed) == found, "%s", texts[i]);
        ck_assert(!failed);
    }
}
