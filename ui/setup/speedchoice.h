// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/scan/scanrequest.h"

#include <QWidget>

class QButtonGroup;

namespace roadstead {

/// Gentle, Normal or Fast, each with a line that says what it means.
class SpeedChoice final : public QWidget
{
    Q_OBJECT

public:
    explicit SpeedChoice(QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(SpeedChoice)

    [[nodiscard]] Timing timing() const;
    void setTiming(Timing timing);
    /// What it takes for no explanation to be wrapped.
    [[nodiscard]] int widthOfLines() const;

signals:
    void changed();

private:
    QButtonGroup *m_buttons = nullptr; ///< by the timing's value
};

} // namespace roadstead
