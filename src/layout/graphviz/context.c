/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "layout/graphviz/context.h"

#include <dlfcn.h>
#include <gvc.h>
#include <gvplugin.h>
#include <gvplugin_textlayout.h>
#include <stdbool.h>
#include <string.h>

#include "base/memory/buffer.h"
#include "base/status.h"
#include "scene/metrics.h"

/* Graphviz calls this to get the size of a line of a label. */
static GRAPHVIZ_BOOLEAN measure(textspan_t *span, char **font_path)
{
    if (font_path != NULL)
        *font_path = NULL;
    double size = span->font->size;
    span->size.x = metrics_width(span->str, strlen(span->str), size, METRICS_REGULAR);
    span->size.y = size * METRICS_LINE;
    span->yoffset_layout = 0;
    span->yoffset_centerline = 0.1 * size;
    span->layout = NULL;
    span->free_layout = NULL;
    return true;
}

static gvtextlayout_engine_t text_engine = {measure};
static gvplugin_installed_t text_types[] = {{0, "textlayout", 1000, &text_engine, NULL},
                                            {0, NULL, 0, NULL, NULL}};
static gvplugin_api_t text_apis[] = {{API_textlayout, text_types}, {(api_t)0, NULL}};
static gvplugin_library_t text_library = {(char *)"entente", text_apis};

#if HAVE_GVPLUGINS
extern gvplugin_library_t gvplugin_dot_layout_LTX_library;

/* The plugin of the engines other than dot depends on half a dozen libraries, which take longer
   to load than a small layout takes to compute. So we don't link it, but load it when it is
   needed, from the folder of dot's plugin, which is linked. */
static enum status write_neato_file(struct buffer *out)
{
    Dl_info dot;
    if (dladdr(gvplugin_dot_layout_LTX_library.apis, &dot) == 0 || dot.dli_fname == NULL)
        return STATUS_FAILURE;
    const char *name = strstr(dot.dli_fname, "gvplugin_dot_");
    if (name == NULL)
        return STATUS_FAILURE;
    buffer_add(out, dot.dli_fname, (size_t)(name - dot.dli_fname));
    buffer_format(out, "gvplugin_neato_%s", name + strlen("gvplugin_dot_"));
    return buffer_status(out);
}

/* Returns NULL if the plugin cannot be loaded. Opens no file if it is already loaded. */
static gvplugin_library_t *load_neato(void)
{
    struct buffer file = BUFFER_EMPTY;
    void *plugin = write_neato_file(&file) == STATUS_OK ? dlopen(file.bytes, RTLD_LAZY) : NULL;
    buffer_clear(&file);
    return plugin != NULL ? dlsym(plugin, "gvplugin_neato_layout_LTX_library") : NULL;
}

void context_load(enum scene_engine engine)
{
    if (engine != ENGINE_AUTO && engine != ENGINE_DOT)
        load_neato();
}

GVC_t *context_open(enum scene_engine engine)
{
    lt_symlist_t builtins[] = {
        {"entente_LTX_library", &text_library},
        {"gvplugin_dot_layout_LTX_library", &gvplugin_dot_layout_LTX_library},
        {NULL, NULL},
        {NULL, NULL}};
    gvplugin_library_t *neato = engine != ENGINE_DOT ? load_neato() : NULL;
    if (neato != NULL)
        builtins[2] = (lt_symlist_t){"gvplugin_neato_layout_LTX_library", neato};
    return gvContextPlugins(builtins, 0);
}
#else
/* Here, Graphviz loads the plugins in its configuration file. */
void context_load(enum scene_engine engine)
{
    (void)engine;
}

GVC_t *context_open(enum scene_engine engine)
{
    (void)engine;
    /* Graphviz chooses its text layout plugin while it opens, so a library added later would come
       too late; and it ignores symbols whose names do not begin with "g". */
    lt_symlist_t builtins[] = {{"gventente_LTX_library", &text_library}, {NULL, NULL}};
    return gvContextPlugins(builtins, 1);
}
#endif
