/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "scene/wording.h"

#include <stddef.h>
#include <string.h>

static const char *const tags[TONGUES] = {"en", "fa", "ru"};

/* "#" stands for a number. In Persian and Russian the words are chosen so that they fit any. */
static const char *const words[WORDS][TONGUES] = {
    [WORD_ACTORS] = {"Actors", "بازیگران", "Участники"},
    [WORD_TIES] = {"Ties", "پیوندها", "Связи"},
    [WORD_EVIDENCE] = {"Evidence", "شواهد", "Подтверждение"},
    [WORD_TIME] = {"Time", "زمان", "Время"},
    [WORD_STRENGTH] = {"Strength if true", "شدت، در صورت صحت", "Сила, если верно"},
    [WORD_WEAK] = {"weak", "کم", "слабая"},
    [WORD_STRONG] = {"strong", "زیاد", "сильная"},
    [WORD_JUNCTION] = {"one tie, several parties", "یک پیوند، چند طرف",
                       "одна связь, много сторон"},
    [WORD_SHOWN] = {"Shown:", "نمایش:", "Показано:"},
    [WORD_AS_OF] = {"as of", "تا تاریخ", "по состоянию на"},
    [WORD_UNTIL] = {"until", "تا", "до"},
    [WORD_RELATION] = {"# relation", "# رابطه", "связей: #"},
    [WORD_RELATIONS] = {"# relations", "# رابطه", "связей: #"},
    [WORD_SOURCE] = {"from # source", "از # منبع", "источников: #"},
    [WORD_SOURCES] = {"from # sources", "از # منبع", "источников: #"},
    [WORD_NO_SOURCE] = {"without a source", "بدون منبع", "без источников"},
    [WORD_DISPUTED] = {"# disputed", "# مورد اختلاف", "оспаривается: #"},
    [WORD_ANONYMOUS] = {"# rest on anonymous sources only", "# فقط بر پایهٔ منابع ناشناس",
                        "только от анонимных источников: #"},
    [WORD_ONE_ANONYMOUS] = {"# rests on anonymous sources only", "# فقط بر پایهٔ منابع ناشناس",
                            "только от анонимных источников: #"},
    [WORD_ASSERTED_BY] = {"asserted by", "به گفتهٔ", "утверждает:"},
    [WORD_DENIED_BY] = {"denied by", "رد شده توسط", "отрицает:"},
};

static const char *const kinds[KINDS][TONGUES] = {
    [KIND_STATE] = {"state", "دولت", "государство"},
    [KIND_MOVEMENT] = {"movement", "جنبش", "движение"},
    [KIND_INDIVIDUAL] = {"individual", "فرد", "лицо"},
    [KIND_ORGANISATION] = {"organisation", "سازمان", "организация"},
    [KIND_EVENT] = {"event", "رویداد", "событие"},
};

static const char *const types[TYPES][TONGUES] = {
    [TYPE_SUPPORT] = {"support", "حمایت", "поддержка"},
    [TYPE_HOSTING] = {"hosting", "میزبانی", "приём"},
    [TYPE_MEDIATION] = {"mediation", "میانجیگری", "посредничество"},
    [TYPE_HOSTILITY] = {"hostility", "خصومت", "вражда"},
    [TYPE_LEADERSHIP] = {"leadership", "رهبری", "руководство"},
    [TYPE_MEMBERSHIP] = {"membership", "عضویت", "членство"},
    [TYPE_REPRESENTATION] = {"representation", "نمایندگی", "представительство"},
    [TYPE_KINSHIP] = {"kinship", "خویشاوندی", "родство"},
    [TYPE_CONTACT] = {"contact", "تماس", "контакт"},
};

static const char *const evidences[EVIDENCES][TONGUES] = {
    [EVIDENCE_ASSERTED] = {"asserted", "تأییدشده", "утверждается"},
    [EVIDENCE_SUSPECTED] = {"suspected", "مشکوک", "предполагается"},
    [EVIDENCE_DISPUTED] = {"disputed", "مورد اختلاف", "оспаривается"},
    [EVIDENCE_DENIED] = {"denied", "ردشده", "отрицается"},
    [EVIDENCE_UNSOURCED] = {"unsourced", "بدون منبع", "без источника"},
};

static const char *const phases[PHASES][TONGUES] = {
    [PHASE_PAST] = {"past", "گذشته", "в прошлом"},
    [PHASE_CURRENT] = {"current", "کنونی", "в настоящем"},
    [PHASE_PROSPECTIVE] = {"prospective", "احتمالی", "возможно"},
};

static const char *const forms[][TONGUES] = {
    {"arms", "سلاح", "оружие"},
    {"funding", "کمک مالی", "деньги"},
    {"logistics", "لجستیک", "снабжение"},
    {"intelligence", "اطلاعات", "разведданные"},
    {"training", "آموزش", "обучение"},
    {"troops", "نیرو", "войска"},
    {"military", "نظامی", "военная"},
    {"sanctuary", "پناهگاه", "убежище"},
    {"political", "سیاسی", "политическая"},
    {"moral", "معنوی", "моральная"},
    {"unspecified", "نامشخص", "не уточнено"},
    {"talks", "گفت‌وگو", "переговоры"},
    {"visit", "دیدار", "визит"},
    {"residence", "اقامت", "проживание"},
    {"refuge", "پناه", "приют"},
    {"office", "دفتر", "представительство"},
    {"offered", "پیشنهاد", "предложено"},
    {"arranged", "ترتیب‌داده", "устроено"},
    {"brokered", "میانجی", "при посредничестве"},
    {"armed", "مسلحانه", "вооружённая"},
    {"threat", "تهدید", "угроза"},
    {"wariness", "بدگمانی", "настороженность"},
    {"rivalry", "رقابت", "соперничество"},
};

/* English can say it in a sentence; the others, whose names would have to be inflected, put the
   type after an arrow. */
static const char *const verbs[TYPES][PHASES] = {
    [TYPE_SUPPORT] = {"supported", "supports", "may support"},
    [TYPE_HOSTING] = {"hosted", "hosts", "may host"},
    [TYPE_MEDIATION] = {"mediated between", "mediates between", "may mediate between"},
    [TYPE_HOSTILITY] = {"was hostile to", "is hostile to", "may be hostile to"},
    [TYPE_LEADERSHIP] = {"led", "leads", "may lead"},
    [TYPE_MEMBERSHIP] = {"belonged to", "belongs to", "may belong to"},
    [TYPE_REPRESENTATION] = {"represented", "represents", "may represent"},
    [TYPE_KINSHIP] = {"was kin of", "is kin of", "may be kin of"},
    [TYPE_CONTACT] = {"was in contact with", "is in contact with", "may be in contact with"},
};

enum tongue wording_tongue(const char *language)
{
    for (int i = 0; language != NULL && i < TONGUES; i++)
        if (strncmp(language, tags[i], 2) == 0 && (language[2] == '\0' || language[2] == '-'))
            return (enum tongue)i;
    return TONGUE_ENGLISH;
}

const char *wording_tag(enum tongue tongue)
{
    return tags[tongue];
}

bool wording_is_rtl(enum tongue tongue)
{
    return tongue == TONGUE_PERSIAN;
}

const char *wording_word(enum tongue tongue, enum word word)
{
    return words[word][tongue];
}

const char *wording_kind(enum tongue tongue, enum vertex_kind kind)
{
    return kinds[kind][tongue];
}

const char *wording_type(enum tongue tongue, enum relation_type type)
{
    return types[type][tongue];
}

const char *wording_evidence(enum tongue tongue, enum evidence evidence)
{
    return evidences[evidence][tongue];
}

const char *wording_phase(enum tongue tongue, enum relation_phase phase)
{
    return phases[phase][tongue];
}

const char *wording_form(enum tongue tongue, const char *form)
{
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
        if (strcmp(forms[i][TONGUE_ENGLISH], form) == 0)
            return forms[i][tongue];
    return form;
}

const char *wording_verb(enum tongue tongue, enum relation_type type, enum relation_phase phase)
{
    return tongue == TONGUE_ENGLISH ? verbs[type][phase] : "→";
}
