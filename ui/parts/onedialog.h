// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Dialogs that edit what all windows share. Two of a kind at once, from two windows, would each
// save all of it, and the last one would undo the other without a word: so there is one, and who
// asks for it again is led to it.

#pragma once

#include <QApplication>
#include <QDialog>

namespace roadstead {

class Settings;

/// Before everything else, its window too if that is minimised.
inline void bringToFront(QDialog &dialog)
{
    if (QWidget *parent = dialog.parentWidget(); parent != nullptr) {
        QWidget *window = parent->window();
        window->setWindowState(window->windowState() & ~Qt::WindowMinimized);
    }
    dialog.raise();
    dialog.activateWindow();
}

/// The dialog of that kind that is open for these settings, whichever window it belongs to; null if
/// there is none. `Dialog` has to say what it edits by edits().
template <typename Dialog>
[[nodiscard]] Dialog *openDialog(const Settings &settings)
{
    const QList<QWidget *> widgets = QApplication::topLevelWidgets();
    for (QWidget *widget : widgets) {
        auto *dialog = qobject_cast<Dialog *>(widget);
        if (dialog != nullptr && dialog->isVisible() && dialog->edits(settings))
            return dialog;
    }
    return nullptr;
}

} // namespace roadstead
