// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/plaintext.h"
#include "ui/model/resultfilter.h"

#include <QCoreApplication>

namespace roadstead {

namespace {

QString sentence(FilterErrorCode code)
{
    const char *text = nullptr;
    switch (code) {
    case FilterErrorCode::MissingWord:
        text = QT_TRANSLATE_NOOP("ResultFilter", "a word must follow the minus sign");
        break;
    case FilterErrorCode::MissingValue:
        text = QT_TRANSLATE_NOOP("ResultFilter", "a value is missing");
        break;
    case FilterErrorCode::UnknownKey:
        text = QT_TRANSLATE_NOOP(
            "ResultFilter",
            "not a key; there are host, name, note, port, service, state, reason and rtt");
        break;
    case FilterErrorCode::WrongOperator:
        text = QT_TRANSLATE_NOOP("ResultFilter",
                                 "write rtt>50 or rtt<5, and a colon after every other key");
        break;
    case FilterErrorCode::BadPort:
        text =
            QT_TRANSLATE_NOOP("ResultFilter", "not a port (0 to 65535) or a range such as 80-90");
        break;
    case FilterErrorCode::BadState:
        text = QT_TRANSLATE_NOOP("ResultFilter",
                                 "not a state; there are open, closed, filtered and unknown");
        break;
    case FilterErrorCode::BadReason:
        text = QT_TRANSLATE_NOOP("ResultFilter", "not a reason, such as reset or no-response");
        break;
    case FilterErrorCode::BadTime:
        text = QT_TRANSLATE_NOOP("ResultFilter", "not a time, such as 50, 0.5ms or 2s");
        break;
    case FilterErrorCode::TooManyTerms:
        text = QT_TRANSLATE_NOOP("ResultFilter", "more words than a filter can hold");
        break;
    case FilterErrorCode::BadExpression:
        text = QT_TRANSLATE_NOOP("ResultFilter", "not a regular expression");
        break;
    case FilterErrorCode::LongExpression:
        text =
            QT_TRANSLATE_NOOP("ResultFilter", "a regular expression of more than 200 characters");
        break;
    }
    return QCoreApplication::translate("ResultFilter", text);
}

/// The middle is left out of a long one: it is to be recognised, and stands in the field anyway.
QString shortened(QStringView part)
{
    constexpr qsizetype kLongest = 40;
    if (part.size() <= kLongest)
        return plainText(part);
    // No character of two units is taken apart.
    const qsizetype head = kLongest * 3 / 4;
    const qsizetype tail = kLongest - head - 1;
    const QStringView begin = part.first(part.at(head - 1).isHighSurrogate() ? head - 1 : head);
    const QStringView end =
        part.last(part.at(part.size() - tail).isLowSurrogate() ? tail - 1 : tail);
    return plainText(begin) + u'…' + plainText(end);
}

/// The word that holds `position`, all of it.
QStringView wordAt(QStringView text, qsizetype position)
{
    qsizetype from = position;
    while (from > 0 && !text.at(from - 1).isSpace())
        --from;
    qsizetype to = position;
    while (to < text.size() && !text.at(to).isSpace())
        ++to;
    return text.mid(from, to - from);
}

} // namespace

QString describe(const FilterError &error, QStringView text)
{
    if (error.code == FilterErrorCode::BadExpression) {
        // One character alone would not say which expression is meant.
        //: %1 is a regular expression, %2 that it is none, %3 a reason
        return QCoreApplication::translate("ResultFilter", "%1: %2: %3")
            .arg(shortened(wordAt(text, error.position)), sentence(error.code), error.detail);
    }
    //: %1 is the faulty part of a filter, %2 says what is wrong with it
    return QCoreApplication::translate("ResultFilter", "%1: %2")
        .arg(shortened(text.mid(error.position, error.length)), sentence(error.code));
}

} // namespace roadstead
