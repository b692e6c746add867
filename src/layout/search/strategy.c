/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "layout/search/strategy.h"

#include "layout/search/crowd.h"
#include "layout/search/sparse.h"
#include "scene/engine_choice.h"

const struct strategy *strategy_for(const struct scene *scene)
{
    static const struct strategy sparse = {sparse_sketch, sparse_refine};
    static const struct strategy crowd = {crowd_sketch, crowd_refine};
    return engine_choice_is_crowd(scene) ? &crowd : &sparse;
}
