/* SPDX-License-Identifier: MIT */
/* The figures of a page, and the page that they make with the data. */
#ifndef CLI_FIGURES_PAGE_SHEETS_H
#define CLI_FIGURES_PAGE_SHEETS_H

#include "base/memory/buffer.h"
#include "base/message.h"
#include "base/status.h"
#include "cli/figures/figure_list.h"
#include "cli/figures/figure_request.h"
#include "report/page_document.h"

/* A figure of the page. Its request must not be moved. */
struct page_sheet {
    struct figure figure; /* of a view, as SVG; its path is borrowed. Without one: no view */
    const struct settings *settings; /* of the figure; borrowed */
    struct figure_request request;
    struct buffer svg;
    enum status status; /* of drawing it */
};

struct page_sheets {
    const struct network *network;
    const char *dataset;  /* the path of its file */
    const char *language; /* NULL: that of the first view that has one, else of the dataset */
    struct quota *quota;
    bool only_shown; /* see page_data.h */
    struct page_sheet *items;
    size_t count;
};

/* Makes SHEETS those of VIEWS, a file of FIGURES, one for each view that shows the same level of
   the dataset (the option "for") as the first. Reports errors, and returns STATUS_INVALID if
   there is no view, or a view or the dataset is invalid. FIGURES must outlive SHEETS, which the
   caller clears in any case. */
enum status page_sheets_init(struct page_sheets *sheets, const struct figure_list *figures,
                             const struct views *views, struct messages *messages);

/* Says, as a note, which of VIEWS, those that PAGE was to be made of, are not among SHEETS since
   they show another level. */
void page_sheets_note_others(const struct page_sheets *sheets, const struct figure_list *figures,
                             const struct views *views, const char *page,
                             struct messages *messages);

/* Makes SHEETS a single one, of NETWORK from the file DATASET, drawn with SETTINGS, in which
   there is nothing but criteria and options for figures. All must outlive SHEETS. */
enum status page_sheets_init_one(struct page_sheets *sheets, const struct network *network,
                                 const char *dataset, const struct settings *settings,
                                 struct quota *quota, struct messages *messages);
void page_sheets_clear(struct page_sheets *sheets);

/* Draws those that have not been drawn, with at most JOBS processes at a time, and checks each
   with picture_check. Reports errors. */
enum status page_sheets_draw(struct page_sheets *sheets, unsigned jobs,
                             struct messages *messages);

/* Makes the fingerprint of the page, which does not need the figures to be drawn. */
enum status page_sheets_fingerprint(const struct page_sheets *sheets, struct messages *messages,
                                    char fingerprint[FINGERPRINT_SIZE]);

/* Writes the page to OUT, which must be empty. */
enum status page_sheets_write(const struct page_sheets *sheets, struct buffer *out,
                              struct messages *messages);

#endif
