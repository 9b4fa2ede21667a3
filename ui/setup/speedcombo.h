// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/scan/scanrequest.h"

#include <QComboBox>

namespace roadstead {

/// Gentle, Normal, Fast, and Custom for limits that differ from what these give. Each has a tooltip
/// that says what it means.
class SpeedCombo final : public QComboBox
{
    Q_OBJECT

public:
    explicit SpeedCombo(QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(SpeedCombo)

    /// What is in force. `limits`: those of one's own in few words, beside the speed; empty if
    /// there are none.
    void setSpeed(Timing timing, const QString &limits);

signals:
    // By a person:

    void speedChosen(roadstead::Timing timing);
    void customChosen();

protected:
    /// Limits are too easily lost by it, and a dialog opened.
    void wheelEvent(QWheelEvent *event) override;

private:
    void onActivated(int index);

    int m_shown = 0; ///< the index that is in force
};

} // namespace roadstead
