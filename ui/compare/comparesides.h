// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result/resultstore.h"

#include <QWidget>

#include <array>

class QGridLayout;

namespace roadstead {

class ElidedLabel;

/// One of two scans that are compared.
struct CompareSide
{
    QString title; ///< a file's name, or what was scanned; from outside
    QDateTime startedAt;
    ResultStore store;
};

/// Which scans are compared: what they are called, when they were, and how many ports they looked
/// at. A button exchanges them.
class CompareSides final : public QWidget
{
    Q_OBJECT

public:
    explicit CompareSides(QWidget *parent = nullptr);
    ~CompareSides() override;
    Q_DISABLE_COPY_MOVE(CompareSides)

    void setSides(const CompareSide &older, const CompareSide &newer);

signals:
    void swapRequested();

private:
    ElidedLabel *addSide(QGridLayout *grid, const QString &caption, int row);

    std::array<ElidedLabel *, 2> m_labels{};
};

} // namespace roadstead
