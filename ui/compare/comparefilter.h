// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/compare/differenceview.h"

#include <QWidget>

class QTimer;

namespace roadstead {

class CountChip;
class FaultLineEdit;

/// Search text and a chip for each class of differences. In a narrow window the chips have a line
/// of their own: their counts are read, and must not be cut off.
class CompareFilter final : public QWidget
{
    Q_OBJECT

public:
    explicit CompareFilter(QWidget *parent = nullptr);
    ~CompareFilter() override;
    Q_DISABLE_COPY_MOVE(CompareFilter)

    [[nodiscard]] FaultLineEdit *search() const { return m_search; }
    [[nodiscard]] CountChip *chip(DifferenceClass which) const
    {
        return m_chips[static_cast<size_t>(which)];
    }
    [[nodiscard]] ShownClasses shown() const;
    void showAll();
    void showOnly(DifferenceClass which);
    /// At once, without the delay of typing; can be undone in the field.
    void setText(const QString &text);

    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    /// 100 ms after typing, and only for a filter that can be understood: a faulty one keeps the
    /// last good one.
    void filterChanged(const roadstead::ResultFilter &filter);
    void shownChanged();

protected:
    bool event(QEvent *event) override;

private:
    void addSearch();
    void addChips();
    void arrange();
    void applyFilter();
    void setShown(const ShownClasses &shown);

    FaultLineEdit *m_search = nullptr;
    QWidget *m_chipBox = nullptr;
    std::array<CountChip *, kDifferenceClassCount> m_chips{};
    QTimer *m_delay = nullptr;
    bool m_isNarrow = false; ///< as it is arranged now
};

} // namespace roadstead
