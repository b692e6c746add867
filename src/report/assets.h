/* SPDX-License-Identifier: MIT */
/* The script and the style sheet of pages: the bytes of src/report/ *.js and page.css without the
   lines that are comments, built into the program (see sources.am). */
#ifndef REPORT_ASSETS_H
#define REPORT_ASSETS_H

#include <stddef.h>

extern const unsigned char report_script[], report_style[];
extern const size_t report_script_length, report_style_length;

#endif
