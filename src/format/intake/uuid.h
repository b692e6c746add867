/* SPDX-License-Identifier: MIT */
/* Identifiers that follow from names (RFC 9562, section 5.5: UUID version 5). */
#ifndef FORMAT_INTAKE_UUID_H
#define FORMAT_INTAKE_UUID_H

enum { UUID_LENGTH = 36 };

/* Sets OUT to the UUID of NAME in the namespace of entente's datasets, and a NUL. */
void uuid_of_name(const char *name, char out[UUID_LENGTH + 1]);

#endif
