/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "scene/common_form.h"

#include <string.h>

#include "scene/naming.h"

enum {
    MIN_TIES = 3,
    MAX_LENGTH = 40 /* bytes of a form in the legend */
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

/* A member with the form of all ties of TYPE; NULL if they differ or are too few. */
static const struct scene_member *find_form(const struct scene *scene, enum relation_type type)
{
    const struct scene_member *common = NULL;
    size_t count = 0;
    for (size_t i = 0; i < scene->tie_count; i++) {
        if (scene->ties[i].type != type)
            continue;
        const char *form = form_of(&scene->ties[i]);
        if (form == NULL || (common != NULL && strcmp(form, common->form) != 0))
            return NULL;
        common = scene->ties[i].members;
        count++;
    }
    return count >= MIN_TIES ? common : NULL;
}

void common_form_find(struct scene *scene)
{
    if (!scene->legend || scene->labels != LABELS_AUTO)
        return;
    for (unsigned type = 0; type < TYPES; type++) {
        const struct scene_member *member = find_form(scene, (enum relation_type)type);
        const char *form = NULL;
        if (member != NULL)
            form = naming_form(scene->network, member->index, scene->wording, scene->language);
        scene->common[type] = form != NULL && strlen(form) <= MAX_LENGTH ? form : NULL;
    }
}
