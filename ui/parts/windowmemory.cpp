// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/parts/windowmemory.h"

#include <QApplication>
#include <QDataStream>
#include <QHeaderView>
#include <QIODevice>
#include <QStyle>
#include <QWidget>

#include <algorithm>

namespace roadstead {

namespace {

/// A version with another number of columns would put widths to the wrong ones.
QByteArray stateOf(const QHeaderView &columns)
{
    QByteArray state;
    QDataStream stream(&state, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_4);
    stream << static_cast<qint32>(columns.count()) << columns.saveState();
    return state;
}

void restoreColumns(QHeaderView &columns, const QByteArray &state)
{
    QDataStream stream(state);
    stream.setVersion(QDataStream::Qt_6_4);
    qint32 count = 0;
    QByteArray header;
    stream >> count >> header;
    if (stream.status() == QDataStream::Ok && stream.atEnd() && count == columns.count())
        static_cast<void>(columns.restoreState(header));
}

/// Nobody knows a frame before it is there, so a place is as good as one nearby.
bool isTaken(const QWidget &window, QPoint place, int step)
{
    const QList<QWidget *> widgets = QApplication::topLevelWidgets();
    return std::any_of(widgets.cbegin(), widgets.cend(), [&](const QWidget *other) {
        return other != &window && other->isVisible()
               && (other->pos() - place).manhattanLength() < step
               && other->metaObject() == window.metaObject();
    });
}

} // namespace

void restoreWindow(QWidget &window, QHeaderView &columns, const Settings &settings,
                   WindowMemory memory)
{
    if (window.restoreGeometry(settings.get<QByteArray>(memory.geometry))) {
        const int step = window.style()->pixelMetric(QStyle::PM_TitleBarHeight);
        while (isTaken(window, window.pos(), step))
            window.move(window.pos() + QPoint(step, step));
    }
    restoreColumns(columns, settings.get<QByteArray>(memory.columns));
}

void keepWindow(const QWidget &window, const QHeaderView &columns, Settings &settings,
                WindowMemory memory)
{
    settings.setValue(memory.geometry, window.saveGeometry());
    settings.setValue(memory.columns, stateOf(columns));
}

} // namespace roadstead
