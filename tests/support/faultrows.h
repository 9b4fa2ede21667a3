// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/parts/faultlineedit.h"

#include <QTest>

namespace roadstead {

/// The columns of a table of texts for a dialog's fields, and what each marks in them.
inline void addFaultColumns()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("position");
    QTest::addColumn<int>("length");
}

inline void addFaultRow(const char *name, const char *field, const char *text, int position,
                        int length)
{
    QTest::newRow(name) << QString::fromUtf8(field) << QString::fromUtf8(text) << position
                        << length;
}

/// Types the row's text into its field, which must mark the fault and say what it is. Null if it
/// does not.
inline FaultLineEdit *markedField(const QWidget &dialog)
{
    QFETCH(QString, field);
    QFETCH(QString, text);
    QFETCH(int, position);
    QFETCH(int, length);
    auto *edit = dialog.findChild<FaultLineEdit *>(field);
    if (edit == nullptr)
        return nullptr;
    edit->setText(text);
    const bool isMarked = edit->hasFault() && edit->faultPosition() == position
                          && edit->faultLength() == length
                          && !edit->accessibleDescription().isEmpty();
    if (!isMarked)
        qWarning("marked: %d at %lld, %lld long", edit->hasFault(),
                 static_cast<long long>(edit->faultPosition()),
                 static_cast<long long>(edit->faultLength()));
    return isMarked ? edit : nullptr;
}

} // namespace roadstead
