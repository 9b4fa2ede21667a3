// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QToolButton>

namespace roadstead {

/// A button for one of several views. The one that is on is framed as the chips are: Fusion's
/// pressed look is hardly seen, and not at all in the dark.
class ViewButton final : public QToolButton
{
    Q_OBJECT

public:
    explicit ViewButton(QWidget *parent = nullptr);
    ~ViewButton() override;
    Q_DISABLE_COPY_MOVE(ViewButton)

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace roadstead
