/* SPDX-License-Identifier: MIT */
/* Reads and writes a positions file, vocabulary urn:entente:positions:1:

     <positions xmlns="urn:entente:positions:1">
       <place id="iran" x="12" y="40.5"/>
       <place id="taliban" x="81.3" y="37" pin="yes"/>
     </positions>

   There is a line for each place, sorted by id, so that changes to different places can be merged
   line by line. Comments are kept: each stays before the place that follows it. */
#ifndef FORMAT_POSITIONS_POSITIONS_FILE_H
#define FORMAT_POSITIONS_POSITIONS_FILE_H

#include "base/memory/buffer.h"
#include "base/message.h"
#include "base/status.h"
#include "format/xml/reader.h"
#include "model/positions.h"

/* Reads the file PATH, in which places may have any order, into POSITIONS. All errors are
   reported with their places. Returns STATUS_OK and positions that the caller clears;
   STATUS_INVALID if there were errors, STATUS_FAILURE if the file cannot be read,
   STATUS_MEMORY. */
enum status positions_file_read(struct positions *positions, const char *path,
                                const struct reader_limits *limits, struct messages *messages);

/* Appends a file with POSITIONS to OUT. Reading it gives the same positions. */
enum status positions_file_write(const struct positions *positions, struct buffer *out);

#endif
