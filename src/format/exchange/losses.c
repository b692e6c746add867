/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/exchange/losses.h"

#include <string.h>

#include "base/text/utf8.h"
#include "format/json/json.h"

/* The index of KIND; the number of kinds if it is not there. */
static size_t find(const struct losses *losses, const char *kind)
{
    size_t i = 0;
    while (i < losses->count && strcmp(losses->items[i].kind, kind) != 0)
        i++;
    return i;
}

size_t losses_count(const struct losses *losses, const char *kind)
{
    const size_t index = find(losses, kind);
    return index < losses->count ? losses->items[index].count : 0;
}

static struct loss *add(struct losses *losses, const char *kind)
{
    if (losses->count == LOSSES_MAX)
        return NULL;
    struct loss *loss = &losses->items[losses->count++];
    memcpy(loss->kind, kind, strlen(kind) + 1);
    loss->count = 0;
    return loss;
}

void losses_add(struct losses *losses, const char *kind, size_t count)
{
    char shown[LOSSES_KIND];
    const size_t length = utf8_cut(kind, sizeof shown - 1);
    if (count == 0)
        return;
    memcpy(shown, kind, length);
    shown[length] = '\0';
    const size_t index = find(losses, shown);
    struct loss *loss = index < losses->count
                            ? &losses->items[index]
                            : add(losses, losses->count + 1 < LOSSES_MAX ? shown : "other items");
    if (loss == NULL)
        loss = &losses->items[LOSSES_MAX - 1];
    loss->count += count;
}

void losses_report(const struct losses *losses, const char *reason, struct messages *messages)
{
    struct buffer list = BUFFER_EMPTY;
    if (losses->count == 0)
        return;
    for (size_t i = 0; i < losses->count; i++)
        buffer_format(&list, "%s%s (%zu)", i > 0 ? ", " : "", losses->items[i].kind,
                      losses->items[i].count);
    messages_note(messages, MESSAGE_NOT_CARRIED, "left out%s: %s", reason, buffer_string(&list));
    buffer_clear(&list);
}

void losses_write_json(const struct losses *losses, struct buffer *out)
{
    struct json json = {.out = out};
    json_open(&json, '[');
    for (size_t i = 0; i < losses->count; i++) {
        json_open(&json, '{');
        json_key(&json, "kind");
        json_text(&json, losses->items[i].kind);
        json_key(&json, "count");
        json_number(&json, (long)losses->items[i].count);
        json_close(&json, '}');
    }
    json_close(&json, ']');
    json_end(&json);
}
