// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAction>
#include <QLineEdit>

namespace roadstead {

/// Qt's button that empties a field, with a name: Qt's own has none, and a screen reader would say
/// "button".
inline void addClearButton(QLineEdit *edit, const QString &name)
{
    edit->setClearButtonEnabled(true);
    // Qt knows its own action by this name, too.
    if (auto *action = edit->findChild<QAction *>(QStringLiteral("_q_qlineeditclearaction")))
        action->setText(name);
}

} // namespace roadstead
