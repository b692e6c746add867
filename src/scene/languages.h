/* SPDX-License-Identifier: MIT */
/* The languages of a figure: those of the dataset's names and those of the program's words. */
#ifndef SCENE_LANGUAGES_H
#define SCENE_LANGUAGES_H

#include "base/message.h"
#include "base/status.h"
#include "model/network.h"
#include "scene/scene.h"

/* Checks LANGUAGE, the value of the setting "lang". If neither the names of NETWORK nor the words
   of figures (wording.h) are available in it, reports an error that lists the languages of both,
   and returns STATUS_FAILURE; if one of them is not, reports a warning. */
enum status languages_check(const struct network *network, const char *language,
                            struct messages *messages);

/* Reports, as a warning, how many nodes of SCENE have no name in its language, unless the dataset
   has no names in it at all, or does not say in which language its names are. */
void languages_check_names(const struct scene *scene, struct messages *messages);

#endif
