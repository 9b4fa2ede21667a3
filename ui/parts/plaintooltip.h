// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QWidget>

namespace roadstead {

/// A tooltip or "what's this" that shows `text` as it is: Qt takes any tooltip that looks like HTML
/// for HTML.
[[nodiscard]] inline QString plainToolTip(const QString &text)
{
    return text.isEmpty() ? QString()
                          : QStringLiteral("<span style=\"white-space:pre-wrap\">%1</span>")
                                .arg(text.toHtmlEscaped());
}

/// The same for a widget. A screen reader says a tooltip too, with its markup, unless there is a
/// description.
inline void setPlainToolTip(QWidget *widget, const QString &text)
{
    widget->setToolTip(plainToolTip(text));
    widget->setAccessibleDescription(text);
}

} // namespace roadstead
