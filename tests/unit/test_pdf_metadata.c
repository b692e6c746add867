/* SPDX-License-Identifier: MIT */
#include <config.h>

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory/buffer.h"
#include "render/pdf_metadata.h"

static const char start[] = "%PDF-1.5\n";
static const char info[] = "1 0 obj\n<< /Producer (p)\n>>\nendobj\n";
static const char catalog[] = "2 0 obj\n<< /Type /Catalog\n>>\nendobj\n";

/* A PDF of two objects; the entry of a third leads nowhere. */
static struct buffer make_pdf(void)
{
    struct buffer pdf = BUFFER_EMPTY;
    buffer_format(&pdf, "%s%s%s", start, info, catalog);
    size_t table = pdf.length;
    buffer_text(&pdf, "xref\n0 4\n0000000000 65535 f \n");
    buffer_format(&pdf, "%010zu 00000 n \n", strlen(start));
    buffer_format(&pdf, "%010zu 00000 n \n", strlen(start) + strlen(info));
    buffer_text(&pdf, "0000000003 00000 n \n");
    buffer_format(
        &pdf, "trailer\n<< /Size 4 /Root 2 0 R /Info 1 0 R >>\nstartxref\n%zu\n%%%%EOF\n", table);
    return pdf;
}

static const struct pdf_metadata metadata = {"Zü \xf0\x9f\x99\x82", "", "fa-AF",
                                             "9 a.xml --title=é"};

/* The offset that the last table of PDF has for object NUMBER. */
static unsigned long offset_in_update(const char *pdf, unsigned number)
{
    char entry[32];
    const char *table = strstr(strstr(pdf, "%%EOF"), "xref\n");
    snprintf(entry, sizeof entry, "\n%u 1\n", number);
    const char *at = table != NULL ? strstr(table, entry) : NULL;
    ck_assert_msg(at != NULL, "no entry for object %u", number);
    return strtoul(at + strlen(entry), NULL, 10);
}

START_TEST(the_objects_of_the_update_have_the_metadata)
{
    struct buffer pdf = make_pdf();
    const size_t before = pdf.length;
    pdf_add_metadata(&pdf, &metadata);
    const char *text = buffer_string(&pdf);
    const char *first = text + offset_in_update(text, 1),
               *second = text + offset_in_update(text, 2);
    ck_assert_uint_gt((size_t)(first - text), before - 1);
    ck_assert_ptr_nonnull(strstr(first, "1 0 obj\n<< /Creator (entente) "
                                        "/Title <FEFF005A00FC0020D83DDE42> "
                                        "/DrawnWith <EFBBBF3920612E786D6C202D2D7469746C653DC3A9> "
                                        "/Producer (p)"));
    ck_assert_ptr_nonnull(strstr(second, "2 0 obj\n<< /Lang (fa-AF) "));
    ck_assert_ptr_nonnull(strstr(second, "/Type /Catalog"));
    ck_assert_ptr_nonnull(strstr(text, "\n3 1\n0000000000 00001 f \n"));
    buffer_clear(&pdf);
}
END_TEST

/* The new trailer leads to the new table, and from there to the old one. */
START_TEST(the_trailer_leads_to_both_tables)
{
    struct buffer pdf = make_pdf();
    char previous[32];
    size_t old = (size_t)(strstr(buffer_string(&pdf), "xref\n") - pdf.bytes);
    snprintf(previous, sizeof previous, "/Prev %zu ", old);
    pdf_add_metadata(&pdf, &metadata);
    const char *text = buffer_string(&pdf), *last = strstr(strstr(text, "%%EOF"), "startxref");
    ck_assert_ptr_nonnull(strstr(text, previous));
    ck_assert_int_eq(strncmp(text + strtoul(last + strlen("startxref"), NULL, 10), "xref\n", 5),
                     0);
    buffer_clear(&pdf);
}
END_TEST

/* Cut off anywhere, or with another byte anywhere, a PDF is read without a fault. */
START_TEST(damaged_files_are_safe)
{
    struct buffer whole = make_pdf();
    for (size_t i = 0; i < whole.length; i++)
        for (int cut = 0; cut < 2; cut++) {
            struct buffer part = BUFFER_EMPTY;
            buffer_add(&part, whole.bytes, cut ? i : whole.length);
            if (!cut)
                part.bytes[i] = '9';
            pdf_add_metadata(&part, &metadata);
            ck_assert(!part.failed);
            buffer_clear(&part);
        }
    buffer_clear(&whole);
}
END_TEST

START_TEST(a_file_without_a_table_stays_as_it_is)
{
    static const char stream[] =
        "%PDF-1.7\n1 0 obj\n<< /Type /XRef >>\nendobj\nstartxref\n9\n%%EOF\n";
    struct buffer pdf = BUFFER_EMPTY;
    buffer_text(&pdf, stream);
    ck_assert(!pdf_has_table(&pdf));
    pdf_add_metadata(&pdf, &metadata);
    ck_assert_str_eq(buffer_string(&pdf), stream);
    buffer_clear(&pdf);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("pdf_metadata");
    TCase *update = tcase_create("update");
    tcase_add_test(update, the_objects_of_the_update_have_the_metadata);
    tcase_add_test(update, the_trailer_leads_to_both_tables);
    tcase_add_test(update, damaged_files_are_safe);
    tcase_add_test(update, a_file_without_a_table_stays_as_it_is);
    suite_add_tcase(suite, update);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_ENV);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
