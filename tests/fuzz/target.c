/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "target.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "format/entente/dataset.h"

static const struct target targets[] = {{"condition", fuzz_condition},
                                        {"criteria", fuzz_criteria},
                                        {"dataset", fuzz_dataset},
                                        {"date", fuzz_date},
                                        {"diff", fuzz_diff},
                                        {"figure", fuzz_figure},
                                        {"fmt", fuzz_fmt},
                                        {"import", fuzz_import},
                                        {"layout", fuzz_layout},
                                        {"merge", fuzz_merge},
                                        {"picture", fuzz_picture},
                                        {"positions", fuzz_positions},
                                        {"stamp", fuzz_stamp},
                                        {"search", fuzz_search},
                                        {"table", fuzz_table},
                                        {"views", fuzz_views},
                                        {NULL, NULL}};

const struct target *target_find(const char *name)
{
    for (const struct target *target = targets; target->name != NULL; target++)
        if (strcmp(target->name, name) == 0)
            return target;
    return NULL;
}

void target_demand(bool kept, const char *promise)
{
    if (kept)
        return;
    fprintf(stderr, "not kept: %s\n", promise);
    abort();
}

void target_input(const char *bytes, size_t length)
{
    int file = memfd_create("input", 0);
    target_demand(file >= 0 && write(file, bytes, length) == (ssize_t)length &&
                      lseek(file, 0, SEEK_SET) == 0 && dup2(file, STDIN_FILENO) == STDIN_FILENO,
                  "an input in memory");
    close(file);
}

void target_words_begin(struct target_words *words)
{
    FILE *stream = open_memstream(&words->text, &words->length);
    target_demand(stream != NULL, "a stream in memory");
    report_init(&words->report, stream, false, &words->messages, false);
}

void target_words_end(struct target_words *words)
{
    fclose(words->report.stream);
    free(words->text);
}

struct network *target_network(const char *bytes, size_t length)
{
    struct target_words words;
    struct network *network = NULL;
    target_input(bytes, length);
    target_words_begin(&words);
    enum status status = dataset_read("-", &reader_default_limits, &words.messages, &network);
    target_demand(status == STATUS_OK || words.messages.errors > 0,
                  "a dataset that is refused is a message");
    target_words_end(&words);
    return status == STATUS_OK ? network : NULL;
}

const struct network *target_sample(void)
{
    static const char text[] =
        "<network xmlns='urn:entente:network:1' xml:lang='en' as-of='2022-01'>"
        "<title>A sample</title>"
        "<sources><source id='paper' reliability='B' date='2021'/>"
        "<source id='rumour' reliability='C' anonymous='yes' basis='paper' actor='c'/></sources>"
        "<actors><state id='a'><name>A</name></state>"
        "<state id='b' parent='a'><name>B</name><name xml:lang='fa'>ب</name></state>"
        "<movement id='c'><name short='C'>The C</name><role>r</role></movement>"
        "<individual id='d'><name>D</name><note>n</note></individual></actors>"
        "<events><event id='e' when='2021-08' participants='a b'><name>E</name></event></events>"
        "<relations><support id='a-c' from='a' to='c' form='arms' when='2021-08/..' weight='4'>"
        "<note>arms</note><claim by='paper' stance='asserts' credibility='2'>c</claim>"
        "<claim by='rumour' stance='denies' date='2022' at='p. 3'/></support>"
        "<hosting id='b-d' from='b' to='d' form='refuge' when='199X' tier='core'/>"
        "<hostility id='c-d' from='c' to='d' mutual='yes' form='rivalry' event='e'>"
        "<claim by='rumour' stance='asserts' hedged='yes'/></hostility>"
        "<mediation id='a-m' from='a' to='b c d' form='offered'/></relations></network>";
    static struct network *sample;
    if (sample == NULL)
        sample = target_network(text, sizeof text - 1);
    target_demand(sample != NULL, "the sample is a dataset");
    return sample;
}
