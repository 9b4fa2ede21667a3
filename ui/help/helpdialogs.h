// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>

class QAction;
class QWidget;

namespace roadstead {

/// What each state means, by the handshake that tells. Non-modal; deletes itself.
void showStatesHelp(QWidget *parent);
/// A searchable list of the shortcuts of `actions`. Non-modal; deletes itself.
void showShortcuts(const QList<QAction *> &actions, QWidget *parent);
void showAbout(QWidget *parent);
/// What to put into a problem report: versions and system, nothing of the user's.
[[nodiscard]] QString versionReport();

} // namespace roadstead
