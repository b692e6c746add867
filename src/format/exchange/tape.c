/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/exchange/tape.h"

#include <string.h>

/* What a record is; its fields follow. */
enum tape_record {
    RECORD_PLACE,     /* line, column */
    RECORD_START,     /* name */
    RECORD_ATTRIBUTE, /* name, length, value with a NUL */
    RECORD_TEXT,      /* length, bytes */
    RECORD_END        /* name */
};

void tape_clear(struct tape *tape)
{
    buffer_clear(&tape->bytes);
    *tape = (struct tape){.elements = 0};
}

/* --- recording */

static void add_kind(struct tape *tape, enum tape_record kind)
{
    buffer_char(&tape->bytes, (char)kind);
}

static void add_name(struct tape *tape, const char *name)
{
    buffer_add(&tape->bytes, &name, sizeof name);
}

static void start(void *context, const char *name)
{
    struct tape *tape = context;
    add_kind(tape, RECORD_START);
    add_name(tape, name);
    tape->elements++;
}

static void attribute(void *context, const char *name, const char *value)
{
    struct tape *tape = context;
    const size_t length = strlen(value) + 1;
    add_kind(tape, RECORD_ATTRIBUTE);
    add_name(tape, name);
    buffer_add(&tape->bytes, &length, sizeof length);
    buffer_add(&tape->bytes, value, length);
}

static void text(void *context, const char *bytes, size_t length)
{
    struct tape *tape = context;
    add_kind(tape, RECORD_TEXT);
    buffer_add(&tape->bytes, &length, sizeof length);
    buffer_add(&tape->bytes, bytes, length);
}

static void end(void *context, const char *name)
{
    struct tape *tape = context;
    add_kind(tape, RECORD_END);
    add_name(tape, name);
}

static void place(void *context, uint32_t line, uint32_t column)
{
    struct tape *tape = context;
    add_kind(tape, RECORD_PLACE);
    buffer_add(&tape->bytes, &line, sizeof line);
    buffer_add(&tape->bytes, &column, sizeof column);
}

struct xml tape_xml(struct tape *tape)
{
    static const struct xml_visitor visitor = {
        .start = start, .attribute = attribute, .text = text, .end = end, .place = place};
    return (struct xml){.visitor = &visitor, .context = tape};
}

/* --- playing */

/* The tape while it is played. */
struct playing {
    const struct buffer *bytes;
    size_t at, to;
    struct xml *xml;
    const struct bitset *left_out; /* NULL: none */
    bool numbered;
    bool placed; /* the next element has the following place */
    uint32_t line, column;
    size_t element;  /* the number of the next one */
    size_t unplayed; /* the open elements within one that is left out, with it */
};

static const char *read_name(struct playing *playing)
{
    const char *name = NULL;
    buffer_read(playing->bytes, &playing->at, &name, sizeof name);
    return name;
}

static uint32_t read_number(struct playing *playing)
{
    uint32_t number = 0;
    buffer_read(playing->bytes, &playing->at, &number, sizeof number);
    return number;
}

static const char *read_text(struct playing *playing, size_t *length)
{
    *length = 0;
    buffer_read(playing->bytes, &playing->at, length, sizeof *length);
    const char *text = playing->bytes->bytes + playing->at;
    playing->at += *length;
    return text;
}

/* A place is that of the next element, and left out with it. */
static void play_place(struct playing *playing)
{
    playing->line = read_number(playing);
    playing->column = read_number(playing);
    playing->placed = true;
}

static void pass_place(struct playing *playing, size_t element)
{
    if (playing->numbered)
        xml_place(playing->xml, (uint32_t)element + 1, 0);
    else if (playing->placed)
        xml_place(playing->xml, playing->line, playing->column);
}

static void play_start(struct playing *playing)
{
    const char *name = read_name(playing);
    const size_t element = playing->element++;
    if (playing->unplayed > 0 ||
        (playing->left_out != NULL && bitset_has(playing->left_out, element))) {
        playing->unplayed++;
    } else {
        pass_place(playing, element);
        xml_start(playing->xml, name);
    }
    playing->placed = false;
}

static void play_attribute(struct playing *playing)
{
    size_t length;
    const char *name = read_name(playing), *value = read_text(playing, &length);
    if (playing->unplayed == 0)
        xml_attribute(playing->xml, name, value);
}

static void play_text(struct playing *playing)
{
    size_t length;
    const char *text = read_text(playing, &length);
    if (playing->unplayed == 0)
        xml_text(playing->xml, text, length);
}

static void play_end(struct playing *playing)
{
    const char *name = read_name(playing);
    if (playing->unplayed > 0)
        playing->unplayed--;
    else
        xml_end(playing->xml, name);
}

static void play(struct playing *playing)
{
    while (playing->at < playing->to)
        switch ((enum tape_record)playing->bytes->bytes[playing->at++]) {
        case RECORD_PLACE: play_place(playing); break;
        case RECORD_START: play_start(playing); break;
        case RECORD_ATTRIBUTE: play_attribute(playing); break;
        case RECORD_TEXT: play_text(playing); break;
        case RECORD_END: play_end(playing); break;
        }
}

void tape_play_part(const struct tape *tape, size_t from, size_t to, struct xml *xml)
{
    struct playing playing = {.bytes = &tape->bytes, .at = from, .to = to, .xml = xml};
    play(&playing);
}

void tape_play(const struct tape *tape, const struct bitset *left_out, bool numbered,
               struct xml *xml)
{
    struct playing playing = {.bytes = &tape->bytes,
                              .to = tape->bytes.length,
                              .xml = xml,
                              .left_out = left_out,
                              .numbered = numbered};
    play(&playing);
}
