/* SPDX-License-Identifier: MIT */
/* Writes a dataset as RDF in Turtle (W3C Recommendation, 25 February 2014).

   Actors, events, sources, relations and claims are resources of the file: <#iran>,
   <#sources/nyt>, <#claims/arms/1>. Their classes and what only entente knows are in the
   namespace urn:entente:network:1#; names are SKOS labels, bibliographic data Dublin Core, and
   identifiers, attributes and amounts schema.org. A claim is a prov:Entity with a
   prov:hadPrimarySource, its source, and is attributed to the actor that this is; a source with a
   basis was derived from it (W3C PROV-O). Dates are XSD dates where they can be, else EDTF. */
#ifndef FORMAT_TURTLE_TURTLE_H
#define FORMAT_TURTLE_TURTLE_H

#include "format/exchange/exchange.h"

/* An exchange_write. */
enum status turtle_write(struct exchange_output *output);

#endif
