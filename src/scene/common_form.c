/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "scene/common_form.h"

#include <string.h>

#include "scene/label.h"
#include "scene/naming.h"

enum {
    MIN_TIES = 3,
    MAX_FORM = 100, /* bytes of a form in the legend */
    MAX_LABEL = 160 /* likewise of a label */
};

/* The form of all members of a tie; NULL if they differ or have none. */
static const char *form_of(const struct scene_tie *tie)
{
    const char *form = tie->members->form;
    for (const struct scene_member *m = tie->members->next; m != NULL; m = m->next)
        if (strcmp(m->form, form) != 0)
            return NULL;
    return form[0] != '\0' ? form : NULL;
}

/* A member with the form of all ties of TYPE or, if it is TYPES, of all ties; NULL if they differ
   or are fewer than LEAST. */
static const struct scene_member *find_form(const struct scene *scene, unsigned type,
                                            size_t least)
{
    const struct scene_member *common = NULL;
    size_t count = 0;
    for (size_t i = 0; i < scene->tie_count; i++) {
        if (type != TYPES && scene->ties[i].type != type)
            continue;
        const char *form = form_of(&scene->ties[i]);
        if (form == NULL || (common != NULL && strcmp(form, common->form) != 0))
            return NULL;
        common = scene->ties[i].members;
        count++;
    }
    return count >= least ? common : NULL;
}

/* If all ties have one form, it is shown with each type, however few ties that has. */
static void find_forms(struct scene *scene)
{
    const size_t least = find_form(scene, TYPES, MIN_TIES) != NULL ? 1 : MIN_TIES;
    for (unsigned type = 0; type < TYPES; type++) {
        const struct scene_member *member = find_form(scene, type, least);
        const char *form = NULL;
        if (member != NULL)
            form = naming_form(scene->network, member->index, scene->wording, scene->language);
        scene->common[type] = form != NULL && strlen(form) <= MAX_FORM ? form : NULL;
    }
}

/* Whether the label of TIE has the words LABEL, apart from its mark and its numbers. */
static bool has_words(const struct scene *scene, const struct scene_tie *tie, const char *label,
                      enum status *status)
{
    struct buffer words = BUFFER_EMPTY;
    label_write_words(&words, scene, tie);
    bool same = strcmp(buffer_string(&words), label) == 0;
    *status = buffer_status(&words);
    buffer_clear(&words);
    return same && *status == STATUS_OK;
}

static enum status find_label(struct scene *scene)
{
    struct buffer first = BUFFER_EMPTY;
    enum status status = STATUS_OK;
    if (scene->tie_count < MIN_TIES)
        return STATUS_OK;
    label_write_words(&first, scene, &scene->ties[0]);
    bool same = first.length > 0 && first.length <= MAX_LABEL;
    for (size_t i = 1; i < scene->tie_count && same; i++)
        same = has_words(scene, &scene->ties[i], buffer_string(&first), &status);
    if (status == STATUS_OK && same)
        return scene_keep(scene, &first, &scene->shared_label);
    if (status == STATUS_OK)
        status = buffer_status(&first);
    buffer_clear(&first);
    return status;
}

enum status common_form_find(struct scene *scene)
{
    if (!scene->legend || scene->labels == LABELS_FORM || scene->labels == LABELS_NONE)
        return STATUS_OK;
    TRY(find_label(scene));
    if (scene->shared_label == NULL)
        find_forms(scene);
    return STATUS_OK;
}
