/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "model/property.h"

#include <string.h>

#include "base/text/ascii.h"

/* Whether PROPERTY is of an owner before OWNER. Those of vertices come first. */
static bool is_before(const struct network_property *property, uint32_t owner, bool of_relation)
{
    if (property->of_relation != of_relation)
        return of_relation;
    return property->owner < owner;
}

static bool is_of(const struct network_property *property, uint32_t owner, bool of_relation)
{
    return property->owner == owner && property->of_relation == of_relation;
}

size_t property_find(const struct network *network, uint32_t owner, bool of_relation,
                     size_t *first)
{
    const struct network_property *properties = network->properties.items;
    size_t low = 0, high = network->properties.count;
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        if (is_before(&properties[middle], owner, of_relation))
            low = middle + 1;
        else
            high = middle;
    }
    *first = low;
    while (high < network->properties.count && is_of(&properties[high], owner, of_relation))
        high++;
    return high - low;
}

uint32_t property_value(const struct network *network, uint32_t owner, bool of_relation,
                        uint32_t name)
{
    size_t first;
    const size_t count = property_find(network, owner, of_relation, &first);
    for (size_t i = 0; i < count; i++) {
        const struct network_property *property = &network->properties.items[first + i];
        if (!property->identifier && !property->denied && property->name == name)
            return property->value;
    }
    return 0;
}

bool property_has(const struct network *network, uint32_t owner, bool of_relation, uint32_t name,
                  uint32_t value)
{
    size_t first;
    const size_t count = property_find(network, owner, of_relation, &first);
    for (size_t i = 0; i < count; i++) {
        const struct network_property *property = &network->properties.items[first + i];
        if (!property->denied && property->name == name && property->value == value)
            return true;
    }
    return false;
}

/* Whether VALUE can stand in an address as it is. */
static bool is_plain(const char *value)
{
    for (; *value != '\0'; value++)
        if (!ascii_is_letter(*value) && !ascii_is_digit(*value) &&
            strchr("-._~/", *value) == NULL)
            return false;
    return true;
}

void property_write_address(const char *scheme, const char *value, struct buffer *out)
{
    static const struct {
        const char *scheme, *address;
    } schemes[] = {
        {"wikidata", "https://www.wikidata.org/wiki/"},
        {"viaf", "https://viaf.org/viaf/"},
        {"gnd", "https://d-nb.info/gnd/"},
        {"isni", "https://isni.org/isni/"},
        {"orcid", "https://orcid.org/"},
        {"ror", "https://ror.org/"},
        {"lei", "https://search.gleif.org/#/record/"},
        {"geonames", "https://www.geonames.org/"},
        {"opencorporates", "https://opencorporates.com/companies/"},
        {"opensanctions", "https://www.opensanctions.org/entities/"},
        {"doi", "https://doi.org/"},
        {"attack", "https://attack.mitre.org/groups/"},
    };
    for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++)
        if (strcmp(schemes[i].scheme, scheme) == 0 && is_plain(value))
            buffer_format(out, "%s%s", schemes[i].address, value);
}
