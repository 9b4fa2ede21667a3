// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

class QAbstractScrollArea;

namespace roadstead {

/// Colours the frame of a table, a list or a text while it has the focus: Fusion shows only that of
/// fields and buttons, and whoever walks by Tab would lose the way. Belongs to what it frames.
class FocusFrame final : public QObject
{
    Q_OBJECT

public:
    explicit FocusFrame(QAbstractScrollArea *area);
    ~FocusFrame() override;
    Q_DISABLE_COPY_MOVE(FocusFrame)

    [[nodiscard]] bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void paint() const;

    QAbstractScrollArea *m_area;
};

} // namespace roadstead
