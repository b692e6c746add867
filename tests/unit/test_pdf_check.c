/* SPDX-License-Identifier: MIT */
#include <config.h>

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory/buffer.h"
#include "base/message.h"
#include "render/pdf_check.h"

/* Whether a PDF with OBJECT passes. */
static bool passes(const char *object)
{
    struct buffer pdf = BUFFER_EMPTY;
    struct messages messages;
    messages_init(&messages, NULL, NULL);
    buffer_format(&pdf,
                  "%%PDF-1.5\n%%\xb5\xed\xae\xfb\n1 0 obj\n<< /Length 3 /Filter /FlateDecode >>\n"
                  "stream\n(/JS << ( >>\nendstream\nendobj\n2 0 obj\n%s\nendobj\n%%%%EOF\n",
                  object);
    enum status status = pdf_check(pdf.bytes, pdf.length, &messages);
    buffer_clear(&pdf);
    return status == STATUS_OK;
}

START_TEST(what_only_shows_something_passes)
{
    static const char *const objects[] = {
        "<< /A << /Type /Action /S /URI /URI (https://x.example/a%28b%29/JS#c) >> >>",
        "<< /URI (mailto:a@b.example) >>",
        "<< /Title (\\(/JS /AA) /Subject (a (b) /Launch) /Title <FEFF00> >>",
        "<< /Font /JSX /Names [/URIs (x)] >> % /JS",
        "<<>>",
    };
    for (size_t i = 0; i < sizeof objects / sizeof *objects; i++)
        ck_assert_msg(passes(objects[i]), "%s", objects[i]);
}
END_TEST

START_TEST(actions_are_refused)
{
    static const char *const objects[] = {
        "<< /A << /S /URI /URI (http://x/)>>/AA<</PO<</S/JavaScript/JS(app.alert(1))>>>>/Q<</Z() "
        ">>",
        "<</OpenAction 3 0 R>>",
        "<</S/JavaScript>>",
        "<</S /J#61vaScript>>",
        "<</J#53 (x)>>",
        "<< /S /Launch /F (x) >>",
        "<< /EmbeddedFiles 3 0 R >>",
        "<< /AcroForm 3 0 R >>",
        "[(a) (b\\)) /JS]",
        "<FEFF> /JS",
        "% comment\n/JS",
        "(",
        "<00",
        "stream /JS",
    };
    for (size_t i = 0; i < sizeof objects / sizeof *objects; i++)
        ck_assert_msg(!passes(objects[i]), "%s", objects[i]);
}
END_TEST

/* A reader that follows the cross-reference table finds it, and one that repairs a file may. */
START_TEST(hidden_objects_are_refused)
{
    static const char *const objects[] = {
        "<< >> endobj\n% x 4 0 obj <</S/J>> endobj\n3 0 obj <<>>",
        "<< >> endobj\n9 0 obj [stream] endobj 8 0 obj [endstream]",
        "<< >>\nstream\n4 0 obj <</S/J>>\nendstream",
        "<< >> stream",
        "<< >>\nstream x\nendstream",
        "(4 0 obj <</S/J>>)",
        "4 0 obj <<>> endobj",
        "<< >> endobj endobj 3 0 obj <<>>",
        "<< /A [ 4 0 obj ] >>",
        "<< /Type /ObjStm >>",
        "<< /Type /XRef >>",
        "<< /Encrypt 3 0 R >>",
        "<< /A << >>",
        "<< /A ] > >>",
        "<< >> endobj\nxref\n0 1\n0000000099 00000 n \ntrailer << >> 3 0 obj <<>>",
        "<< >> endobj\nstartxref 99\n3 0 obj <<>>",
        "<< >> endobj\nxref\n0 0\ntrailer << /Prev 12 >> 3 0 obj <<>>",
        "<< >> eval",
    };
    for (size_t i = 0; i < sizeof objects / sizeof *objects; i++)
        ck_assert_msg(!passes(objects[i]), "%s", objects[i]);
}
END_TEST

START_TEST(tables_may_lead_to_objects_and_to_none)
{
    ck_assert(passes("<< >> endobj\nxref\n0 3\n0000000000 65535 f \n0000000015 00000 n \n"
                     "0000000000 00000 n \ntrailer << >> 3 0 obj <<>>"));
    ck_assert(passes("<< >>\nstream\nx endobj 4 0 R\nendstream"));
}
END_TEST

START_TEST(unsafe_links_are_refused)
{
    static const char *const objects[] = {"<< /URI (javascript:alert) >>",
                                          "<< /URI (file:///etc/passwd) >>",
                                          "<< /URI (http://x/\\)) >>",
                                          "<< /URI (http://x/(a)) >>",
                                          "<< /URI <687474703a> >>",
                                          "<< /URI () >>",
                                          "<< /URI 5 0 R >>",
                                          "<< /URI % x\n 5 0 R >>",
                                          "<< /URI [(http://x/)] >>",
                                          "<< /URI << /Base (http://x/) >> >>",
                                          "<< /U#52I (javascript:x) >>",
                                          "<< /URI (http://x/ a) >>"};
    for (size_t i = 0; i < sizeof objects / sizeof *objects; i++)
        ck_assert_msg(!passes(objects[i]), "%s", objects[i]);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("pdf_check");
    TCase *tcase = tcase_create("all");
    suite_add_tcase(suite, tcase);
    tcase_add_test(tcase, what_only_shows_something_passes);
    tcase_add_test(tcase, actions_are_refused);
    tcase_add_test(tcase, hidden_objects_are_refused);
    tcase_add_test(tcase, tables_may_lead_to_objects_and_to_none);
    tcase_add_test(tcase, unsafe_links_are_refused);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_ENV);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
