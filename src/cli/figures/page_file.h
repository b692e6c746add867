/* SPDX-License-Identifier: MIT */
/* The file of the page that a views file asks for. It is made of the files of its figures, as far
   as they are up to date; the others are drawn. */
#ifndef CLI_FIGURES_PAGE_FILE_H
#define CLI_FIGURES_PAGE_FILE_H

#include <stdbool.h>

#include "base/memory/buffer.h"
#include "base/message.h"
#include "base/status.h"
#include "cli/figures/figure_list.h"
#include "cli/figures/figure_state.h"
#include "cli/figures/page_sheets.h"

struct page_file {
    const struct figure_list *figures;
    const struct figure *page;
    struct page_sheets sheets;
};

/* Initializes FILE for PAGE, one of FIGURES. Reports that the page cannot be made of views or a
   dataset with errors, which the figures report, and returns STATUS_INVALID. A note says which
   views the page leaves out. The caller clears FILE in any case. */
enum status page_file_init(struct page_file *file, const struct figure_list *figures,
                           const struct figure *page, struct messages *messages);
void page_file_clear(struct page_file *file);

/* Sets *STATE as figure_state does. */
enum status page_file_state(const struct page_file *file, struct messages *messages,
                            enum figure_state *state);

/* Writes the page to OUT, which must be empty, drawing at most JOBS figures at a time. Reports
   errors. */
enum status page_file_make(struct page_file *file, unsigned jobs, struct buffer *out,
                           struct messages *messages);

/* Sets *DIFFERS to whether the file has other bytes than the page made again, of figures that are
   drawn for it: their files may have been forged as well. */
enum status page_file_compare(struct page_file *file, unsigned jobs, struct messages *messages,
                              bool *differs);

#endif
