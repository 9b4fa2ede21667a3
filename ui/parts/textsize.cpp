// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/parts/textsize.h"

#include <QApplication>
#include <QEvent>
#include <QFont>
#include <QWidget>

namespace roadstead {

void applyTextSize(int points)
{
    static const QFont normal = QApplication::font(); // before anybody changed it
    QFont sized = normal;
    sized.setPointSizeF(normal.pointSizeF() + points);
    if (sized == QApplication::font())
        return;
    QApplication::setFont(sized);
    // Qt tells the windows in a later turn; by then columns were given the widths that belong to
    // this font.
    const QWidgetList windows = QApplication::topLevelWidgets();
    for (QWidget *window : windows) {
        QEvent change(QEvent::ApplicationFontChange);
        QCoreApplication::sendEvent(window, &change);
    }
}

} // namespace roadstead
